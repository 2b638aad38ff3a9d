import { describe, expect, it } from 'vitest';
import { readPlaybook } from '#shared/response/playbook/read-playbook.ts';
import { LARGEST_FILE } from '#shared/response/playbook/playbook.ts';
import { targetNs, targetText } from '#shared/response/playbook/target.ts';

const step = (id: string, change: object = {}): object => ({
  id,
  title: `Do ${id}`,
  phase: 'containment',
  ...change,
});
const file = (change: object = {}): string =>
  JSON.stringify({
    fireline: 'playbook/1',
    id: 'own',
    revision: 1,
    title: 'Our own',
    category: 'other',
    use: 'When nothing else fits.',
    steps: [step('one')],
    ...change,
  });

const said = (text: string): string => {
  const read = readPlaybook(text, 'own.json');
  return read.ok ? 'read' : read.failure.message;
};

describe('a playbook file', () => {
  it('is read, with what may be left out', () => {
    const read = readPlaybook(`\ufeff${file()}`, 'own.json');
    expect(read).toMatchObject({
      ok: true,
      value: { sources: [], steps: [{ after: [], guidance: [] }] },
    });
  });

  it.each([
    ['{ "fireline": "playbook/1",\n "id": oops }', 'line 2 is no JSON; mend it there.'],
    ['{\n"a": [1, 2', 'line 2 is no JSON; mend it there.'],
    ['[]', 'the file must be an object in braces.'],
    [file({ fireline: 'playbook/9' }), 'fireline must be "playbook/1"'],
    [file({ title: undefined }), 'title is missing; add it.'],
    [file({ title: '<img src=x onerror=alert(1)>' }), 'title holds HTML; write plain text.'],
    [file({ title: 'a\u202eb' }), 'title holds a line break or a character that cannot be seen'],
    [file({ title: 'x'.repeat(121) }), 'title is longer than 120 characters; shorten it.'],
    [file({ category: 'war' }), 'category must be one of social-engineering, malware,'],
    [file({ colour: 'red' }), 'the file has the field “colour”, which playbooks do not have'],
    [file({ steps: [] }), 'steps is empty; a playbook has one step at least.'],
    [file({ steps: Array.from({ length: 201 }, (_, n) => step(`s${n}`)) }), 'more than 200 steps'],
    [file({ steps: [step('one', { phase: 'panic' })] }), 'steps[0].phase (“one”) must be one of'],
    [
      file({ steps: [step('one', { target: 'soon' })] }),
      '(“one”) must be like 30 min, 4 h or 2 d.',
    ],
    [
      file({ steps: [step('one', { guidance: ['<script>alert(1)</script>'] })] }),
      'steps[0].guidance[0] (“one”) holds HTML; write plain text.',
    ],
    [
      file({ steps: [step('One')] }),
      'steps[0].id must be small letters, digits and single hyphens.',
    ],
    [
      file({ steps: [step('one', { query: 'code:(1' })] }),
      'steps[0].query (“one”) is no query, at',
    ],
    [file({ steps: [step('one'), step('one')] }), 'steps[1].id “one” is used twice'],
    [
      file({ steps: [step('one', { after: ['two'] })] }),
      'steps[0].after[0] names “two”, which is no step',
    ],
    [
      file({ steps: [step('one', { after: ['two'] }), step('two', { after: ['one'] })] }),
      'steps: “one” waits for “two” waits for “one”; take one of them out of “after”.',
    ],
    [file({ steps: [step('one', { after: ['one'] })] }), 'steps: “one” waits for “one”'],
    [' '.repeat(LARGEST_FILE + 1), 'the file is larger than 1 MiB, which no playbook is.'],
  ])('%#: says what is wrong in one line', (text, why) => {
    const message = said(text);
    expect(message).toContain(why);
    expect(message).toMatch(/^own\.json: .*\.$/);
    expect(message).not.toContain('\n');
  });

  it('holds keys that are no fields as the keys they are', () => {
    expect(said(file().replace('{', '{"__proto__": {"id": "x"},'))).toContain(
      'the file has the field “__proto__”',
    );
  });

  it('may be a chain as long as it may have steps', () => {
    const steps = Array.from({ length: 200 }, (_, n) =>
      step(`s${n}`, n === 199 ? {} : { after: [`s${n + 1}`] }),
    );
    expect(said(file({ steps }))).toBe('read');
  });
});

describe('a time target', () => {
  it.each(['0 min', '30 min', '90 min', '4 h', '2 d'])('%s is said as it was read', (text) => {
    expect(targetText(targetNs(text) ?? -1n)).toBe(text);
  });

  it.each(['', '4', '4h', '-1 h', '1 week', '1000000 min'])('“%s” is none', (text) => {
    expect(targetNs(text)).toBeUndefined();
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDocument } from '#shared/report/check-document.ts';
import { citationNode, isUnwritten, liveNode, pointersIn } from '#shared/report/document-parts.ts';
import { SHIPPED_TEMPLATES } from '#main/report/templates/shipped-templates.ts';
import {
  readTemplateText,
  sectionsOf,
  templateText,
} from '#main/report/templates/template-file.ts';
import { templateOfSections } from '#main/report/templates/template-of-sections.ts';
import { TemplateShelf } from '#main/report/templates/template-shelf.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { eventAt } from './harbour-board.ts';
import { document, paragraph } from './harbour-sections.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fireline-templates-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const whole = (change: object): string =>
  JSON.stringify({
    fireline: 'report-template',
    format: 1,
    title: 'Ours',
    kind: 'Report',
    summary: '',
    layout: 'brief',
    sections: [{ title: 'One', body: [{ guide: 'Write here.' }] }],
    ...change,
  });

describe('the templates that are shipped', () => {
  it('are six documents, each of sections that a report can hold', () => {
    expect([...SHIPPED_TEMPLATES.keys()]).toEqual([
      'post-mortem',
      'executive-summary',
      'regulator-notification',
      'hand-over',
      'custody-statement',
      'lessons-learned',
    ]);
    for (const [name, template] of SHIPPED_TEMPLATES) {
      const sections = sectionsOf(template);
      expect(sections.length, name).toBeGreaterThan(4);
      for (const { content, title } of sections) {
        expect(checkDocument(content).ok, `${name}: ${title}`).toBe(true);
        const printed = (content.content ?? []).some(
          ({ type, content: inner }) => type === 'live' || (type === 'paragraph' && inner),
        );
        expect(isUnwritten(content), `${name}: ${title}`).toBe(!printed);
      }
    }
  });
});

describe('a template that comes from outside', () => {
  it.each([
    ['{', 'is not JSON'],
    ['{"a":1}', 'is not a Fireline report template'],
    [whole({ format: 2 }), 'has format 2; this Fireline knows up to 1'],
    [whole({ sections: [] }), 'has a wrong form at “sections”'],
    [whole({ title: 'a\nb' }), 'has a wrong form at “title”'],
    [
      whole({ sections: [{ title: 'S', body: [{ live: 'finding' }] }] }),
      'has a wrong form at “sections.0.body.0”',
    ],
    [
      whole({
        sections: [{ title: 'S', body: [{ document: document({ type: 'script' }) }] }],
      }),
      'doc may not hold “script”',
    ],
  ])('is refused in one line: %.40s', (text, why) => {
    const read = readTemplateText(text);
    expect(read.ok ? '' : read.failure.message).toContain(why);
    expect(read.ok ? '' : read.failure.message).not.toContain('\n');
  });
});

describe('templates of one’s own', () => {
  it('are made of a report without what is of its case only', () => {
    const content = document(
      paragraph(
        'We say: ',
        citationNode({ kind: 'event', event: eventAt('2026-05-13T05:31:12Z').id }),
      ),
      liveNode({ kind: 'finding', finding: 'f1' as never }),
      liveNode({ kind: 'tasks' }),
    );
    const template = templateOfSections({
      title: 'Ours',
      summary: 'For us.',
      kind: 'Report',
      layout: 'full',
      sections: [{ title: 'One', level: 1, appendix: false, content }],
    });
    const [section] = sectionsOf(valueOf(readTemplateText(templateText(template))));
    expect([...pointersIn(section?.content ?? document())]).toEqual([
      { kind: 'live', block: { kind: 'tasks' } },
    ]);
    expect(JSON.stringify(section?.content)).toContain('We say: ');
  });

  it('are kept, listed after the shipped ones, exported, imported elsewhere and removed', async () => {
    const shelf = new TemplateShelf(join(folder, 'own'));
    expect((await shelf.list()).every(({ own }) => !own)).toBe(true);
    const path = join(folder, 'given.json');
    writeFileSync(path, whole({ title: 'Año & Ünder' }));
    const kept = valueOf(await shelf.importFrom(path));
    expect(kept).toEqual({ id: 'own-an-o-u-nder', title: 'Año & Ünder', summary: '', own: true });
    expect((await shelf.list()).at(-1)).toEqual(kept);
    const out = join(folder, 'out.json');
    valueOf(await shelf.exportTo(kept.id, out));
    const other = new TemplateShelf(join(folder, 'other'));
    expect(valueOf(await other.importFrom(out))).toEqual(kept);
    expect(readFileSync(out, 'utf8')).toBe(templateText(valueOf(await other.read(kept.id))));
    valueOf(await shelf.remove(kept.id));
    expect((await shelf.list()).some(({ own }) => own)).toBe(false);
  });

  it('never leave their folder, and what is shipped stays', async () => {
    const shelf = new TemplateShelf(folder);
    expect(await shelf.read('../../etc/passwd')).toMatchObject({ ok: false });
    expect(await shelf.remove('post-mortem')).toMatchObject({
      ok: false,
      failure: { code: 'not-permitted' },
    });
    expect(await shelf.importFrom(join(folder, 'none.json'))).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });
});

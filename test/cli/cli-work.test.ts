import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { untold } from '#shared/entities/untold.ts';
import type { ReportId, SectionId } from '#shared/model/ids.ts';
import { citationNode } from '#shared/report/document-parts.ts';
import { actIn } from '../e2e/report-case.ts';
import { HOSTILE } from './evidence.ts';
import { fireline, type Fireline } from './fireline.ts';
import { digest, expectReason, startedCase } from './started-case.ts';

const started = startedCase();
const run: Fireline = (...args) => started().run(...args);
const at = (...names: readonly string[]): string => join(started().folder, ...names);

describe('fireline tag, note, board', () => {
  it('write operations that the next run sees', async () => {
    const tagged = await run(
      'tag',
      'c.fireline',
      'brute-force',
      '-q',
      'host:web1 outcome:failure',
      '--reason',
      'one source',
      '--json',
    );
    expect(tagged.json()).toMatchObject([{ tagged: 39, tag: 'brute-force' }]);
    const [success] = (await run('events', 'c.fireline', '-q', 'host:web1 outcome:success')).json();
    const id = String(success?.['id']);
    expect((await run('note', 'c.fireline', id, 'the way in <b>', '--json')).json()).toMatchObject([
      { noted: id },
    ]);
    const board = await run(
      'board',
      'c.fireline',
      id,
      '--title',
      'Root login',
      '--phase',
      'initial-access',
      '--reason',
      'after 39 failures',
      '--technique',
      'T1110',
      '--json',
    );
    expect(board.stderr).toBe('');
    expect(board.json()).toMatchObject([{ promoted: id }]);
    const found = await run('events', 'c.fireline', '-q', 'tag:brute-force', '--format', 'count');
    expect(found.stdout).toBe('39\n');
    const [noted] = (await run('events', 'c.fireline', '-q', 'host:web1 outcome:success')).json();
    expect(noted).toMatchObject({ notes: ['the way in <b>'], tags: [] });
    const undone = await run(
      'tag',
      'c.fireline',
      'brute-force',
      '-q',
      'host:web1',
      '--remove',
      '--json',
    );
    expect(undone.json()).toMatchObject([{ untagged: 40 }]);
    expect(
      (await run('events', 'c.fireline', '-q', 'tag:brute-force', '--format', 'count')).stdout,
    ).toBe('0\n');
  });

  it('answer no when nothing matches', async () => {
    const none = await run('tag', 'c.fireline', 'x', '-q', 'host:nobody', '--json');
    expect(none.code).toBe(1);
    expect(none.json()).toEqual([{ tagged: 0, tag: 'x' }]);
  });

  it('refuse an event that is not in the case', async () => {
    const id = `${'0'.repeat(32)}.0.0`;
    const none = await run('board', 'c.fireline', id, '--phase', 'impact', '--reason', 'x');
    expect(none.code).toBe(3);
    expectReason(none, /No event 0{32}\.0\.0 in this case/);
  });
});

describe('fireline report', () => {
  it.each(['html', 'md'])('writes .%s with its proof pack, which verifies', async (kind) => {
    const out = `report-${kind}.${kind}`;
    const made = await run('report', 'c.fireline', '--out', out, '--json');
    expect(made.stderr).toBe('');
    const [said] = made.json();
    expect(made.code).toBe(0);
    const citations = said?.['citations'] as { total: number; resolved: number };
    expect(citations.resolved).toBe(citations.total);
    expect(citations.total).toBeGreaterThan(0);
    expect(said?.['sha256']).toBe(digest('sha256', readFileSync(at(out))));
    expect(readFileSync(at(out), 'utf8')).toContain('Root login');
    expect(readFileSync(at(out), 'utf8')).not.toContain('<script');
    const verified = await run('verify', String(said?.['pack']), '--case', 'c.fireline', '--json');
    expect(verified.json().filter(({ pass }) => pass === false)).toEqual([]);
    expect(verified.code).toBe(0);
  });
});

describe('a report that names an entity', () => {
  it('is answered with no as long as the case does not know it, and then says its name', async () => {
    const opened = { folder: at('c.fireline'), userData: join(started().home, 'user') };
    const entity = untold({ kind: 'host', value: 'FILESRV' });
    const content = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [citationNode({ kind: 'entity', entity: entity.id })] },
      ],
    };
    const section = {
      id: 'named' as SectionId,
      rank: 'a0',
      level: 1,
      title: 'Named',
      appendix: false,
      content,
    } as const;
    const header = { title: 'Names', classification: 'TLP:AMBER', template: 'blank' };
    await actIn(opened, [
      { kind: 'report.create', report: 'names' as ReportId, header, sections: [section] },
    ]);
    const unknown = await run('report', 'c.fireline', '--out', 'names.md');
    expect(unknown.code).toBe(1);
    expect(readFileSync(at('names.md'), 'utf8')).toContain('entity not in the case');
    await actIn(opened, [{ kind: 'record.add', record: { ...entity, label: 'File server' } }]);
    const known = await run('report', 'c.fireline', '--out', 'names.md');
    expect(known.code).toBe(0);
    expect(readFileSync(at('names.md'), 'utf8')).toMatch(/Named\n\nFile server\n/);
  });
});

describe('fireline export', () => {
  it('writes every event as JSONL and CSV, and says the file’s hash', async () => {
    const total = Number((await run('events', 'c.fireline', '--format', 'count')).stdout);
    for (const format of ['jsonl', 'csv']) {
      const out = `all.${format}`;
      const [said] = (
        await run('export', 'c.fireline', '--format', format, '--out', out, '--json')
      ).json();
      expect(said).toMatchObject({ format, path: at(out), rows: total });
      const bytes = readFileSync(at(out));
      expect(said?.['sha256']).toBe(digest('sha256', bytes));
      if (format === 'csv') expect(parseCsv(bytes)).toHaveLength(total + 1);
      else expect(bytes.toString().trimEnd().split('\n')).toHaveLength(total);
    }
  });

  it('exports what `events` prints', async () => {
    await run(
      'export',
      'c.fireline',
      '--format',
      'jsonl',
      '--out',
      'some.jsonl',
      '-q',
      'host:web2',
    );
    const printed = await run('events', 'c.fireline', '-q', 'host:web2');
    expect(readFileSync(at('some.jsonl'), 'utf8')).toBe(printed.stdout);
  });
});

describe('fireline verify', () => {
  it('passes a case that nobody touched, and changes nothing in it', async () => {
    const state = (): readonly string[] =>
      readdirSync(at('c.fireline'), { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(at('c.fireline', name)).isFile())
        .map((name) => `${name} ${digest('sha256', readFileSync(at('c.fireline', name)))}`);
    const before = state();
    const verified = await run('verify', 'c.fireline', '--json');
    expect(verified.code).toBe(0);
    const all = verified.json();
    expect(all.at(-1)).toEqual({ intact: true, checks: all.length - 1, failed: 0 });
    expect(new Set(all.slice(0, -1).map(({ what }) => what))).toEqual(
      new Set(['evidence', 'ledger', 'work-log']),
    );
    expect(state()).toEqual(before);
  });

  it('verifies a bundle, whole or damaged, and leaves nothing behind', async () => {
    const bundle = await run(
      'export',
      'c.fireline',
      '--format',
      'bundle',
      '--out',
      'c.zip',
      '--json',
    );
    expect(bundle.json()).toMatchObject([
      { format: 'bundle', sha256: digest('sha256', readFileSync(at('c.zip'))) },
    ]);
    const again = await run(
      'export',
      'c.fireline',
      '--format',
      'bundle',
      '--out',
      'c2.zip',
      '--json',
    );
    expect(again.json()[0]?.['sha256']).toBe(bundle.json()[0]?.['sha256']);

    const scratch = at('scratch');
    mkdirSync(scratch);
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = scratch;
    const inScratch = fireline(started().home, started().folder);
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;

    const verified = await inScratch('verify', 'c.zip', '--json');
    expect(verified.json().filter(({ pass }) => pass === false)).toEqual([]);
    expect(verified.code).toBe(0);

    const bytes = readFileSync(at('c.zip'));
    const place = bytes.indexOf('Failed password');
    expect(place).toBeGreaterThan(0);
    bytes[place] = 0x66;
    writeFileSync(at('c.zip'), bytes);
    const damaged = await inScratch('verify', 'c.zip', '--json');
    expect(damaged.code).toBe(1);
    expect(
      damaged
        .json()
        .filter(({ pass }) => pass === false)
        .map(({ what }) => what),
    ).toEqual(['pack', 'evidence']);
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('says no to one flipped byte of evidence, ledger or work log, and names it', async () => {
    const names = readdirSync(at('c.fireline', 'evidence'), { recursive: true, encoding: 'utf8' });
    const sealed = names.find((name) => name.endsWith(digest('sha256', HOSTILE))) ?? '';
    const parts = {
      evidence: join('evidence', sealed),
      ledger: 'ledger.jsonl',
      'work-log': 'work.jsonl',
    };
    for (const [what, part] of Object.entries(parts)) {
      cpSync(at('c.fireline'), at('altered.fireline'), { recursive: true });
      const bytes = readFileSync(at('altered.fireline', part));
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 4;
      rmSync(at('altered.fireline', part));
      writeFileSync(at('altered.fireline', part), bytes);
      const verified = await run('verify', 'altered.fireline', '--json');
      expect(verified.code).toBe(1);
      const failed = verified.json().filter(({ pass }) => pass === false);
      expect(failed[0]).toMatchObject({ what });
      const human = await run('verify', 'altered.fireline');
      expect(human.code).toBe(1);
      expect(human.stdout).toMatch(/^FAIL /m);
      expect(human.stdout).toMatch(/NOT intact: \d+ of \d+ checks failed\.\n$/);
      rmSync(at('altered.fireline'), { recursive: true });
    }
  });

  it('of something else answers no; of nothing at all is an error of input', async () => {
    writeFileSync(at('other.txt'), 'not a pack');
    expect((await run('verify', 'other.txt')).code).toBe(1);
    expect((await run('verify', 'stick')).code).toBe(1);
    const none = await run('verify', 'no-such-thing');
    expect(none.code).toBe(3);
    expectReason(none, /nothing to verify: it is not there/);
  });
});

describe('fireline brief', () => {
  it('hands over what was done since a moment, as Markdown and as data', async () => {
    const [event] = (await run('events', 'c.fireline', '-q', 'host:web1', '--limit', '1')).json();
    await run(
      'board',
      'c.fireline',
      String(event?.['id']),
      '--title',
      'Handed over',
      '--phase',
      'execution',
      '--reason',
      'for the next shift',
    );
    const brief = await run('brief', 'c.fireline', '--since', '1h');
    expect(brief).toMatchObject({ code: 0, stderr: '' });
    expect(brief.stdout).toMatch(/^# Hand-over: Harbour\n\nFrom \S+ \S+ UTC to /);
    expect(brief.stdout).toContain('- Handed over (execution, 2026-');
    expect(brief.stdout).toContain('\n  for the next shift\n');
    const [data] = (await run('brief', 'c.fireline', '--since', '2020-01-01', '--json')).json();
    expect(data).toMatchObject({ title: 'Harbour', since: '2020-01-01T00:00:00.000Z' });
    const later = await run('brief', 'c.fireline', '--since', '0m');
    expect(later.stdout).toContain('Nothing changed on the board.');
    const wrong = await run('brief', 'c.fireline', '--since', 'yesterday');
    expect(wrong.code).toBe(2);
    expectReason(wrong, /“yesterday” is not a time/);
  });
});

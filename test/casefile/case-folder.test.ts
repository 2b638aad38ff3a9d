import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseEnvironment } from '#main/casefile/case-folder.ts';
import { CaseFolder } from '#main/casefile/case-folder.ts';
import { createCase } from '#main/casefile/create-case.ts';
import {
  newCase,
  newEnvironment,
  newSigner,
  temporaryFolder,
  valueOf,
} from './case-environment.ts';

const reopen = async (folder: string, environment: CaseEnvironment = newEnvironment()) =>
  valueOf(await CaseFolder.open(environment, { folder }));

/** A closed case with a few lines in each log. */
async function closedCase(environment: CaseEnvironment): Promise<string> {
  const opened = await newCase(environment);
  valueOf(
    await opened.work.append([
      { kind: 'op', body: { n: 1 } },
      { kind: 'op', body: { n: 2 } },
    ]),
  );
  valueOf(await opened.ledger.append({ kind: 'heads-lost', body: { why: 'in a test' } }));
  valueOf(await opened.close());
  return opened.layout.folder;
}

describe('a case folder', () => {
  test('is made as a whole and opens with what was written', async () => {
    const environment = newEnvironment();
    const folder = await closedCase(environment);
    expect(readdirSync(folder).sort()).toEqual([
      'case.json',
      'evidence',
      'heads.json',
      'ledger.jsonl',
      'reports',
      'work.jsonl',
    ]);
    const seen: unknown[] = [];
    const opened = valueOf(
      await CaseFolder.open(environment, { folder, visitWork: ({ body }) => seen.push(body) }),
    );
    expect(opened.readOnly).toBeUndefined();
    expect(seen).toEqual([{ n: 1 }, { n: 2 }]);
    expect(opened.info()).toMatchObject({ title: 'Acme 2026-014', format: 1, folder });
    expect(opened.info('New title').title).toBe('New title');
    expect(opened.ledger.list().map(({ summary }) => summary)).toEqual([
      'Case “Acme 2026-014” created by Ada',
      'Kept log heads could not be used: heads.json in a test',
    ]);
    expect(await opened.freeBytes()).toBeGreaterThan(0);
    valueOf(await opened.close());
    expect(existsSync(opened.layout.lock)).toBe(false);
  });

  test('gets a name that every file system takes, and one of its own', async () => {
    const home = temporaryFolder();
    const environment = newEnvironment();
    const names: string[] = [];
    for (const title of [
      'Acme',
      'Acme',
      'CON',
      'a/b\\c:d*?"<>|',
      '\u202e..',
      'x'.repeat(300),
      'näïve ☃ ',
    ]) {
      const made = valueOf(await createCase(environment, { title, home }));
      names.push(made.layout.folder.slice(home.length + 1));
      await made.close();
    }
    expect(names).toEqual([
      'Acme.fireline',
      'Acme 2.fireline',
      'case CON.fireline',
      'a-b-c-d.fireline',
      'case.fireline',
      `${'x'.repeat(80)}.fireline`,
      'näïve ☃.fireline',
    ]);
    expect(readdirSync(home).sort()).toEqual([...names].sort());
  });

  test('is not made over something else, nor without a title', async () => {
    const folder = temporaryFolder();
    const environment = newEnvironment();
    const inEmpty = valueOf(await createCase(environment, { title: 'A', folder, home: folder }));
    await inEmpty.close();
    expect(await createCase(environment, { title: 'A', folder, home: folder })).toMatchObject({
      failure: { code: 'case-exists' },
    });
    expect(await createCase(environment, { title: ' ', home: folder })).toMatchObject({
      failure: { code: 'invalid-argument' },
    });
  });

  test('says kindly what cannot be opened', async () => {
    const environment = newEnvironment();
    const folder = await closedCase(environment);
    const file = join(folder, 'case.json');
    const good = readFileSync(file, 'utf8');
    const failureFor = async (content: string) => {
      writeFileSync(file, content);
      const opened = await CaseFolder.open(environment, { folder });
      if (opened.ok) throw new Error('it opened');
      return opened.failure;
    };
    const newer = await failureFor('{"fireline":"case","format":99,"what":"ever"}');
    expect(newer.code).toBe('case-newer-format');
    expect(newer.message).toContain('newer Fireline (case format 99');
    expect(readFileSync(file, 'utf8')).toContain('99');
    for (const bad of ['', '{', '[]', '{"fireline":"case"}', good.replace('"id"', '"it"')]) {
      expect((await failureFor(bad)).code).toBe('case-damaged');
    }
    rmSync(file);
    expect(await CaseFolder.open(environment, { folder })).toMatchObject({
      failure: { code: 'case-missing' },
    });
    expect(readdirSync(folder)).not.toContain('lock.json');
  });

  test('notices any changed byte of case.json', async () => {
    const environment = newEnvironment();
    const folder = await closedCase(environment);
    const file = join(folder, 'case.json');
    const good = readFileSync(file);
    const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a;
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      writeFileSync(file, bad);
      const opened = await CaseFolder.open(environment, { folder });
      if (opened.ok) await opened.value.close();
      const noticed = !opened.ok || opened.value.readOnly !== undefined;
      expect(
        noticed || isSpace(bad[at]),
        `byte ${at}: ${bad.toString('latin1', at - 9, at + 9)}`,
      ).toBe(true);
    }
  }, 60_000);

  test('opens for reading only when a log was altered or cut short, and raises an alarm', async () => {
    const environment = newEnvironment();
    const master = await closedCase(environment);
    const alter = (name: string, change: (path: string) => void) => async () => {
      const folder = join(temporaryFolder(), 'case');
      cpSync(master, folder, { recursive: true });
      change(join(folder, name));
      const alarms: string[] = [];
      const opened = await reopen(folder, { ...environment, alarm: (text) => alarms.push(text) });
      expect(alarms).toHaveLength(1);
      expect(opened.readOnly?.reason).toBe(alarms[0]);
      expect(await opened.work.append([{ kind: 'op', body: {} }])).toMatchObject({ ok: false });
      expect(await opened.ledger.append({ kind: 'heads-lost', body: { why: '' } })).toMatchObject({
        ok: false,
      });
      await opened.close();
      return alarms[0] ?? '';
    };
    const flip = (path: string): void => {
      const bytes = readFileSync(path);
      bytes[12] = (bytes[12] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    };
    const cut = (path: string): void => {
      const bytes = readFileSync(path);
      truncateSync(path, bytes.lastIndexOf('\n', -2) + 1);
    };
    expect(await alter('ledger.jsonl', flip)()).toContain('line 1 is not what was signed');
    expect(await alter('work.jsonl', flip)()).toContain('line 1 is not what was signed');
    expect(await alter('work.jsonl', cut)()).toContain('line 2 is missing');
    expect(await alter('ledger.jsonl', cut)()).toContain('line 2 is missing');
    expect(await alter('work.jsonl', (path) => truncateSync(path, 0))()).toContain(
      'line 1 is missing',
    );
    expect(await alter('work.jsonl', (path) => rmSync(path))()).toContain('line 1 is missing');
    expect(
      await alter('work.jsonl', (path) => truncateSync(path, statSync(path).size - 1))(),
    ).toContain('line 2 is missing');
  });

  test('goes on without usable heads, after an alarm and with a record of it', async () => {
    const environment = newEnvironment();
    const folder = await closedCase(environment);
    const path = join(folder, 'heads.json');
    const good = readFileSync(path);
    for (let at = 0; at < good.length; at += 11) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      writeFileSync(path, bad);
      const alarms: string[] = [];
      const opened = await reopen(folder, { ...environment, alarm: (text) => alarms.push(text) });
      expect(alarms, `byte ${at}`).toHaveLength(1);
      expect(opened.readOnly).toBeUndefined();
      expect(opened.ledger.records.at(-1)?.kind).toBe('heads-lost');
      await opened.close();
      const again = await reopen(folder, { ...environment, alarm: (text) => alarms.push(text) });
      expect(alarms).toHaveLength(1);
      await again.close();
    }
  });

  test('lets a second analyst join, with a key that the first one’s ledger then knows', async () => {
    const ada = newEnvironment();
    const folder = await closedCase(ada);
    const grace = newEnvironment({ signer: newSigner('Grace') });
    for (const expected of [1, 1]) {
      const opened = await reopen(folder, grace);
      const joined = opened.ledger.records.filter(({ kind }) => kind === 'analyst-joined');
      expect(joined).toHaveLength(expected);
      valueOf(await opened.work.append([{ kind: 'op', body: {} }]));
      await opened.close();
    }
    const opened = await reopen(folder, ada);
    expect(opened.readOnly).toBeUndefined();
    expect(opened.ledger.list().map(({ actor }) => actor)).toContain('Grace');
    await opened.close();
  });

  test('two cases one after the other, and side by side, never mix', async () => {
    const environment = newEnvironment();
    const [a, b] = [await newCase(environment, 'A'), await newCase(environment, 'B')];
    valueOf(await a.ledger.append({ kind: 'heads-lost', body: { why: 'of A' } }));
    valueOf(await b.ledger.append({ kind: 'heads-lost', body: { why: 'of B' } }));
    expect(
      a.ledger
        .list()
        .map(({ summary }) => summary)
        .join(),
    ).not.toContain('of B');
    expect(
      b.ledger
        .list()
        .map(({ summary }) => summary)
        .join(),
    ).not.toContain('of A');
    // A log carried from one case into the other is not taken for its own.
    const { layout } = b;
    await Promise.all([a.close(), b.close()]);
    cpSync(a.layout.ledger, layout.ledger);
    expect((await reopen(layout.folder, environment)).readOnly?.reason).toContain(
      'line 1 does not follow',
    );
  });
});

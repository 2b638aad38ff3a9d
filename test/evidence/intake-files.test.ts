import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { evidenceList } from '#main/evidence/evidence-list.ts';
import { SLOT_BYTES } from '#main/evidence/hash-protocol.ts';
import { newCase, temporaryFolder } from '#test/casefile/case-environment.ts';
import { sharedHasher } from './shared-hasher.ts';
import { bodies, statuses, takeIn } from './take-in.ts';

const hasher = sharedHasher();

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every explanation is one sentence without a line break, so that it fits a row. */
const oneSentence = (text: string | undefined): boolean =>
  text !== undefined && text.length > 10 && !/[\r\n]/.test(text);

describe('files', () => {
  it('are hashed, copied into the vault, made unwritable and recorded', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    const contents = {
      'a.log': Buffer.from('one\ntwo\n'),
      'b.bin': randomBytes(3 * SLOT_BYTES + 17),
      'sub/c.log': Buffer.from('three\n'),
    };
    mkdirSync(join(folder, 'sub'));
    for (const [name, bytes] of Object.entries(contents)) writeFileSync(join(folder, name), bytes);
    utimesSync(join(folder, 'a.log'), 1_700_000_000, 1_700_000_000);

    const { files, cancelled } = await takeIn(opened, hasher(), [folder]);

    expect(cancelled).toBe(false);
    expect(files.map(({ path }) => path)).toEqual(
      Object.keys(contents).map((name) => join(folder, name)),
    );
    for (const [n, bytes] of Object.values(contents).entries()) {
      const file = files[n];
      expect(file).toMatchObject({ size: bytes.length, sha256: sha256(bytes), status: 'done' });
      const vault = opened.layout.vaultFile(sha256(bytes) as never);
      expect(readFileSync(vault).equals(bytes)).toBe(true);
      expect(statSync(vault).mode & 0o222).toBe(0);
    }
    expect(readdirSync(opened.layout.incoming)).toEqual([]);
    const [item] = evidenceList(opened.ledger.records);
    expect(item).toMatchObject({
      name: 'a.log',
      state: 'done',
      custody: 'copy',
      source: 'a stick',
      reason: 'a test',
      modifiedAt: new Date(1_700_000_000_000).toISOString(),
    });
    expect(bodies(opened, 'intake-ended')).toEqual([
      { intake: 1, cancelled: false, sealed: 3, duplicates: 0, refused: 0 },
    ]);
  });

  it('left in place are not copied, and the ledger says where they are', async () => {
    const opened = await newCase();
    const path = join(temporaryFolder(), 'a.log');
    writeFileSync(path, 'one\n');
    const { files } = await takeIn(opened, hasher(), [path], {
      request: { custody: 'reference' },
    });
    expect(files).toMatchObject([{ path, events: 1, status: 'done' }]);
    expect(bodies(opened, 'evidence-sealed')).toMatchObject([
      { custody: 'reference', originalPath: path },
    ]);
    expect(readdirSync(opened.layout.evidence)).toEqual(['incoming']);
  });

  it('without content are sealed and said to be empty', async () => {
    const opened = await newCase();
    const path = join(temporaryFolder(), 'empty.evtx');
    writeFileSync(path, '');
    const { files } = await takeIn(opened, hasher(), [path]);
    expect(files).toMatchObject([
      { size: 0, status: 'empty', coverage: 1, sha256: sha256(Buffer.alloc(0)) },
    ]);
    expect(evidenceList(opened.ledger.records)[0]?.state).toBe('empty');
  });

  it('with content that is in the case already are recognised, recorded and not parsed again', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.log'), 'same\n');
    writeFileSync(join(folder, 'b.log'), 'same\n');
    linkSync(join(folder, 'a.log'), join(folder, 'c.log'));
    const parsed: string[] = [];
    const parse = (file: { name: string }) => {
      parsed.push(file.name);
      return Promise.resolve({ state: 'unparsed' as const, seconds: 0 });
    };
    const first = await takeIn(opened, hasher(), [folder], { parts: { parse } });
    const second = await takeIn(opened, hasher(), [join(folder, 'b.log')], { parts: { parse } });
    expect(parsed).toEqual(['a.log']);
    expect(statuses(first.files)).toEqual({
      'a.log': 'unparsed',
      'b.log': 'duplicate',
      'c.log': 'duplicate',
    });
    expect(second.files).toMatchObject([
      { status: 'duplicate', size: 5, sha256: sha256(Buffer.from('same\n')) },
    ]);
    expect(second.files[0]?.explanation).toContain('#0');
    expect(bodies(opened, 'evidence-duplicate').map(({ name, of }) => [name, of])).toEqual([
      ['b.log', 0],
      ['c.log', 0],
      ['b.log', 0],
    ]);
    expect(evidenceList(opened.ledger.records)).toHaveLength(1);
  });

  it('given twice, or given with the folder they lie in, are met once', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.log'), 'one\n');
    const { files } = await takeIn(opened, hasher(), [
      join(folder, 'a.log'),
      folder,
      join(folder, '.', 'a.log'),
    ]);
    expect(files).toHaveLength(1);
  });

  it('may have any name: it is text, and nothing outside the vault is written', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    const names = [
      '<img src=x onerror=alert(1)>.log',
      'a\nb\u001b[31m.log',
      "'; DROP TABLE events; --.log",
      '-rf',
      '..hidden',
      '\u202egpj.exe',
      'ünïcødé 日本.log',
      'x'.repeat(255),
    ];
    for (const name of names) writeFileSync(join(folder, name), name);
    const before = readdirSync(folder).length;
    const { files } = await takeIn(opened, hasher(), [folder]);
    expect(files.map(({ status }) => status)).toEqual(names.map(() => 'done'));
    expect(
      evidenceList(opened.ledger.records)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort());
    expect(readdirSync(folder)).toHaveLength(before);
    for (const { summary } of opened.ledger.list()) {
      expect(['\n', '\u001b', '\u202e'].filter((c) => summary.includes(c))).toEqual([]);
    }
  });
});

describe('what is not a plain, readable file', () => {
  it('is refused with a reason each, while everything else goes on', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    const outside = join(temporaryFolder(), 'secret.txt');
    writeFileSync(outside, 'not handed over\n');
    writeFileSync(join(folder, 'a.log'), 'one\n');
    symlinkSync(outside, join(folder, 'link-out'));
    symlinkSync(folder, join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, 'socket'), resolve));
    onTestFinished(() => void server.close());

    const { files } = await takeIn(opened, hasher(), [folder, '/dev/null', join(folder, 'gone')]);

    expect(statuses(files)).toEqual({
      'a.log': 'done',
      dangling: 'refused',
      'link-out': 'refused',
      loop: 'refused',
      pipe: 'refused',
      socket: 'refused',
      null: 'refused',
      gone: 'refused',
    });
    const why = Object.fromEntries(
      bodies(opened, 'evidence-refused').map(({ name, code, explanation }) => [
        name,
        `${code}: ${explanation}`,
      ]),
    );
    expect(why).toEqual({
      dangling: `symlink: it is a link to nowhere; links are not followed, add what it leads to`,
      'link-out': `symlink: it is a link to ${outside}; links are not followed, add what it leads to`,
      loop: `symlink: it is a link to ${folder}; links are not followed, add what it leads to`,
      pipe: 'special: it is a pipe, not a file',
      socket: 'special: it is a socket, not a file',
      null: 'special: it is a device, not a file',
      gone: 'missing: it is not there',
    });
    const said = files.filter(({ status }) => status === 'refused');
    expect(said.every(({ explanation }) => oneSentence(explanation))).toBe(true);
    expect(bodies(opened, 'intake-ended')).toMatchObject([{ sealed: 1, refused: 7 }]);
  });

  it('a folder in which nothing lies gives nothing, and that is recorded', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'empty', 'deeper'), { recursive: true });
    const { files } = await takeIn(opened, hasher(), [folder]);
    expect(files).toEqual([]);
    expect(bodies(opened, 'intake-ended')).toMatchObject([{ sealed: 0, refused: 0 }]);
  });

  it('folders nested beyond reason are refused where they become so', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    const deep = join(folder, ...Array.from({ length: 230 }, () => 'd'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(folder, 'd', 'a.log'), 'one\n');
    writeFileSync(join(deep, 'b.log'), 'two\n');
    const { files } = await takeIn(opened, hasher(), [folder]);
    expect(files.map(({ status }) => status).sort()).toEqual(['done', 'refused']);
    expect(bodies(opened, 'evidence-refused')[0]?.code).toBe('too-deep');
  });

  it.runIf(existsSync('/proc/self/mem'))('a device error is the file’s own outcome', async () => {
    const opened = await newCase();
    const { files } = await takeIn(opened, hasher(), ['/proc/self/mem', '/proc/self/cmdline']);
    expect(files.map(({ status }) => status)).toEqual(['refused', 'refused']);
    expect(files[0]?.explanation).toBe('the device reports a read or write error');
    expect(files[1]?.explanation).toMatch(/^\d+ bytes were read where its size says 0/);
    expect(bodies(opened, 'evidence-refused').map(({ code }) => code)).toEqual([
      'unreadable',
      'changed',
    ]);
    expect(readdirSync(opened.layout.incoming)).toEqual([]);
  });
});

describe('a file that does not hold still', () => {
  const big = (path: string): void => writeFileSync(path, randomBytes(6 * SLOT_BYTES));

  const acts = {
    'grows while it is read': (path: string) => appendFileSync(path, 'more'),
    'is written over while it is read': (path: string) =>
      writeFileSync(path, randomBytes(6 * SLOT_BYTES)),
    'is cut short while it is read': (path: string) => writeFileSync(path, 'short'),
  };

  it.each(Object.entries(acts))(
    'because it %s is refused and nothing of it is kept',
    async (_, act) => {
      const opened = await newCase();
      const folder = temporaryFolder();
      big(join(folder, 'a.bin'));
      writeFileSync(join(folder, 'b.log'), 'one\n');
      let done = false;
      const { files } = await takeIn(opened, hasher(), [folder], {
        watcher: {
          read: (path) => {
            if (done || !path.endsWith('a.bin')) return;
            done = true;
            act(path);
          },
        },
      });
      expect(statuses(files)).toEqual({ 'a.bin': 'refused', 'b.log': 'done' });
      expect(bodies(opened, 'evidence-refused')).toMatchObject([{ code: 'changed' }]);
      expect(oneSentence(files[0]?.explanation)).toBe(true);
      expect(readdirSync(opened.layout.incoming)).toEqual([]);
      expect(evidenceList(opened.ledger.records)).toHaveLength(1);
    },
  );

  it('that vanishes between being listed and being opened is refused', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.log'), 'one\n');
    writeFileSync(join(folder, 'b.log'), 'two\n');
    const { files } = await takeIn(opened, hasher(), [folder], {
      watcher: { found: () => rmSync(join(folder, 'a.log')) },
    });
    expect(files).toMatchObject([
      { status: 'refused', explanation: 'it is not there' },
      { status: 'done' },
    ]);
  });

  it('whose place a link or a pipe has taken is not followed and does not block', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.log'), 'one\n');
    writeFileSync(join(folder, 'b.log'), 'two\n');
    const { files } = await takeIn(opened, hasher(), [folder], {
      watcher: {
        found: () => {
          rmSync(join(folder, 'a.log'));
          symlinkSync('/etc/passwd', join(folder, 'a.log'));
          rmSync(join(folder, 'b.log'));
          execFileSync('mkfifo', [join(folder, 'b.log')]);
        },
      },
    });
    expect(files.map(({ status }) => status)).toEqual(['refused', 'refused']);
    expect(evidenceList(opened.ledger.records)).toEqual([]);
  });

  it('that is kept by reference and gone when it is to be parsed has failed, and the rest goes on', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.log'), 'one\n');
    writeFileSync(join(folder, 'b.log'), 'two\n');
    const { files } = await takeIn(opened, hasher(), [folder], {
      request: { custody: 'reference' },
      watcher: { sealed: ({ path, name }) => name === 'a.log' && rmSync(path) },
    });
    expect(files).toMatchObject([
      { status: 'failed', explanation: 'it could not be read again: it is not there' },
      { status: 'done' },
    ]);
  });
});

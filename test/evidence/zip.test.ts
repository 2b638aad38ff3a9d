import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IngestedFile } from '#shared/ipc/evidence.ts';
import type { CaseFolder } from '#main/casefile/case-folder.ts';
import { LIMITS, type ContainerLimits } from '#main/evidence/containers/limits.ts';
import { evidenceList } from '#main/evidence/evidence-list.ts';
import type { IntakeResult } from '#main/evidence/intake.ts';
import { newCase, temporaryFolder } from '#test/casefile/case-environment.ts';
import { sharedHasher } from './shared-hasher.ts';
import { bodies, takeIn } from './take-in.ts';
import { zipFile, type ZipMember } from './zip-writer.ts';

const hasher = sharedHasher();

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function takeZip(
  bytes: Buffer,
  limits?: Partial<ContainerLimits>,
): Promise<IntakeResult & { opened: CaseFolder; folder: string }> {
  const opened = await newCase();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'case.zip'), bytes);
  const result = await takeIn(opened, hasher(), [join(folder, 'case.zip')], {
    parts: limits === undefined ? {} : { limits: { ...LIMITS, ...limits } },
  });
  expect(readdirSync(opened.layout.incoming)).toEqual([]);
  expect(readdirSync(folder)).toEqual(['case.zip']);
  return { ...result, opened, folder };
}

/** What was said of each member, by the name the archive gives it. */
const saidOf = ({ files }: IntakeResult): Readonly<Record<string, string>> =>
  Object.fromEntries(
    files
      .filter(({ parent }) => parent !== undefined)
      .map(({ path, status, explanation }) => [
        path.slice(path.indexOf('!') + 1),
        explanation === undefined ? status : `${status}: ${explanation}`,
      ]),
  );

/** The archive's own outcome: always the first. */
const containerOf = ({ files: [first] }: IntakeResult): IngestedFile => {
  if (first === undefined) throw new Error('no outcome');
  return first;
};

describe('members', () => {
  const stored = Buffer.from('stored\n');
  const large = Buffer.alloc(3_000_000, 'deflated line\n');
  const cases: Readonly<Record<string, ZipMember>> = {
    'stored.log': { name: 'stored.log', data: stored },
    'deflated.log': { name: 'deflated.log', data: large, method: 8 },
    'late.log': { name: 'late.log', data: 'late\n', method: 8, descriptor: true },
    'late-stored.log': { name: 'late-stored.log', data: 'late, stored\n', descriptor: true },
    'wide.log': { name: 'wide.log', data: 'zip64\n', method: 8, zip64: true },
    'empty.log': { name: 'empty.log' },
  };

  it('are evidence of their own, with their own hashes, whatever way they are written', async () => {
    const run = await takeZip(zipFile(Object.values(cases)));
    expect(saidOf(run)).toEqual({
      'stored.log': 'done',
      'deflated.log': 'done',
      'late.log': 'done',
      'late-stored.log': 'done',
      'wide.log': 'done',
      'empty.log': 'empty',
    });
    const container = containerOf(run);
    expect(container).toMatchObject({
      status: 'container',
      format: 'ZIP archive',
      coverage: 1,
      records: 6,
    });
    for (const { path, parent, sha256: digest } of run.files.slice(1)) {
      const { data = '' } = cases[path.slice(path.indexOf('!') + 1)] ?? {};
      expect(digest).toBe(sha256(Buffer.from(data)));
      expect(parent).toBe(container.sha256);
      const vault = run.opened.layout.vaultFile(digest as never);
      expect(readFileSync(vault).equals(Buffer.from(data))).toBe(true);
    }
    const sealed = bodies(run.opened, 'evidence-sealed');
    expect(sealed.map(({ index, member }) => [index, member])).toEqual([
      [0, undefined],
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
      [6, 5],
    ]);
    expect(sealed[1]?.modifiedAt).toBe('2026-05-12T09:30:04.000Z');
  });

  it('of the same name are told apart by their number', async () => {
    const run = await takeZip(
      zipFile([
        { name: 'a.log', data: 'one\n' },
        { name: 'a.log', data: 'two\n' },
        { name: 'a.log', data: 'one\n' },
      ]),
    );
    expect(run.files.map(({ status }) => status)).toEqual([
      'container',
      'done',
      'done',
      'duplicate',
    ]);
    expect(bodies(run.opened, 'evidence-sealed').map(({ member }) => member)).toEqual([
      undefined,
      0,
      1,
    ]);
    expect(bodies(run.opened, 'evidence-duplicate')).toMatchObject([{ member: 2, of: 1 }]);
  });

  it('may be named as if they were paths elsewhere: names are text', async () => {
    const names = [
      '../../../../../../tmp/fireline-escaped',
      '/etc/fireline-escaped',
      'C:\\Windows\\fireline-escaped.exe',
      '..\\..\\fireline-escaped',
      '\\\\server\\share\\fireline-escaped',
      '<script>alert(1)</script>.log',
      'line\nbreak\u0000and\u001b[2Jcontrol',
      '..',
      './.',
      'NUL',
    ];
    const run = await takeZip(zipFile(names.map((name, n) => ({ name, data: `${n}\n` }))));
    expect(saidOf(run)).toEqual(Object.fromEntries(names.map((name) => [name, 'done'])));
    expect(
      evidenceList(run.opened.ledger.records)
        .slice(1)
        .map(({ name }) => name),
    ).toEqual([
      'fireline-escaped',
      'fireline-escaped',
      'fireline-escaped.exe',
      'fireline-escaped',
      'fireline-escaped',
      'script>.log',
      'line\nbreak\u0000and\u001b[2Jcontrol',
      '..',
      '.',
      'NUL',
    ]);
    const everything = readdirSync(run.opened.layout.folder, { recursive: true, encoding: 'utf8' });
    expect(
      everything.filter((path) => path.includes('escaped') || path.includes('script')),
    ).toEqual([]);
    const digests = run.files.map((file) => file.sha256);
    const vault = everything.filter((path) => /evidence\/[0-9a-f]{2}\//.test(path));
    expect(new Set(vault.map((path) => path.split('/').at(-1)))).toEqual(new Set(digests));
  });

  it('that are folders are passed over, in either way of writing them', async () => {
    const run = await takeZip(
      zipFile([
        { name: 'logs/', mode: 0o040755 },
        { name: 'logs\\deeper\\' },
        { name: 'logs/a.log', data: 'one\n' },
      ]),
    );
    expect(saidOf(run)).toEqual({ 'logs/a.log': 'done' });
  });

  it('that are archives are opened in turn', async () => {
    const inner = zipFile([{ name: 'a.log', data: 'one\n' }]);
    const run = await takeZip(zipFile([{ name: 'inner.zip', data: inner, method: 8 }]));
    expect(run.files.map(({ path, status }) => [path.split('/').at(-1), status])).toEqual([
      ['case.zip', 'container'],
      ['case.zip!inner.zip', 'container'],
      ['case.zip!inner.zip!a.log', 'done'],
    ]);
  });
});

describe('what cannot be given', () => {
  it('is refused with its reason, and the rest is taken', async () => {
    const run = await takeZip(
      zipFile([
        { name: 'secret.log', data: 'xxxxxxxxxxxxxxxx', flags: 1 },
        { name: 'old.log', data: 'xxxx', method: 6 },
        { name: 'new.log', data: 'xxxx', method: 93 },
        { name: 'odd.log', data: 'xxxx', method: 77 },
        { name: 'link', data: '../../etc/passwd', mode: 0o120777 },
        { name: 'a.log', data: 'one\n' },
      ]),
    );
    expect(saidOf(run)).toEqual({
      'secret.log': 'refused: it is encrypted; unpack it with its password and add the files',
      'old.log':
        'refused: it is compressed with Implode, which cannot be read here; unpack it and add the files',
      'new.log':
        'refused: it is compressed with Zstandard, which cannot be read here; unpack it and add the files',
      'odd.log':
        'refused: it is compressed with method 77, which cannot be read here; unpack it and add the files',
      link: 'refused: it is a link to ../../etc/passwd',
      'a.log': 'done',
    });
    expect(bodies(run.opened, 'evidence-refused').map(({ code }) => code)).toEqual([
      'encrypted',
      'compression',
      'compression',
      'compression',
      'symlink',
    ]);
  });

  it('or is not what the directory says is kept and marked', async () => {
    const run = await takeZip(
      zipFile([
        { name: 'crc.log', data: 'wrong sum\n', crc: 1 },
        { name: 'crc8.log', data: 'wrong sum, deflated\n', crc: 1, method: 8 },
        { name: 'short.log', data: 'short\n', method: 8, size: 600 },
        { name: 'long.log', data: 'longer than it says\n', method: 8, size: 3 },
        { name: 'a.log', data: 'one\n' },
      ]),
    );
    const crc = 'done: its checksum in the archive does not fit its bytes';
    expect(saidOf(run)).toEqual({
      'crc.log': crc,
      'crc8.log': crc,
      'short.log': 'done: it has 6 bytes where the archive says 600',
      'long.log': 'done: it has 20 bytes where the archive says 3',
      'a.log': 'done',
    });
    const explanations = evidenceList(run.opened.ledger.records).map((item) => item.explanation);
    expect(explanations.slice(1, 3)).toEqual([crc, crc].map((text) => text.slice(6)));
    const digest = run.files[1]?.sha256;
    expect(digest).toBe(sha256(Buffer.from('wrong sum\n')));
  });

  it('because its data are damaged is kept as far as it came out', async () => {
    const data = Buffer.from(randomBytes(400_000).toString('base64'));
    const bytes = zipFile([
      { name: 'a.log', data, method: 8 },
      { name: 'b.log', data: 'one\n' },
    ]);
    bytes.fill(0xff, 200_000, 200_100);
    const run = await takeZip(bytes);
    const said = saidOf(run);
    expect(said['a.log']).toMatch(
      /^done: its data are damaged|^done: it has \d+ bytes|^done: its checksum/,
    );
    expect(said['b.log']).toBe('done');
    const [, first] = run.files;
    expect(first?.size).toBeGreaterThan(150_000);
    const vault = readFileSync(run.opened.layout.vaultFile(first?.sha256 as never));
    expect(vault.subarray(0, 150_000).equals(data.subarray(0, 150_000))).toBe(true);
  });
});

describe('guards', () => {
  const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 2 ** 20);
  const small = { ratioFrom: 2 ** 20, ratio: 50 } as const;

  it('stop a bomb by what comes out of it, not by what it claims', async () => {
    const run = await takeZip(
      zipFile([
        { name: 'a.log', data: 'one\n' },
        { name: 'bomb', data: zeros(40), method: 8, size: 4 },
        { name: 'after.log', data: 'two\n' },
      ]),
      small,
    );
    const why = 'more than 50 bytes come out of each of its bytes, as in a decompression bomb';
    expect(saidOf(run)).toEqual({ 'a.log': 'done', bomb: `refused: ${why}` });
    expect(containerOf(run)).toMatchObject({
      status: 'container',
      coverage: 0,
      explanation: `${why}; the members before are kept`,
    });
    expect(bodies(run.opened, 'evidence-refused')).toMatchObject([{ code: 'limit' }]);
  });

  it('stop members that overlap: one piece of data given out again and again', async () => {
    const data = zeros(8);
    const members: ZipMember[] = [{ name: '0', data, method: 8 }];
    for (let n = 1; n < 40; n++) members.push({ name: `${n}`, data, method: 8, overlaps: 0 });
    const run = await takeZip(zipFile(members), { ratioFrom: 20 * 2 ** 20, ratio: 50 });
    const out = run.files
      .filter(({ parent }) => parent !== undefined)
      .reduce((sum, { size }) => sum + size, 0);
    expect(out).toBeLessThanOrEqual(20 * 2 ** 20);
    expect(containerOf(run).explanation).toContain('decompression bomb');
  });

  it('count what comes out of archives in an archive for the outermost too', async () => {
    const leaf = (n: number): Buffer =>
      zipFile([{ name: `${n}.log`, data: Buffer.concat([zeros(1), Buffer.from([n])]), method: 8 }]);
    const members = Array.from({ length: 30 }, (_, n) => ({
      name: `${n}.zip`,
      data: leaf(n),
      method: 8,
    }));
    // Each inner archive alone stays below where ratios count.
    const run = await takeZip(zipFile(members), { ratioFrom: 5 * 2 ** 20, ratio: 20 });
    expect(containerOf(run).explanation).toContain('decompression bomb');
    const out = run.files
      .filter(({ path }) => path.endsWith('.log'))
      .reduce((sum, { size }) => sum + size, 0);
    expect(out).toBeLessThanOrEqual(5 * 2 ** 20);
  });

  it('stop at a number of members, of all archives inside together', async () => {
    const inner = zipFile(
      Array.from({ length: 4 }, (_, n) => ({ name: `${n}`, data: `in ${n}\n` })),
    );
    const run = await takeZip(
      zipFile([
        { name: 'inner.zip', data: inner },
        ...Array.from({ length: 4 }, (_, n) => ({ name: `${n}`, data: `out ${n}\n` })),
      ]),
      { members: 7 },
    );
    expect(containerOf(run).explanation).toBe(
      'it has more than 7 members; the members before are kept',
    );
    expect(Object.values(saidOf(run)).filter((said) => said === 'done')).toHaveLength(6);
  });

  it('stop at a depth', async () => {
    let bytes = zipFile([{ name: 'a.log', data: 'one\n' }]);
    for (let n = 0; n < 4; n++) bytes = zipFile([{ name: 'inner.zip', data: bytes }]);
    const run = await takeZip(bytes, { depth: 3 });
    expect(run.files.map(({ status }) => status)).toEqual(
      Array.from({ length: 4 }, () => 'container'),
    );
    expect(run.files.at(-1)?.explanation).toBe(
      'archives are nested deeper than 3; this one was not opened',
    );
    expect(run.files.at(-1)?.coverage).toBe(0);
  });

  it('stop at a total, and before the disk is full', async () => {
    const members = Array.from({ length: 10 }, (_, n) => ({
      name: `${n}`,
      data: randomBytes(100_000),
    }));
    const run = await takeZip(zipFile(members), { total: 450_000 });
    expect(containerOf(run).explanation).toBe(
      'more than 450000 bytes come out of it; the members before are kept',
    );
    expect(Object.values(saidOf(run)).filter((said) => said === 'done')).toHaveLength(4);
  });

  it('an archive in itself ends', async () => {
    // The same bytes again are a duplicate, so that a quine is opened once.
    const inner = zipFile([{ name: 'a.log', data: 'one\n' }]);
    const run = await takeZip(
      zipFile([
        { name: '1.zip', data: inner },
        { name: '2.zip', data: inner },
      ]),
    );
    expect(run.files.map(({ status }) => status)).toEqual([
      'container',
      'container',
      'done',
      'duplicate',
    ]);
  });
});

describe('an archive that is damaged', () => {
  const whole = zipFile([
    { name: 'a.log', data: 'one\n' },
    { name: 'b.log', data: 'two\n', method: 8 },
  ]);

  it('at any length it is cut to, and with any byte flipped, gives an outcome and no more', async () => {
    const opened = await newCase();
    const folder = temporaryFolder();
    for (let length = 4; length < whole.length; length += 3) {
      writeFileSync(join(folder, `cut-${length}.zip`), whole.subarray(0, length));
    }
    for (let at = 4; at < whole.length; at += 2) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x41;
      writeFileSync(join(folder, `flip-${at}.zip`), bytes);
    }
    const { files } = await takeIn(opened, hasher(), [folder]);
    const archives = files.filter(({ parent }) => parent === undefined);
    expect(archives).toHaveLength(readdirSync(folder).length);
    expect(archives.filter(({ status }) => status !== 'container')).toEqual([]);
    const cut = archives.filter(({ path }) => path.includes('cut-'));
    expect(cut.filter(({ explanation }) => explanation === undefined)).toEqual([]);
    expect(cut.filter(({ coverage }) => coverage !== 0)).toEqual([]);
  }, 30_000);

  it('that promises more members than it has says so', async () => {
    const run = await takeZip(zipFile([{ name: 'a.log', data: 'one\n' }], 5));
    expect(saidOf(run)).toEqual({ 'a.log': 'done' });
    expect(containerOf(run).explanation).toMatch(/^its directory is damaged after 1 members/);
  });

  it.each([
    ['a stray byte', Buffer.from([10]), 1, 'ends before its file does; bytes after it: 1'],
    ['zeros', Buffer.alloc(5_000), 0, undefined],
    [
      'what looks like an end',
      Buffer.from('PK\x05\x06'.padEnd(22, '\x07')),
      22,
      'bytes after it: 22',
    ],
    ['much', Buffer.alloc(300_000, 'x'), 300_000, 'bytes after it: 300000'],
  ])('is read though %s follows it in its file', async (_what, after, unread, why) => {
    const archive = zipFile([{ name: 'a.log', data: 'one\n', method: 8 }]);
    const run = await takeZip(Buffer.concat([archive, after]));
    expect(saidOf(run)).toEqual({ 'a.log': 'done' });
    const container = containerOf(run);
    expect(container.status).toBe('container');
    if (why === undefined) expect(container.explanation).toBeUndefined();
    else expect(container.explanation).toContain(why);
    const whole = archive.length + after.length;
    expect(container.coverage).toBeCloseTo((whole - unread) / whole, 9);
  });

  it('that is empty is a container with nothing in it', async () => {
    const run = await takeZip(zipFile([]));
    expect(run.files).toMatchObject([{ status: 'container', records: 0, coverage: 1 }]);
  });
});

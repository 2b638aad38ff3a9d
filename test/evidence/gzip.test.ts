import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { IngestedFile } from '#shared/ipc/evidence.ts';
import type { CaseFolder } from '#main/casefile/case-folder.ts';
import { unpackedName } from '#main/evidence/containers/gzip.ts';
import { LIMITS } from '#main/evidence/containers/limits.ts';
import { newCase, temporaryFolder } from '#test/casefile/case-environment.ts';
import { sharedHasher } from './shared-hasher.ts';
import { bodies, takeIn } from './take-in.ts';

const hasher = sharedHasher();

interface Taken {
  readonly container: IngestedFile;
  /** What came out, and its outcome. */
  readonly member: IngestedFile | undefined;
  readonly out: Buffer;
  readonly opened: CaseFolder;
}

async function takeGzip(bytes: Buffer, name = 'a.log.gz'): Promise<Taken> {
  const opened = await newCase();
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  const { files } = await takeIn(opened, hasher(), [path], {
    parts: { limits: { ...LIMITS, ratioFrom: 2 ** 20, ratio: 50 } },
  });
  expect(readdirSync(opened.layout.incoming)).toEqual([]);
  const [container, member] = files;
  if (container === undefined) throw new Error('no outcome');
  const digest = member?.sha256;
  const out =
    digest === undefined ? Buffer.alloc(0) : readFileSync(opened.layout.vaultFile(digest as never));
  return { container, member, out, opened };
}

const text = Buffer.from(
  Array.from({ length: 20_000 }, (_, n) => `line ${n} of a log ${n * 7919}\n`).join(''),
);
const packed = gzipSync(text);

/** Adds the header fields that zlib does not write: extra, name, comment, checksum of the header. */
function withHeader(fields: { name?: Buffer; seconds?: number }): Buffer {
  const head = Buffer.from(packed.subarray(0, 10));
  head[3] = 4 | 16 | 2 | (fields.name === undefined ? 0 : 8);
  head.writeUInt32LE(fields.seconds ?? 0, 4);
  const name = fields.name === undefined ? [] : [fields.name, Buffer.alloc(1)];
  const extra = Buffer.from([4, 0, 1, 2, 3, 4]);
  const sum = Buffer.from([0, 0]);
  return Buffer.concat([head, extra, ...name, Buffer.from('said\0'), sum, packed.subarray(10)]);
}

describe('a gzip file', () => {
  it('is opened, and all of its bytes are accounted for', async () => {
    const { container, member, out } = await takeGzip(packed);
    expect(out.equals(text)).toBe(true);
    expect(container).toMatchObject({
      status: 'container',
      format: 'gzip file',
      coverage: 1,
      bytes: { parsed: packed.length, skipped: 0, unexplained: 0 },
    });
    expect(member).toMatchObject({ status: 'done', events: 20_000, parent: container.sha256 });
    expect(member?.path.endsWith('a.log.gz!a.log')).toBe(true);
  });

  it('written by gzip itself keeps its name and time', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'auth.log');
    writeFileSync(path, text);
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    execFileSync('gzip', [path]);
    const { member, opened } = await takeGzip(readFileSync(`${path}.gz`), 'renamed.gz');
    expect(member?.path.endsWith('renamed.gz!auth.log')).toBe(true);
    expect(bodies(opened, 'evidence-sealed')[1]).toMatchObject({
      name: 'auth.log',
      modifiedAt: new Date(1_700_000_000_000).toISOString(),
    });
  });

  it('may have every optional field, a name in either encoding, or one that looks like a path', async () => {
    const names: readonly (readonly [Buffer, string])[] = [
      [Buffer.from('Prüfung.log', 'utf8'), 'Prüfung.log'],
      [Buffer.from('Prüfung.log', 'latin1'), 'Prüfung.log'],
      [Buffer.from('../../etc/passwd'), 'passwd'],
    ];
    for (const [name, shown] of names) {
      const { out, opened } = await takeGzip(withHeader({ name, seconds: 1 }));
      expect(out.equals(text)).toBe(true);
      expect(bodies(opened, 'evidence-sealed')[1]?.name).toBe(shown);
    }
    const { member } = await takeGzip(withHeader({}));
    expect(member?.path.endsWith('a.log.gz!a.log')).toBe(true);
  });

  it('of several members is one file', async () => {
    const parts = [text.subarray(0, 1_000), text.subarray(1_000, 300_000), text.subarray(300_000)];
    const { container, out } = await takeGzip(Buffer.concat(parts.map((part) => gzipSync(part))));
    expect(out.equals(text)).toBe(true);
    expect(container.coverage).toBe(1);
  });

  it('padded with zeros is whole; the padding is skipped for that reason', async () => {
    const { container, out, opened } = await takeGzip(Buffer.concat([packed, Buffer.alloc(512)]));
    expect(out.equals(text)).toBe(true);
    expect(container).toMatchObject({
      coverage: 1,
      bytes: { parsed: packed.length, skipped: 512, unexplained: 0 },
    });
    expect(bodies(opened, 'evidence-parsed')[0]?.coverage?.skippedBy).toEqual({ padding: 512 });
  });

  it('that is nothing but a header and no data gives an empty member', async () => {
    const { container, member } = await takeGzip(gzipSync(Buffer.alloc(0)));
    expect(member).toMatchObject({ size: 0, status: 'empty' });
    expect(container.coverage).toBe(1);
  });
});

describe('what is wrong with one is said, and what came out is kept', () => {
  it('followed by something else', async () => {
    const { container, member, out } = await takeGzip(
      Buffer.concat([packed, Buffer.from('rubbish')]),
    );
    expect(out.equals(text)).toBe(true);
    expect(container).toMatchObject({
      explanation: '7 bytes follow the gzip data and are not gzip',
      bytes: { parsed: packed.length, skipped: 0, unexplained: 7 },
    });
    expect(member?.explanation).toBe(container.explanation);
  });

  it('with a checksum or a length that does not fit', async () => {
    for (const at of [packed.length - 8, packed.length - 1]) {
      const bytes = Buffer.from(packed);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const { container, out } = await takeGzip(bytes);
      expect(out.equals(text)).toBe(true);
      expect(container.explanation).toBe('its checksum in the gzip file does not fit its bytes');
    }
  });

  it('cut in its checksum', async () => {
    const { container, out } = await takeGzip(packed.subarray(0, -3));
    expect(out.equals(text)).toBe(true);
    expect(container.explanation).toBe('the gzip data end before their checksum');
  });

  it('cut in its data', async () => {
    const { container, member, out } = await takeGzip(packed.subarray(0, packed.length >> 1));
    expect(container.explanation).toBe(
      'the gzip data end too early; what came out until there is kept',
    );
    expect(out.length).toBeGreaterThan(text.length / 4);
    expect(text.subarray(0, out.length).equals(out)).toBe(true);
    expect(member?.explanation).toBe(container.explanation);
  });

  it('with damaged data', async () => {
    const large = randomBytes(1_000_000).toString('base64');
    const bytes = gzipSync(large);
    bytes.fill(0xff, 700_000, 700_040);
    const { container, out } = await takeGzip(bytes);
    expect(container.explanation).toMatch(/^the gzip data are damaged|does not fit/);
    expect(out.length).toBeGreaterThan(600_000);
    expect(large.startsWith(out.toString('latin1', 0, 600_000))).toBe(true);
  });

  it('with a header that ends in the middle, or says what no RFC says', async () => {
    const reserved = Buffer.from(packed);
    reserved[3] = 0x80;
    for (const bytes of [packed.subarray(0, 5), reserved]) {
      const { container, member } = await takeGzip(bytes);
      expect(container).toMatchObject({
        status: 'container',
        explanation: 'its gzip header is damaged',
        coverage: 0,
      });
      expect(member).toBeUndefined();
    }
  });

  it('cut or flipped anywhere gives outcomes and no more', async () => {
    const small = gzipSync('a few lines\n'.repeat(20));
    const opened = await newCase();
    const folder = temporaryFolder();
    for (let at = 3; at < small.length; at++) {
      writeFileSync(join(folder, `cut-${at}.gz`), small.subarray(0, at));
      const bytes = Buffer.from(small);
      bytes[at] = (bytes[at] ?? 0) ^ 0x20;
      writeFileSync(join(folder, `flip-${at}.gz`), bytes);
    }
    const { files } = await takeIn(opened, hasher(), [folder]);
    const archives = files.filter(({ parent }) => parent === undefined);
    expect(archives.filter(({ status }) => status !== 'container')).toEqual([]);
    expect(archives).toHaveLength(readdirSync(folder).length);
    const cut = archives.filter(({ path }) => path.includes('cut-'));
    expect(cut.filter(({ explanation }) => explanation === undefined)).toEqual([]);
    for (const { size, bytes } of archives) {
      expect(bytes.parsed + bytes.skipped + bytes.unexplained).toBe(size);
    }
  }, 30_000);

  it('a bomb stops where the limit is', async () => {
    const { container, member } = await takeGzip(gzipSync(Buffer.alloc(30 * 2 ** 20)));
    expect(member).toMatchObject({ status: 'refused' });
    expect(container.explanation).toContain('decompression bomb');
  });
});

describe('the name of what is in a gzip file that does not say', () => {
  it.each([
    ['a.log.gz', 'a.log'],
    ['a.tgz', 'a.tar'],
    ['A.LOG.GZ', 'A.LOG'],
    ['a', 'a.unpacked'],
    ['.gz', '.gz.unpacked'],
    ['../x.gz', 'x'],
  ])('%s → %s', (name, expected) => {
    expect(unpackedName(name)).toBe(expected);
  });
});

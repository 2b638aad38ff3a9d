import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newCase } from '#test/casefile/case-environment.ts';
import { sharedHasher } from './shared-hasher.ts';
import { bodies, takeIn } from './take-in.ts';

const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'evidence');
const answers = join(shared, 'expected', 'archive_expected.json');
const present = existsSync(answers);
if (!present) console.log(`archives: skipped, the development evidence is not at ${shared}`);

interface Expected {
  readonly sevenzip_rc: number;
  readonly methods: readonly string[];
  readonly members: readonly {
    readonly path: string | null;
    readonly size: string;
    readonly crc: string | null;
    readonly encrypted: string | null;
    readonly folder: string | null;
  }[];
}

const expected: Readonly<Record<string, Expected>> = present
  ? (JSON.parse(readFileSync(answers, 'utf8')) as Record<string, Expected>)
  : {};

/** 7-Zip read these whole, with methods that are ours too, and listed every member. */
const whole = (ending: RegExp): readonly string[] =>
  Object.entries(expected)
    .filter(
      ([name, { sevenzip_rc: code, methods, members }]) =>
        ending.test(name) &&
        code === 0 &&
        members.length < 200 &&
        methods.every((method) => /^(?:|Store(?::v1)?|Deflate(?::Maximum)?)$/.test(method)),
    )
    .map(([name]) => name);

const hasher = sharedHasher();

/** Size and CRC-32 of what came out of one archive at the first level, in order. */
async function takeApart(name: string) {
  const opened = await newCase();
  const { files } = await takeIn(opened, hasher(), [join(shared, 'files', name)]);
  const [container] = files;
  const members = [
    ...bodies(opened, 'evidence-sealed'),
    ...bodies(opened, 'evidence-duplicate'),
  ].filter(({ parent }) => parent !== undefined && parent === container?.sha256);
  return {
    container,
    refused: bodies(opened, 'evidence-refused'),
    members: members
      .map(({ member, sha256, size }) => ({
        member,
        size,
        crc: crc32(readFileSync(opened.layout.vaultFile(sha256)))
          .toString(16)
          .toUpperCase()
          .padStart(8, '0'),
      }))
      .sort((a, b) => (a.member ?? 0) - (b.member ?? 0)),
  };
}

describe.runIf(present)('real ZIP files', () => {
  it.each(whole(/\.zip$/))('%s has the members 7-Zip lists', async (name) => {
    const { container, members, refused } = await takeApart(name);
    expect(refused).toEqual([]);
    expect(container).toMatchObject({ status: 'container' });
    const files = expected[name]?.members.filter(({ folder }) => folder !== '+') ?? [];
    expect(members.map(({ size, crc }) => [size, crc])).toEqual(
      files.map(({ size, crc }) => [Number(size), crc === '' ? '00000000' : crc]),
    );
  });

  it('that are encrypted are listed, each member refused with the reason', async () => {
    const names = Object.keys(expected).filter((name) =>
      /(?:password-encrypted|encrypted_collector_password)\.zip$/.test(name),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const { refused } = await takeApart(name);
      const locked = expected[name]?.members.filter(({ encrypted }) => encrypted === '+') ?? [];
      expect(refused.map(({ code }) => code)).toEqual(locked.map(() => 'encrypted'));
    }
  });
});

describe.runIf(present)('real gzip files', () => {
  it.each(whole(/\.t?gz$/).filter((name) => !/broken|members/.test(name)))(
    '%s gives the bytes 7-Zip gives',
    async (name) => {
      const { container, members } = await takeApart(name);
      expect(container).toMatchObject({ status: 'container', coverage: 1 });
      const [file] = expected[name]?.members ?? [];
      expect(members.map(({ size, crc }) => [size, crc])).toEqual([
        [Number(file?.size), file?.crc],
      ]);
    },
  );

  it('of several members are one file, as RFC 1952 says and 7-Zip does not show', async () => {
    const name = Object.keys(expected).find((path) => path.endsWith('gzip/members.gz'));
    if (name === undefined) throw new Error('the file of several members is not there');
    const { container, members } = await takeApart(name);
    expect(container).toMatchObject({ status: 'container', coverage: 1 });
    // 7-Zip lists the first of the two members alone.
    expect(members[0]?.size).toBeGreaterThan(Number(expected[name]?.members[0]?.size));
  });

  it('that are broken say so', async () => {
    const name = Object.keys(expected).find((path) => path.endsWith('textfile_broken_gz.txt.gz'));
    if (name === undefined) throw new Error('the broken file is not there');
    const { container } = await takeApart(name);
    expect(container).toMatchObject({ status: 'container' });
    expect(container?.explanation).toBeTruthy();
    expect(container?.coverage).toBeLessThan(1);
  });
});

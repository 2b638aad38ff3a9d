import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verification } from '#shared/ipc/cases.ts';
import { verifyCase as verifyCaseWith } from '#main/verify/verify-case.ts';
import { verifyPack as verifyPackWith } from '#main/verify/verify-pack.ts';
import { temporaryFolder } from '#test/casefile/case-environment.ts';
import { parserById, sealedCase, type SealedCase } from './sealed-case.ts';

const verifyCase = (folder: string): Promise<Verification> =>
  verifyCaseWith(folder, { parserById });
const verifyPack = (path: string, options: { folder?: string } = {}): Promise<Verification> =>
  verifyPackWith(path, { parserById, ...options });

/** Checks that did not pass, as `what subject`. */
const failures = ({ checks }: Verification): readonly string[] =>
  checks.filter(({ pass }) => !pass).map(({ what, subject }) => `${what} ${subject}`);

const flip = (path: string, at: number, mask = 0x01): void => {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  writeFileSync(path, bytes);
};

describe('a case that nobody touched', () => {
  it('is intact, with every part named', async () => {
    const { folder, citations } = await sealedCase();
    const result = await verifyCase(folder);
    expect(failures(result)).toEqual([]);
    expect(result.intact).toBe(true);
    const kinds = new Set(result.checks.map(({ what }) => what));
    expect([...kinds].sort()).toEqual([
      'citation',
      'evidence',
      'ledger',
      'pack',
      'report',
      'work-log',
    ]);
    expect(citations).toBe(4);
    expect(result.checks.filter(({ what }) => what === 'citation')).toHaveLength(4);
  });

  it('is intact by its pack alone, which finds the case it lies in', async () => {
    const { pack } = await sealedCase();
    const result = await verifyPack(pack);
    expect(failures(result)).toEqual([]);
    expect(result.intact).toBe(true);
  });

  it('whose report is redacted is proven all the same, by digests that confirm no guess', async () => {
    const { pack, folder } = await sealedCase('sysupd');
    const result = await verifyPack(pack);
    expect(failures(result)).toEqual([]);
    expect(result.checks.filter(({ what }) => what === 'citation')).toHaveLength(4);
    const text = readFileSync(pack, 'utf8');
    expect(text).toContain('"format": 2');
    expect(text).not.toContain('sysupd');
    // Whoever guesses the name has the record, and its digest is nowhere in the pack.
    const record =
      'May 12 09:28:02 web1 useradd[930]: new user: name=sysupd, UID=1002, GID=1002, home=/home/sysupd';
    const digest = createHash('sha256').update(record).digest('hex');
    expect(text).not.toContain(digest);
    const open = readFileSync((await sealedCase()).pack, 'utf8');
    expect(open).toContain(digest);
    // The key is in the ledger of the case, and nowhere else.
    const [, key = ''] = /"packKey":"([0-9a-f]{64})"/.exec(
      readFileSync(join(folder, 'ledger.jsonl'), 'utf8'),
    ) ?? [''];
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(text).not.toContain(key);
  });

  it('says what cannot be checked when the pack travels without the case', async () => {
    const { pack, report, folder } = await sealedCase();
    const away = temporaryFolder();
    cpSync(pack, join(away, basename(pack)));
    cpSync(report, join(away, basename(report)));
    const alone = await verifyPack(join(away, basename(pack)));
    expect(alone.intact).toBe(false);
    expect(alone.checks.filter(({ pass }) => pass).map(({ what }) => what)).toEqual([
      'pack',
      'report',
    ]);
    expect(alone.checks.filter(({ pass }) => !pass).every((check) => check.unchecked)).toBe(true);
    const given = await verifyPack(join(away, basename(pack)), { folder });
    expect(given.intact).toBe(true);
  });
});

describe('one changed byte', () => {
  const places = {
    evidence: ({ evidence }: SealedCase) => evidence,
    ledger: ({ folder }: SealedCase) => join(folder, 'ledger.jsonl'),
    'work log': ({ folder }: SealedCase) => join(folder, 'work.jsonl'),
    'proof pack': ({ pack }: SealedCase) => pack,
    report: ({ report }: SealedCase) => report,
    'case.json': ({ folder }: SealedCase) => join(folder, 'case.json'),
    'heads.json': ({ folder }: SealedCase) => join(folder, 'heads.json'),
  };
  /** Every byte of what is small; of what is large, a spread that ends with the last byte. */
  const MOST = 70;

  it.each(Object.keys(places) as (keyof typeof places)[])(
    'anywhere in the %s is found',
    async (name) => {
      const sealed = await sealedCase();
      const path = places[name](sealed);
      const original = readFileSync(path);
      const step = Math.max(1, Math.floor(original.length / MOST));
      const missed: number[] = [];
      for (let at = original.length - 1; at >= 0; at -= step) {
        flip(path, at, 1 << (at % 8));
        const result = await verifyCase(sealed.folder);
        if (result.intact) missed.push(at);
        writeFileSync(path, original);
      }
      expect(missed).toEqual([]);
      expect((await verifyCase(sealed.folder)).intact).toBe(true);
    },
    60_000,
  );

  it('in a cited record fails that citation and no other', async () => {
    const sealed = await sealedCase();
    const original = readFileSync(sealed.evidence);
    const third = original.indexOf('Accepted');
    flip(sealed.evidence, third);
    const result = await verifyCase(sealed.folder);
    writeFileSync(sealed.evidence, original);
    expect(failures(result)).toEqual(['evidence #0 auth.log', 'citation E3']);
  });

  it('in the report or the pack fails just that', async () => {
    const sealed = await sealedCase();
    const report = readFileSync(sealed.report);
    flip(sealed.report, 5_000);
    expect(failures(await verifyPack(sealed.pack))).toEqual([`report ${basename(sealed.report)}`]);
    writeFileSync(sealed.report, report);
    const pack = readFileSync(sealed.pack, 'utf8');
    writeFileSync(
      sealed.pack,
      pack.replace('"tool": "Fireline 0.1.0"', '"tool": "Fireline 9.9.9"'),
    );
    expect(failures(await verifyPack(sealed.pack))).toEqual([
      `pack ${basename(sealed.pack)}`,
      `ledger ${basename(sealed.pack)}`,
    ]);
    writeFileSync(sealed.pack, pack.replace('\n}', '\n} '));
    expect((await verifyPack(sealed.pack)).intact).toBe(false);
    writeFileSync(sealed.pack, pack);
  });
});

describe('what is missing', () => {
  it('is named: evidence, report, the end of the ledger', async () => {
    const sealed = await sealedCase();
    rmSync(sealed.evidence);
    expect(failures(await verifyCase(sealed.folder))).toEqual([
      'evidence #0 auth.log',
      'citation E1',
      'citation E2',
      'citation E3',
      'citation E4',
    ]);
  });

  it('lines cut off the end of the ledger are noticed', async () => {
    const sealed = await sealedCase();
    const path = join(sealed.folder, 'ledger.jsonl');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${lines.slice(0, -1).join('\n')}\n`);
    const failed = failures(await verifyCase(sealed.folder));
    expect(failed).toContain('ledger ledger.jsonl');
    expect(failed).toContain(`ledger ${basename(sealed.pack)}`);
  });
});

describe('hostile input', () => {
  const FORMS: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['not JSON', '{{{'],
    ['another kind of JSON', '{"fireline":"case"}'],
    ['a newer format', '{"fireline":"proof-pack","format":99}'],
    ['null', 'null'],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a prototype key', '{"__proto__":{"fireline":"proof-pack","format":1}}'],
  ];

  it.each(FORMS)('as a pack that is %s is a failed check', async (_, text) => {
    const path = join(temporaryFolder(), 'x.fireline-proof.json');
    writeFileSync(path, text);
    const result = await verifyPack(path);
    expect(result.intact).toBe(false);
    expect(result.checks).toHaveLength(1);
    expect(result.checks[0]).toMatchObject({ what: 'pack', pass: false });
  });

  it('cannot point at files elsewhere', async () => {
    const { pack } = await sealedCase();
    const text = readFileSync(pack, 'utf8');
    writeFileSync(pack, text.replace('"post-mortem.html"', '"../../../../etc/passwd"'));
    const { checks } = await verifyPack(pack);
    expect(checks).toHaveLength(1);
    expect(checks[0]?.detail).toMatch(/wrong form/);
  });

  it('as a folder that is no case, or a case that is a folder of rubbish, is a failed check', async () => {
    const folder = temporaryFolder();
    expect((await verifyCase(folder)).intact).toBe(false);
    for (const name of ['case.json', 'ledger.jsonl', 'work.jsonl', 'heads.json']) {
      writeFileSync(join(folder, name), Buffer.alloc(4_096, 0x5b));
    }
    mkdirSync(join(folder, 'reports', 'x.fireline-proof.json'), { recursive: true });
    expect((await verifyCase(folder)).intact).toBe(false);
    expect((await verifyPack(join(folder, 'reports', 'x.fireline-proof.json'))).intact).toBe(false);
    expect((await verifyPack(join(folder, 'no-such-file'))).intact).toBe(false);
  });
});

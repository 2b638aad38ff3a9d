import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogReading } from '#main/casefile/log-reader.ts';
import { readLog } from '#main/casefile/log-reader.ts';
import type { SignedEntry } from '#main/casefile/signed-line.ts';
import { SignedLog } from '#main/casefile/signed-log.ts';
import type { Signer } from '#main/casefile/signing-key.ts';
import { KeyRing } from '#main/casefile/signing-key.ts';
import { newSigner, temporaryFolder, tickingClock, valueOf } from './case-environment.ts';

const caseId = 'case-1';

interface Opened {
  readonly log: SignedLog;
  readonly entries: SignedEntry[];
}

async function openLog(path: string, signers: readonly Signer[], write = true): Promise<Opened> {
  const entries: SignedEntry[] = [];
  const keys = new KeyRing(signers.map((signer) => signer.analyst));
  const log = valueOf(
    await SignedLog.open({
      path,
      name: 'work',
      caseId,
      keys,
      visit: (entry) => entries.push(entry),
    }),
  );
  const [signer] = signers;
  if (write && signer !== undefined) {
    valueOf(await log.startWriting({ signer, clock: tickingClock() }));
  }
  return { log, entries };
}

/** A log of a few lines by two analysts. */
async function smallLog(): Promise<{ path: string; signers: readonly Signer[]; opened: Opened }> {
  const path = join(temporaryFolder(), 'work.jsonl');
  const signers = [newSigner('Ada'), newSigner('Grace')] as const;
  for (const order of [signers, [...signers].reverse(), signers]) {
    const { log } = await openLog(path, order);
    for (const kind of ['a', 'b']) valueOf(await log.append([{ kind, body: { text: 'höhö\n' } }]));
    await log.close();
  }
  return { path, signers, opened: await openLog(path, signers, false) };
}

const read = async (path: string, signers: readonly Signer[], more: object = {}) => {
  const entries: SignedEntry[] = [];
  const keys = new KeyRing(signers.map((signer) => signer.analyst));
  const visit = (entry: SignedEntry): void => void entries.push(entry);
  const reading = await readLog({ path, name: 'work', caseId, keys, visit, ...more });
  return { reading, entries };
};

const lineOf = (reading: LogReading): number | undefined => reading.broken?.line;

describe('a signed log', () => {
  test('gives back what was appended, in order, and goes on from there', async () => {
    const { opened } = await smallLog();
    expect(opened.entries.map(({ seq, kind, actor }) => [seq, kind, actor])).toEqual([
      [0, 'a', 'Ada'],
      [1, 'b', 'Ada'],
      [2, 'a', 'Grace'],
      [3, 'b', 'Grace'],
      [4, 'a', 'Ada'],
      [5, 'b', 'Ada'],
    ]);
    expect(opened.log.reading).toMatchObject({ torn: false, broken: undefined });
  });

  test('shares one write among appends made together, and keeps their order', async () => {
    const { log, entries } = await openLog(join(temporaryFolder(), 'work.jsonl'), [newSigner()]);
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 50 }, async (_, n) => {
        const [entry] = valueOf(await log.append([{ kind: 'n', body: { n } }]));
        order.push(entry?.seq ?? -1);
      }),
    );
    expect(order).toEqual(Array.from({ length: 50 }, (_, n) => n));
    expect(entries).toEqual([]);
    expect(log.head.lines).toBe(50);
    await log.close();
  });

  test('notices any changed byte, wherever it is', async () => {
    const { path, signers, opened } = await smallLog();
    const good = readFileSync(path);
    const { head } = opened.log;
    const copy = `${path}.copy`;
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(copy, bad);
      const { reading, entries } = await read(copy, signers, { kept: head });
      const line = good.subarray(0, at).toString('latin1').split('\n').length;
      // A line feed is between two lines; either may be named.
      const near = good[at] === 0x0a ? [line, line + 1] : [line];
      expect(near, `byte ${at}`).toContain(lineOf(reading));
      expect(entries.length, `byte ${at}`).toBeLessThan(line);
    }
  }, 60_000);

  test('notices lines that are removed, repeated, swapped or put in', async () => {
    const { path, signers } = await smallLog();
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    const variants: [string, string[], number][] = [
      ['removed', lines.toSpliced(2, 1), 3],
      ['repeated', lines.toSpliced(2, 0, lines[1] ?? ''), 3],
      ['swapped', [lines[1] ?? '', lines[0] ?? '', ...lines.slice(2)], 1],
      ['first gone', lines.slice(1), 1],
    ];
    for (const [what, changed, line] of variants) {
      writeFileSync(path, `${changed.join('\n')}\n`);
      expect(lineOf((await read(path, signers)).reading), what).toBe(line);
    }
  });

  test('is not taken in by a forger who links the chain anew without the key', async () => {
    const { path, signers } = await smallLog();
    const forger = newSigner('Ada');
    // The forger has a key of the same name, and even claims the true key's id.
    const claimed: Signer = { analyst: signers[0]?.analyst ?? forger.analyst, sign: forger.sign };
    const forged = `${path}.forged`;
    const { log } = await openLog(forged, [claimed]);
    valueOf(
      await log.append([
        { kind: 'a', body: {} },
        { kind: 'b', body: {} },
      ]),
    );
    await log.close();
    const { reading, entries } = await read(forged, signers);
    expect(lineOf(reading)).toBe(1);
    expect(entries).toEqual([]);
    const stranger = await read(path, signers.slice(0, 1));
    expect(lineOf(stranger.reading)).toBe(3);
    expect(stranger.reading.broken?.why).toContain('does not know');
  });

  test('belongs to one case and one name', async () => {
    const { path, signers } = await smallLog();
    expect(lineOf((await read(path, signers, { name: 'ledger' })).reading)).toBe(1);
    expect(lineOf((await read(path, signers, { caseId: 'case-2' })).reading)).toBe(1);
  });

  test('notices a cut-off end through a head kept elsewhere', async () => {
    const { path, signers, opened } = await smallLog();
    const kept = opened.log.head;
    const bytes = readFileSync(path);
    truncateSync(path, bytes.lastIndexOf('\n', -2) + 1);
    expect(lineOf((await read(path, signers)).reading)).toBeUndefined();
    expect((await read(path, signers, { kept })).reading.broken).toMatchObject({ line: 6 });
  });

  test('cuts off half a line after a crash, keeps the bytes and records it', async () => {
    const { path, signers } = await smallLog();
    const before = readFileSync(path).length;
    for (const [round, torn] of [Buffer.from('{"actor":"Ada","at'), Buffer.alloc(4096)].entries()) {
      appendFileSync(path, torn);
      const { reading } = await read(path, signers);
      expect(reading).toMatchObject({ torn: true, broken: undefined });
      const { log, entries } = await openLog(path, signers);
      await log.close();
      const record = entries.at(-1);
      expect(record?.kind).toBe('log-repaired');
      const kept = join(path, '..', String(record?.body['kept']));
      expect(readFileSync(kept).equals(torn)).toBe(true);
      expect(record?.body).toMatchObject({ log: 'work.jsonl', bytes: torn.length });
      if (round === 0) expect(record?.body['offset']).toBe(before);
    }
    expect((await read(path, signers)).reading).toMatchObject({ torn: false, broken: undefined });
  });

  test('records a repair that a second crash left unrecorded', async () => {
    const { path, signers } = await smallLog();
    writeFileSync(`${path}.torn-77`, 'half a line');
    for (const expected of [7, 7]) {
      const { log, entries } = await openLog(path, signers);
      await log.close();
      expect(entries).toHaveLength(expected);
    }
  });

  test('refuses to write behind a broken line, and when another program wrote meanwhile', async () => {
    const { path, signers } = await smallLog();
    const copy = `${path}.copy`;
    copyFileSync(path, copy);
    const { log } = await openLog(path, signers);
    appendFileSync(path, 'x');
    const refused = await log.append([{ kind: 'c', body: {} }]);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'case-damaged' } });
    await log.close();
    writeFileSync(copy, readFileSync(copy, 'utf8').replace('höhö', 'hoho'));
    const opened = await openLog(copy, signers, false);
    const [signer] = signers;
    if (signer === undefined) throw new Error('no signer');
    expect(await opened.log.startWriting({ signer, clock: Date.now })).toMatchObject({
      ok: false,
      failure: { code: 'case-damaged' },
    });
    expect(readdirSync(join(copy, '..')).filter((name) => name.includes('torn'))).toEqual([]);
  });

  test('writes nothing of a batch that does not fit on the disk', async () => {
    if (!existsSync('/dev/full') || process.getuid?.() !== 0) {
      console.log('skipped: needs root to mount a small file system');
      return;
    }
    const folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
    try {
      const path = join(folder, 'work.jsonl');
      const signer = newSigner();
      const { log } = await openLog(path, [signer]);
      valueOf(await log.append([{ kind: 'small', body: {} }]));
      const big = { kind: 'big', body: { text: 'x'.repeat(100_000) } };
      expect(await log.append([big])).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
      valueOf(await log.append([{ kind: 'small', body: {} }]));
      await log.close();
      const { reading, entries } = await read(path, [signer]);
      expect(entries.map(({ kind }) => kind)).toEqual(['small', 'small']);
      expect(reading).toMatchObject({ torn: false, broken: undefined });
    } finally {
      execFileSync('umount', [folder]);
    }
  });

  test('opens a hundred thousand lines in seconds', async () => {
    const path = join(temporaryFolder(), 'work.jsonl');
    const signer = newSigner();
    const { log } = await openLog(path, [signer]);
    const drafts = Array.from({ length: 100_000 }, (_, n) => ({
      kind: 'op',
      body: {
        id: `${n}`.padStart(64, '0'),
        body: { kind: 'tag.add', tag: 'seen' },
        reason: 'because',
      },
    }));
    valueOf(await log.append(drafts));
    await log.close();
    const start = performance.now();
    const { reading } = await read(path, [signer]);
    const seconds = (performance.now() - start) / 1000;
    console.log(`100,000 lines read and verified in ${seconds.toFixed(2)} s`);
    expect(reading.head.lines).toBe(100_000);
    expect(seconds).toBeLessThan(10);
  }, 60_000);

  test('survives whatever bytes follow the last line', async () => {
    const { path, signers } = await smallLog();
    const good = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (tail) => {
        writeFileSync(path, Buffer.concat([good, tail]));
        const { reading, entries } = await read(path, signers);
        expect(entries).toHaveLength(6);
        expect(reading.torn !== (reading.broken !== undefined)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

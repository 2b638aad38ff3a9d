import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkOffset, recordsOf } from '#main/parse/evtx-writer/damage.ts';
import { writeLog } from '#main/parse/evtx-writer/log-writer.ts';
import type { ParsedEvent } from '#main/parse/parser.ts';
import { anyEvent } from './arbitrary-event.ts';
import { collect, textOf } from './collect.ts';
import { codesOf } from './read-log.ts';

const CHUNK = 65_536;
const CHECKED_FILE_HEADER = 128;
const CHUNK_HEADER = 512;

/** A closed log over two chunks: events of all kinds, each of them several times, as real logs have them. */
const kinds = fc.sample(anyEvent, { numRuns: 24, seed: 3 });
const log = writeLog(
  Array.from({ length: 200 }, (_, n) => kinds[n % kinds.length]?.event).filter(
    (event) => event !== undefined,
  ),
);
/** Thousands of logs are read here; on a busy machine that takes its time. */
const TIMEOUT = 60_000;
const chunks = (log.length - 4096) / CHUNK;
const whole = collect(log);
const known = new Map(whole.events.map((event) => [event.offset, event]));
const texts = whole.events.map(textOf);
const briefly = ({ offset, message }: ParsedEvent): string => `${offset} ${message}`;
const NEAR = 5;
const usedEnd = (chunk: number): number => log.readUInt32LE(chunkOffset(chunk) + 48);
const lastEnd = chunkOffset(chunks - 1) + usedEnd(chunks - 1);

/** A deterministic choice of numbers below `limit`. */
function* scattered(count: number, limit: number): Generator<number> {
  let state = 0x2545_f491;
  for (let i = 0; i < count; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield (state >>> 0) % limit;
  }
}

describe('a damaged EVTX log', { timeout: TIMEOUT }, () => {
  it('is whole to begin with', () => {
    expect(chunks).toBe(2);
    expect(whole.issues).toEqual([]);
    expect(whole.parsed + whole.skipped).toBe(log.length);
    const places = Array.from({ length: chunks }, (_, n) => recordsOf(log, n)).flat();
    expect([...known.keys()]).toEqual(places.map(({ offset }) => offset));
  });

  it('gives, cut off anywhere, every record before the cut and says what is missing', () => {
    const cuts = new Set([
      ...Array.from({ length: 140 }, (_, n) => n),
      ...Array.from({ length: chunks }, (_, n) => chunkOffset(n)).flatMap((at) =>
        [-1, 0, 1, 7, 8, 48, 127, 128, 511, 512, 513, 536].map((more) => at + more),
      ),
      ...[...known.values()]
        .filter((_, n) => n % 3 === 0)
        .flatMap(({ offset, length }) => [offset, offset + length - 1]),
      ...scattered(200, log.length),
    ]);
    for (const cut of cuts) {
      const { events, issues, parsed, skipped } = collect(log.subarray(0, cut));
      const before = whole.events.filter(({ offset, length }) => offset + length <= cut);
      expect(events.map(briefly), `cut at ${cut}`).toEqual(before.map(briefly));
      // Near the cut to the last detail.
      expect(events.slice(-NEAR).map(textOf), `cut at ${cut}`).toEqual(
        texts.slice(0, before.length).slice(-NEAR),
      );
      if (cut < lastEnd) expect(issues.length, `cut at ${cut}`).toBeGreaterThan(0);
      // Only the record that was cut through can be unexplained, and what is left of a cut header.
      const largest = Math.max(...whole.events.map(({ length }) => length), CHUNK_HEADER);
      expect(cut - parsed - skipped, `cut at ${cut}`).toBeLessThan(largest);
    }
  });

  it('reports any single changed bit that a checksum covers, and loses nothing elsewhere', () => {
    const positions = [
      ...scattered(250, log.length),
      ...scattered(40, CHECKED_FILE_HEADER),
      ...Array.from({ length: chunks }, (_, n) =>
        [...scattered(25, CHUNK_HEADER)].map((at) => chunkOffset(n) + at),
      ).flat(),
    ];
    positions.forEach((position, n) => {
      const damaged = Buffer.from(log);
      damaged[position] = (damaged[position] ?? 0) ^ (1 << (n & 7));
      const { events, issues } = collect(damaged);
      const chunk = Math.floor((position - 4096) / CHUNK);
      const label = `bit ${n & 7} of byte ${position}`;
      const expected = expectedIssues(position, chunk);
      if (expected !== undefined)
        expect(
          issues.filter(({ offset }) => offset === expected.offset).map(({ code }) => code),
          label,
        ).toEqual(expect.arrayContaining([expect.stringMatching(expected.code)]));
      const read = new Map(events.map((event) => [event.offset, event]));
      const lost = whole.events.filter((event, index) => {
        if (Math.floor((event.offset - 4096) / CHUNK) === chunk) return false;
        const again = read.get(event.offset);
        return again === undefined || textOf(again) !== texts[index];
      });
      expect(lost, label).toEqual([]);
    });
  });

  it('never throws, miscounts or leaves the file, whatever is done to it', () => {
    const part = fc.record({
      from: fc.integer({ min: 0, max: log.length - 1 }),
      at: fc.integer({ min: 0, max: log.length - 1 }),
      length: fc.integer({ min: 1, max: 8192 }),
    });
    const wound = fc.oneof(
      fc.record({
        at: fc.integer({ min: 0, max: log.length - 1 }),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
      }),
      fc.record({ at: part.map(({ at }) => at), zeros: fc.integer({ min: 1, max: 4096 }) }),
      // Structures that are right in themselves, in the wrong place.
      part,
    );
    fc.assert(
      fc.property(
        fc.array(wound, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: log.length }),
        (wounds, length) => {
          const damaged = Buffer.from(log);
          for (const each of wounds) {
            if ('bytes' in each) damaged.set(each.bytes.subarray(0, log.length - each.at), each.at);
            else if ('zeros' in each) damaged.subarray(each.at, each.at + each.zeros).fill(0);
            else log.copy(damaged, each.at, each.from, each.from + each.length);
          }
          collect(damaged);
          collect(damaged.subarray(0, length));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('is read the same in pieces of any size', () => {
    const damaged = Buffer.from(log);
    for (const at of scattered(60, log.length)) damaged[at] = (damaged[at] ?? 0) ^ 0x41;
    const once = collect(damaged);
    expect(codesOf(once.issues).length).toBeGreaterThan(3);
    for (const step of [1, 7, 4095, 65_535]) expect(collect(damaged, step)).toEqual(once);
  });

  it('that is no log at all is read to its end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const { events, issues } = collect(bytes);
        expect(events).toEqual([]);
        expect(codesOf(issues)).toContain('evtx-file-header');
      }),
      { numRuns: 200 },
    );
  });
});

/** Where the change must be reported and as what; nowhere for bytes that no checksum covers. */
function expectedIssues(
  position: number,
  chunk: number,
): { readonly offset: number; readonly code: RegExp } | undefined {
  if (position < CHECKED_FILE_HEADER)
    return position >= 120 && position < 124 ? undefined : { offset: 0, code: /^evtx-file-header/ };
  if (position < 4096) return undefined;
  const offset = chunkOffset(chunk);
  const at = position - offset;
  if (at < 120 || (at >= 124 && at < CHUNK_HEADER))
    return { offset, code: /^evtx-chunk-(header-checksum|magic)$/ };
  if (at >= CHUNK_HEADER && at < usedEnd(chunk)) return { offset, code: /^evtx-chunk-checksum$/ };
  return undefined;
}

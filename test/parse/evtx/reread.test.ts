import { describe, expect, it } from 'vitest';
import type { BatchRow } from '#main/parse/batch-row.ts';
import { BufferSource } from '#main/parse/buffer-source.ts';
import {
  cutBack,
  recordsOf,
  withHiddenRecord,
  withoutMagic,
  zeroed,
} from '#main/parse/evtx-writer/damage.ts';
import { writeLog } from '#main/parse/evtx-writer/log-writer.ts';
import { parser } from '#main/parse/formats/evtx/index.ts';
import { reread } from '#main/parse/reread.ts';
import { hasRealEvidence, realFile, realFiles } from '../real-evidence.ts';
import { context, readLog } from './read-log.ts';

/** As an event is cited: without its number in the file, which re-reading one record cannot know. */
const cited = (row: BatchRow): BatchRow => ({ ...row, n: 0 });

/** Re-reads every event of a log from its locator alone and compares it with what the whole reading gave. */
function expectReread(log: Buffer): void {
  const { rows } = readLog(log);
  const { events, failure } = reread(parser, new BufferSource(log), context, rows);
  expect(failure).toBeUndefined();
  const again = rows.map(({ offset, ordinal }) =>
    events
      .get(offset)
      ?.filter((row) => row.ordinal === ordinal)
      .map(cited),
  );
  expect(again).toEqual(rows.map((row) => [cited(row)]));
}

const log = writeLog(
  Array.from({ length: 120 }, (_, n) => ({
    provider: n % 2 === 0 ? 'Fireline-Even' : 'Fireline-Odd',
    channel: 'Application',
    computer: 'WS-07',
    eventId: n,
    time: 1_780_000_000_000_000_000n + BigInt(n) * 1_000_000_000n,
    data: [
      ['Number', n],
      ['Text', `record ${n} `.repeat(60)],
    ] as const,
  })),
);

describe('re-reading an EVTX record by its locator', { timeout: 60_000 }, () => {
  it('gives the same event', () => {
    expectReread(log);
  });

  it('gives the same event where it was recovered from slack, a damaged chunk or another record', () => {
    expectReread(cutBack(log, 1, 2));
    expectReread(withoutMagic(log, 1));
    expectReread(withHiddenRecord(log, 0, 4));
  });

  it('gives the same event where its template was taken from another chunk, or is gone', () => {
    const [, second] = recordsOf(log, 1);
    const [first] = recordsOf(log, 1);
    if (first === undefined || second === undefined) throw new Error('the chunk is empty');
    expectReread(zeroed(log, first.offset + 28, first.size - 32));
    const single = zeroed(log.subarray(0, 4096 + 65_536), 4096 + 512 + 28, 200);
    expectReread(single);
  });

  it('gives each event once, however often it is asked for', () => {
    const [first, second] = readLog(log).rows;
    if (first === undefined || second === undefined) throw new Error('the log is empty');
    const { events } = reread(parser, new BufferSource(log), context, [first, second, first]);
    expect([...events].map(([offset, rows]) => [offset, rows.length])).toEqual([
      [first.offset, 1],
      [second.offset, 1],
    ]);
  });

  it('gives nothing where there is no record any more', () => {
    const [place] = recordsOf(log, 0);
    if (place === undefined) throw new Error('the chunk is empty');
    for (const offset of [place.offset + 8, 0, 4096, log.length - 8, log.length + 100]) {
      const { events, failure } = reread(parser, new BufferSource(log), context, [
        { offset, length: place.size },
      ]);
      expect(failure).toBeUndefined();
      expect(events.get(offset)).toEqual([]);
    }
  });

  it('gives another event once a byte of it was changed', () => {
    const [place] = recordsOf(log, 0);
    if (place === undefined) throw new Error('the chunk is empty');
    const at = log.indexOf(Buffer.from('record 0', 'utf16le'));
    const changed = Buffer.from(log);
    changed.writeUInt8('R'.charCodeAt(0), at);
    const read = (bytes: Buffer): BatchRow[] | undefined =>
      reread(parser, new BufferSource(bytes), context, [
        { offset: place.offset, length: place.size },
      ])
        .events.get(place.offset)
        ?.map(cited);
    expect(read(log)?.length).toBe(1);
    expect(read(changed)).not.toEqual(read(log));
  });
});

/** Every n-th real log and all large ones, and of each about this many events, spread over the file. */
const EVERY = 6;
const MOST = 60;
const LARGE = 1_000_000;

describe.skipIf(!hasRealEvidence)(
  're-reading real EVTX records by their locators',
  { timeout: 60_000 },
  () => {
    const paths = realFiles('.evtx').filter(
      (path, n) => n % EVERY === 0 || realFile(path).length > LARGE,
    );

    it.each(paths)('%s', (path) => {
      const file = realFile(path);
      const { rows } = readLog(file);
      const step = Math.max(1, Math.floor(rows.length / MOST));
      const sample = rows.filter((_, n) => n % step === 0);
      const { events, failure } = reread(parser, new BufferSource(file), context, sample);
      expect(failure).toBeUndefined();
      expect(sample.map(({ offset }) => events.get(offset)?.map(cited))).toEqual(
        sample.map((row) => [cited(row)]),
      );
    });
  },
);

import { describe, expect, it } from 'vitest';
import {
  chunkOffset,
  countingChunks,
  cutBack,
  overwritten,
  recordsOf,
  resealed,
  withHiddenRecord,
  withoutMagic,
  zeroed,
} from '#main/parse/evtx-writer/damage.ts';
import type { LogEvent } from '#main/parse/evtx-writer/log-event.ts';
import { sealFileHeader, writeLog } from '#main/parse/evtx-writer/log-writer.ts';
import { codesOf, fieldsOf, type Log, readLog } from './read-log.ts';

const START = 1_780_000_000_000_000_000n;

/** One of a series of process starts; long enough that about a hundred fill a chunk. */
const processStart = (n: number): LogEvent => ({
  provider: 'Microsoft-Windows-Security-Auditing',
  channel: 'Security',
  computer: 'WS-07',
  eventId: 4688,
  time: START + BigInt(n) * 1_000_000_000n,
  data: [
    ['SubjectUserName', 'm.brandt'],
    ['SubjectDomainName', 'ACME'],
    ['NewProcessName', `C:\\Tools\\run-${n}.exe`],
    ['CommandLine', `run-${n}.exe ${'--quiet '.repeat(20)}`],
  ],
});

const events = Array.from({ length: 300 }, (_, n) => processStart(n));
const log = writeLog(events);
const inChunk = (n: number): number => recordsOf(log, n).length;

const numbers = (rows: Log['rows']): (number | undefined)[] => rows.map(({ record }) => record);
const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n);

/** Every byte is named, and none twice. */
function expectAllExplained({ coverage, issues }: Log): void {
  expect(coverage.bytes.unexplained).toBe(0);
  expect(codesOf(issues)).not.toContain('bytes-overcounted');
}

describe('an EVTX log', { timeout: 60_000 }, () => {
  it('that was cut back shows what is left in its slack as recovered', () => {
    const damaged = cutBack(log, 1, 3);
    const read = readLog(damaged);
    const first = inChunk(0) + 1;
    const rest = upTo(first + inChunk(1) - 1, first);
    expect(numbers(read.recovered)).toEqual(rest.slice(3));
    expect(read.live.length + read.recovered.length).toBe(events.length);
    expect(read.account.recovered).toBe(rest.length - 3);
    expect(read.issues).toMatchObject([
      {
        code: 'evtx-recovered-slack',
        severity: 'info',
        message: `${rest.length - 3} records recovered from the unused end of this chunk.`,
      },
      {
        code: 'evtx-record-gap',
        severity: 'warning',
        message: `Record numbers ${first + 3} to ${rest.at(-1)} (${rest.length - 3}) are missing between the records of this file; all of them were recovered.`,
      },
    ]);
    // They are the same events as before, but for the mark.
    const before = readLog(log).rows.filter(({ record }) => rest.slice(3).includes(record ?? 0));
    expect(read.recovered.map((row) => ({ ...row, n: 0 }))).toEqual(
      before.map((row) => ({ ...row, n: 0, recovered: true })),
    );
    expectAllExplained(read);
  });

  it('whose chunks were built over old ones does not repeat records that it still holds', () => {
    const over = writeLog(events, { slack: true });
    const read = readLog(over);
    expect(numbers(read.live)).toEqual(upTo(events.length));
    expect(read.recovered).toEqual([]);
    expect(read.account.skippedBy['copy-of-record']).toBeGreaterThan(0);
    expect(read.issues).toEqual([]);
    expectAllExplained(read);
  });

  it('from which a record was hidden behind the one before it still shows it', () => {
    for (const n of [1, 5, inChunk(1) - 1]) {
      const damaged = withHiddenRecord(log, 1, n);
      const hidden = recordsOf(log, 1)[n];
      const read = readLog(damaged);
      expect(read.recovered).toMatchObject([
        { record: Number(hidden?.number), offset: hidden?.offset, length: hidden?.size },
      ]);
      const [row] = read.recovered;
      const original = readLog(log).rows.find(({ offset }) => offset === hidden?.offset);
      expect(fieldsOf(row)).toEqual(fieldsOf(original));
      expect(row?.message).toBe(original?.message);
      expect(read.live.length).toBe(events.length - 1);
      expect(read.issues).toContainEqual(
        expect.objectContaining({ code: 'evtx-recovered-hidden', severity: 'warning' }),
      );
      expectAllExplained(read);
    }
  });

  it('that no longer counts a chunk gives its records as recovered', () => {
    const read = readLog(countingChunks(log, 1));
    expect(numbers(read.live)).toEqual(upTo(inChunk(0)));
    expect(numbers(read.recovered)).toEqual(upTo(events.length, inChunk(0) + 1));
    expect(codesOf(read.issues)).toEqual(
      expect.arrayContaining(['evtx-chunk-count', 'evtx-recovered-stale']),
    );
    expectAllExplained(read);
  });

  it('with a chunk that has lost its magic gives its records as recovered', () => {
    const read = readLog(withoutMagic(log, 1));
    const first = inChunk(0) + 1;
    expect(numbers(read.recovered)).toEqual(upTo(first + inChunk(1) - 1, first));
    expect(read.live.length).toBe(events.length - inChunk(1));
    expect(read.issues).toContainEqual(
      expect.objectContaining({
        code: 'evtx-chunk-magic',
        severity: 'loss',
        offset: chunkOffset(1),
        length: 65_536,
      }),
    );
    // What its header was stays unexplained, but for its zeros.
    expect(read.coverage.bytes.unexplained).toBeLessThan(512);
  });

  it('with a hole in a chunk loses the records of the hole alone', () => {
    const places = recordsOf(log, 1);
    const from = places[10];
    const to = places[12];
    if (from === undefined || to === undefined) throw new Error('the chunk is too short');
    const read = readLog(zeroed(log, from.offset + 4, to.offset - from.offset));
    const lost = [from.number, places[11]?.number, to.number].map(Number);
    expect(numbers(read.rows)).toEqual(
      expect.arrayContaining(upTo(events.length).filter((n) => !lost.includes(n))),
    );
    expect(read.rows.length).toBe(events.length - lost.length);
    expect(read.recovered.length).toBe(places.length - 13);
    expect(read.issues).toMatchObject([
      { code: 'evtx-chunk-checksum', offset: chunkOffset(1) },
      { code: 'evtx-record-chain', severity: 'loss', offset: from.offset },
      { code: 'evtx-recovered-damaged', offset: from.offset },
      expect.objectContaining({ code: expect.stringMatching(/^evtx-record-gap$/) as string }),
    ]);
  });

  it('of which a whole chunk was zeroed says which record numbers are missing', () => {
    const read = readLog(zeroed(log, chunkOffset(1), 65_536));
    const first = inChunk(0) + 1;
    const last = first + inChunk(1) - 1;
    expect(read.live.length).toBe(events.length - inChunk(1));
    expect(read.issues).toContainEqual(
      expect.objectContaining({
        code: 'evtx-record-gap',
        record: first,
        message: `Record numbers ${first} to ${last} (${inChunk(1)}) are missing between the records of this file.`,
      }),
    );
    expectAllExplained(read);
  });

  it('whose template was destroyed in one chunk takes it from another', () => {
    // The definitions stand in the first record of a chunk: of the event, and inside it of its data.
    const [holder, ...others] = recordsOf(log, 1);
    if (holder === undefined) throw new Error('the chunk is empty');
    const read = readLog(zeroed(log, holder.offset + 24 + 4, holder.size - 24 - 4 - 4));
    const rest = new Set(others.map(({ number }) => Number(number)));
    const recovered = read.rows.filter(({ record }) => rest.has(record ?? 0));
    expect(recovered.length).toBe(others.length);
    const before = new Map(readLog(log).rows.map((row) => [row.record, row]));
    for (const row of recovered) {
      expect(row.recovered).toBe(true);
      expect(row.message).toBe(before.get(row.record)?.message);
    }
    expect(codesOf(read.issues)).toContain('evtx-template-missing');
  });

  it('whose only template was destroyed keeps what the order of values says, and the others without names', () => {
    const single = writeLog(events.slice(0, 5));
    const [holder, ...others] = recordsOf(single, 0);
    if (holder === undefined) throw new Error('the log is empty');
    const read = readLog(zeroed(single, holder.offset + 24 + 4, holder.size - 24 - 4 - 4));
    expect(numbers(read.rows)).toEqual(expect.arrayContaining(others.map((_, n) => n + 2)));
    const row = read.rows.find(({ record }) => record === 3);
    expect(row).toMatchObject({
      recovered: true,
      timeMeaning: 'logged',
      time: START + 2_000_000_000n,
      code: '4688',
      level: 'info',
    });
    expect(row?.provider).toBeUndefined();
    expect(row?.message).toMatch(
      /^Event 4688 of an unknown provider, the template is lost: .*C:\\Tools\\run-2\.exe/,
    );
    expect(fieldsOf(row)).toMatchObject({
      Values: expect.arrayContaining(['m.brandt', 'Security', 'WS-07']) as unknown,
      'System.EventRecordID': 3,
      'System.Keywords': '0x8000000000000000',
    });
    expect(read.issues).toContainEqual(
      expect.objectContaining({ code: 'evtx-template-missing', severity: 'loss', record: 3 }),
    );
  });

  it('says that it is open, or full', () => {
    expect(readLog(writeLog(events, { dirty: true })).issues).toMatchObject([
      { code: 'evtx-dirty', severity: 'info', offset: 120 },
    ]);
    expect(readLog(writeLog(events, { full: true })).issues).toMatchObject([
      { code: 'evtx-full', severity: 'info', offset: 120 },
    ]);
  });

  it('that was left open is read beyond what its header counts', () => {
    const open = Buffer.from(writeLog(events, { dirty: true }));
    open.writeUInt16LE(1, 42);
    sealFileHeader(open);
    const read = readLog(open);
    expect(numbers(read.live)).toEqual(upTo(events.length));
    expect(codesOf(read.issues)).toEqual(['evtx-dirty']);
  });

  it('without its header is read all the same', () => {
    const read = readLog(zeroed(log, 0, 4096));
    expect(numbers(read.live)).toEqual(upTo(events.length));
    expect(read.issues).toMatchObject([{ code: 'evtx-file-header', offset: 0 }]);
    expectAllExplained(read);
  });

  it('with spare chunks at its end has nothing to complain of', () => {
    const read = readLog(writeLog(events, { spareChunks: 3 }));
    expect(read.issues).toEqual([]);
    expect(read.account.skippedBy['unused']).toBeGreaterThan(3 * 65_536);
    expectAllExplained(read);
  });

  it('whose last records were cut off with the checksums put right is found out', () => {
    const last = (log.length - chunkOffset(0)) / 65_536 - 1;
    const read = readLog(zeroedSlack(cutBack(log, last, 2), last));
    expect(read.recovered).toEqual([]);
    expect(read.issues).toContainEqual(
      expect.objectContaining({
        code: 'evtx-last-records',
        message: `The file header expects record ${events.length + 1} next, the last one read is ${read.live.length}.`,
      }),
    );
  });

  it('in which the name of an element was altered says so', () => {
    const at = log.indexOf(Buffer.from('Keywords', 'utf16le'));
    const read = readLog(resealed(overwritten(log, at, Buffer.from('L', 'utf16le')), 0));
    expect(read.live.length).toBe(events.length);
    expect(read.issues).toMatchObject([
      { code: 'evtx-name-hash', severity: 'warning', offset: chunkOffset(0) },
    ]);
  });
});

/** The n-th chunk with zeros behind its records. */
function zeroedSlack(bytes: Buffer, n: number): Buffer {
  const start = chunkOffset(n);
  const end = start + bytes.readUInt32LE(start + 48);
  return zeroed(bytes, end, chunkOffset(n + 1) - end);
}

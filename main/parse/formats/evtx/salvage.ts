import type { ByteSource, ParsedEvent, Sink } from '../../parser.ts';
import { bareRecord } from './bare-values.ts';
import { forgetChunk } from './binary-xml/chunk-state.ts';
import { clearFault, fault } from './binary-xml/fault.ts';
import { slotAt, slots } from './binary-xml/slots.ts';
import { describeBare } from './describe/describe.ts';
import type { Issues } from './issues.ts';
import { RECORD_HEADER_SIZE, RECORD_TRAILER_SIZE } from './layout.ts';
import type { LiveIndex } from './live-index.ts';
import { decodeRecord } from './record.ts';
import type { RecordRanges } from './record-ranges.ts';
import { countZeros, hiddenRecordSize, nextRecord, recordSize, wholeRecords } from './scan.ts';
import { filetimeNs } from './values/filetime.ts';
import { fillWindow, u64Near } from './window.ts';

/** Where records outside the regular order are looked for. */
export type Cause =
  /** Behind the last record of a chunk: left from what the chunk held before. */
  | 'slack'
  /** No chunk header, or records that do not follow one another. */
  | 'damaged'
  /** A chunk that a closed log does not count any more. */
  | 'stale'
  /** Inside a record, behind its own content: how a log is edited so that a record vanishes. */
  | 'hidden';

type Task =
  | { readonly kind: 'record'; readonly chunk: number; readonly at: number; readonly size: number }
  | {
      readonly kind: 'area';
      readonly chunk: number;
      readonly start: number;
      readonly end: number;
      readonly cause: Cause;
    };

/** Records waiting for a template; beyond this they are given up at once. */
const MAX_TASKS = 1 << 20;

/** What the regular reading and the recovery share. */
export interface LogBeingRead {
  readonly source: ByteSource;
  readonly out: Sink;
  readonly issues: Issues;
  readonly live: LiveIndex;
  readonly ranges: RecordRanges;
  readonly event: ParsedEvent;
  /** Only one chunk has been read, so nothing may be decided for want of a template from elsewhere. */
  readonly alone: boolean;
}

/** What was found in one area. */
interface Yield {
  recovered: number;
  nameless: number;
  copies: number;
}

/**
 * Recovers what the regular reading could not: it runs when the whole file is known, so that a template
 * overwritten in one chunk can be taken from another, and copies of live records are recognised.
 */
export class Salvage {
  readonly #tasks: Task[] = [];

  constructor(private readonly log: LogBeingRead) {}

  /** A live record whose template is not where it should be. */
  record(chunk: number, at: number, size: number): void {
    if (this.#tasks.length < MAX_TASKS) this.#tasks.push({ kind: 'record', chunk, at, size });
    else this.#lost(chunk, at, size);
  }

  /** An area of the chunk at file offset `chunk` to be searched for records. */
  area(chunk: number, start: number, end: number, cause: Cause): void {
    if (start < end && this.#tasks.length < MAX_TASKS)
      this.#tasks.push({ kind: 'area', chunk, start, end, cause });
  }

  run(): void {
    let loaded = -1;
    let available = 0;
    let whole: readonly number[] | undefined;
    for (const task of this.#tasks) {
      if (task.chunk !== loaded) {
        available = fillWindow(this.log.source, task.chunk);
        loaded = task.chunk;
        whole = undefined;
        this.log.out.position(loaded);
      }
      if (task.kind === 'record') {
        forgetChunk();
        this.#waiting(task.chunk, task.at, task.size);
      } else {
        whole ??= wholeRecords(available);
        forgetChunk(whole);
        this.#search(task.chunk, task.start, task.end, task.cause);
      }
    }
    this.#tasks.length = 0;
  }

  #waiting(chunk: number, at: number, size: number): void {
    const read = decodeRecord(at, size, this.log.event, !this.log.alone);
    if (fault.templateMissing && this.log.alone) return;
    if (!read && !this.#bare(at, size)) {
      this.#lost(chunk, at, size);
      return;
    }
    this.log.out.record();
    this.#emit(chunk, at, size);
    this.log.out.parsed(size);
    this.log.issues.report(
      'evtx-template-missing',
      read && fault.reason === '' ? 'warning' : 'loss',
      read && fault.reason === ''
        ? `The template of record ${this.log.event.record} is damaged here; the same one from another chunk was used.`
        : `The template of record ${this.log.event.record} is damaged and in no other chunk: its values are kept without their names.`,
      this.#place(chunk, at, size),
    );
  }

  #search(chunk: number, start: number, end: number, cause: Cause): void {
    const found: Yield = { recovered: 0, nameless: 0, copies: 0 };
    const sizeAt = cause === 'hidden' ? hiddenRecordSize : recordSize;
    let at = start;
    while (at < end) {
      const next = nextRecord(at, end, sizeAt);
      this.#residue(at, next, cause);
      if (next === end) break;
      const size = sizeAt(next, end);
      this.#candidate(chunk, next, size, cause, found);
      at = next + size;
    }
    if (found.recovered === 0) return;
    this.log.issues.report(
      `evtx-recovered-${cause}`,
      cause === 'hidden' || cause === 'damaged' ? 'warning' : 'info',
      `${found.recovered} records recovered from ${WHERE[cause]}` +
        (found.nameless > 0 ? `, ${found.nameless} of them without field names` : '') +
        (found.copies > 0 ? `; ${found.copies} more are copies of other records` : '') +
        '.',
      { offset: chunk + start, length: end - start },
    );
  }

  #candidate(chunk: number, at: number, size: number, cause: Cause, found: Yield): void {
    if (this.log.live.has(at, size)) {
      found.copies++;
      this.log.out.skipped(size, 'copy-of-record');
      return;
    }
    const read = decodeRecord(at, size, this.log.event, !this.log.alone);
    if (fault.templateMissing && this.log.alone) return;
    const nameless = !read || fault.reason !== '';
    if (!read && !this.#bare(at, size)) {
      this.#residue(at, at + size, cause);
      return;
    }
    this.log.live.add(at, size);
    found.recovered++;
    if (nameless) found.nameless++;
    this.log.out.record();
    this.#emit(chunk, at, size);
    this.log.out.parsed(size);
  }

  /** What can be said of a record whose template is gone: its number, its time and its values. */
  #bare(at: number, size: number): boolean {
    if (!fault.templateMissing) return false;
    clearFault();
    slots.top = 0;
    const bare = bareRecord(at + RECORD_HEADER_SIZE, at + size - RECORD_TRAILER_SIZE);
    if (bare === undefined || (bare.values.length === 0 && bare.system === undefined)) return false;
    fault.reason = 'template missing';
    const { event } = this.log;
    event.record = u64Near(at + 8);
    const logged =
      bare.system === undefined ? undefined : filetimeNs(slotAt[bare.system.time] as number);
    event.time = logged ?? filetimeNs(at + 16);
    event.timeMeaning = logged === undefined ? 'written' : 'logged';
    describeBare(bare.system?.values ?? new Map(), bare.values, event);
    return true;
  }

  #emit(chunk: number, at: number, size: number): void {
    const { event, out, ranges } = this.log;
    event.offset = chunk + at;
    event.length = size;
    event.recovered = true;
    ranges.addRecovered(event.record ?? 0);
    out.event(event);
  }

  /** Bytes that form no whole record. Unused space may hold anything; elsewhere they stay unexplained. */
  #residue(start: number, end: number, cause: Cause): void {
    if (start >= end) return;
    const zeros = countZeros(start, end);
    this.log.out.skipped(zeros, cause === 'damaged' ? 'zeroed' : 'unused');
    if (cause !== 'damaged') this.log.out.skipped(end - start - zeros, 'slack-residue');
  }

  #lost(chunk: number, at: number, size: number): void {
    this.log.out.record();
    this.log.issues.report(
      'evtx-record',
      'loss',
      `Record ${u64Near(at + 8)} cannot be read: ${fault.reason}, ${fault.at - at} bytes into it.`,
      this.#place(chunk, at, size),
    );
  }

  #place(
    chunk: number,
    at: number,
    size: number,
  ): { offset: number; length: number; record: number } {
    return { offset: chunk + at, length: size, record: u64Near(at + 8) };
  }
}

const WHERE: { readonly [cause in Cause]: string } = {
  slack: 'the unused end of this chunk',
  damaged: 'this damaged area',
  stale: 'a chunk that the log no longer counts',
  hidden: 'inside another record, where editing a log leaves them',
};

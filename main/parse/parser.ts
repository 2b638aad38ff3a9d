import type { Category, FieldValue, Level, TimeMeaning } from '#shared/model/event.ts';
import type { ParserId } from '#shared/model/ids.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Precision, ZoneBasis } from '#shared/model/time.ts';

/** The first 64 KiB of a file and its name: all a parser may look at to recognise its format. */
export interface Head {
  readonly bytes: Buffer;
  readonly name: string;
  readonly size: number;
}

/** 0 no · 1 weak (could be) · 2 strong (structure fits) · 3 exact (a signature). */
export type Confidence = 0 | 1 | 2 | 3;

/** Random, synchronous reading of one sealed file. A read may return fewer bytes than asked, 0 only at the end. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, into: Uint8Array): number;
}

/**
 * One event as a parser hands it over. The sink copies it at once, so a hot parser reuses one object; it must
 * then reset every optional property. Same bytes must give the same sequence of events, whatever the read sizes.
 */
export interface ParsedEvent {
  /** Nanoseconds since 1970 UTC, or undefined for an undated record. */
  time: bigint | undefined;
  /** As written, for textual clocks. */
  timeOriginal: string | undefined;
  timeMeaning: TimeMeaning;
  precision: Precision;
  zone: ZoneBasis;
  offset: number;
  length: number;
  record: number | undefined;
  /** Distinguishes several events from one byte range, from 0. */
  ordinal: number;
  category: Category;
  action: string | undefined;
  outcome: 'success' | 'failure' | 'unknown' | undefined;
  level: Level | undefined;
  host: string | undefined;
  user: string | undefined;
  sourceIp: string | undefined;
  destinationIp: string | undefined;
  process: string | undefined;
  code: string | undefined;
  channel: string | undefined;
  provider: string | undefined;
  message: string;
  recovered: boolean;
  /** Everything else, under the format's own names; `keys` is shared by all records of a shape. */
  keys: readonly string[];
  values: readonly (FieldValue | undefined)[];
  /**
   * Text that already holds the message, every value and every name (host, user, …), as a log line does.
   * Given, it becomes the searchable text as it is; otherwise the sink gathers that from the parts.
   */
  searchText: string | undefined;
}

export const blankEvent = (): ParsedEvent => ({
  time: undefined,
  timeOriginal: undefined,
  timeMeaning: 'logged',
  precision: 's',
  zone: 'utc',
  offset: 0,
  length: 0,
  record: undefined,
  ordinal: 0,
  category: 'other',
  action: undefined,
  outcome: undefined,
  level: undefined,
  host: undefined,
  user: undefined,
  sourceIp: undefined,
  destinationIp: undefined,
  process: undefined,
  code: undefined,
  channel: undefined,
  provider: undefined,
  message: '',
  recovered: false,
  keys: [],
  values: [],
  searchText: undefined,
});

/** Where a parser writes. Calls may throw FailureError('cancelled'); a parser lets that pass. */
export interface Sink {
  event(event: ParsedEvent): void;
  issue(issue: Issue): void;
  /** A record was met (whether or not it became events): the denominator of coverage. */
  record(): void;
  /** Accounts for bytes: read into events, or skipped for a known reason. What is never named is unexplained. */
  parsed(bytes: number): void;
  skipped(bytes: number, reason: string): void;
  /** How far the parser is, in bytes from the start; for progress. */
  position(offset: number): void;
}

/** Facts from outside the bytes. No clock: `reference` is the file's own modification time. */
export interface ParseContext {
  readonly name: string;
  /** IANA zone for formats that carry none; undefined means the analyst gave none, and UTC is assumed. */
  readonly zone: string | undefined;
  /** The file's modification time, ns, for inferring years; undefined when unknown. */
  readonly reference: bigint | undefined;
  /** The parser's own options, as confirmed at intake (CSV columns and the like), validated by the parser. */
  readonly options: unknown;
}

/** ECS name (as used in queries) → the format's own field names that carry it, in order of preference. */
export type FieldTable = { readonly [ecs: string]: readonly string[] };

/** One evidence format. One file (or folder with this as its index) in `formats/`, collected by glob. */
export interface Parser {
  readonly id: ParserId;
  /** Raised whenever output changes for some input. */
  readonly version: number;
  readonly title: string;
  /** Where the format is specified. */
  readonly spec: string;
  /** `local` makes intake ask for a time zone. */
  readonly zone: 'utc' | 'offset' | 'local';
  readonly fields: FieldTable;
  sniff(head: Head): Confidence;
  parse(input: ByteSource, out: Sink, context: ParseContext): void;
  /**
   * Reads again the one record at a locator, for verification: emits its events to `out`.
   * Formats whose records stand alone implement it; others are verified by a whole parse.
   */
  reread?(
    input: ByteSource,
    out: Sink,
    context: ParseContext,
    at: { offset: number; length: number },
  ): void;
}

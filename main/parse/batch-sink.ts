import type { Issue } from '#shared/model/issue.ts';
import { type Account, EMPTY_ACCOUNT } from './account.ts';
import { BatchColumns } from './batch-columns.ts';
import { BATCH_ROWS, type EventBatch } from './event-batch.ts';
import type { ParsedEvent, Sink } from './parser.ts';

/** Issues beyond this many are counted, not kept. */
export const MAX_ISSUES = 10_000;
/** The first batch is small, so that first events are on screen at once. */
export const FIRST_BATCH_ROWS = 2_048;
/** A batch is also closed when its text reaches this size, which bounds memory for long records. */
const MAX_TEXT_BYTES = 24 * 1024 * 1024;
/** How many events pass between two looks at the clock and the cancel flag. */
const CHECK_EVERY = 256;

/** Where a sink delivers, and what it asks of the thread it runs in. */
export interface SinkPort {
  batch(batch: EventBatch, account: Account): void;
  issues(issues: readonly Issue[]): void;
  position(offset: number): void;
  /** Throws FailureError('cancelled') when the job was cancelled. */
  check(): void;
  /** True when the rows gathered so far have waited long enough to be sent. */
  due(): boolean;
}

/** Fills column batches and keeps the account of a file. */
export class BatchSink implements Sink {
  readonly #columns = new BatchColumns(FIRST_BATCH_ROWS);
  #untilCheck = CHECK_EVERY;
  #sent = 0;
  #issues: Issue[] = [];
  #kept = 0;
  readonly #account: { -readonly [key in keyof Account]: Account[key] } = { ...EMPTY_ACCOUNT };
  readonly #skippedBy = new Map<string, number>();
  #unaccounted: number;
  #first: bigint | undefined;
  #last: bigint | undefined;
  #overcounted = false;

  constructor(
    size: number,
    private readonly port: SinkPort,
  ) {
    this.#unaccounted = size;
  }

  event(event: ParsedEvent): void {
    this.#columns.add(event);
    const { time } = event;
    if (time !== undefined) {
      if (this.#first === undefined || time < this.#first) this.#first = time;
      if (this.#last === undefined || time > this.#last) this.#last = time;
    }
    if (event.recovered) this.#account.recovered++;
    if (event.zone === 'assumed') this.#account.zoneAssumed++;
    if (--this.#untilCheck <= 0) this.#look();
    else if (this.#columns.rows >= this.#columns.capacity) this.flush();
  }

  issue(issue: Issue): void {
    this.#account.issues++;
    if (this.#kept >= MAX_ISSUES) return;
    this.#kept++;
    this.#issues.push(issue);
  }

  record(): void {
    this.#account.records++;
  }

  parsed(bytes: number): void {
    this.#account.parsed += this.#claim(bytes);
  }

  skipped(bytes: number, reason: string): void {
    const claimed = this.#claim(bytes);
    if (claimed > 0) this.#skippedBy.set(reason, (this.#skippedBy.get(reason) ?? 0) + claimed);
  }

  position(offset: number): void {
    this.port.position(offset);
    this.#look();
  }

  /** Sends what has been gathered. */
  flush(): void {
    if (this.#issues.length > 0) {
      const issues = this.#issues;
      this.#issues = [];
      this.port.issues(issues);
    }
    const { rows } = this.#columns;
    if (rows === 0) return;
    const batch = this.#columns.take(this.#sent);
    this.#sent += rows;
    this.#columns.capacity = BATCH_ROWS;
    this.port.batch(batch, this.account());
  }

  /** The account as of now; its events are those delivered. */
  account(): Account {
    return {
      ...this.#account,
      skippedBy: Object.fromEntries(this.#skippedBy),
      events: this.#sent,
      ...(this.#first !== undefined && { firstTime: this.#first }),
      ...(this.#last !== undefined && { lastTime: this.#last }),
    };
  }

  #look(): void {
    this.#untilCheck = CHECK_EVERY;
    const { rows, capacity, textBytes } = this.#columns;
    if (rows >= capacity || textBytes >= MAX_TEXT_BYTES || (rows > 0 && this.port.due()))
      this.flush();
    this.port.check();
  }

  /** Bytes are accounted for once: a parser that claims more than the file has is wrong, and that is shown. */
  #claim(bytes: number): number {
    const claimed = Math.min(Math.max(0, bytes), this.#unaccounted);
    this.#unaccounted -= claimed;
    if (claimed !== bytes && !this.#overcounted) {
      this.#overcounted = true;
      this.issue({
        code: 'bytes-overcounted',
        severity: 'warning',
        blame: 'parser',
        message: `The parser accounted for more bytes than the file has; coverage is not to be trusted.`,
      });
    }
    return claimed;
  }
}

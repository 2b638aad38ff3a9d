import type { Sha256 } from '#shared/model/ids.ts';
import type { SignedEntry } from './signed-line.ts';
import { decodeLine, signedBytes } from './signed-line.ts';
import type { KeyRing } from './signing-key.ts';

/** The end of a log, by which a later, longer version of it is known. */
export interface LogHead {
  /** Lines up to here. */
  readonly lines: number;
  /** Length of the file up to here. */
  readonly bytes: number;
  /** Hash of the last line; the log's anchor when there is none. */
  readonly hash: Sha256;
}

/** The first line that is not what was signed. */
export interface ChainBreak {
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly offset: number;
  /** Goes after “line 17 ”. */
  readonly why: string;
}

/** Bounds what is held back until its signature is verified, and what is searched when a line is wrong. */
const RUN_LINES = 1_024;
const RUN_BYTES = 16 * 2 ** 20;

interface Held {
  readonly entry: SignedEntry;
  readonly bytes: Buffer;
  /** Head before this line. */
  readonly before: LogHead;
}

/**
 * Follows a log line by line. Each line names the hash of the line before, and its signature covers that name, so a
 * valid signature vouches for everything its signer had before it. Verifying the last line of every run of lines by
 * one analyst therefore proves them all; `every` verifies each line on its own all the same. Where something does
 * not fit, the signatures of the run tell which line it was. Entries are accepted only once they are proven.
 */
export class ChainCheck {
  /** Up to the last line that fits. */
  head: LogHead;
  broken: ChainBreak | undefined;

  private held: Held[] = [];
  private heldBytes = 0;

  constructor(
    private readonly keys: KeyRing,
    anchor: Sha256,
    private readonly every: boolean,
    private readonly accept: (entry: SignedEntry) => void,
  ) {
    this.head = { lines: 0, bytes: 0, hash: anchor };
  }

  /** Takes the next line, without its line feed; keeps the bytes for a while. False from the first wrong line on. */
  line(bytes: Buffer): boolean {
    if (this.broken !== undefined) return false;
    const decoded = decodeLine(bytes);
    if (!decoded.ok) return this.settle() && this.break(decoded.why);
    const { entry } = decoded;
    // Which of the two lines was changed, settling the first decides.
    if (entry.prev !== this.head.hash || entry.seq !== this.head.lines) {
      return (
        this.settle() &&
        this.break('does not follow the line before it: a line was changed, removed or put in')
      );
    }
    if (this.held.length > 0 && entry.key !== this.held[0]?.entry.key && !this.settle()) {
      return false;
    }
    if (!this.keys.has(entry.key)) {
      return this.break(`is signed by a key that the case does not know (${entry.key})`);
    }
    this.held.push({ entry, bytes, before: this.head });
    this.heldBytes += bytes.length;
    const { lines, bytes: length } = this.head;
    this.head = { lines: lines + 1, bytes: length + bytes.length + 1, hash: entry.hash };
    const full = this.held.length >= RUN_LINES || this.heldBytes >= RUN_BYTES;
    return this.every || full ? this.settle() : true;
  }

  /** After the last line: true when everything fitted. */
  end(): boolean {
    return this.broken === undefined && this.settle();
  }

  /** Proves the lines held back and accepts them, up to the first that is wrong. */
  private settle(): boolean {
    const held = this.held;
    this.held = [];
    this.heldBytes = 0;
    const last = held.at(-1);
    if (last === undefined) return true;
    const wrong = this.fits(last) ? -1 : held.findIndex((line) => !this.fits(line));
    for (const { entry } of wrong < 0 ? held : held.slice(0, wrong)) this.accept(entry);
    if (wrong < 0) return true;
    this.head = held[wrong]?.before ?? this.head;
    return this.break('is not what was signed');
  }

  private fits({ entry, bytes }: Held): boolean {
    return this.keys.verify(entry.key, signedBytes(bytes), Buffer.from(entry.sig, 'hex'));
  }

  private break(why: string): false {
    this.broken ??= { line: this.head.lines + 1, offset: this.head.bytes, why };
    return false;
  }
}

import type { Sha256 } from '../model/ids.ts';

/**
 * A set of events by identity, small enough for the log even at a million: per evidence file the offsets
 * (ascending, delta-coded) and ordinals as unsigned LEB128 pairs `(offset - previous) << 0, ordinal` in base64.
 */
export interface EventSet {
  readonly count: number;
  /** The query the analyst saw when acting on "all matching", for the record; members are what counts. */
  readonly query?: string;
  readonly members: readonly {
    readonly evidence: Sha256;
    readonly count: number;
    readonly locators: string;
  }[];
}

import type { Coverage } from '#shared/model/evidence.ts';

/** What a parse has done so far: the coverage of a file while it is being counted. Plain data, sent with each batch. */
export interface Account {
  readonly parsed: number;
  readonly skippedBy: { readonly [reason: string]: number };
  readonly records: number;
  readonly events: number;
  readonly recovered: number;
  /** All issues met, kept or not. */
  readonly issues: number;
  /** Events whose time was read in an assumed zone. */
  readonly zoneAssumed: number;
  /** Earliest and latest time of a dated event. */
  readonly firstTime?: bigint;
  readonly lastTime?: bigint;
}

export const EMPTY_ACCOUNT: Account = {
  parsed: 0,
  skippedBy: {},
  records: 0,
  events: 0,
  recovered: 0,
  issues: 0,
  zoneAssumed: 0,
};

export function coverageOf(account: Account, size: number): Coverage {
  const skipped = Object.values(account.skippedBy).reduce((sum, bytes) => sum + bytes, 0);
  return {
    bytes: {
      parsed: account.parsed,
      skipped,
      unexplained: Math.max(0, size - account.parsed - skipped),
    },
    skippedBy: account.skippedBy,
    records: account.records,
    events: account.events,
    recovered: account.recovered,
    issues: account.issues,
    fraction: size === 0 ? 1 : Math.min(1, (account.parsed + skipped) / size),
  };
}

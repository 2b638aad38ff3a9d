import type { Deadline } from '../../records/kinds/deadline.ts';

/** One period that a law, a standard or a contract sets. */
export interface RegimeRule extends Pick<Deadline, 'from' | 'count' | 'unit' | 'until'> {
  /** As stored in a deadline; never renamed. */
  readonly id: string;
  readonly title: string;
  /** Where it is written, in words. */
  readonly source: string;
  /** What it counts from and what else must be known to use it. */
  readonly note: string;
  readonly authority: string;
  /** The rule whose deadline must be met first, for `from: 'met'`. */
  readonly after?: string;
  /** The zone of its authority, where there is one for all. */
  readonly zone?: string;
  /** Whose holidays are no business days, where the rule says so. */
  readonly holidays?: 'us-federal';
}

export interface Regime {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly RegimeRule[];
}

import type { Instant } from '../../model/time.ts';

export interface BriefLine {
  readonly at?: Instant;
  readonly text: string;
  /** What more there is to know of it: a reason, a result. */
  readonly detail?: string;
  /** It waits for somebody and is late. */
  readonly late?: boolean;
}

export interface BriefSection {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly BriefLine[];
  /** Said in place of lines when there are none. */
  readonly none: string;
}

/** What the next shift must know: what is so now, what changed since a moment, what comes next. */
export interface Brief {
  readonly title: string;
  readonly since: Instant;
  readonly until: Instant;
  readonly sections: readonly BriefSection[];
}

/** Of a long list, so many lines are written out. */
const MOST = 15;

/** The lines of a section, the rest of a long list as a number. */
export function atMost(lines: readonly BriefLine[]): readonly BriefLine[] {
  if (lines.length <= MOST + 1) return lines;
  return [...lines.slice(0, MOST), { text: `and ${lines.length - MOST} more` }];
}

/** An optional detail as exact optional types want it. */
export const withDetail = (detail: string | undefined): { readonly detail?: string } =>
  detail === undefined || detail === '' ? {} : { detail };

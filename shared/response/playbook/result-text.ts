import type { Instant } from '../../model/time.ts';
import { formatInstant } from '../../model/time.ts';

export interface QueryResult {
  readonly query: string;
  readonly matched: number;
  /** Events there were when it was asked. */
  readonly denominator: number;
  readonly at: Instant;
}

const count = (n: number): string => n.toLocaleString('en');

/** What a query gave, to be kept with the task: `3 of 41,220 events match “…” (2026-05-13 08:40:00 UTC).` */
export function resultText({ query, matched, denominator, at }: QueryResult): string {
  const found = matched === 0 ? 'None' : count(matched);
  const match = matched === 1 ? 'matches' : 'match';
  const when = formatInstant(at, 's').replace('T', ' ').replace('Z', ' UTC');
  return `${found} of ${count(denominator)} events ${match} “${query}” (${when}).`;
}

import { techniqueLabel } from '#shared/model/attack.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { EventId } from '#shared/model/ids.ts';
import type { Instant, Precision } from '#shared/model/time.ts';
import { countOf } from '#renderer/ui/number-text.ts';

export const GROUPINGS = ['none', 'technique', 'status'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const STATUSES = ['open', 'confirmed', 'dismissed'] as const;

export const STATUS_NAMES: { readonly [S in Finding['status']]: string } = {
  open: 'Open',
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
};

export type FindingRow =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'group'; readonly id: string; readonly title: string; readonly count: string };

export interface FindingFilter {
  readonly status: Finding['status'] | 'all';
  readonly technique?: string | undefined;
}

export const passes = (finding: Finding, { status, technique }: FindingFilter): boolean =>
  (status === 'all' || finding.status === status) &&
  (technique === undefined || finding.technique === technique);

/** Findings as lines of a table, each group under a heading of its own; the order within is kept. */
export function findingRows(findings: readonly Finding[], by: Grouping): readonly FindingRow[] {
  const rowOf = (finding: Finding): FindingRow => ({ kind: 'finding', finding });
  if (by === 'none') return findings.map(rowOf);
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = by === 'status' ? finding.status : (finding.technique ?? '');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const keys =
    by === 'status'
      ? STATUSES.filter((status) => groups.has(status))
      : [...groups.keys()].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  return keys.flatMap((key) => {
    const members = groups.get(key) ?? [];
    const title = by === 'status' ? STATUS_NAMES[key as Finding['status']] : techniqueTitle(key);
    const heading = { kind: 'group', id: key, title, count: countOf(members.length, 'finding') };
    return [heading as FindingRow, ...members.map(rowOf)];
  });
}

const techniqueTitle = (id: string): string => (id === '' ? 'No technique' : techniqueLabel(id));

/** What the cited events say, as far as they have been read. */
export interface FindingFacts {
  readonly hosts: readonly string[];
  readonly first?: { readonly time: Instant; readonly precision: Precision };
  readonly last?: { readonly time: Instant; readonly precision: Precision };
  /** Cited, but not in this case's evidence. */
  readonly missing: number;
}

export function factsOf(
  finding: Finding,
  events: ReadonlyMap<EventId, MarkedRow | null>,
): FindingFacts {
  const rows = finding.events.flatMap((id) => events.get(id) ?? []);
  const dated = rows.flatMap(({ time, precision }) =>
    time === undefined ? [] : [{ time, precision }],
  );
  const first = dated.reduce<(typeof dated)[number] | undefined>(
    (found, one) => (found === undefined || one.time < found.time ? one : found),
    undefined,
  );
  const last = dated.reduce<(typeof dated)[number] | undefined>(
    (found, one) => (found === undefined || one.time > found.time ? one : found),
    undefined,
  );
  return {
    hosts: [...new Set(rows.flatMap(({ host }) => host ?? []))],
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    missing: finding.events.filter((id) => events.get(id) === null).length,
  };
}

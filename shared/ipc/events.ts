import type { EventDetail, MarkedRow } from '../model/event.ts';
import type { EventId, EventKey } from '../model/ids.ts';
import type { EventSet } from '../work/event-set.ts';

/** What is shown: query text (shared/query) and a time range on top of it. */
export interface EventFilter {
  readonly query: string;
  /** Inclusive lower and exclusive upper bound, ns. */
  readonly from?: bigint;
  readonly to?: bigint;
}

export type SortOrder = 'time-ascending' | 'time-descending';

export interface Histogram {
  /** Start of the first bin, ns; bins follow without gaps. */
  readonly start: bigint;
  readonly binWidth: bigint;
  readonly counts: Float64Array;
  /** Counts split by category: name → one number for each bin. Names sorted by total, falling. */
  readonly byCategory: readonly { readonly category: string; readonly counts: Float64Array }[];
  readonly first?: bigint;
  readonly last?: bigint;
  /** Matching events without a time; they are in no bin. */
  readonly undated: number;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface Facet {
  readonly field: string;
  readonly values: readonly FacetValue[];
  /** Distinct values; at least this many when `atLeast`. */
  readonly distinct: number;
  readonly atLeast: boolean;
  /** Events that have no value here. */
  readonly missing: number;
}

export type EventsApi = {
  'events.count': (p: EventFilter) => { total: number; all: number; settled: boolean };
  'events.histogram': (p: EventFilter & { maxBins: number }) => Histogram;
  /** Facet counts under the filter; `rare` sorts by rising count. */
  'events.facet': (p: EventFilter & { field: string; limit: number; rare: boolean }) => Facet;
  /**
   * Rows `start` … `start + count - 1` of the sorted matches (0-based). The engine keeps what it needs to make any
   * page of the same filter and order cost the same. `count` ≤ 1,000.
   */
  'events.page': (
    p: EventFilter & { order: SortOrder; start: number; count: number },
  ) => readonly MarkedRow[];
  'events.detail': (p: { key: EventKey }) => EventDetail;
  /** The same rows as `events.page`, with all their fields. `count` ≤ 20,000. */
  'events.details': (
    p: EventFilter & { order: SortOrder; start: number; count: number },
  ) => readonly EventDetail[];
  /** Keys for stable identities; undefined where this store has no such event. */
  'events.locate': (p: { ids: readonly EventId[] }) => readonly (MarkedRow | null)[];
  /** Position (0-based) of an event among the matches, or null: for "show in context". */
  'events.position': (p: EventFilter & { order: SortOrder; key: EventKey }) => number | null;
  /** The matches as identities, for a bulk act; `except` are keys taken out by hand. */
  'events.resolve': (p: EventFilter & { except: readonly EventKey[] }) => EventSet;
  'events.resolveKeys': (p: { keys: readonly EventKey[] }) => EventSet;
  /** Values of a field that begin with or contain the text, most frequent first, for completion. */
  'events.complete': (p: { field: string; text: string; limit: number }) => readonly FacetValue[];
  /** Field names the query language knows: columns, aliases and names met in this case's fields. */
  'events.fields': (p: Record<string, never>) => readonly {
    name: string;
    label: string;
    kind: 'text' | 'number' | 'ip' | 'time';
    hot: boolean;
  }[];
  /** Writes matches to a file; a job. */
  'events.export': (
    p: EventFilter & {
      order: SortOrder;
      format: 'csv' | 'jsonl';
      path: string;
      columns?: readonly string[];
    },
  ) => { rows: number; sha256: string };
};

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

export interface StackedValue extends FacetValue {
  /** When it was first and last seen, ns; absent where every event that has it is undated. */
  readonly first?: bigint;
  readonly last?: bigint;
}

export interface Stack {
  readonly field: string;
  readonly values: readonly StackedValue[];
  readonly distinct: number;
  /** Events that have no value here. */
  readonly missing: number;
  /** Matching events. */
  readonly total: number;
}

/** Where the matches fall silent and where they crowd. Undated events are in neither. */
export interface Rhythm {
  /** From one match to the next, ns, exactly; the longest first. */
  readonly silences: readonly { readonly from: bigint; readonly to: bigint }[];
  /** Windows that hold the most, by where they begin; the fullest first. */
  readonly bursts: readonly { readonly from: bigint; readonly count: number }[];
  /** Of a window, ns; windows begin at whole multiples of it since 1970. */
  readonly width: bigint;
  /** Windows that hold any match. */
  readonly windows: number;
  readonly dated: number;
  readonly undated: number;
  readonly first?: bigint;
  readonly last?: bigint;
}

/** Inclusive lower and exclusive upper bound, ns. */
export interface TimeRange {
  readonly from: bigint;
  readonly to: bigint;
}

export interface ComparedValue {
  readonly value: string;
  readonly a: number;
  readonly b: number;
}

export interface Comparison {
  readonly field: string;
  readonly values: readonly ComparedValue[];
  readonly distinct: number;
  /** Matching events in each range, those without a value too. */
  readonly totalA: number;
  readonly totalB: number;
}

export type EventsApi = {
  'events.count': (p: EventFilter) => { total: number; all: number; settled: boolean };
  'events.histogram': (p: EventFilter & { maxBins: number }) => Histogram;
  /** Facet counts under the filter; `rare` sorts by rising count. */
  'events.facet': (p: EventFilter & { field: string; limit: number; rare: boolean }) => Facet;
  /** The same with first and last sight, for many values at once. `limit` ≤ 20,000. */
  'events.stack': (p: EventFilter & { field: string; limit: number; rare: boolean }) => Stack;
  /** `width` absent: one that cuts the span of the matches into at most 1,000 windows. */
  'events.rhythm': (p: EventFilter & { width?: bigint; limit: number }) => Rhythm;
  /** A field's values in range `a` against range `b`, what changed most first. */
  'events.compare': (p: {
    query: string;
    field: string;
    a: TimeRange;
    b: TimeRange;
    limit: number;
  }) => Comparison;
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

import { z } from 'zod';
import type { SetAside } from '#shared/query/conditions.ts';
import type { EventFilter, SortOrder } from '#shared/ipc/events.ts';

/** From an instant (inclusive) to another (exclusive), ns. */
export interface Range {
  readonly from: bigint;
  readonly to: bigint;
}

/** What is looked at: one step of the view history. */
export interface ExploreView {
  readonly query: string;
  /** Conditions left out of the query, to be brought back. */
  readonly aside: readonly SetAside[];
  /** Ranges zoomed into, each within the one before; the last bounds the histogram. */
  readonly crumbs: readonly Range[];
  /** Range picked in the histogram, not zoomed into: it bounds everything but the histogram. */
  readonly brush?: Range | undefined;
  readonly order: SortOrder;
}

export interface ViewHistory {
  readonly view: ExploreView;
  readonly past: readonly ExploreView[];
  readonly future: readonly ExploreView[];
}

export const rangeShape = z.object({ from: z.bigint(), to: z.bigint() });
const view = z.object({
  query: z.string(),
  aside: z.array(z.object({ text: z.string(), at: z.number() })).default([]),
  crumbs: z.array(rangeShape),
  brush: rangeShape.optional(),
  order: z.enum(['time-ascending', 'time-descending']),
});
export const historyShape = z.object({
  view,
  past: z.array(view),
  future: z.array(view),
});

const KEPT = 100;

export const EVERYTHING: ExploreView = {
  query: '',
  aside: [],
  crumbs: [],
  brush: undefined,
  order: 'time-ascending',
};

const sameRange = (a: Range | undefined, b: Range | undefined): boolean =>
  a?.from === b?.from && a?.to === b?.to;

export const sameView = (a: ExploreView, b: ExploreView): boolean =>
  a.query === b.query &&
  a.order === b.order &&
  a.aside.length === b.aside.length &&
  a.aside.every(
    ({ text, at }, index) => b.aside[index]?.text === text && b.aside[index].at === at,
  ) &&
  sameRange(a.brush, b.brush) &&
  a.crumbs.length === b.crumbs.length &&
  a.crumbs.every((crumb, index) => sameRange(crumb, b.crumbs[index]));

/** Goes on to another view; the one left can be gone back to. */
export function visit(history: ViewHistory, next: Partial<ExploreView>): ViewHistory {
  const view = { ...history.view, ...next };
  if (sameView(view, history.view)) return history;
  return { view, past: [...history.past, history.view].slice(-KEPT), future: [] };
}

/** Replaces the current view without a step, while a handle is being dragged. */
export const adjust = (history: ViewHistory, next: Partial<ExploreView>): ViewHistory => ({
  ...history,
  view: { ...history.view, ...next },
});

export function back(history: ViewHistory): ViewHistory {
  const view = history.past.at(-1);
  if (view === undefined) return history;
  return { view, past: history.past.slice(0, -1), future: [history.view, ...history.future] };
}

export function forward(history: ViewHistory): ViewHistory {
  const [view, ...future] = history.future;
  if (view === undefined) return history;
  return { view, past: [...history.past, history.view], future };
}

/** What bounds the list and the facets. */
export const filterOf = ({ query, crumbs, brush }: ExploreView): EventFilter => ({
  query,
  ...(brush ?? crumbs.at(-1)),
});

/** What bounds the histogram: all that could be picked. */
export const domainOf = ({ query, crumbs }: ExploreView): EventFilter => ({
  query,
  ...crumbs.at(-1),
});

/** Makes the picked range a crumb. */
export const zoomIn = (view: ExploreView): Partial<ExploreView> =>
  view.brush === undefined ? {} : { crumbs: [...view.crumbs, view.brush], brush: undefined };

/** Drops the picked range, or else the last crumb. */
export const zoomOut = (view: ExploreView): Partial<ExploreView> =>
  view.brush === undefined ? { crumbs: view.crumbs.slice(0, -1) } : { brush: undefined };

/** Goes back to a crumb: 0 is all of time, 1 the first crumb. */
export const zoomTo = (view: ExploreView, depth: number): Partial<ExploreView> => ({
  crumbs: view.crumbs.slice(0, depth),
  brush: undefined,
});

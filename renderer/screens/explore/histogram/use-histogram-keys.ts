import { useCommand } from '#renderer/commands/registry.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { visit, zoomIn, zoomOut } from '../view.ts';
import type { ExploreView } from '../view.ts';
import { movedRange } from './moved-range.ts';
import type { Axis } from './axis.ts';
import type { Edge } from './moved-range.ts';

/** The edge whose handle has the focus; the whole range when none has. */
function focusedEdge(): Edge {
  const edge =
    document.activeElement instanceof HTMLElement
      ? document.activeElement.dataset['edge']
      : undefined;
  return edge === 'from' || edge === 'to' ? edge : 'both';
}

/** Sets the range by keys: arrows move it or the focused handle, Shift moves its end. */
export function useHistogramKeys(store: ExplorePlaceStore, axis: Axis | undefined): void {
  const change = (next: (view: ExploreView) => Partial<ExploreView>): void =>
    store.setState(({ history }) => ({
      history: visit(history, next(history.view)),
      anchor: undefined,
    }));
  const move = (edge: Edge, by: number): void => {
    if (axis !== undefined && axis.bins > 0) {
      change(({ brush }) => ({ brush: movedRange(axis, brush, edge, by) }));
    }
  };
  useCommand('histogram.left', () => move(focusedEdge(), -1));
  useCommand('histogram.right', () => move(focusedEdge(), 1));
  useCommand('histogram.extend-left', () => move('to', -1));
  useCommand('histogram.extend-right', () => move('to', 1));
  useCommand('histogram.zoom', () => change(zoomIn));
  useCommand('histogram.out', () => change(zoomOut));
  useCommand('histogram.clear', () => change(() => ({ brush: undefined })));
  useCommand('histogram.fit', () => change(() => ({ brush: undefined, crumbs: [] })));
}

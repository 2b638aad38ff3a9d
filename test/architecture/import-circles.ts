import type { Import } from './import-graph.ts';

/** Files that import one another in a circle, and those between two circles; none where files stand in an order. */
export function filesInCircles(imports: readonly Import[]): readonly string[] {
  let edges = imports.filter(({ own, from, to }) => own && from !== to);
  for (;;) {
    const importing = new Set(edges.map(({ from }) => from));
    const imported = new Set(edges.map(({ to }) => to));
    const left = edges.filter(({ from, to }) => importing.has(to) && imported.has(from));
    if (left.length === edges.length) return [...importing].toSorted();
    edges = left;
  }
}

import { entityKey } from '#shared/entities/entity-key.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { ENTITY_KINDS } from '#shared/records/kinds/entity.ts';
import type { DrawnEdge } from './collapse.ts';

/** Where an entity is drawn: columns left of the centre acted on it, those right of it were acted on. */
export interface GraphNode extends EntityRef {
  readonly id: string;
  /** -2 … 2, steps from the centre. */
  readonly column: number;
  /** Middle of its box, pixels. */
  readonly x: number;
  readonly y: number;
  /** Of all edges that are shown. */
  readonly events: number;
}

export interface GraphPicture {
  readonly nodes: readonly GraphNode[];
  readonly width: number;
  readonly height: number;
}

export const BOX = { width: 164, height: 24 } as const;
const GAP = { x: 64, y: 6 } as const;
const EDGE = 14;

/**
 * Entities in columns by their steps from the centre, each column by kind and then by events: the same edges always
 * give the same picture, in which no label covers another.
 */
export function layOut(edges: readonly DrawnEdge[], centre: EntityRef): GraphPicture {
  const events = new Map<string, number>();
  const refs = new Map<string, EntityRef>([[entityKey(centre), centre]]);
  for (const { from, to, events: count } of edges) {
    for (const ref of [from, to]) {
      const key = entityKey(ref);
      refs.set(key, ref);
      events.set(key, (events.get(key) ?? 0) + count);
    }
  }
  const columns = columnsOf(edges, entityKey(centre), [...refs.keys()]);
  const present = [...new Set(columns.values())].sort((a, b) => a - b);
  const tallest = Math.max(
    1,
    ...present.map((column) => [...columns.values()].filter((one) => one === column).length),
  );
  const height = tallest * (BOX.height + GAP.y) - GAP.y + EDGE * 2;
  const nodes = present.flatMap((column, place) => {
    const own = [...refs]
      .filter(([key]) => columns.get(key) === column)
      .sort(
        ([a, one], [b, other]) =>
          ENTITY_KINDS.indexOf(one.kind) - ENTITY_KINDS.indexOf(other.kind) ||
          (events.get(b) ?? 0) - (events.get(a) ?? 0) ||
          (a < b ? -1 : 1),
      );
    const top = (height - (own.length * (BOX.height + GAP.y) - GAP.y)) / 2;
    return own.map(([id, ref], row): GraphNode => ({
      ...ref,
      id,
      column,
      x: EDGE + place * (BOX.width + GAP.x) + BOX.width / 2,
      y: top + row * (BOX.height + GAP.y) + BOX.height / 2,
      events: events.get(id) ?? 0,
    }));
  });
  const width = EDGE * 2 + present.length * (BOX.width + GAP.x) - GAP.x;
  return { nodes, width, height };
}

/** Steps from the centre; to the left for those that only act. */
function columnsOf(
  edges: readonly DrawnEdge[],
  centre: string,
  keys: readonly string[],
): ReadonlyMap<string, number> {
  const columns = new Map([[centre, 0]]);
  for (const step of [1, 2]) {
    const reached = new Map<string, number>();
    for (const { from, to, events } of edges) {
      const [a, b] = [entityKey(from), entityKey(to)];
      for (const [key, other, direction] of [
        [a, b, -1],
        [b, a, 1],
      ] as const) {
        const at = columns.get(other);
        if (columns.has(key) || at === undefined || Math.abs(at) !== step - 1) continue;
        // A second step goes on in the direction of the first.
        const side = at === 0 ? direction : Math.sign(at);
        reached.set(key, (reached.get(key) ?? 0) + side * events);
      }
    }
    for (const [key, weight] of reached) columns.set(key, weight < 0 ? -step : step);
  }
  for (const key of keys) if (!columns.has(key)) columns.set(key, 2);
  return columns;
}

/** The node that an arrow key leads to: within the column, or to the nearest one of the next. */
export function neighbourOf(
  nodes: readonly GraphNode[],
  id: string,
  key: string,
): GraphNode | undefined {
  const from = nodes.find((node) => node.id === id);
  if (from === undefined) return undefined;
  const near = (list: readonly GraphNode[]): GraphNode | undefined =>
    [...list].sort((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0];
  const same = nodes.filter(({ x }) => x === from.x);
  const beside = (test: (x: number) => boolean): GraphNode | undefined => {
    const columns = [...new Set(nodes.map(({ x }) => x))].filter(test);
    const next = columns.sort((a, b) => Math.abs(a - from.x) - Math.abs(b - from.x))[0];
    return near(nodes.filter(({ x }) => x === next));
  };
  switch (key) {
    case 'ArrowUp':
      return near(same.filter(({ y }) => y < from.y));
    case 'ArrowDown':
      return near(same.filter(({ y }) => y > from.y));
    case 'ArrowLeft':
      return beside((x) => x < from.x);
    case 'ArrowRight':
      return beside((x) => x > from.x);
    case 'Home':
      return nodes.find(({ column }) => column === 0);
    default:
      return undefined;
  }
}

import type { EntityGroups } from '#shared/entities/entity-groups.ts';
import { entityKey } from '#shared/entities/entity-key.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { edgeQuery } from '#shared/entities/relations.ts';
import type { RelationEdge, RelationId } from '#shared/entities/relations.ts';

/** An edge between entities under the names they go by; it may stand for several of the evidence's. */
export interface DrawnEdge {
  readonly id: string;
  readonly relation: RelationId;
  readonly from: EntityRef;
  readonly to: EntityRef;
  readonly events: number;
  readonly first?: bigint;
  readonly last?: bigint;
  /** Finds its events. */
  readonly query: string;
}

/** Edges of merged entities become one: their events are counted together and opened together. */
export function collapsed(
  edges: readonly RelationEdge[],
  groups: EntityGroups,
): readonly DrawnEdge[] {
  const parts = new Map<string, RelationEdge[]>();
  for (const edge of edges) {
    const [from, to] = [groups.canonical(edge.from), groups.canonical(edge.to)];
    if (entityKey(from) === entityKey(to)) continue;
    const id = `${edge.relation} ${entityKey(from)} ${entityKey(to)}`;
    parts.set(id, [...(parts.get(id) ?? []), edge]);
  }
  return [...parts].flatMap(([id, own]): readonly DrawnEdge[] => {
    const [edge] = own;
    if (edge === undefined) return [];
    const firsts = own.flatMap(({ first }) => first ?? []);
    const lasts = own.flatMap(({ last }) => last ?? []);
    return [
      {
        id,
        relation: edge.relation,
        from: groups.canonical(edge.from),
        to: groups.canonical(edge.to),
        events: own.reduce((sum, { events }) => sum + events, 0),
        ...(firsts.length > 0 && { first: firsts.reduce((a, b) => (b < a ? b : a)) }),
        ...(lasts.length > 0 && { last: lasts.reduce((a, b) => (b > a ? b : a)) }),
        query:
          own.length === 1 ? edgeQuery(edge) : own.map((one) => `(${edgeQuery(one)})`).join(' or '),
      },
    ];
  });
}

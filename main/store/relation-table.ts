import { RELATIONS, RELATION_IDS, type RelationId } from '#shared/entities/relations.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import { UNDATED } from '#shared/model/time.ts';
import { EntityGroups } from './entity-groups.ts';
import { scanMatches } from './entity-scan.ts';
import { lookupPairs } from './relation-lookups.ts';
import type { PairTable, RelationParts, RelationTables } from './relation-pairs.ts';
import type { CodedColumnName } from './schema.ts';

/** What numbers of entities are numbers of: a dictionary of a column, or the domains of this table. */
export type Family = 'host' | 'user' | 'ip' | 'process' | 'domain';

export const COLUMN_OF = {
  'host.name': 'host',
  'user.name': 'user',
  'source.ip': 'source_ip',
  'destination.ip': 'destination_ip',
  'process.name': 'process',
} as const satisfies { readonly [side: string]: CodedColumnName };

export const FAMILY_OF = {
  'host.name': 'host',
  'user.name': 'user',
  'source.ip': 'ip',
  'destination.ip': 'ip',
  'process.name': 'process',
  lookup: 'domain',
} as const satisfies { readonly [side: string]: Family };

type Range = Omit<EventFilter, 'query'>;

/** Who stands with whom in the events of a time, of all entities: counted once, asked from then on. */
export async function relationTables(
  parts: RelationParts,
  range: Range,
  signal?: AbortSignal,
): Promise<RelationTables> {
  const pairs: PairTable[] = [];
  for (const id of RELATION_IDS) {
    const { base, from, to } = RELATIONS[id];
    if (to === 'lookup') continue;
    const names = [COLUMN_OF[from], COLUMN_OF[to]];
    pairs.push(await countPairs(parts, id, names, { ...range, query: base }, signal));
  }
  const lookups = await lookupPairs(parts, range, signal);
  return { pairs: [...pairs, ...lookups.pairs], domains: lookups.domains };
}

/** Groups of codes none of which is absent, by so many columns. */
export function groupCodes(
  parts: RelationParts,
  names: readonly CodedColumnName[],
  filter: EventFilter,
  signal?: AbortSignal,
): Promise<{
  readonly groups: EntityGroups;
  readonly times: (group: number) => readonly [bigint, bigint] | undefined;
}> {
  const { order } = parts;
  return scanMatches(
    parts,
    filter,
    names,
    ([first, second, third], dated) => {
      const groups = new EntityGroups(third === undefined ? 2 : 3, dated);
      return {
        visit: (position, row) => {
          const a = first?.[row] ?? 0;
          const b = second?.[row] ?? 0;
          const c = third?.[row] ?? 0;
          if (a !== 0 && b !== 0 && (third === undefined || c !== 0)) groups.add(position, a, b, c);
        },
        end: () => {
          // Positions move when events come in; times do not.
          const firsts = new BigInt64Array(groups.size).fill(UNDATED);
          const lasts = new BigInt64Array(groups.size);
          for (let group = 0; group < groups.size; group++) {
            const at = groups.ends(group);
            if (at === undefined) continue;
            firsts[group] = order.timeAt(at[0]);
            lasts[group] = order.timeAt(at[1]);
          }
          const times = (group: number): readonly [bigint, bigint] | undefined => {
            const first = firsts[group];
            return first === undefined || first === UNDATED
              ? undefined
              : [first, lasts[group] ?? first];
          };
          return { groups, times };
        },
      };
    },
    signal,
  );
}

async function countPairs(
  parts: RelationParts,
  relation: RelationId,
  names: readonly CodedColumnName[],
  filter: EventFilter,
  signal?: AbortSignal,
): Promise<PairTable> {
  const { groups, times } = await groupCodes(parts, names, filter, signal);
  return {
    relation,
    size: groups.size,
    from: (pair) => groups.key(pair, 0),
    to: (pair) => groups.key(pair, 1),
    count: (pair) => groups.count(pair),
    times,
    atLeast: groups.left > 0,
  };
}

import { kindOfProcess } from '#shared/entities/entity-sources.ts';
import type { EntityList, EntitySeen } from '#shared/ipc/entities.ts';
import type { EntityKind } from '#shared/records/kinds/entity.ts';
import { EntityGroups } from './entity-groups.ts';
import { EntityMerge } from './entity-merge.ts';
import { scanMatches, type ScanParts } from './entity-scan.ts';
import type { CodedColumnName } from './schema.ts';
import { isAddress, type Terms } from './terms.ts';

export interface ColumnParts extends ScanParts {
  readonly terms: Terms;
}

interface Column {
  /** As a query calls it. */
  readonly field: string;
  readonly names: readonly CodedColumnName[];
  readonly kindOf: (text: string) => EntityKind;
}

const COLUMNS: readonly Column[] = [
  { field: 'host.name', names: ['host'], kindOf: () => 'host' },
  { field: 'user.name', names: ['user'], kindOf: () => 'account' },
  { field: 'ip', names: ['source_ip', 'destination_ip'], kindOf: () => 'ip' },
  { field: 'process.name', names: ['process'], kindOf: kindOfProcess },
];

/** Of a kind with more values those with most events are listed. */
export const LISTED = 20_000;

/** What stands in the columns: one look at each, however many values there are. */
export async function columnEntities(
  parts: ColumnParts,
  signal?: AbortSignal,
): Promise<EntityList> {
  const entities: EntitySeen[] = [];
  const cut: EntityKind[] = [];
  for (const column of COLUMNS) {
    const merge = await readColumn(parts, column, signal);
    const { listed, more } = merge.most(LISTED);
    entities.push(...listed);
    cut.push(...more);
  }
  return { entities, cut };
}

async function readColumn(
  parts: ColumnParts,
  { field, names, kindOf }: Column,
  signal?: AbortSignal,
): Promise<EntityMerge> {
  const { order, terms } = parts;
  const name = names[0] ?? 'host';
  return scanMatches(
    parts,
    { query: '' },
    names,
    ([first, second], dated) => {
      const groups = new EntityGroups(1, dated, isAddress(name) ? undefined : terms.size(name));
      return {
        visit: (position, row) => {
          const code = first?.[row] ?? 0;
          if (code !== 0) groups.add(position, code);
          const other = second?.[row] ?? 0;
          // An event from an address to itself is one event of it.
          if (other !== 0 && other !== code) groups.add(position, other);
        },
        end: () => {
          const merge = new EntityMerge();
          for (let group = 0; group < groups.size; group++) {
            const value = terms.text(name, groups.key(group, 0)) ?? '';
            const ends = groups.ends(group);
            merge.add(kindOf(value), value, field, {
              events: groups.count(group),
              ...(ends !== undefined && {
                first: order.timeAt(ends[0]),
                last: order.timeAt(ends[1]),
              }),
            });
          }
          if (groups.left > 0) merge.full(kindOf(''));
          return merge;
        },
      };
    },
    signal,
  );
}

import { entityForm, entityKey } from '#shared/entities/entity-key.ts';
import type { EntityGroups } from '#shared/entities/entity-groups.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import type { Written } from '#shared/entities/entity-query.ts';
import type { Mentions } from '#shared/entities/mentions.ts';
import { isNoise } from '#shared/entities/noise.ts';
import type { EntitySeen } from '#shared/ipc/entities.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';

/** One entity as the list shows it: what events say, under all its names, and what analysts say. */
export interface EntityRow extends EntityRef {
  readonly id: string;
  readonly label: string;
  /** The canonical name first. */
  readonly names: readonly EntityRef[];
  readonly written: readonly Written[];
  readonly events: number;
  /** Of a kind whose events are not read yet. */
  readonly unread: boolean;
  /** Events may name it under two of its names and are then counted twice. */
  readonly atMost: boolean;
  readonly first?: bigint;
  readonly last?: bigint;
  readonly mentions: Mentions;
  readonly record?: Entity;
  readonly noise: boolean;
  /** Only listings of disks name it. */
  readonly listed: boolean;
}

/** Kinds that stand in columns alone. */
const IN_COLUMNS: ReadonlySet<string> = new Set(['host', 'account', 'ip']);
const NAMED_ONCE: ReadonlySet<string> = new Set(['host', 'account']);

interface RowSources {
  readonly seen: readonly EntitySeen[];
  /** What stands in fields was read. */
  readonly whole: boolean;
  readonly groups: EntityGroups;
  readonly mentionsOf: (names: readonly EntityRef[], label?: string) => Mentions;
}

/** Judged ones first, then those that findings name, then by how many events there are. */
export function entityRows({ seen, whole, groups, mentionsOf }: RowSources): readonly EntityRow[] {
  const byEntity = new Map<string, { ref: EntityRef; seen: EntitySeen[] }>();
  for (const one of seen) {
    const ref = groups.canonical(one);
    const key = entityKey(ref);
    const known = byEntity.get(key);
    if (known === undefined) byEntity.set(key, { ref, seen: [one] });
    else known.seen.push(one);
  }
  for (const record of groups.records) {
    const key = entityKey(record);
    if (!byEntity.has(key)) byEntity.set(key, { ref: groups.canonical(record), seen: [] });
  }
  const rows = [...byEntity].map(([id, { ref, seen: own }]) => {
    const record = groups.recordOf(ref);
    return sameOrNew({
      id,
      ref,
      seen: own,
      names: groups.names(ref),
      whole,
      mentionsOf,
      ...(record !== undefined && { record }),
    });
  });
  return rows
    .map((row) => ({ row, weight: weight(row) }))
    .sort((a, b) => b.weight - a.weight || b.row.events - a.row.events)
    .map(({ row }) => row);
}

const VERDICT_WEIGHT: { readonly [V in Entity['verdict']]: number } = {
  compromised: 5,
  accessed: 4,
  suspected: 3,
  cleared: 2,
  unknown: 1,
};

const weight = ({ record, mentions }: EntityRow): number =>
  (record === undefined ? 0 : (record.hostile === true ? 6 : VERDICT_WEIGHT[record.verdict]) * 2) +
  (mentions.findings.length > 0 ? 1 : 0);

interface RowParts {
  readonly id: string;
  readonly ref: EntityRef;
  readonly seen: readonly EntitySeen[];
  readonly names: readonly EntityRef[];
  readonly record?: Entity;
  readonly whole: boolean;
  readonly mentionsOf: RowSources['mentionsOf'];
}

const made = new WeakMap<EntityRef, { readonly parts: RowParts; readonly row: EntityRow }>();

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, n) => one === b[n]);

const sameNames = (a: readonly EntityRef[], b: readonly EntityRef[]): boolean =>
  a.length === b.length && a.every((one, n) => entityKey(one) === entityKey(b[n] ?? one));

/** One judgement changes one row of thousands: the others are those of before. */
function sameOrNew(parts: RowParts): EntityRow {
  const key = parts.record ?? parts.seen[0] ?? parts.ref;
  const before = made.get(key);
  if (
    before !== undefined &&
    before.parts.id === parts.id &&
    before.parts.record === parts.record &&
    before.parts.whole === parts.whole &&
    before.parts.mentionsOf === parts.mentionsOf &&
    sameItems(before.parts.seen, parts.seen) &&
    sameNames(before.parts.names, parts.names)
  )
    return before.row;
  const row = rowOf(parts);
  made.set(key, { parts, row });
  return row;
}

function rowOf({ id, ref, seen, names, record, whole, mentionsOf }: RowParts): EntityRow {
  const [one] = seen;
  // The record has the value as it was written when somebody first spoke of it; evidence may have it otherwise now.
  const value = record?.value ?? one?.value ?? ref.value;
  const firsts = seen.flatMap(({ first }) => first ?? []);
  const lasts = seen.flatMap(({ last }) => last ?? []);
  const first = firsts.length === 0 ? undefined : firsts.reduce((a, b) => (b < a ? b : a));
  const last = lasts.length === 0 ? undefined : lasts.reduce((a, b) => (b > a ? b : a));
  const unseen = names.filter(
    (name) =>
      !seen.some(
        (entity) => entityForm(entity.kind, entity.value) === entityForm(name.kind, name.value),
      ),
  );
  return {
    id,
    kind: ref.kind,
    value,
    label: record?.label ?? value,
    names,
    written: [...seen, ...unseen],
    events: seen.reduce((sum, { events }) => sum + events, 0),
    unread: !whole && seen.length === 0 && !IN_COLUMNS.has(ref.kind),
    atMost: seen.length > 1 && !NAMED_ONCE.has(ref.kind),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    mentions: mentionsOf(names, record?.label),
    ...(record !== undefined && { record }),
    noise: isNoise(ref),
    listed: seen.length > 0 && seen.every(({ listed }) => listed === true),
  };
}

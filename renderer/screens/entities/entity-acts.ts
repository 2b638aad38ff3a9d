import { entityId, entityKey } from '#shared/entities/entity-key.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { untold } from '#shared/entities/untold.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import type { RecordEdit } from '#shared/records/record-schema.ts';
import type { OpBody } from '#shared/work/op.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';

export type EntityChange = Extract<RecordEdit, { type: 'entity' }>['change'];

const ensured = (row: Pick<EntityRow, 'kind' | 'value' | 'record'>): readonly OpBody[] =>
  row.record === undefined ? [{ kind: 'record.add', record: untold(row) }] : [];

const edit = (record: RecordId, change: EntityChange): OpBody => ({
  kind: 'record.edit',
  type: 'entity',
  record,
  change,
});

const because = (reason: string): { readonly reason?: string } =>
  reason.trim() === '' ? {} : { reason: reason.trim() };

/** Says something of an entity, of which perhaps nothing was said before: one act. */
export function tellOf(
  work: Work,
  row: Pick<EntityRow, 'kind' | 'value' | 'record'>,
  change: EntityChange,
  reason = '',
): void {
  if (Object.keys(change).length === 0) return;
  const id = row.record?.id ?? entityId(row);
  void tellDone(work, work.actAll([...ensured(row), edit(id, change)], because(reason)));
}

/** All names of one entity become names of another. Its own record stays, and speaks again when they are split. */
export function merge(work: Work, from: EntityRow, into: EntityRow, reason: string): void {
  const target = into.record ?? untold(into);
  const taken = new Set([
    entityKey(target),
    ...target.aliases.map((value) => keyOf(target, value)),
  ]);
  const moved = from.names
    .map(({ value }) => value)
    .filter((value) => !taken.has(keyOf(target, value)));
  const bodies: readonly OpBody[] = [
    ...ensured(into),
    ...(from.record === undefined || from.record.aliases.length === 0
      ? []
      : [edit(from.record.id, { aliases: [] })]),
    edit(target.id, { aliases: [...target.aliases, ...moved] }),
  ];
  void tellDone(work, work.actAll(bodies, because(reason)));
}

/** A name is an entity of its own again. */
export function split(work: Work, record: Entity, alias: string, reason: string): void {
  const aliases = record.aliases.filter((value) => keyOf(record, value) !== keyOf(record, alias));
  void tellDone(work, work.act(edit(record.id, { aliases }), because(reason)));
}

const keyOf = ({ kind }: EntityRef, value: string): string => entityKey({ kind, value });

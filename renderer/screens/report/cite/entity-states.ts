import { entityGroups } from '#shared/entities/entity-groups.ts';
import { entityKey, isEntityId } from '#shared/entities/entity-key.ts';
import type { CitationState } from '#shared/ipc/report.ts';
import type { EntitySeen } from '#shared/ipc/entities.ts';
import type { Instant } from '#shared/model/time.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { citedEntity, printedName } from '#shared/report/cited-entity.ts';
import { recordOf } from '#shared/work/records.ts';
import type { Recorded } from '#shared/work/records.ts';
import { KIND_TITLES, VERDICT_NAMES } from '#renderer/entities/words.ts';
import { instantText, zoneText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';

/** With what a cited entity is now, which is another than the one that was cited once that was merged. */
export type ShownCitation = CitationState & { readonly entity?: Pick<Entity, 'id' | 'kind'> };

/** When events name each thing, by its key. */
export type SeenTimes = ReadonlyMap<string, Pick<EntitySeen, 'first' | 'last'>>;

export const seenTimes = (...lists: readonly (readonly EntitySeen[])[]): SeenTimes =>
  new Map(lists.flat().map((one) => [entityKey(one), one]));

/** Whether an id that is cited is that of an entity. */
export const citesEntity = (state: Recorded, id: string): boolean =>
  isEntityId(id) || recordOf(state, 'entity', id as RecordId) !== undefined;

/** What the editor shows of a cited entity: read from the page's own state, so that a rename is seen at once. */
export function entityState(
  state: Recorded,
  id: string,
  seen: SeenTimes,
  times: TimeDisplay,
): ShownCitation {
  const entity = citedEntity(state, id as RecordId);
  if (entity === undefined) {
    return { state: 'missing', id, why: 'no entity of this identity is in the case' };
  }
  const others = entityGroups(state)
    .names(entity)
    .flatMap(({ value }) => (value === printedName(entity) ? [] : [value]));
  const when = seenText(state, entity, seen, times);
  return {
    state: 'resolves',
    id,
    entity,
    label: printedName(entity),
    where: `${KIND_TITLES[entity.kind]}, ${verdictText(entity)}`,
    ...(when !== undefined && { time: when }),
    message: others.length === 0 ? '' : `also ${others.join(', ')}`,
  };
}

const verdictText = ({ verdict, hostile }: Entity): string =>
  hostile === true ? 'the intruder’s' : `verdict ${VERDICT_NAMES[verdict].toLowerCase()}`;

/** `first seen …, last seen …`, over all names of it; undefined where no event names it, or while that is read. */
function seenText(
  state: Recorded,
  entity: Entity,
  seen: SeenTimes,
  times: TimeDisplay,
): string | undefined {
  const known = entityGroups(state)
    .names(entity)
    .flatMap((name) => seen.get(entityKey(name)) ?? []);
  const firsts = known.flatMap(({ first }) => first ?? []);
  const lasts = known.flatMap(({ last }) => last ?? []);
  if (firsts.length === 0 || lasts.length === 0) return undefined;
  const first = firsts.reduce((a, b) => (b < a ? b : a)) as Instant;
  const last = lasts.reduce((a, b) => (b > a ? b : a)) as Instant;
  const text = (at: Instant): string => instantText(at, 's', times);
  return `first seen ${text(first)}, last seen ${text(last)} ${zoneText(times, last)}`;
}

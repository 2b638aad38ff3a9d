import type { BoardItemId, EventId, FindingId, OpId } from '#shared/model/ids.ts';
import { membersOf } from '#shared/work/event-sets.ts';
import { grouped } from '#shared/work/grouped.ts';
import type { Op } from '#shared/work/op.ts';
import type { LogChange } from '#shared/work/work-log.ts';
import type { Note, WorkState } from '#shared/work/work-state.ts';
import type { SetName, SetStep, TouchedSet } from './set-projection.ts';
import { setStep, setSteps } from './set-projection.ts';

/**
 * What to do to the table of marks beside the events: put a mark on events or take it off. Steps are done in order;
 * putting what is there and taking what is not are no errors. Large sets stay coded.
 */
export type ProjectionStep =
  | SetStep
  | {
      readonly act: 'add' | 'remove';
      readonly kind: 'note';
      /** One mark for each note, so that an event can bear several. */
      readonly value: OpId;
      readonly text: string;
      readonly events: readonly EventId[];
    }
  | {
      readonly act: 'add' | 'remove';
      readonly kind: 'board';
      readonly value: BoardItemId;
      readonly events: readonly EventId[];
    }
  | {
      readonly act: 'add' | 'remove';
      readonly kind: 'finding';
      readonly value: FindingId;
      readonly events: readonly EventId[];
    };

/** The whole table, for a store that was rebuilt. */
export function projectState(state: WorkState): readonly ProjectionStep[] {
  return [
    ...[...state.tags.values()].flatMap(({ name, assigned }) =>
      setStep('add', { kind: 'tag', value: name }, membersOf(assigned)),
    ),
    ...setStep('add', REVIEWED, membersOf(state.reviewed)),
    ...[...state.notes.keys()].flatMap((id) => noteSteps(id, undefined, state)),
    ...[...state.board.keys()].flatMap((id) => boardSteps(id, undefined, state)),
    ...[...state.findings.keys()].flatMap((id) => findingSteps(id, undefined, state)),
  ];
}

/**
 * What a change of the log does to the table. It costs what the ops in it touch: a new tag on a million events is
 * handed on as it is, and a retraction looks only at the events of the op that was retracted.
 */
export function projectChange(change: LogChange): readonly ProjectionStep[] {
  const { before, after } = change;
  const touched = [...change.added, ...change.turned];
  const sets = grouped(touched.flatMap(touchedSet), ({ name }) => `${name.kind} ${name.value}`);
  const notes = new Set(touched.flatMap(touchedNote));
  const items = new Set(touched.flatMap(touchedItem));
  const findings = new Set(touched.flatMap(touchedFinding));
  return [
    ...[...sets.values()].flatMap((acts) => setSteps(acts, change)),
    ...[...notes].flatMap((id) => noteSteps(id, before, after)),
    ...[...items].flatMap((id) => boardSteps(id, before, after)),
    ...[...findings].flatMap((id) => findingSteps(id, before, after)),
  ];
}

const REVIEWED: SetName = { kind: 'reviewed', value: '' };

function touchedSet({ id, body }: Op): readonly TouchedSet[] {
  if (body.kind === 'tag.add' || body.kind === 'tag.remove') {
    return [{ op: id, name: { kind: 'tag', value: body.tag }, events: body.events }];
  }
  return body.kind === 'review.mark' ? [{ op: id, name: REVIEWED, events: body.events }] : [];
}

function touchedNote({ id, body }: Op): readonly OpId[] {
  if (body.kind === 'note.add') return [id];
  return body.kind === 'note.edit' ? [body.note] : [];
}

function touchedItem({ body }: Op): readonly BoardItemId[] {
  if (body.kind === 'board.add') return [body.item.id];
  return body.kind === 'board.remove' ? [body.item] : [];
}

function touchedFinding({ body }: Op): readonly FindingId[] {
  if (body.kind === 'finding.add') return [body.finding.id];
  return body.kind === 'finding.edit' || body.kind === 'finding.remove' ? [body.finding] : [];
}

function noteSteps(
  id: OpId,
  before: WorkState | undefined,
  after: WorkState,
): readonly ProjectionStep[] {
  const [old, now] = [before?.notes.get(id), after.notes.get(id)];
  if (old === now) return [];
  const step = (act: 'add' | 'remove', note: Note | undefined): readonly ProjectionStep[] =>
    note === undefined || note.events.length === 0
      ? []
      : [{ act, kind: 'note', value: id, text: note.text, events: note.events }];
  return [...step('remove', old), ...step('add', now)];
}

function boardSteps(
  id: BoardItemId,
  before: WorkState | undefined,
  after: WorkState,
): readonly ProjectionStep[] {
  const [old, now] = [before?.board.get(id)?.event, after.board.get(id)?.event];
  if (old === now) return [];
  const step = (act: 'add' | 'remove', event: EventId | undefined): readonly ProjectionStep[] =>
    event === undefined ? [] : [{ act, kind: 'board', value: id, events: [event] }];
  return [...step('remove', old), ...step('add', now)];
}

/** A finding that was dismissed keeps its marks: its events were looked at and judged. */
function findingSteps(
  id: FindingId,
  before: WorkState | undefined,
  after: WorkState,
): readonly ProjectionStep[] {
  const [old, now] = [before?.findings.get(id)?.events, after.findings.get(id)?.events];
  if (old === now) return [];
  const step = (
    act: 'add' | 'remove',
    events: readonly EventId[] | undefined,
  ): readonly ProjectionStep[] =>
    events === undefined || events.length === 0
      ? []
      : [{ act, kind: 'finding', value: id, events }];
  return [...step('remove', old), ...step('add', now)];
}

import type { BoardItem, Confidence, Phase } from '#shared/model/board.ts';
import type { BoardItemId } from '#shared/model/ids.ts';
import type { Instant, Precision } from '#shared/model/time.ts';
import { formatInstant } from '#shared/model/time.ts';
import type { Change } from '#shared/model/change.ts';
import { readTime } from '#renderer/ui/wall-time.ts';

/** A board item as it is being written: text of fields, and what is still missing. */
export interface ItemDraft {
  readonly title: string;
  readonly time: string;
  readonly end: string;
  readonly zone: string;
  readonly precision: Precision;
  readonly basis: string;
  readonly reason: string;
  readonly standing: BoardItem['standing'];
  readonly confidence: Confidence;
  readonly phase: Phase;
  readonly tactic: string;
  readonly technique: string;
  readonly host: string;
  readonly actor: string;
}

export const EMPTY_DRAFT: ItemDraft = {
  title: '',
  time: '',
  end: '',
  zone: 'UTC',
  precision: 'min',
  basis: '',
  reason: '',
  standing: 'inferred',
  confidence: 'medium',
  phase: 'initial-access',
  tactic: '',
  technique: '',
  host: '',
  actor: '',
};

const written = (time: Instant | undefined, precision: Precision): string =>
  time === undefined ? '' : formatInstant(time, precision).replace('T', ' ').replace(/Z$/, '');

export const draftOf = (item: BoardItem): ItemDraft => ({
  title: item.title,
  time: written(item.time, item.precision),
  end: written(item.end, item.precision),
  zone: 'UTC',
  precision: item.precision,
  basis: item.basis ?? '',
  reason: item.reason,
  standing: item.standing,
  confidence: item.confidence,
  phase: item.phase,
  tactic: item.tactic ?? '',
  technique: item.technique ?? '',
  host: item.host ?? '',
  actor: item.actor ?? '',
});

export type DraftProblem = Partial<Record<'title' | 'time' | 'end' | 'basis' | 'reason', string>>;

/** What stands in the way of saving, by field. A hand-made item must say where it is known from. */
export function problemsOf(draft: ItemDraft, fromEvent: boolean): DraftProblem {
  const time = readTime(draft.time, draft.zone);
  const end = readTime(draft.end, draft.zone);
  const badTime = draft.time.trim() !== '' && time === undefined;
  const badEnd = draft.end.trim() !== '' && end === undefined;
  const turned = time !== undefined && end !== undefined && end < time;
  return {
    ...(draft.title.trim() === '' && { title: 'Say in a few words what happened.' }),
    ...(badTime && { time: 'Write 2026-05-12, 2026-05-12 09:12 or 2026-05-12 09:12:04.' }),
    ...(badEnd && { end: 'Write it like the time.' }),
    ...(turned && { end: 'It ends before it begins.' }),
    ...(!fromEvent &&
      draft.basis.trim() === '' && {
        basis: 'Say who or what says so: a person, a ticket, a photograph.',
      }),
    ...(draft.reason.trim() === '' && { reason: 'Say why it belongs to the story.' }),
  };
}

/** The fields of a board item that the draft says; the time as it was stated goes into the basis. */
function fieldsOf(draft: ItemDraft, fromEvent: boolean): Omit<BoardItem, 'id' | 'event' | 'rank'> {
  const time = readTime(draft.time, draft.zone);
  const end = readTime(draft.end, draft.zone);
  const basis = draft.basis.trim();
  const stated =
    time !== undefined && draft.zone !== 'UTC' && !fromEvent
      ? `${basis} (time stated as ${draft.time.trim()} ${draft.zone})`
      : basis;
  const text = (name: 'tactic' | 'technique' | 'host' | 'actor') =>
    draft[name].trim() === '' ? {} : { [name]: draft[name].trim() };
  return {
    title: draft.title.trim(),
    ...(time !== undefined && { time }),
    ...(end !== undefined && { end }),
    precision: draft.precision,
    ...(stated !== '' && { basis: stated }),
    reason: draft.reason.trim(),
    standing: draft.standing,
    confidence: draft.confidence,
    phase: draft.phase,
    ...text('tactic'),
    ...text('technique'),
    ...text('host'),
    ...text('actor'),
  };
}

export const itemOf = (draft: ItemDraft, id: BoardItemId, rank: string): BoardItem => ({
  ...fieldsOf(draft, false),
  id,
  rank,
});

/**
 * Only what was changed in the form; an emptied field is cleared. A time that was not touched stays as fine as it was,
 * however coarsely the form wrote it.
 */
export function changeOf(
  item: BoardItem,
  draft: ItemDraft,
): Change<Omit<BoardItem, 'id' | 'event'>> {
  const before: Readonly<Record<string, unknown>> = { ...item };
  const now: Readonly<Record<string, unknown>> = { ...fieldsOf(draft, item.event !== undefined) };
  const change: Record<string, unknown> = {};
  const opened = draftOf(item);
  for (const name of CHANGEABLE) {
    const zoned = (name === 'time' || name === 'end') && draft.zone !== opened.zone;
    if (draft[name] === opened[name] && !zoned) continue;
    if (before[name] !== now[name]) change[name] = now[name] ?? null;
  }
  if (change['time'] !== undefined && now['basis'] !== before['basis'])
    change['basis'] = now['basis'];
  return change;
}

const CHANGEABLE = [
  'title',
  'time',
  'end',
  'precision',
  'basis',
  'reason',
  'standing',
  'confidence',
  'phase',
  'tactic',
  'technique',
  'host',
  'actor',
] as const satisfies readonly (keyof BoardItem)[];

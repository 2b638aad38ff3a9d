import type { BoardItem } from '../../model/board.ts';
import type { Change } from '../../model/change.ts';
import type { BoardItemId } from '../../model/ids.ts';
import type { ResponseAction } from '../../records/kinds/response-action.ts';
import type { OpBody } from '../../work/op.ts';
import { boardByRank } from '../../work/ordered.ts';
import { rankBetween } from '../../work/rank.ts';
import { recordOf, recordsOf } from '../../work/records.ts';
import type { WorkState } from '../../work/work-state.ts';

const PREFIX = 'action-';

/** An action is one item of the board at most, so its id follows from the action’s. */
export const actionItemId = ({ id }: Pick<ResponseAction, 'id'>): BoardItemId =>
  `${PREFIX}${id}` as BoardItemId;

/** The action that an item of the board was made from, where there is one. */
export function actionOfItem(item: BoardItemId, state: WorkState): ResponseAction | undefined {
  if (!item.startsWith(PREFIX)) return undefined;
  const actions: ReadonlyMap<string, ResponseAction> = recordsOf(state, 'action');
  return actions.get(item.slice(PREFIX.length));
}

/** The action as an item of the board’s response lane; it rests on its first event, or else on the record itself. */
export function itemOfAction(action: ResponseAction, state: WorkState): BoardItem {
  const [event] = action.events ?? [];
  return {
    id: actionItemId(action),
    ...toldBy(action, state),
    precision: 'min',
    ...(event === undefined ? { basis: `Action “${action.title}” of the response` } : { event }),
    standing: event === undefined ? 'inferred' : 'proven',
    phase: 'response',
    rank: rankBetween(boardByRank(state.board).at(-1)?.rank, undefined),
  };
}

/** What the item says because the record says so; the rest of it is the analyst’s to change on the board. */
type Told = Pick<
  BoardItem,
  'title' | 'time' | 'reason' | 'confidence' | 'technique' | 'host' | 'actor'
>;
type ToldField = keyof Told;

const TOLD: readonly ToldField[] = [
  'title',
  'time',
  'reason',
  'confidence',
  'technique',
  'host',
  'actor',
];

function toldBy(action: ResponseAction, state: WorkState): Told {
  const doneBy = recordOf(state, 'person', action.doneBy)?.name;
  const result = (action.result ?? action.verification ?? '').trim();
  return {
    title: `${action.title}: ${action.where}`.slice(0, 500).trim(),
    ...(action.at !== undefined && { time: action.at }),
    reason: result === '' ? `Action “${action.title}” of the response` : result,
    confidence: action.state === 'verified' ? 'high' : 'medium',
    ...(action.technique !== undefined && { technique: action.technique }),
    ...(action.where !== '' && { host: action.where }),
    ...(doneBy !== undefined && { actor: doneBy }),
  };
}

type ItemChange = Change<Omit<BoardItem, 'id' | 'event'>>;

const changeTo = (told: Told, fields: readonly ToldField[]): ItemChange =>
  Object.fromEntries(fields.map((field) => [field, told[field] ?? null]));

/**
 * The record is the truth: what an edit changes of what the record says is changed on the board in the same act, and
 * nothing else there. Nothing when it is not on the board.
 */
export function followAction(
  before: ResponseAction,
  after: ResponseAction,
  state: WorkState,
): readonly OpBody[] {
  const item = state.board.get(actionItemId(before));
  if (item === undefined) return [];
  const [was, is] = [toldBy(before, state), toldBy(after, state)];
  const fields = TOLD.filter((field) => was[field] !== is[field] && item[field] !== is[field]);
  if (fields.length === 0) return [];
  return [{ kind: 'board.edit', item: item.id, change: changeTo(is, fields) }];
}

/** What stands otherwise on the board than in the record; undefined when nothing does, or it is not there. */
export function differencesOf(
  action: ResponseAction,
  state: WorkState,
):
  | { readonly item: BoardItem; readonly told: Told; readonly fields: readonly ToldField[] }
  | undefined {
  const item = state.board.get(actionItemId(action));
  if (item === undefined) return undefined;
  const told = toldBy(action, state);
  const fields = TOLD.filter((field) => item[field] !== told[field]);
  return fields.length === 0 ? undefined : { item, told, fields };
}

/** Brings the item to what the record says. */
export function catchUp(action: ResponseAction, state: WorkState): OpBody | undefined {
  const found = differencesOf(action, state);
  if (found === undefined) return undefined;
  return { kind: 'board.edit', item: found.item.id, change: changeTo(found.told, found.fields) };
}

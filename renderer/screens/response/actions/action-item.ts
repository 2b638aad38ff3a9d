import type { BoardItem } from '#shared/model/board.ts';
import type { BoardItemId } from '#shared/model/ids.ts';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { boardByRank } from '#shared/work/ordered.ts';
import { rankBetween } from '#shared/work/rank.ts';
import { recordOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';

/** An action is one item of the board at most, so its id follows from the action’s. */
export const actionItemId = ({ id }: Pick<ResponseAction, 'id'>): BoardItemId =>
  `action-${id}` as BoardItemId;

/** The action as an item of the board’s response lane; it rests on its first event, or else on the record itself. */
export function itemOfAction(action: ResponseAction, state: WorkState): BoardItem {
  const [event] = action.events ?? [];
  const doneBy = recordOf(state, 'person', action.doneBy)?.name;
  const result = (action.result ?? action.verification ?? '').trim();
  return {
    id: actionItemId(action),
    title: `${action.title}: ${action.where}`.slice(0, 500).trim(),
    ...(action.at !== undefined && { time: action.at }),
    precision: 'min',
    ...(event === undefined ? { basis: `Action “${action.title}” of the response` } : { event }),
    reason: result === '' ? `Action “${action.title}” of the response` : result,
    standing: event === undefined ? 'inferred' : 'proven',
    confidence: action.state === 'verified' ? 'high' : 'medium',
    phase: 'response',
    ...(action.technique !== undefined && { technique: action.technique }),
    ...(action.where !== '' && { host: action.where }),
    ...(doneBy !== undefined && { actor: doneBy }),
    rank: rankBetween(boardByRank(state.board).at(-1)?.rank, undefined),
  };
}

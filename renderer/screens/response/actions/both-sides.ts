import { boardNumber, inOrder } from '#shared/board/board-order.ts';
import type { BoardItem } from '#shared/model/board.ts';
import type { BoardItemId } from '#shared/model/ids.ts';
import type { Instant, Precision } from '#shared/model/time.ts';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { recordsOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { ACTION_KIND_NAMES } from '#shared/response/playbook/names.ts';
import { actionItemId, itemOfAction } from '#shared/response/actions/action-item.ts';

export interface KeyMoment {
  readonly title: string;
  readonly time: Instant;
  readonly precision: Precision;
}

/** The lanes of the drawing from top to bottom. */
export const SIDES: readonly string[] = [
  'Key times',
  'Intruder',
  ...Object.values(ACTION_KIND_NAMES),
  'Other response',
];

/** What a mark of the drawing stands for. */
export type Marked =
  | { readonly kind: 'intruder' | 'response'; readonly item: BoardItem }
  | { readonly kind: 'action'; readonly action: ResponseAction }
  | { readonly kind: 'moment'; readonly moment: KeyMoment };

export interface BothSides {
  /** To be laid out in lanes by actor, which here is who acted: the intruder, or one of the kinds of response. */
  readonly items: readonly BoardItem[];
  readonly numbers: ReadonlyMap<BoardItemId, string>;
  readonly marked: ReadonlyMap<BoardItemId, Marked>;
  /** Actions without a time, which a time axis cannot show. */
  readonly undated: number;
}

const MOMENT = {
  reason: '',
  standing: 'proven',
  confidence: 'high',
  phase: 'response',
  rank: '',
} as const;

/**
 * What the intruder did when, against what was done about it when. The intruder's side is the board outside the
 * response; the other side is the actions, and what else the board holds of the response: an item that an action says
 * already, being made from it or resting on the same event, is not told twice.
 */
export function bothSides(state: WorkState, moments: readonly KeyMoment[]): BothSides {
  const items: BoardItem[] = [];
  const numbers = new Map<BoardItemId, string>();
  const marked = new Map<BoardItemId, Marked>();
  const add = (item: BoardItem, lane: string, number: string, mark: Marked): void => {
    items.push({ ...item, actor: lane });
    numbers.set(item.id, number);
    marked.set(item.id, mark);
  };
  const actions = [...recordsOf(state, 'action').values()];
  const told = new Set<string>(
    actions.flatMap((one) => [actionItemId(one), ...(one.events ?? [])]),
  );
  for (const [n, item] of inOrder(state.board.values()).entries()) {
    if (item.phase !== 'response') {
      add(item, 'Intruder', boardNumber(n), { kind: 'intruder', item });
    } else if (!told.has(item.id) && (item.event === undefined || !told.has(item.event))) {
      add(item, 'Other response', boardNumber(n), { kind: 'response', item });
    }
  }
  for (const action of actions) {
    const item = itemOfAction(action, state);
    add(item, ACTION_KIND_NAMES[action.kind], '', { kind: 'action', action });
  }
  for (const [n, moment] of moments.entries()) {
    const id = `moment-${n}` as BoardItemId;
    add({ ...MOMENT, ...moment, id }, 'Key times', '', { kind: 'moment', moment });
  }
  return {
    items,
    numbers,
    marked,
    undated: actions.filter(({ at }) => at === undefined).length,
  };
}

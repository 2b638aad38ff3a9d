import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { changed } from '#shared/model/change.ts';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import type { RecordChange } from '#shared/records/record-schema.ts';
import {
  actionItemId,
  actionOfItem,
  catchUp,
  differencesOf,
  followAction,
  itemOfAction,
} from '#shared/response/actions/action-item.ts';
import { bothSides } from '#renderer/screens/response/actions/both-sides.ts';
import { fold } from '#shared/work/fold.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { EMPTY_WORK } from '#shared/work/work-state.ts';
import { boardItem, event, op, ticking } from '../work/example-ops.ts';

const AT = 1_800_000_000_000_000_000n as Instant;
const ACTION: ResponseAction = {
  id: 'cut-off' as RecordId,
  type: 'action',
  title: 'Taken off the network',
  kind: 'containment',
  state: 'done',
  where: 'WS07',
  at: AT,
};

const { at: _at, ...UNDATED } = ACTION;

const tick = ticking();
const did = (...bodies: readonly OpBody[]): readonly Op[] =>
  bodies.map((body) => op(body, { clock: tick() }));
const START = did(
  { kind: 'record.add', record: ACTION },
  { kind: 'board.add', item: itemOfAction(ACTION, EMPTY_WORK) },
);

/** The edit and what follows from it, as the form does them. */
const edited = (ops: readonly Op[], change: RecordChange<'action'>): readonly Op[] => {
  const state = fold(ops);
  const before = actionOfItem(actionItemId(ACTION), state) ?? ACTION;
  return [
    ...ops,
    ...did(
      { kind: 'record.edit', type: 'action', record: ACTION.id, change },
      ...followAction(before, changed<ResponseAction>(before, change), state),
    ),
  ];
};
const itemIn = (state: WorkState) => state.board.get(actionItemId(ACTION));

describe('an action on the board', () => {
  it('says there what the record says, also after it was changed', () => {
    const later = (AT + 60_000_000_000n) as Instant;
    const state = fold(edited(START, { title: 'Cable pulled', at: later, state: 'verified' }));
    expect(itemIn(state)).toMatchObject({
      title: 'Cable pulled: WS07',
      time: later,
      confidence: 'high',
    });
    expect(
      differencesOf({ ...ACTION, title: 'Cable pulled', at: later, state: 'verified' }, state),
    ).toBeUndefined();
  });

  it('keeps what the analyst wrote on the board of facts that the edit leaves alone', () => {
    const own = did({
      kind: 'board.edit',
      item: actionItemId(ACTION),
      change: { title: 'WS07 is off', reason: 'It ends the intruder’s foothold.' },
    });
    const ops = edited([...START, ...own], { technique: 'T1021.002' });
    expect(itemIn(fold(ops))).toMatchObject({
      title: 'WS07 is off',
      reason: 'It ends the intruder’s foothold.',
      technique: 'T1021.002',
    });
    const action = { ...ACTION, technique: 'T1021.002' };
    expect(differencesOf(action, fold(ops))?.fields).toEqual(['title', 'reason']);
    const body = catchUp(action, fold(ops));
    if (body === undefined) throw new Error('nothing to catch up with');
    expect(differencesOf(action, fold([...ops, ...did(body)]))).toBeUndefined();
  });

  it('loses there what the record no longer says', () => {
    const state = fold(edited(edited(START, { technique: 'T1021.002' }), { technique: null }));
    expect(itemIn(state)).not.toHaveProperty('technique');
  });

  it('is not put there by an edit', () => {
    const state = fold(edited(START.slice(0, 1), { title: 'Cable pulled' }));
    expect(state.board.size).toBe(0);
  });
});

describe('both sides', () => {
  it('tell each act once: the intruder’s steps, the actions, and what else the board holds of the response', () => {
    const resting = { ...ACTION, id: 'rests' as RecordId, events: [event(1)] };
    const state = fold([
      ...START,
      ...did(
        { kind: 'record.add', record: resting },
        { kind: 'record.add', record: { ...UNDATED, id: 'planned' as RecordId } },
        { kind: 'board.add', item: boardItem('step', { phase: 'execution' }) },
        { kind: 'board.add', item: boardItem('same', { phase: 'response', event: event(1) }) },
        { kind: 'board.add', item: boardItem('else', { phase: 'response', event: event(2) }) },
      ),
    ]);
    const { items, marked, undated } = bothSides(state, [
      { title: 'Detected', time: AT, precision: 's' },
    ]);
    expect(items.map(({ id, actor }) => [id, actor])).toEqual([
      ['else', 'Other response'],
      ['step', 'Intruder'],
      ['action-cut-off', 'Containment'],
      ['action-rests', 'Containment'],
      ['action-planned', 'Containment'],
      ['moment-0', 'Key times'],
    ]);
    expect(undated).toBe(1);
    expect(items.every(({ id }) => marked.has(id))).toBe(true);
  });
});

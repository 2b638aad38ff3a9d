import { describe, expect, it } from 'vitest';
import {
  actsDone,
  actsOf,
  marksOf,
  nextMark,
} from '#renderer/screens/learning/clocks/acts-of-log.ts';
import { scaleByAct } from '#renderer/screens/learning/clocks/known-scale.ts';
import { ALICE, BOB, boardItem, entity, finding, op, ticking } from '../../work/example-ops.ts';

const clock = ticking();
const at = (more: object = {}) => ({ clock: clock(), ...more });

const ops = [
  op({ kind: 'case.create', title: 'One' }, at()),
  op({ kind: 'board.add', item: boardItem('b1') }, at({ group: 'g' })),
  op({ kind: 'board.add', item: boardItem('b2') }, at({ group: 'g' })),
  // Another analyst’s group of the same name is another act.
  op({ kind: 'board.add', item: boardItem('b3') }, at({ group: 'g', analyst: BOB })),
  op({ kind: 'record.add', record: entity('ws7') }, at({ analyst: ALICE })),
  op(
    {
      kind: 'record.edit',
      type: 'entity',
      record: entity('ws7').id,
      change: { verdict: 'compromised' },
    },
    at(),
  ),
  op({ kind: 'finding.add', finding: finding('f1') }, at()),
];

describe('the acts of a log', () => {
  const acts = actsOf(ops);

  it('are the operations that were done together', () => {
    expect(acts.map(({ end }) => end)).toEqual([1, 3, 4, 5, 6, 7]);
  });

  it('are counted when they are whole', () => {
    expect([0, 1, 2, 3, 6, 7, 99].map((count) => actsDone(acts, count))).toEqual([
      0, 1, 1, 2, 5, 6, 6,
    ]);
  });

  it('leave marks where board, findings and verdicts changed', () => {
    expect(
      marksOf(acts, scaleByAct(acts.length).shareOf).map(({ kind, at: share }) => [
        kind,
        Math.round(share * 6),
      ]),
    ).toEqual([
      ['board', 2],
      ['board', 3],
      ['verdict', 5],
      ['finding', 6],
    ]);
  });

  it('are gone through by the marks they left, from end to end', () => {
    const on = [0];
    for (let at = 0; at < acts.length;) on.push((at = nextMark(acts, at, 1)));
    expect(on).toEqual([0, 2, 3, 5, 6]);
    const back = [acts.length];
    for (let at = acts.length; at > 0;) back.push((at = nextMark(acts, at, -1)));
    expect(back).toEqual([6, 5, 3, 2, 0]);
  });

  it('leave no more marks than can be told apart', () => {
    const one = op({ kind: 'board.add', item: boardItem('b9') }, at());
    const many = actsOf(Array.from({ length: 5_000 }, (_, n) => ({ ...one, group: `g${n}` })));
    expect(many).toHaveLength(5_000);
    expect(marksOf(many, scaleByAct(many.length).shareOf).length).toBeLessThanOrEqual(401);
  });
});

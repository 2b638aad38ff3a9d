import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asKnownAt, KnownHistory } from '#shared/work/as-known-at.ts';
import { fold, merge } from '#shared/work/fold.ts';
import { nextHlc, parseHlc } from '#shared/work/hlc.ts';
import type { Hlc } from '#shared/work/hlc.ts';
import type { Op } from '#shared/work/op.ts';
import { boardItem, op } from './example-ops.ts';
import { teamOps } from './simulated-team.ts';
import { stateText } from './state-text.ts';

const MINUTE = 60_000;
const START = 1_778_600_000_000;

/** The clock of one process, a minute further at each reading. */
function minutely(): () => Hlc {
  let last: Hlc | undefined;
  let now = START;
  return () => (last = nextHlc(last, (now += MINUTE), '0badcafe'));
}

describe('the case as it was known at a past moment', () => {
  it('is a replay of the operations up to then, at every moment', () => {
    fc.assert(
      fc.property(teamOps, fc.array(fc.nat(), { maxLength: 12 }), (ops, seeks) => {
        const history = new KnownHistory(ops);
        const sorted = merge(ops, []);
        const places = [...seeks.map((n) => n % (sorted.length + 1)), sorted.length];
        for (const count of places) {
          expect(stateText(history.stateAt(count))).toBe(stateText(fold(sorted.slice(0, count))));
        }
      }),
    );
  });

  it('is the same whatever the order in which the logs were united', () => {
    fc.assert(
      fc.property(
        teamOps.chain((ops) =>
          fc.tuple(fc.constant(ops), fc.shuffledSubarray([...ops], { minLength: ops.length })),
        ),
        fc.nat(),
        ([ops, mixed], which) => {
          const chosen = ops[which % Math.max(1, ops.length)];
          const ms = chosen === undefined ? 0 : parseHlc(chosen.clock).ms;
          const known = stateText(asKnownAt(ops, ms));
          expect(stateText(asKnownAt(mixed, ms))).toBe(known);
          const half = Math.floor(mixed.length / 2);
          const united = merge(mixed.slice(half), merge(mixed.slice(0, half), mixed));
          expect(stateText(asKnownAt(united, ms))).toBe(known);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not know of what was taken back later, nor of its return', () => {
    const clock = minutely();
    const added = op({ kind: 'board.add', item: boardItem('b1') }, { clock: clock() });
    const undo = op({ kind: 'retract', op: added.id }, { clock: clock() });
    const redo = op({ kind: 'retract', op: undo.id }, { clock: clock() });
    const ops = [redo, added, undo];
    const items = (minute: number): number => asKnownAt(ops, START + minute * MINUTE).board.size;
    expect([0, 1, 2, 3].map(items)).toEqual([0, 1, 0, 1]);
  });

  it('counts the operations of a moment, and says when each was done', () => {
    const clock = minutely();
    const ops = [1, 2, 3].map((n) =>
      op({ kind: 'board.add', item: boardItem(`b${n}`) }, { clock: clock() }),
    );
    const history = new KnownHistory(ops);
    expect(history.knownAt(1)).toBe(START + 2 * MINUTE);
    expect([0, 1, 1.5, 2, 3, 9].map((n) => history.countAt(START + n * MINUTE))).toEqual([
      0, 1, 1, 2, 3, 3,
    ]);
    expect(() => history.knownAt(3)).toThrow(RangeError);
  });
});

describe('a long log', () => {
  it('is gone through anywhere and in any order as a replay would, with acts taken back far later', () => {
    const clock = minutely();
    const ops: Op[] = [];
    for (let n = 0; n < 3_000; n += 1) {
      const undone = n % 7 === 6 ? ops[(n * 13) % ops.length] : undefined;
      const body =
        undone === undefined
          ? ({ kind: 'board.add', item: boardItem(`b${n % 40}`, { title: `Item ${n}` }) } as const)
          : ({ kind: 'retract', op: undone.id } as const);
      ops.push(op(body, { clock: clock() }));
    }
    const history = new KnownHistory(ops);
    for (const count of [3_000, 1_234, 1_235, 1_234, 64, 0, 2_999, 700, 1_500]) {
      expect(stateText(history.stateAt(count))).toBe(stateText(fold(ops.slice(0, count))));
    }
  });
});

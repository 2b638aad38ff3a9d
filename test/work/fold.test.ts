import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, fold, merge } from '#shared/work/fold.ts';
import type { Op } from '#shared/work/op.ts';
import { EMPTY_WORK } from '#shared/work/work-state.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { anyBody, boardItem, eventSet, op, ticking } from './example-ops.ts';
import { teamOps } from './simulated-team.ts';
import { stateText } from './state-text.ts';

const shuffled = (ops: readonly Op[]): fc.Arbitrary<Op[]> =>
  fc.shuffledSubarray([...ops], { minLength: ops.length });

describe('folding the log', () => {
  it('gives one state, whatever the order of the ops', () => {
    fc.assert(
      fc.property(
        teamOps.chain((ops) => fc.tuple(fc.constant(ops), shuffled(ops))),
        ([ops, mixed]) => {
          expect(stateText(fold(mixed))).toBe(stateText(fold(ops)));
        },
      ),
    );
  });

  it('gives one state, however the ops are parted and merged', () => {
    fc.assert(
      fc.property(teamOps, fc.array(fc.nat({ max: 3 }), { minLength: 60 }), (ops, parts) => {
        const part = (n: number): Op[] => ops.filter((_, i) => parts[i] === n || parts[i] === 3);
        const [a, b, c] = [part(0), part(1), part(2)];
        const one = merge(merge(a, b), c);
        expect(merge(c, merge(b, a))).toEqual(one);
        expect(merge(one, one)).toEqual(one);
        expect(stateText(fold(one))).toBe(stateText(fold(ops)));
      }),
    );
  });

  it('is what a live log has, fed in any order and in pieces of any size', () => {
    fc.assert(
      fc.property(
        teamOps.chain((ops) =>
          fc.tuple(shuffled(ops), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 60 })),
        ),
        ([ops, sizes]) => {
          const log = new WorkLog();
          let at = 0;
          for (const size of sizes) {
            const before = log.state;
            const change = log.add(ops.slice(at, at + size));
            expect(change.before).toBe(before);
            expect(change.after).toBe(log.state);
            at += size;
            expect(stateText(log.state)).toBe(stateText(fold(ops.slice(0, at))));
          }
          expect(log.ops).toEqual(merge(ops, []));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is what applying one op after another gives', () => {
    fc.assert(
      fc.property(fc.array(anyBody, { maxLength: 40 }), (bodies) => {
        const clock = ticking();
        const ops = bodies.map((body) => op(body, { clock: clock() }));
        expect(stateText(ops.reduce(apply, EMPTY_WORK))).toBe(stateText(fold(ops)));
      }),
    );
  });

  it('without a retracted op is as if it had never been', () => {
    fc.assert(
      fc.property(teamOps, fc.nat(), (ops, which) => {
        const target = ops[which % Math.max(1, ops.length)];
        if (target === undefined) return;
        const clock = new WorkLog(ops).clock?.slice(0, 12) ?? '';
        const later = `${clock}-ffff-ffffffff` as Op['clock'];
        const undo = op({ kind: 'retract', op: target.id }, { clock: later });
        const without = ops.filter(({ id }) => id !== target.id);
        expect(stateText(fold([...ops, undo]))).toBe(stateText(fold(without)));
        const redo = op({ kind: 'retract', op: undo.id }, { clock: later });
        expect(stateText(fold([redo, ...ops, undo]))).toBe(stateText(fold(ops)));
      }),
    );
  });

  it('knows what came after what', () => {
    fc.assert(
      fc.property(teamOps, (ops) => {
        const followed = new Set(ops.flatMap(({ after }) => after));
        const heads = ops.map(({ id }) => id).filter((id) => !followed.has(id));
        expect(new WorkLog(ops).heads).toEqual(heads.sort());
      }),
    );
  });

  it('keeps the identity of what an op does not touch', () => {
    const clock = ticking();
    const at = () => ({ clock: clock() });
    const first = fold([
      op({ kind: 'tag.add', tag: 'a', events: eventSet([1]) }, at()),
      op({ kind: 'tag.add', tag: 'b', events: eventSet([1]) }, at()),
      op({ kind: 'board.add', item: boardItem('b1') }, at()),
      op({ kind: 'board.add', item: boardItem('b2') }, at()),
    ]);
    const edit = { kind: 'board.edit', item: boardItem('b1').id, change: { title: 'T' } } as const;
    const second = apply(first, op(edit, at()));
    expect(second.board.get(boardItem('b1').id)?.title).toBe('T');
    expect(second.board.get(boardItem('b2').id)).toBe(first.board.get(boardItem('b2').id));
    expect(second.tags).toBe(first.tags);
    const third = apply(second, op({ kind: 'tag.add', tag: 'a', events: eventSet([2]) }, at()));
    expect(third.tags.get('b')).toBe(first.tags.get('b'));
    expect(first.tags.get('a')?.assigned).toHaveLength(1);
    const onNothing = { kind: 'board.edit', item: 'gone' as never, change: {} } as const;
    expect(apply(third, op(onNothing, at()))).toBe(third);
  });
});

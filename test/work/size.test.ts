import { expect, it } from 'vitest';
import type { Op, OpBody } from '#shared/work/op.ts';
import { canonicalJson, parseCanonicalJson } from '#shared/work/canonical-json.ts';
import { KnownHistory } from '#shared/work/as-known-at.ts';
import { fold } from '#shared/work/fold.ts';
import { verifyOp } from '#shared/work/seal.ts';
import { invert } from '#shared/work/undo.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { boardItem, event, eventSet, noteEdit, op, ticking } from './example-ops.ts';

const OPS = 100_000;

/** Weeks of work: tags, notes, board items and their edits, and one act in fifty undone. */
function largeLog(): readonly Op[] {
  const clock = ticking();
  const ops: Op[] = [];
  for (let i = 0; i < OPS; i++) {
    const last = ops.at(-1);
    const bodies: readonly OpBody[] = [
      { kind: 'tag.add', tag: `tag ${i % 7}`, events: eventSet([i % 20]) },
      { kind: 'note.add', events: [event(i % 20)], text: `seen ${i}` },
      { kind: 'board.add', item: boardItem(`b${i}`) },
      {
        kind: 'board.edit',
        item: boardItem(`b${i - 1}`).id,
        change: { title: `T${i}`, host: null },
      },
      last === undefined ? noteEdit('a'.repeat(64) as Op['id'], '') : noteEdit(last.id, 'x'),
    ];
    const body = i % 50 === 49 && last !== undefined ? invert(last) : bodies[i % 5];
    if (body === undefined) throw new Error('five kinds of act');
    ops.push(op(body, { clock: clock(), after: last === undefined ? [] : [last.id] }));
  }
  return ops;
}

const timed = <T>(work: () => T): { readonly ms: number; readonly value: T } => {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
};

it('a hundred thousand ops fold in about a second and one more costs nothing to notice', () => {
  const ops = largeLog();
  const lines = ops.map(canonicalJson);
  const read = timed(() => lines.map(parseCanonicalJson));
  const verified = timed(() => read.value.filter((value) => verifyOp(value).ok));
  const state = timed(() => fold(ops));
  const log = new WorkLog(ops);
  const clock = `${log.clock?.slice(0, 12)}-ffff-ffffffff` as Op['clock'];
  const act = op({ kind: 'note.add', events: [event(1)], text: 'one more' }, { clock });
  const one = timed(() => log.add([act]));
  const undo = timed(() => log.add([op(invert(act), { clock })]));
  const ms = (name: string, part: { readonly ms: number }): string =>
    `${name} ${part.ms.toFixed(1)} ms`;
  process.stdout.write(
    `${OPS} ops: ${[ms('parse', read), ms('verify', verified), ms('fold', state), ms('one more', one), ms('undo', undo)].join(', ')}\n`,
  );
  expect(verified.value).toHaveLength(OPS);
  expect(log.state.board).toEqual(state.value.board);
  // Generous, for a busy machine; the printed figures are what is measured.
  expect(state.ms).toBeLessThan(5_000);
  expect(one.ms + undo.ms).toBeLessThan(1_000);
}, 60_000);

it('a hundred thousand ops are gone through, back and forth, without waiting', () => {
  const ops = largeLog();
  const built = timed(() => new KnownHistory(ops));
  const history = built.value;
  const whole = timed(() => history.stateAt(OPS));
  const seeks = Array.from({ length: 80 }, (_, n) =>
    timed(() => history.stateAt((n * 7_919) % OPS)),
  )
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
  const [middle = 0, most = 0] = [seeks[40], seeks[75]];
  process.stdout.write(
    `${OPS} ops: built ${built.ms.toFixed(0)} ms, all of it ${whole.ms.toFixed(0)} ms, a moment ${middle.toFixed(1)} ms, 95 of 100 under ${most.toFixed(1)} ms\n`,
  );
  // Generous, for a busy machine; the printed figures are what is measured.
  expect(middle).toBeLessThan(250);
  expect(most).toBeLessThan(800);
}, 120_000);

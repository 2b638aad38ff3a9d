import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { circleIn } from '#shared/response/playbook/step-order.ts';
import { ringIf, ringOf } from '#shared/response/playbook/task-ring.ts';
import type { OpBody } from '#shared/work/op.ts';
import { fold } from '#shared/work/fold.ts';
import { recordsOf } from '#shared/work/records.ts';
import { op, ticking } from '../work/example-ops.ts';

const task = (id: string, after: readonly string[], state: Task['state'] = 'open'): Task => ({
  id: id as RecordId,
  type: 'task',
  title: id.toUpperCase(),
  phase: 'containment',
  state,
  after: after as readonly RecordId[],
  rank: 'a0',
});

const mapOf = (tasks: readonly Task[]) => new Map(tasks.map((one) => [one.id, one]));
const ids = (ring: readonly Task[] | undefined) => ring?.map(({ id }) => id);

describe('a ring of tasks', () => {
  const tasks = mapOf([task('a', []), task('b', ['a']), task('c', ['b', 'a']), task('d', [])]);

  it('would be closed by waiting for what waits for it, and is told in the order of waiting', () => {
    expect(ids(ringIf(task('a', ['d', 'c']), tasks))).toEqual(['a', 'c']);
    expect(ids(ringIf(task('a', ['b']), tasks))).toEqual(['a', 'b']);
    expect(ringIf(task('a', ['d']), tasks)).toBeUndefined();
    expect(ringIf(task('d', ['c', 'b']), tasks)).toBeUndefined();
  });

  it('that two analysts closed without knowing of each other stands, is told, and is opened by finishing one', () => {
    const tick = ticking();
    const add = (record: Task): OpBody => ({ kind: 'record.add', record });
    const wait = (id: string, after: string): OpBody => ({
      kind: 'record.edit',
      type: 'task',
      record: id as RecordId,
      change: { after: [after as RecordId] },
    });
    const start = [add(task('a', [])), add(task('b', []))].map((body) =>
      op(body, { clock: tick() }),
    );
    const mine = op(wait('a', 'b'), { clock: tick() });
    const yours = op(wait('b', 'a'), { clock: tick() });
    for (const merged of [
      [...start, mine, yours],
      [yours, ...start, mine],
    ]) {
      const both = recordsOf(fold(merged), 'task');
      const [a, b] = [both.get('a' as RecordId), both.get('b' as RecordId)];
      if (a === undefined || b === undefined) throw new Error('a task was lost');
      expect(ids(ringOf(a, both))).toEqual(['a', 'b']);
      expect(ids(ringOf(b, both))).toEqual(['b', 'a']);
      const done = mapOf([a, { ...b, state: 'done' }]);
      expect(ringOf(a, done)).toBeUndefined();
    }
  });

  it('is found through some task exactly when there is one', () => {
    const graph = fc.integer({ min: 1, max: 8 }).chain((count) =>
      fc.array(fc.uniqueArray(fc.integer({ min: 0, max: count - 1 })), {
        minLength: count,
        maxLength: count,
      }),
    );
    fc.assert(
      fc.property(graph, (edges) => {
        const all = edges.map((after, n) => task(String(n), after.map(String)));
        const map = mapOf(all);
        const rings = all.flatMap((one) => {
          const ring = ringIf(one, map);
          return ring === undefined ? [] : [ring];
        });
        for (const ring of rings) {
          ring.forEach(({ after }, n) => {
            expect(after).toContain(ring[(n + 1) % ring.length]?.id);
          });
        }
        expect(rings.length > 0).toBe(circleIn(all) !== undefined);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectionStep } from '#main/work/projection.ts';
import { projectChange, projectState } from '#main/work/projection.ts';
import type { Sha256 } from '#shared/model/ids.ts';
import { encodeMember } from '#shared/work/event-set-codec.ts';
import { eventIdsOf } from '#shared/work/event-sets.ts';
import { fold } from '#shared/work/fold.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import { invert } from '#shared/work/undo.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { event, eventSet, op, ticking } from './example-ops.ts';
import { teamOps } from './simulated-team.ts';

/** The table of marks, done as the steps say: event and mark in one text. */
function perform(table: Set<string>, steps: readonly ProjectionStep[]): void {
  for (const step of steps) {
    const events = 'members' in step.events ? eventIdsOf(step.events) : step.events;
    const mark = step.kind === 'note' ? `${step.value} ${step.text}` : step.value;
    for (const id of events) {
      const row = `${id} ${step.kind} ${mark}`;
      if (step.act === 'add') table.add(row);
      else table.delete(row);
    }
  }
}

function tableOf(ops: readonly Op[]): Set<string> {
  const table = new Set<string>();
  perform(table, projectState(fold(ops)));
  return table;
}

describe('the projection of the log', () => {
  it('keeps the table what a new one would be, whatever arrives in whatever pieces', () => {
    fc.assert(
      fc.property(
        teamOps.chain((ops) =>
          fc.tuple(
            fc.oneof(fc.constant(ops), fc.shuffledSubarray([...ops], { minLength: ops.length })),
            fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 60 }),
          ),
        ),
        ([ops, sizes]) => {
          const log = new WorkLog();
          const table = new Set<string>();
          let at = 0;
          for (const size of sizes) {
            perform(table, projectChange(log.add(ops.slice(at, at + size))));
            at += size;
            expect(table).toEqual(tableOf(ops.slice(0, at)));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('hands a new tag on as it came, and looks at no other when one is retracted', () => {
    const clock = ticking();
    const log = new WorkLog();
    const put = (body: OpBody): Op => op(body, { clock: clock(), after: log.heads });
    const events = eventSet([1, 2, 3]);
    const first = put({ kind: 'tag.add', tag: 'seen', events });
    const [step] = projectChange(log.add([first]));
    expect(step).toMatchObject({ act: 'add', kind: 'tag', value: 'seen' });
    expect(step?.events).toBe('events' in first.body ? first.body.events : undefined);
    log.add([put({ kind: 'tag.add', tag: 'seen', events: eventSet([3, 4]) })]);
    log.add([put({ kind: 'tag.add', tag: 'other', events })]);
    const steps = projectChange(log.add([put(invert(first))]));
    expect(steps.map(({ act, kind, value }) => [act, kind, value])).toEqual([
      ['remove', 'tag', 'seen'],
      ['add', 'tag', 'seen'],
    ]);
    const [removed, added] = steps.map((one) =>
      'members' in one.events ? eventIdsOf(one.events) : one.events,
    );
    expect(removed).toEqual([event(1), event(2)]);
    expect(added).toEqual([event(3)]);
  });

  it('tags a million events and takes it back within a second', () => {
    const million = 1_000_000;
    const member = encodeMember('c'.repeat(64) as Sha256, {
      offsets: Float64Array.from({ length: million }, (_, i) => i * 733),
      ordinals: new Uint32Array(million),
    });
    const clock = ticking();
    const log = new WorkLog();
    const put = (body: OpBody): Op => op(body, { clock: clock(), after: log.heads });
    const started = performance.now();
    const act = put({
      kind: 'tag.add',
      tag: 'noise',
      events: { count: million, members: [member] },
    });
    const sealed = performance.now();
    const steps = projectChange(log.add([act]));
    const added = performance.now();
    const back = projectChange(log.add([put(invert(act))]));
    const taken = performance.now();
    process.stdout.write(
      `1,000,000 events in one op (${member.locators.length} characters): seal ${(sealed - started).toFixed(0)} ms, ` +
        `project ${(added - sealed).toFixed(1)} ms, retract ${(taken - added).toFixed(0)} ms\n`,
    );
    expect(steps).toHaveLength(1);
    expect(back).toMatchObject([{ act: 'remove', events: { count: million } }]);
    expect(taken - sealed).toBeLessThan(3_000);
  });
});

import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import type { Playbook } from '#shared/response/playbook/playbook.ts';
import { playbookOfTasks } from '#shared/response/playbook/playbook-of-tasks.ts';
import { checkPlaybook } from '#shared/response/playbook/read-playbook.ts';
import { resultText } from '#shared/response/playbook/result-text.ts';
import { countTasks, tasksInOrder, waitsFor } from '#shared/response/playbook/task-standing.ts';
import { missingSteps, choosePlaybook } from '#shared/response/playbook/choose-playbook.ts';
import { fold } from '#shared/work/fold.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import { recordsOf } from '#shared/work/records.ts';
import { EMPTY_WORK } from '#shared/work/work-state.ts';
import { op, ticking } from '../work/example-ops.ts';
import { valueOf } from '../casefile/case-environment.ts';

const PLAYBOOK: Playbook = valueOf(
  checkPlaybook(
    {
      fireline: 'playbook/1',
      id: 'small',
      revision: 3,
      title: 'A small one',
      category: 'other',
      use: 'In tests.',
      sources: ['Ourselves'],
      steps: [
        {
          id: 'look',
          title: 'Look',
          phase: 'detection-and-analysis',
          role: 'analyst',
          target: '30 min',
          guidance: ['Check: everything.', 'Do not: touch.'],
          query: 'code:1102',
        },
        { id: 'act', title: 'Act', phase: 'containment', target: '2 h', after: ['look'] },
        { id: 'learn', title: 'Learn', phase: 'post-incident', after: ['act'] },
      ],
    },
    'small.json',
  ),
);
const START = instantFromMs(Date.UTC(2026, 4, 13, 8, 20));
const HOUR = 3_600_000_000_000n;

const tick = ticking();
const done = (bodies: readonly OpBody[]): readonly Op[] =>
  bodies.map((body) => op(body, { clock: tick() }));
const edit = (step: string, change: Partial<Task>): OpBody => ({
  kind: 'record.edit',
  type: 'task',
  record: `playbook-small--${step}` as RecordId,
  change,
});

describe('choosing a playbook', () => {
  const first = done(choosePlaybook(PLAYBOOK, START, EMPTY_WORK));
  const state = fold(first);
  const tasks = recordsOf(state, 'task');

  it('makes a task of each step, with its time and what it waits for', () => {
    const [look, act] = tasksInOrder(tasks.values());
    expect(look).toEqual({
      id: 'playbook-small--look',
      type: 'task',
      title: 'Look',
      phase: 'detection-and-analysis',
      state: 'open',
      after: [],
      rank: 'a0',
      playbook: 'playbook-small',
      step: 'look',
      role: 'analyst',
      due: START + HOUR / 2n,
      guidance: 'Check: everything.\nDo not: touch.',
      query: 'code:1102',
    });
    expect(act).toMatchObject({ after: ['playbook-small--look'], due: START + 2n * HOUR });
    expect(recordsOf(state, 'playbook').get('playbook-small' as RecordId)).toMatchObject({
      source: 'small',
      version: 3,
      startedAt: START,
    });
  });

  it('again adds only what is not there, and keeps the first start', () => {
    expect(choosePlaybook(PLAYBOOK, START, state)).toEqual([]);
    const removed = done([
      { kind: 'record.remove', type: 'task', record: 'playbook-small--act' as RecordId },
    ]);
    const without = fold([...first, ...removed]);
    expect(missingSteps(PLAYBOOK, without).map(({ id }) => id)).toEqual(['act']);
    const later = (START + 10n * HOUR) as Instant;
    const again = fold([...first, ...removed, ...done(choosePlaybook(PLAYBOOK, later, without))]);
    expect(recordsOf(again, 'task').size).toBe(3);
    expect(recordsOf(again, 'task').get('playbook-small--act' as RecordId)?.due).toBe(
      START + 2n * HOUR,
    );
  });

  it('by two analysts is one use and one set of tasks', () => {
    const both = fold([...first, ...done(choosePlaybook(PLAYBOOK, START, EMPTY_WORK))]);
    expect(recordsOf(both, 'playbook').size).toBe(1);
    expect(recordsOf(both, 'task').size).toBe(3);
  });

  it('holds up tasks until those before them are finished, and counts what is late', () => {
    const act = tasks.get('playbook-small--act' as RecordId);
    if (act === undefined) throw new Error('there is no such task');
    expect(waitsFor(act, tasks).map(({ title }) => title)).toEqual(['Look']);
    const now = (START + HOUR) as Instant;
    expect(countTasks(tasks.values(), tasks, now)).toEqual({
      all: 3,
      done: 0,
      overdue: 1,
      blocked: 2,
    });
    const after = fold([
      ...first,
      ...done([edit('look', { state: 'done' }), edit('learn', { state: 'dropped' })]),
    ]);
    const moved = recordsOf(after, 'task');
    expect(countTasks(moved.values(), moved, now)).toEqual({
      all: 2,
      done: 1,
      overdue: 0,
      blocked: 0,
    });
  });

  it('can be given back as a playbook, as the tasks have become', () => {
    const changed = fold([
      ...first,
      ...done([
        edit('act', { title: 'Act at once', due: (START + HOUR) as Instant }),
        edit('look', { state: 'dropped' }),
        {
          kind: 'record.add',
          record: {
            id: 'own' as RecordId,
            type: 'task',
            title: 'Ring the owner!',
            phase: 'containment',
            state: 'done',
            after: ['playbook-small--act' as RecordId],
            rank: 'a1V',
          },
        },
      ]),
    ]);
    const about = { id: 'ours', title: 'Ours', category: 'other', use: 'Here.' } as const;
    const made = playbookOfTasks(about, tasksInOrder(recordsOf(changed, 'task').values()), START);
    expect(checkPlaybook(made, 'ours.json')).toEqual({ ok: true, value: made });
    expect(made.steps).toEqual([
      {
        id: 'act',
        title: 'Act at once',
        phase: 'containment',
        after: [],
        guidance: [],
        target: '1 h',
      },
      {
        id: 'ring-the-owner',
        title: 'Ring the owner!',
        phase: 'containment',
        after: ['act'],
        guidance: [],
      },
      { id: 'learn', title: 'Learn', phase: 'post-incident', after: ['act'], guidance: [] },
    ]);
  });
});

describe('what a query gave', () => {
  it('is said with its number, of how many, and when', () => {
    const at = START;
    expect(resultText({ query: 'code:1102', matched: 0, denominator: 41_220, at })).toBe(
      'None of 41,220 events match “code:1102” (2026-05-13 08:20:00 UTC).',
    );
    expect(resultText({ query: 'code:1102', matched: 1, denominator: 9, at })).toContain(
      '1 of 9 events matches',
    );
  });
});

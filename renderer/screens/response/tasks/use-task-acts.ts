import { useMemo } from 'react';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import type { ResponsePhase } from '#shared/records/fields.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import type { RecordChange } from '#shared/records/record-schema.ts';
import { lastRank } from '#shared/response/playbook/choose-playbook.ts';
import { resultText } from '#shared/response/playbook/result-text.ts';
import { rankBetween } from '#shared/work/rank.ts';
import { incidentOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { addRecord, editRecord, newRecordId, removeRecord } from '#renderer/records/record-acts.ts';
import { notifyFailure } from '#renderer/state/notify.ts';
import type { Work } from '#renderer/state/work.ts';
import type { ResponsePlace } from '../response-place.ts';

export interface TaskActs {
  readonly setState: (task: Task, state: Task['state']) => void;
  /** Puts it before or after its neighbour in the same column and phase. */
  readonly move: (task: Task, column: readonly Task[], by: -1 | 1) => void;
  readonly quickAdd: (title: string, filter: ResponsePlace) => Task;
  /** Runs the task's query over all evidence and writes what it gave into the task. */
  readonly recordResult: (task: Task) => Promise<void>;
  readonly remove: (task: Task) => void;
}

/** What can be done to tasks; each act is said with Undo. */
export function useTaskActs(work: Work): TaskActs {
  const engine = useEngine();
  return useMemo(() => taskActs(work, engine), [work, engine]);
}

function taskActs(work: Work, engine: EngineClient): TaskActs {
  const edit = (task: Task, change: RecordChange<'task'>): void =>
    editRecord(work, { type: 'task', record: task.id, change });
  return {
    setState: (task, state) => {
      if (task.state === state) return;
      const done = state === 'done';
      edit(task, {
        state,
        ...(done ? { doneAt: instantFromMs(Date.now()) } : {}),
        ...(!done && task.doneAt !== undefined ? { doneAt: null } : {}),
      });
    },
    move: (task, column, by) => {
      const near = column.filter(({ phase }) => phase === task.phase);
      const at = near.findIndex(({ id }) => id === task.id);
      const other = near[at + by];
      if (other === undefined) return;
      const beyond = near[at + 2 * by]?.rank;
      const rank = by === 1 ? rankBetween(other.rank, beyond) : rankBetween(beyond, other.rank);
      edit(task, { rank });
    },
    quickAdd: (title, { phase, owner, playbook }) => {
      const { state } = work.store.getState();
      const task: Task = {
        ...newTask(state, phase === 'any' ? undefined : phase),
        id: newRecordId(),
        type: 'task',
        title,
        ...idOf('owner', owner),
        ...idOf('playbook', playbook),
      };
      addRecord(work, task);
      return task;
    },
    recordResult: async (task) => {
      const { query } = task;
      if (query === undefined) return;
      try {
        const found = await engine.call('learning.lookFor', { query });
        const { matched, denominator, soughtAt: at } = found;
        edit(task, {
          result: resultText({ query, matched, denominator, at }),
          resultEvidence: found.evidence,
          resultCoverage: found.coverage,
        });
      } catch (error) {
        notifyFailure('The result was not recorded.', error);
      }
    },
    remove: (task) => removeRecord(work, 'task', task.id),
  };
}

/** Where a new task stands: at the end, in the phase asked for or the one the incident is in. */
export function newTask(
  state: WorkState,
  wanted?: ResponsePhase,
): Pick<Task, 'state' | 'after' | 'phase' | 'rank'> {
  const { status } = incidentOf(state);
  const phase = wanted ?? RESPONSE_PHASES.find((one) => one === status) ?? 'post-incident';
  return { state: 'open', after: [], phase, rank: rankBetween(lastRank(state), undefined) };
}

const NO_ID: ReadonlySet<string> = new Set(['any', 'nobody', 'none']);

const idOf = <K extends 'owner' | 'playbook'>(key: K, wanted: string): Pick<Task, K> | object =>
  NO_ID.has(wanted) ? {} : { [key]: wanted };

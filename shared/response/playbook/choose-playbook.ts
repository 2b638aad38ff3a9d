import type { RecordId } from '../../model/ids.ts';
import type { Instant } from '../../model/time.ts';
import type { PlaybookUse } from '../../records/kinds/playbook-use.ts';
import type { Task } from '../../records/kinds/task.ts';
import type { OpBody } from '../../work/op.ts';
import { rankBetween } from '../../work/rank.ts';
import { recordOf, recordsOf } from '../../work/records.ts';
import type { WorkState } from '../../work/work-state.ts';
import type { Playbook, PlaybookStep } from './playbook.ts';
import { targetNs } from './target.ts';

/**
 * Ids are made from the playbook's own, so that two analysts who both choose it make one use and one set of tasks,
 * and choosing it again adds only what is not there.
 */
export const playbookUseId = (playbook: string): RecordId => `playbook-${playbook}` as RecordId;
export const stepTaskId = (playbook: string, step: string): RecordId =>
  `playbook-${playbook}--${step}` as RecordId;

/** Steps of a playbook that the case has no task for. */
export const missingSteps = (
  { id, steps }: Playbook,
  state: WorkState,
): readonly PlaybookStep[] => {
  const tasks = recordsOf(state, 'task');
  return steps.filter((step) => !tasks.has(stepTaskId(id, step.id)));
};

/**
 * What choosing a playbook does, as one act: its use and a task for each step that has none yet. `startedAt` is when
 * time targets count from; a use that is there keeps its own. Empty when nothing is missing.
 */
export function choosePlaybook(
  playbook: Playbook,
  startedAt: Instant,
  state: WorkState,
): readonly OpBody[] {
  const known = recordOf(state, 'playbook', playbookUseId(playbook.id));
  const steps = missingSteps(playbook, state);
  if (known !== undefined && steps.length === 0) return [];
  const use: PlaybookUse = known ?? {
    id: playbookUseId(playbook.id),
    type: 'playbook',
    title: playbook.title,
    source: playbook.id,
    version: playbook.revision,
    startedAt,
  };
  let rank = lastRank(state);
  const tasks = steps.map((step): Task => {
    rank = rankBetween(rank, undefined);
    return taskOf(step, playbook.id, use, rank);
  });
  return [
    ...(known === undefined ? [{ kind: 'record.add', record: use } as const] : []),
    ...tasks.map((record): OpBody => ({ kind: 'record.add', record })),
  ];
}

/** The rank of the last task; undefined without tasks. */
export function lastRank(state: WorkState): string | undefined {
  let last: string | undefined;
  for (const { rank } of recordsOf(state, 'task').values()) {
    if (last === undefined || rank > last) last = rank;
  }
  return last;
}

function taskOf(step: PlaybookStep, playbook: string, use: PlaybookUse, rank: string): Task {
  const target = step.target === undefined ? undefined : targetNs(step.target);
  return {
    id: stepTaskId(playbook, step.id),
    type: 'task',
    title: step.title,
    phase: step.phase,
    state: 'open',
    after: step.after.map((id) => stepTaskId(playbook, id)),
    rank,
    playbook: use.id,
    step: step.id,
    ...(step.role !== undefined && { role: step.role }),
    ...(target !== undefined && { due: (use.startedAt + target) as Instant }),
    ...(step.guidance.length > 0 && { guidance: step.guidance.join('\n') }),
    ...(step.query !== undefined && { query: step.query }),
  };
}

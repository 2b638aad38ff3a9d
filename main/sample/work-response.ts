import type { Params } from '#shared/ipc/engine-api.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { Instant } from '#shared/model/time.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { choosePlaybook, stepTaskId } from '#shared/response/playbook/choose-playbook.ts';
import { resultText } from '#shared/response/playbook/result-text.ts';
import { rankBetween } from '#shared/work/rank.ts';
import { EMPTY_WORK } from '#shared/work/work-state.ts';
import { personId } from './analysis/incident-people.ts';
import { sampleActions } from './analysis/response-actions.ts';
import type { StepStory } from './analysis/response-tasks.ts';
import {
  ownTaskId,
  SAMPLE_OWN_TASKS,
  SAMPLE_USES,
  SAMPLE_WAITS,
} from './analysis/response-tasks.ts';
import { at } from './calendar.ts';
import type { KeyRows } from './find-events.ts';
import type { SampleEngine } from './sample-engine.ts';

type Act = Params<'work.act'>;

const instant = (text: string): Instant => instantFromMs(at(text));

/** The response of the sample: two playbooks chosen, what became of their steps, further tasks, and the actions. */
export async function responding(engine: SampleEngine, rows: KeyRows): Promise<Act[]> {
  const { entries } = await engine.call('playbooks.list', {});
  const acts: Act[] = [];
  const told: (readonly [Task, StepStory])[] = [];
  for (const { playbook: id, startedAt, steps } of SAMPLE_USES) {
    const playbook = entries.find((entry) => entry.playbook.id === id)?.playbook;
    if (playbook === undefined) throw new Error(`The sample uses ${id}, which is no playbook`);
    // As if the case had no tasks: those of both stand side by side within their phases.
    for (const body of choosePlaybook(playbook, instant(startedAt), EMPTY_WORK)) {
      acts.push({ body, group: `sample-use-${id}` });
      if (body.kind !== 'record.add' || body.record.type !== 'task') continue;
      const story = steps[body.record.step ?? ''];
      if (story === undefined) throw new Error(`The sample says nothing of ${body.record.id}`);
      told.push([body.record, story]);
    }
  }
  const ranks = ranksAfter(
    told.map(([{ rank }]) => rank),
    SAMPLE_OWN_TASKS.length,
  );
  for (const [
    n,
    { name, title, phase, due, guidance, query, ...story },
  ] of SAMPLE_OWN_TASKS.entries()) {
    const record: Task = {
      id: ownTaskId(name),
      type: 'task',
      title,
      phase,
      state: 'open',
      after: [],
      rank: ranks[n] ?? '',
      due: instant(due),
      ...(guidance !== undefined && { guidance }),
      ...(query !== undefined && { query }),
    };
    acts.push({ body: { kind: 'record.add', record } });
    told.push([record, story]);
  }
  for (const [task, story] of told) {
    const { id, query } = task;
    const result = story.asked === true ? await found(engine, query, story.done) : undefined;
    acts.push({
      body: {
        kind: 'record.edit',
        type: 'task',
        record: id,
        change: changeOf(story, rows, result),
      },
    });
  }
  for (const [playbook, step, after] of SAMPLE_WAITS) {
    const id = stepTaskId(playbook, step);
    const known = told.find(([task]) => task.id === id)?.[0].after ?? [];
    acts.push({
      body: {
        kind: 'record.edit',
        type: 'task',
        record: id,
        change: { after: [...known, ownTaskId(after)] },
      },
    });
  }
  acts.push(
    ...sampleActions(rows).map((record): Act => ({ body: { kind: 'record.add', record } })),
  );
  return acts;
}

/** Places behind all others. */
function ranksAfter(ranks: readonly string[], count: number): readonly string[] {
  let last = ranks.reduce<string | undefined>(
    (a, b) => (a === undefined || b > a ? b : a),
    undefined,
  );
  return Array.from({ length: count }, () => (last = rankBetween(last, undefined)));
}

function changeOf(
  { by, done, state, notes, events }: StepStory,
  rows: KeyRows,
  result: string | undefined,
): Partial<Task> {
  return {
    owner: personId(by),
    state: state ?? 'done',
    ...(done !== undefined && { doneAt: instant(done) }),
    ...(notes !== undefined && { notes }),
    ...(events !== undefined && { events: events.map((name) => rows[name].id) }),
    ...(result !== undefined && { result }),
  };
}

async function found(
  engine: SampleEngine,
  query: string | undefined,
  done: string | undefined,
): Promise<string> {
  if (query === undefined || done === undefined)
    throw new Error('A result needs a query and a time');
  const { total, all } = await engine.call('events.count', { query });
  return resultText({ query, matched: total, denominator: all, at: instant(done) });
}

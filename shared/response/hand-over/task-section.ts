import type { Instant } from '../../model/time.ts';
import type { Task } from '../../records/kinds/task.ts';
import { boardByTime, findingsBySeverity } from '../../work/ordered.ts';
import { recordsOf } from '../../work/records.ts';
import { counted } from '../../work/number-text.ts';
import { clocksOf } from '../clocks/clock.ts';
import { personName } from '../log-entries.ts';
import { waitsFor } from '../playbook/task-standing.ts';
import type { BriefLine, BriefSection } from './brief.ts';
import { atMost, withDetail } from './brief.ts';
import type { Shift } from './shift.ts';

const isLate = ({ due, state }: Task, now: Instant): boolean =>
  due !== undefined && due < now && state !== 'done' && state !== 'dropped';

/** What was done since, and what waits: late first, then blocked, under way, open. */
export function taskSection(shift: Shift): BriefSection {
  const { before, state, now } = shift;
  const known = recordsOf(before, 'task');
  const tasks = [...recordsOf(state, 'task').values()];
  const done = tasks.filter(
    (task) => task.state === 'done' && known.get(task.id)?.state !== 'done',
  );
  const waiting = tasks.filter((task) => task.state !== 'done' && task.state !== 'dropped');
  const late = waiting.filter((task) => isLate(task, now));
  const inTime = waiting.filter((task) => !isLate(task, now));
  const of = (kind: Task['state']): readonly Task[] =>
    inTime.filter((task) => task.state === kind).sort(byDue);
  const line =
    (word: string) =>
    (task: Task): BriefLine => ({
      text: `${word}: ${task.title}${more(shift, task)}`,
      ...withDetail(task.state === 'done' ? task.result : task.notes),
      ...(isLate(task, now) && { late: true }),
    });
  const count =
    tasks.length === 0
      ? []
      : [
          {
            text: `${counted(tasks.filter(({ state: one }) => one === 'done').length, 'task')} of ${tasks.length} done, ${late.length} overdue, ${waiting.filter(({ state: one }) => one === 'blocked').length} blocked`,
          },
        ];
  return {
    id: 'tasks',
    title: 'Tasks',
    lines: [
      ...count,
      ...atMost([...late].sort(byDue).map(line('Overdue'))),
      ...atMost(of('blocked').map(line('Blocked'))),
      ...atMost(of('in-progress').map(line('Under way'))),
      ...atMost(of('open').map(line('Open'))),
      ...atMost(done.map(line('Done'))),
    ],
    none: 'There are no tasks.',
  };
}

function more({ state, timeText }: Shift, task: Task): string {
  const { owner, role, due } = task;
  const who = owner === undefined ? role : personName(state, owner);
  const waits = waitsFor(task, recordsOf(state, 'task')).map(({ title }) => `“${title}”`);
  const parts = [
    ...(who === undefined ? [] : [who]),
    ...(due === undefined ? [] : [`due ${timeText(due)}`]),
    ...(waits.length === 0 ? [] : [`waits for ${waits.join(', ')}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

const byDue = (a: Task, b: Task): number =>
  a.due === b.due ? 0 : a.due === undefined ? 1 : b.due === undefined ? -1 : a.due < b.due ? -1 : 1;

/** What is not known yet: undecided findings, what is only assumed, suspicions, key times that deadlines need. */
export function questionSection({ state, events, now }: Shift): BriefSection {
  const missing = new Set(
    clocksOf(state, events, now).flatMap((clock) =>
      clock.state.kind === 'waiting' ? [clock.state.why] : [],
    ),
  );
  const lines: readonly BriefLine[] = [
    ...findingsBySeverity(state.findings)
      .filter(({ status }) => status === 'open')
      .map(({ title, severity }) => ({ text: `Is it so? ${title} (open finding, ${severity})` })),
    ...[...recordsOf(state, 'entity').values()]
      .filter(({ verdict }) => verdict === 'suspected')
      .map(({ value, label, analysis }) => ({
        text: `Is ${label ?? value} compromised? (suspected, analysis ${analysis.replaceAll('-', ' ')})`,
      })),
    ...[...recordsOf(state, 'entity').values()]
      .filter(({ verdict, analysis }) => verdict !== 'suspected' && analysis === 'in-progress')
      .map(({ value, label }) => ({ text: `${label ?? value} is still being looked at` })),
    ...boardByTime(state.board)
      .filter(({ standing }) => standing === 'assumed')
      .map(({ title }) => ({ text: `What proves it? ${title} (assumed on the board)` })),
    ...[...missing].map((text) => ({ text })),
  ];
  return {
    id: 'questions',
    title: 'Open questions',
    lines: atMost(lines),
    none: 'No finding is undecided, nothing on the board is only assumed, nothing is suspected.',
  };
}

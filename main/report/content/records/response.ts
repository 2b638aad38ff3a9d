import { cells } from '#shared/report/content/block.ts';
import type { Block } from '#shared/report/content/block.ts';
import { ACTION_KINDS } from '#shared/records/kinds/response-action.ts';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import type { Deadline } from '#shared/records/kinds/deadline.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import type { Clock } from '#shared/response/clocks/clock.ts';
import { dueText, periodText, stateText } from '#shared/response/clocks/clock-text.ts';
import { recordOf, recordsOf } from '#shared/work/records.ts';
import type { ReportModel } from '../../model.ts';
import { byTime, tasksInOrder, tasksLeft } from './in-print-order.ts';
import {
  faint,
  labelled,
  lines,
  listOf,
  namesOf,
  proofOf,
  spoken,
  strong,
  under,
  whenCell,
  whenText,
  written,
} from './words.ts';

/** What was to be done, by phase of the response. */
export const tasksContent = (model: ReportModel): readonly Block[] =>
  taskTable(model, tasksInOrder(model.work), 'No task has been recorded.');

/** What is still to be done. */
export function tasksLeftContent(model: ReportModel): readonly Block[] {
  const none =
    recordsOf(model.work, 'task').size === 0 ? 'No task has been recorded.' : 'Every task is done.';
  return taskTable(model, tasksLeft(model.work), none);
}

function taskTable(model: ReportModel, all: readonly Task[], none: string): readonly Block[] {
  const rows = RESPONSE_PHASES.flatMap((phase) =>
    under(
      spoken(phase),
      all
        .filter((task) => task.phase === phase)
        .map((task) =>
          cells(
            lines(
              strong(task.title),
              written(task.notes),
              labelled('Result', written(task.result)),
              labelled('Events', proofOf(model, task.events)),
            ),
            written(spoken(task.state)),
            task.owner === undefined ? faint(task.role) : namesOf(model, 'person', [task.owner]),
            task.doneAt === undefined
              ? lines(whenCell(task.due), faint(task.due === undefined ? '' : 'due'))
              : lines(whenCell(task.doneAt), faint('done')),
          ),
        ),
    ),
  );
  return listOf(rows, none, [
    { title: 'Task', kind: 'text', width: 50 },
    { title: 'State', kind: 'text', width: 14 },
    { title: 'Owner', kind: 'text', width: 20 },
    { title: 'When (UTC)', kind: 'tight', width: 16 },
  ]);
}

/** What was done against the intruder. */
export function actionsContent(model: ReportModel): readonly Block[] {
  const all = byTime(recordsOf(model.work, 'action').values(), ({ at }) => at);
  const rows = ACTION_KINDS.flatMap((kind) =>
    under(
      spoken(kind),
      all
        .filter((action) => action.kind === kind)
        .map((action) =>
          cells(
            whenCell(action.at, 'no time'),
            lines(
              strong(action.title),
              faint(action.where),
              labelled('Events', proofOf(model, action.events)),
            ),
            written(spoken(action.state)),
            lines(
              labelled('Decided', namesOf(model, 'person', [action.decidedBy])),
              labelled('Done', namesOf(model, 'person', [action.doneBy])),
            ),
            lines(written(action.result), labelled('Checked', written(action.verification))),
          ),
        ),
    ),
  );
  return listOf(rows, 'No containment, eradication or recovery action has been recorded.', [
    { title: 'Time (UTC)', kind: 'tight', width: 13 },
    { title: 'Action', kind: 'text', width: 28 },
    { title: 'State', kind: 'text', width: 10 },
    { title: 'By', kind: 'text', width: 23 },
    { title: 'Result', kind: 'text', width: 26 },
  ]);
}

export function decisionsContent(model: ReportModel): readonly Block[] {
  const rows = byTime(recordsOf(model.work, 'decision').values(), ({ at }) => at).map((decision) =>
    cells(
      whenCell(decision.at),
      lines(strong(decision.title), written(decision.why)),
      namesOf(model, 'person', decision.by),
      written(decision.alternatives),
    ),
  );
  return listOf(rows, 'No decision has been recorded.', [
    { title: 'Time (UTC)', kind: 'tight', width: 13 },
    { title: 'Decision and why', kind: 'text', width: 43 },
    { title: 'By', kind: 'text', width: 18 },
    { title: 'What else was possible', kind: 'text', width: 26 },
  ]);
}

export function communicationsContent(model: ReportModel): readonly Block[] {
  const rows = byTime(recordsOf(model.work, 'communication').values(), ({ at }) => at).map((one) =>
    cells(
      whenCell(one.at),
      lines(strong(one.title), written(one.text)),
      written(`${spoken(one.direction)}, ${one.channel}`),
      lines(namesOf(model, 'person', one.people), written(one.others)),
      lines(
        namesOf(model, 'person', [one.by]),
        labelled('For', namesOf(model, 'deadline', [one.deadline])),
      ),
    ),
  );
  return listOf(rows, 'Nothing that was told or received has been recorded.', [
    { title: 'Time (UTC)', kind: 'tight', width: 13 },
    { title: 'What', kind: 'text', width: 37 },
    { title: 'How', kind: 'text', width: 17 },
    { title: 'To or from', kind: 'text', width: 17 },
    { title: 'By', kind: 'text', width: 16 },
  ]);
}

export function peopleContent(model: ReportModel): readonly Block[] {
  const rows = [...recordsOf(model.work, 'person').values()]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map((person) =>
      cells(
        strong(person.name),
        written(spoken(person.role)),
        written(person.organisation),
        lines(written(person.phone), written(person.email), faint(person.reachable)),
      ),
    );
  return listOf(rows, 'No person of the response has been recorded.', [
    { title: 'Name', kind: 'text', width: 26 },
    { title: 'Part', kind: 'text', width: 22 },
    { title: 'Organisation', kind: 'text', width: 24 },
    { title: 'Reached by', kind: 'text', width: 28 },
  ]);
}

/**
 * Whom the law or a contract wants told, by when, and whether it was done. What is left of an open one is not said: it
 * would be another report every minute.
 */
export function deadlinesContent(model: ReportModel): readonly Block[] {
  const rows = model.clocks.map((clock) => {
    const { deadline, due, beginning } = clock;
    return cells(
      lines(strong(deadline.title), faint(deadline.authority)),
      written(ruleText(model, deadline)),
      due === undefined
        ? written(beginning.known ? '' : beginning.why)
        : written(dueText(due, deadline, whenText)),
      lines(written(settledText(clock)), written(deadline.waivedBecause)),
      written(deadline.notes),
    );
  });
  return listOf(rows, 'No deadline has been recorded.', [
    { title: 'Deadline', kind: 'text', width: 24 },
    { title: 'Rule', kind: 'text', width: 17 },
    { title: 'Due', kind: 'text', width: 21 },
    { title: 'State', kind: 'text', width: 21 },
    { title: 'Notes', kind: 'text', width: 17 },
  ]);
}

function settledText(clock: Clock): string {
  const { metAt } = clock.deadline;
  switch (clock.state.kind) {
    case 'met':
      return metAt === undefined ? '' : `Met ${whenText(metAt)}`;
    case 'met-late':
      return metAt === undefined
        ? ''
        : `Met ${whenText(metAt)}, ${stateText(clock).replace(/^met /, '')}`;
    case 'waived':
      return 'Does not apply';
    case 'waiting':
    case 'running':
    case 'missed':
      return 'Open';
  }
}

const BEGINNINGS = { aware: 'becoming aware', detected: 'detection' } as const;

function ruleText(model: ReportModel, deadline: Deadline): string {
  const { from, start, after } = deadline;
  const span = periodText(deadline);
  const first = recordOf(model.work, 'deadline', after);
  if (from === 'met' && first !== undefined) return `${span} from when “${first.title}” was met`;
  if (from === 'own' && start !== undefined) return `${span} from ${whenText(start)}`;
  return from === 'own' || from === 'met'
    ? `${span}, beginning not stated`
    : `${span} from ${BEGINNINGS[from]}`;
}

import type { Printable } from '#shared/ipc/response.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import type { Instant } from '#shared/model/time.ts';
import { instantFromMs, instantToMs } from '#shared/model/time.ts';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { markup, trusted } from '#shared/report/markup.ts';
import type { Markup } from '#shared/report/markup.ts';
import { markingHtml } from '#shared/response/tlp-label.ts';
import { guidanceLines } from '#shared/response/playbook/guidance.ts';
import { PHASE_NAMES, roleName, TASK_STATE_NAMES } from '#shared/response/playbook/names.ts';
import {
  countTasks,
  isOverdue,
  tasksInOrder,
  waitsFor,
} from '#shared/response/playbook/task-standing.ts';
import { incidentOf, recordOf, recordsOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import checklistSheet from '../../resources/print/checklist.css?raw';
import { reportStyle } from '../report/html/style.ts';

export interface ChecklistRequest {
  /** The use whose tasks are printed; all tasks without it. */
  readonly playbook?: RecordId;
  readonly page: 'A4' | 'Letter';
  readonly guidance: boolean;
  /** IANA name. */
  readonly zone: string;
  readonly caseId: string;
  /** Milliseconds. */
  readonly now: number;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * Tasks to be ticked off by hand, by phase: a box, the owner, the time, and room to write. The document holds all it
 * needs and runs nothing.
 * @returns failure not-found, invalid-argument
 */
export function checklistHtml(state: WorkState, request: ChecklistRequest): Result<Printable> {
  const { playbook, zone } = request;
  const use = recordOf(state, 'playbook', playbook);
  if (playbook !== undefined && use === undefined) {
    return fail('not-found', 'This playbook is no longer used in the case.', playbook);
  }
  const clock = wallClock(zone);
  if (clock === undefined) return fail('invalid-argument', `“${zone}” is no time zone.`, zone);
  const all = recordsOf(state, 'task');
  const tasks = tasksInOrder(all.values()).filter(
    (task) => playbook === undefined || task.playbook === playbook,
  );
  const now = instantFromMs(request.now);
  const counts = countTasks(tasks, all, now);
  const title = use?.title ?? 'All tasks';
  const row = (task: Task): Markup => rowHtml(task, state, { request, clock, now });
  const phases = RESPONSE_PHASES.map((phase) => ({
    phase,
    tasks: tasks.filter((task) => task.phase === phase),
  })).filter((one) => one.tasks.length > 0);
  const { identifier, tlp } = incidentOf(state);
  const marking = `TLP:${tlp.toUpperCase()}`;
  const name = identifier === '' ? state.title : `${identifier} · ${state.title}`;
  const facts = [
    use === undefined ? undefined : `Started ${clock(use.startedAt)}`,
    `Printed ${clock(now)}`,
    `${counts.done} of ${counts.all} done, ${counts.overdue} overdue, ${counts.blocked} blocked`,
    `Times in ${zone}`,
  ].filter((fact) => fact !== undefined);
  const body = markup`<main><p class="kind">Response checklist</p><h1>${title}</h1><p class="case">${name}</p><p class="facts">${facts.join(' · ')}</p>${
    tasks.length === 0 && markup`<p>There are no tasks.</p>`
  }${phases.map((one) => phaseHtml(PHASE_NAMES[one.phase], one.tasks.map(row)))}${SIGNATURES}</main>`;
  const style = `${reportStyle(request.page)}\n${checklistSheet}`;
  const html = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer"><title>${`${title}: response checklist`}</title><style>${trusted(style)}</style></head><body>${body}</body></html>
`;
  const header = markup`<div style="${LINE}"><span style="font-weight:bold;letter-spacing:0.04em">${markingHtml(marking)}</span><span style="${CUT}">${title}</span></div>`;
  const footer = markup`<div style="${LINE}"><span style="${CUT}">${name} · ${request.caseId}</span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
  return ok({ html: html.toString(), header: header.toString(), footer: footer.toString() });
}

const phaseHtml = (name: string, rows: readonly Markup[]): Markup =>
  markup`<section><h2>${name}</h2><div class="table"><table class="checklist"><colgroup><col class="box"><col><col class="who"><col class="due"><col class="hand"><col class="notes"></colgroup><thead><tr><th scope="col"><span class="unseen">Done</span></th><th scope="col">Task</th><th scope="col">Owner</th><th scope="col">Due</th><th scope="col">Time, initials</th><th scope="col">Notes</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;

interface RowParts {
  readonly request: ChecklistRequest;
  readonly clock: (at: Instant) => string;
  readonly now: Instant;
}

function rowHtml(task: Task, state: WorkState, { request, clock, now }: RowParts): Markup {
  const waiting = waitsFor(task, recordsOf(state, 'task'));
  const owner = recordOf(state, 'person', task.owner)?.name;
  const who = owner ?? (task.role === undefined ? '' : roleName(task.role));
  const done = task.state === 'done';
  const doneText = markup`Done${task.doneAt !== undefined && markup`<br>${cellTime(clock(task.doneAt))}`}`;
  const lines = request.guidance ? guidanceLines(task.guidance ?? '') : [];
  return markup`<tr class="${task.state}"><td><span class="tick${done && ' ticked'}"></span></td><td><p class="task">${task.title}</p>${
    waiting.length > 0 &&
    markup`<p class="after">After: ${waiting.map(({ title }) => title).join('; ')}</p>`
  }${
    lines.length > 0 &&
    markup`<ul class="guidance">${lines.map(({ label, text }) => markup`<li>${label !== undefined && markup`<strong>${label}:</strong> `}${text}</li>`)}</ul>`
  }${task.result !== undefined && markup`<p class="result">${task.result}</p>`}</td><td class="${owner === undefined ? 'role' : 'owner'}">${who}</td><td>${task.due !== undefined && cellTime(clock(task.due))}${
    isOverdue(task, now) && markup`<br><strong>Overdue</strong>`
  }</td><td>${done ? doneText : task.state === 'open' ? '' : TASK_STATE_NAMES[task.state]}</td><td>${task.notes}</td></tr>`;
}

/** The hour under the day: the column is narrow. */
function cellTime(text: string): Markup {
  const [date = '', time = ''] = text.split(' ');
  return markup`<span class="day">${date}</span><br>${time}`;
}

const SIGNATURES = markup`<p class="signatures"><span>Handed over by</span><span>Taken over by</span><span>Date, time</span></p>`;

/** `2026-05-12 09:12` in a zone; undefined when there is no such zone. */
function wallClock(zone: string): ((at: Instant) => string) | undefined {
  try {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    return (at) => format.format(new Date(instantToMs(at)));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const LINE =
  'width:100%;margin:0 15mm;padding:0 0 1mm;display:flex;justify-content:space-between;gap:8mm;font:7.5px Inter,Arial,sans-serif;color:#4a4d55';
const CUT = 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis;max-width:120mm';

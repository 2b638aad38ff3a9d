// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { fold } from '#shared/work/fold.ts';
import type { OpBody } from '#shared/work/op.ts';
import { checklistHtml } from '#main/response/checklist-html.ts';
import {
  ACTION_COLUMNS,
  actionLines,
  TASK_COLUMNS,
  taskLines,
} from '#main/response/table-lines.ts';
import { HOSTILE } from '../report/hostile-case.ts';
import { valueOf } from '../casefile/case-environment.ts';
import { op, task, ticking } from '../work/example-ops.ts';

/** A title has one line. */
// eslint-disable-next-line no-control-regex
const TITLE = HOSTILE.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();

const at = (hour: number) => instantFromMs(Date.UTC(2026, 4, 13, hour));
const PERSON = 'person-1' as RecordId;
const USE = 'playbook-x' as RecordId;

const tick = ticking();
const state = fold(
  (
    [
      {
        kind: 'record.add',
        record: { id: PERSON, type: 'person', name: TITLE, role: 'analyst' },
      },
      {
        kind: 'record.add',
        record: {
          id: USE,
          type: 'playbook',
          title: 'Phishing',
          source: 'x',
          version: 1,
          startedAt: at(8),
        },
      },
      {
        kind: 'record.add',
        record: task('t1', {
          title: TITLE,
          playbook: USE,
          phase: 'containment',
          owner: PERSON,
          due: at(9),
          guidance: `Check: ${HOSTILE}\nDo not: run.`,
          notes: HOSTILE,
        }),
      },
      {
        kind: 'record.add',
        record: task('t2', {
          title: 'Second',
          state: 'done',
          doneAt: at(10),
          role: 'it-operations',
        }),
      },
      {
        kind: 'record.add',
        record: task('t3', { title: 'Third', after: [task('t1').id], phase: 'post-incident' }),
      },
      {
        kind: 'record.add',
        record: {
          id: 'a2' as RecordId,
          type: 'action',
          title: 'Later',
          kind: 'recovery',
          state: 'planned',
          where: 'FS01',
        },
      },
      {
        kind: 'record.add',
        record: {
          id: 'a1' as RecordId,
          type: 'action',
          title: 'Cut off',
          kind: 'containment',
          state: 'verified',
          where: 'WS07',
          at: at(9),
          doneBy: PERSON,
          task: task('t1').id,
        },
      },
    ] satisfies readonly OpBody[]
  ).map((body) => op(body, { clock: tick() })),
);

const printed = (change: object = {}): Document => {
  const made = checklistHtml(state, {
    page: 'A4',
    guidance: true,
    zone: 'UTC',
    caseId: 'case-1',
    now: Date.UTC(2026, 4, 13, 12),
    ...change,
  });
  return new DOMParser().parseFromString(valueOf(made).html, 'text/html');
};
const rows = (document: Document): readonly string[] =>
  [...document.querySelectorAll('tbody tr')].map((row) => row.textContent);

describe('the checklist', () => {
  it('has the tasks by phase, with boxes, owner, time and what they wait for', () => {
    const document = printed();
    expect([...document.querySelectorAll('h2')].map((h) => h.textContent)).toContain('Containment');
    expect(document.querySelectorAll('.tick')).toHaveLength(3);
    expect(document.querySelectorAll('.ticked')).toHaveLength(1);
    const text = rows(document).join('\n');
    expect(text).toContain('2026-05-1309:00Overdue');
    expect(text).toContain('Done2026-05-1310:00');
    expect(text).toContain('IT operations');
    expect(text).toMatch(/Third\s*After:/);
    expect(document.querySelector('.guidance strong')?.textContent).toBe('Check:');
    expect(document.querySelector('.facts')?.textContent).toContain(
      '1 of 3 done, 1 overdue, 1 blocked',
    );
  });

  it('can be of one playbook, without guidance, in another zone', () => {
    const document = printed({ playbook: USE, guidance: false, zone: 'Asia/Tokyo' });
    expect(rows(document)).toHaveLength(1);
    expect(document.querySelector('.guidance')).toBeNull();
    expect(rows(document)[0]).toContain('2026-05-1318:00');
  });

  it('makes no element of what anybody wrote', () => {
    const document = printed();
    expect(document.querySelector('script, img, svg, iframe, [onerror], [onclick], a')).toBeNull();
  });

  it('says what it cannot print', () => {
    const request = { page: 'A4', guidance: true, caseId: 'c', now: 0 } as const;
    const gone = checklistHtml(state, { ...request, zone: 'UTC', playbook: 'no' as RecordId });
    expect(gone.ok ? '' : gone.failure.message).toContain('no longer used');
    const nowhere = checklistHtml(state, { ...request, zone: 'Mars/Base' });
    expect(nowhere.ok ? '' : nowhere.failure.message).toBe('“Mars/Base” is no time zone.');
  });
});

describe('lines of the tables', () => {
  it('have the columns that the head names', () => {
    const [first] = taskLines(state);
    expect(Object.keys(first ?? {})).toEqual(TASK_COLUMNS);
    expect(actionLines(state).map((line) => Object.keys(line))).toEqual([
      ACTION_COLUMNS,
      ACTION_COLUMNS,
    ]);
  });

  it('say people, tasks and times, undone actions last', () => {
    expect(actionLines(state).map(({ action, time, task: of }) => [action, time, of])).toEqual([
      ['Cut off', '2026-05-13T09:00:00Z', TITLE],
      ['Later', '', ''],
    ]);
    const third = taskLines(state).find(({ task: title }) => title === 'Third');
    expect(third).toMatchObject({ waits_for: TITLE, state: 'Open' });
  });
});

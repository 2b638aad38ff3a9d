import { describe, expect, it } from 'vitest';
import { followUpCsv, inFollowUpOrder, isOverdue } from '#shared/learning/follow-up.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { Improvement } from '#shared/records/kinds/improvement.ts';

const at = (text: string) => instantFromMs(Date.parse(text));
const NOW = at('2026-06-01T12:00:00Z');

const improvement = (title: string, more: Partial<Improvement> = {}): Improvement => ({
  id: title as RecordId,
  type: 'improvement',
  title,
  priority: 'medium',
  state: 'agreed',
  ...more,
});

describe('the follow-up list', () => {
  it('knows what is overdue: its time has passed and it has not ended', () => {
    const due = at('2026-06-01T11:59:00Z');
    expect(isOverdue(improvement('a', { due }), NOW)).toBe(true);
    expect(isOverdue(improvement('a', { due: NOW }), NOW)).toBe(false);
    expect(isOverdue(improvement('a'), NOW)).toBe(false);
    expect(isOverdue(improvement('a', { due, state: 'done' }), NOW)).toBe(false);
    expect(isOverdue(improvement('a', { due, state: 'rejected' }), NOW)).toBe(false);
  });

  it('has what is overdue first, then by day, then by priority, what has ended last', () => {
    const list = [
      improvement('no day', { priority: 'high' }),
      improvement('done', { state: 'done', due: at('2026-05-01T00:00:00Z') }),
      improvement('late', { due: at('2026-05-20T00:00:00Z') }),
      improvement('soon, low', { due: at('2026-06-02T00:00:00Z'), priority: 'low' }),
      improvement('soon, high', { due: at('2026-06-02T00:00:00Z'), priority: 'high' }),
    ];
    expect(inFollowUpOrder(list, NOW).map(({ title }) => title)).toEqual([
      'late',
      'soon, high',
      'soon, low',
      'no day',
      'done',
    ]);
  });

  it('is written as a table that no spreadsheet takes for formulas', () => {
    const text = followUpCsv(
      [
        improvement('=cmd|calc', {
          owner: 'p' as RecordId,
          due: at('2026-05-20T08:00:00Z'),
          notes: 'Two lines,\n"quoted"',
        }),
      ],
      NOW,
      { person: () => 'Karin Nyberg', cause: () => '', lesson: () => '' },
    );
    expect(text).toBe(
      'action,priority,state,owner,due_utc,overdue,answers_cause,from_lesson,notes\r\n' +
        '\'=cmd|calc,medium,agreed,Karin Nyberg,2026-05-20T08:00Z,yes,,,"Two lines,\n""quoted"""\r\n',
    );
  });
});

import type { RecordId } from '#shared/model/ids.ts';
import type { Deadline } from '#shared/records/kinds/deadline.ts';
import { dueText, periodText, stateText } from '#shared/response/clocks/clock-text.ts';
import type { Clock } from '#shared/response/clocks/clock.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { cut } from '#renderer/ui/cut.tsx';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { whenText } from '../when-text.ts';
import { ClockMark } from './clock-mark.tsx';

/** Due, or why that cannot be said. */
export function dueWords({ due, deadline, beginning }: Clock, times: TimeDisplay): string {
  if (due !== undefined) return dueText(due, deadline, whenText(times));
  return beginning.known ? '' : beginning.why;
}

/** Deadlines as lines of a table, each with where it stands now. */
export function clockColumns(
  clocks: ReadonlyMap<RecordId, Clock>,
  times: TimeDisplay,
): readonly RecordColumn<Deadline>[] {
  const column = (
    id: string,
    title: string,
    width: number,
    words: (clock: Clock) => string,
  ): RecordColumn<Deadline> => {
    const of = (deadline: Deadline): string => {
      const clock = clocks.get(deadline.id);
      return clock === undefined ? '' : visibleLine(words(clock));
    };
    return { id, title, width, by: of, text: of, render: (deadline) => cut(of(deadline)) };
  };
  return [
    {
      id: 'state',
      title: 'State',
      width: 190,
      text: ({ id }) => {
        const clock = clocks.get(id);
        return clock === undefined ? '' : stateText(clock);
      },
      render: ({ id }) => {
        const clock = clocks.get(id);
        return clock === undefined ? '' : <ClockMark clock={clock} />;
      },
    },
    { ...column('title', 'Deadline', 280, ({ deadline }) => deadline.title), grows: true },
    {
      ...column('due', times === 'utc' ? 'Due (hours in UTC)' : 'Due', 290, (clock) =>
        dueWords(clock, times),
      ),
      by: ({ id }) => clocks.get(id)?.due?.at,
    },
    column('period', 'Period', 130, ({ deadline }) => periodText(deadline)),
    column('from', 'Counts from', 220, ({ beginning }) => (beginning.known ? beginning.how : '—')),
    column('authority', 'Who must be told', 220, ({ deadline }) => deadline.authority ?? ''),
  ];
}

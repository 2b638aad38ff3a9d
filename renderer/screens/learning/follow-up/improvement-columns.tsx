import { isOverdue } from '#shared/learning/follow-up.ts';
import { IMPROVEMENT_STATE_NAMES, PRIORITY_NAMES } from '#shared/learning/words.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import type { Cause } from '#shared/records/kinds/cause.ts';
import type { Improvement } from '#shared/records/kinds/improvement.ts';
import type { Person } from '#shared/records/kinds/person.ts';
import { personName } from '#renderer/records/people-names.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { WarningIcon } from '#renderer/ui/icons.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

interface ColumnContext {
  readonly causes: ReadonlyMap<RecordId, Cause>;
  readonly people: ReadonlyMap<RecordId, Person>;
  readonly now: Instant;
  readonly times: TimeDisplay;
}

const PRIORITIES: readonly Improvement['priority'][] = ['high', 'medium', 'low'];
const STATES = Object.keys(IMPROVEMENT_STATE_NAMES);
/** What a day at midnight is written as. */
const DAY = 86_400_000_000_000n;

export function improvementColumns(context: ColumnContext): readonly RecordColumn<Improvement>[] {
  const { causes, people, now, times } = context;
  const ownerOf = ({ owner }: Improvement): string =>
    owner === undefined ? '' : visibleLine(personName(people, owner));
  const causeOf = ({ cause }: Improvement): string =>
    cause === undefined ? '' : visibleLine(causes.get(cause)?.title ?? 'removed');
  const dueOf = ({ due }: Improvement): string => {
    if (due === undefined) return '';
    return instantText(due, times === 'utc' && due % DAY === 0n ? 'day' : 'min', times);
  };
  return [
    {
      id: 'priority',
      title: 'Priority',
      width: 82,
      by: ({ priority }) => PRIORITIES.indexOf(priority),
      text: ({ priority }) => PRIORITY_NAMES[priority],
      render: ({ priority }) => (
        <span className={priority === 'high' ? 'fl-learning-strong' : undefined}>
          {PRIORITY_NAMES[priority]}
        </span>
      ),
    },
    {
      id: 'title',
      title: 'Improvement',
      width: 280,
      grows: true,
      by: ({ title }) => title,
      text: ({ title, notes = '' }) => `${title} ${notes}`,
      render: ({ title }) => <span className="fl-cut">{visibleLine(title)}</span>,
    },
    {
      id: 'state',
      title: 'State',
      width: 104,
      by: ({ state }) => STATES.indexOf(state),
      text: ({ state }) => IMPROVEMENT_STATE_NAMES[state],
      render: ({ state }) => IMPROVEMENT_STATE_NAMES[state],
    },
    {
      id: 'owner',
      title: 'Owner',
      width: 130,
      by: ownerOf,
      text: ownerOf,
      render: (one) => <span className="fl-cut">{ownerOf(one)}</span>,
    },
    {
      id: 'due',
      title: times === 'utc' ? 'Due (UTC)' : 'Due (local)',
      width: 210,
      by: ({ due }) => due,
      text: (one) => `${dueOf(one)} ${isOverdue(one, now) ? 'overdue' : ''}`,
      render: (one) =>
        isOverdue(one, now) ? (
          <span className="fl-learning-overdue">
            <WarningIcon size={13} strokeWidth={1.75} aria-hidden /> {dueOf(one)} overdue
          </span>
        ) : (
          dueOf(one)
        ),
    },
    {
      id: 'cause',
      title: 'Answers',
      width: 220,
      by: causeOf,
      text: causeOf,
      render: (one) => <span className="fl-cut">{causeOf(one)}</span>,
    },
  ];
}

import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { ACTION_KINDS, ACTION_STATES } from '#shared/records/kinds/response-action.ts';
import { ACTION_KIND_NAMES, ACTION_STATE_NAMES } from '#shared/response/playbook/names.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { cut } from '#renderer/ui/cut.tsx';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { ActionStateMark } from './action-state-mark.tsx';

type People = ReadonlyMap<string, { readonly name: string }>;

/** What the table of actions shows, from left to right. */
export function actionColumns(
  people: People,
  times: TimeDisplay,
): readonly RecordColumn<ResponseAction>[] {
  const nameOf = (id: string | undefined): string =>
    id === undefined ? '' : visibleLine(people.get(id)?.name ?? 'somebody removed');
  return [
    {
      id: 'at',
      title: times === 'utc' ? 'When (UTC)' : 'When (local)',
      width: 130,
      render: ({ at }) => (at === undefined ? '' : instantText(at, 'min', times)),
      by: ({ at }) => at,
    },
    {
      id: 'title',
      title: 'Action',
      width: 240,
      grows: true,
      render: ({ title }) => cut(visibleLine(title)),
      by: ({ title }) => title,
      text: ({ title, result = '' }) => `${title} ${result}`,
    },
    {
      id: 'where',
      title: 'Where',
      width: 170,
      render: ({ where }) => cut(visibleLine(where)),
      by: ({ where }) => where,
      text: ({ where }) => where,
    },
    {
      id: 'kind',
      title: 'Kind',
      width: 104,
      render: ({ kind }) => ACTION_KIND_NAMES[kind],
      by: ({ kind }) => ACTION_KINDS.indexOf(kind),
      text: ({ kind }) => ACTION_KIND_NAMES[kind],
    },
    {
      id: 'state',
      title: 'State',
      width: 104,
      render: ({ state }) => <ActionStateMark state={state} />,
      by: ({ state }) => ACTION_STATES.indexOf(state),
      text: ({ state }) => ACTION_STATE_NAMES[state],
    },
    {
      id: 'decided',
      title: 'Decided by',
      width: 130,
      render: ({ decidedBy }) => cut(nameOf(decidedBy)),
      by: ({ decidedBy }) => nameOf(decidedBy) || undefined,
      text: ({ decidedBy }) => nameOf(decidedBy),
    },
    {
      id: 'done',
      title: 'Done by',
      width: 130,
      render: ({ doneBy }) => cut(nameOf(doneBy)),
      by: ({ doneBy }) => nameOf(doneBy) || undefined,
      text: ({ doneBy }) => nameOf(doneBy),
    },
    {
      id: 'verified',
      title: 'Verified how',
      width: 220,
      render: ({ verification = '' }) => cut(visibleLine(verification)),
      text: ({ verification = '' }) => verification,
    },
  ];
}

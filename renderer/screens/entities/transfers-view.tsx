import { bytesOf } from '#shared/entities/totals.ts';
import type { ByteTotal } from '#shared/entities/totals.ts';
import type { Transfer } from '#shared/records/kinds/transfer.ts';
import { STANDING_NAMES } from '#shared/records/standing-names.ts';
import type { FieldSpec } from '#renderer/records/field-spec.ts';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { RecordView } from '#renderer/records/record-view.tsx';
import { useRecordList } from '#renderer/records/use-records.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { choicesOf } from '#renderer/ui/choices-of.ts';
import { cut } from '#renderer/ui/cut.tsx';
import { TransferIcon } from '#renderer/ui/icons.ts';
import { bytesText, countText } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { secondText, timeTitle } from './times.ts';

const STATES = { staged: 'Staged', left: 'Left', prevented: 'Prevented' } as const;

const FIELDS: readonly FieldSpec<'transfer'>[] = [
  {
    name: 'title',
    label: 'What data',
    input: 'line',
    placeholder: 'The whole Contracts share',
    problem: 'Say what it was.',
  },
  {
    name: 'state',
    label: 'What became of it',
    input: 'choice',
    choices: choicesOf(STATES),
    segments: true,
  },
  {
    name: 'standing',
    label: 'How that is known',
    input: 'choice',
    choices: choicesOf(STANDING_NAMES),
    segments: true,
  },
  { name: 'from', label: 'From', input: 'line', placeholder: 'FS01, D:\\Shares\\Contracts' },
  { name: 'staged', label: 'Gathered at', input: 'line', placeholder: 'C:\\ProgramData\\c.7z' },
  { name: 'to', label: 'To', input: 'line', placeholder: '198.51.100.23' },
  { name: 'bytes', label: 'Size', input: 'bytes' },
  { name: 'atLeast', label: 'At least so much', input: 'flag' },
  { name: 'at', label: 'Began', input: 'time' },
  { name: 'end', label: 'Ended', input: 'time' },
  { name: 'notes', label: 'Notes', input: 'prose' },
  { name: 'events', label: 'Events that prove it', input: 'events' },
];

const sizeText = ({ bytes, atLeast }: Transfer): string =>
  bytes === undefined ? 'unknown' : `${atLeast === true ? '≥ ' : ''}${bytesText(Number(bytes))}`;

const text = (value: string | undefined) => cut(visibleLine(value ?? ''));

const columnsFor = (times: TimeDisplay): readonly RecordColumn<Transfer>[] => [
  {
    id: 'at',
    title: timeTitle('Began', times),
    width: 152,
    by: ({ at }) => at,
    render: ({ at }) => secondText(at, times),
  },
  {
    id: 'title',
    title: 'What data',
    width: 260,
    grows: true,
    by: ({ title }) => title,
    text: ({ title, notes }) => `${title} ${notes ?? ''}`,
    render: ({ title }) => text(title),
  },
  {
    id: 'state',
    title: 'State',
    width: 84,
    by: ({ state }) => STATES[state],
    text: ({ state }) => STATES[state],
    render: ({ state }) => STATES[state],
  },
  {
    id: 'size',
    title: 'Size',
    width: 100,
    align: 'end',
    by: ({ bytes }) => bytes,
    render: sizeText,
  },
  {
    id: 'from',
    title: 'From',
    width: 170,
    by: ({ from }) => from,
    text: ({ from }) => from ?? '',
    render: ({ from }) => text(from),
  },
  {
    id: 'staged',
    title: 'Gathered at',
    width: 150,
    by: ({ staged }) => staged,
    text: ({ staged }) => staged ?? '',
    render: ({ staged }) => text(staged),
  },
  {
    id: 'to',
    title: 'To',
    width: 150,
    by: ({ to }) => to,
    text: ({ to }) => to ?? '',
    render: ({ to }) => text(to),
  },
  {
    id: 'standing',
    title: 'Known as',
    width: 84,
    by: ({ standing }) => STANDING_NAMES[standing],
    render: ({ standing }) => STANDING_NAMES[standing],
  },
  {
    id: 'events',
    title: 'Events',
    width: 66,
    align: 'end',
    by: ({ events }) => events.length,
    render: ({ events }) => (events.length === 0 ? '' : countText(events.length)),
  },
];

const totalText = ({ bytes, atLeast }: ByteTotal): string =>
  `${atLeast ? 'at least ' : ''}${bytesText(Number(bytes))}`;

/** The exfiltration register: what left, what was made ready to leave, and what was stopped. */
export function TransfersView() {
  const times = useSettings((settings) => settings.times);
  const transfers = useRecordList('transfer');
  const store = useRecordPlace('entities-transfers');
  const ordered = [...transfers].sort((a, b) => {
    if (a.at === b.at) return a.title < b.title ? -1 : 1;
    return a.at === undefined || (b.at !== undefined && a.at > b.at) ? 1 : -1;
  });
  const sums = (['left', 'staged', 'prevented'] as const).flatMap((state) => {
    const total = bytesOf(transfers, state);
    return total.transfers === 0 ? [] : [`${STATES[state]}: ${totalText(total)}`];
  });
  return (
    <RecordView<'transfer'>
      type="transfer"
      label="Transfers"
      records={ordered}
      fields={FIELDS}
      columns={columnsFor(times)}
      initial={() => ({ state: 'left', standing: 'proven', events: [] })}
      store={store}
      empty={{
        icon: TransferIcon,
        title: 'No data is known to have left',
        text: 'Each line says what data left or was made ready to leave, from where, to where, how much at least, and which events prove it.',
      }}
      bar={
        sums.length === 0 ? undefined : (
          <span className="fl-entity-count" role="status">
            {sums.join(' · ')}
          </span>
        )
      }
    />
  );
}

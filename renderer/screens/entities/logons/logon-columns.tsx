import type { Side } from '#shared/entities/standing-of.ts';
import { SIDE_NAMES } from '#shared/entities/standing-of.ts';
import type { Logon } from '#shared/ipc/entities.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { countText } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { SideMark } from '../side-mark.tsx';
import { secondText, timeTitle } from '../times.ts';

/** A logon with the names that people use. */
export interface LogonRow extends Logon {
  readonly id: string;
  /** The host whose own connections begin at the source. */
  readonly sourceHost?: string;
  readonly sourceLabel: string;
  readonly hostLabel: string;
  readonly accountLabel: string;
  readonly sourceSide: Side;
  readonly hostSide: Side;
  readonly accountSide: Side;
  readonly noise: boolean;
}

const sourceText = ({ sourceHost, sourceLabel }: LogonRow): string =>
  sourceHost === undefined ? sourceLabel : `${sourceHost} (${sourceLabel})`;

const marked = (text: string, side: Side) => (
  <span className="fl-entity-name" title={text}>
    <SideMark side={side} />
    <span className="fl-cut">{visibleLine(text)}</span>
  </span>
);

/** What the list of logons shows: from where, by whom, to where, how often and when. */
export const logonColumns = (times: TimeDisplay): readonly RecordColumn<LogonRow>[] => [
  {
    id: 'first',
    title: timeTitle('First', times),
    width: 152,
    by: ({ first }) => first,
    render: ({ first }) => secondText(first, times),
  },
  {
    id: 'source',
    title: 'From',
    width: 230,
    by: sourceText,
    text: (row) => `${sourceText(row)} ${SIDE_NAMES[row.sourceSide]}`,
    render: (row) => marked(sourceText(row), row.sourceSide),
  },
  {
    id: 'account',
    title: 'Account',
    width: 200,
    by: ({ accountLabel }) => accountLabel,
    text: ({ accountLabel, account }) => `${accountLabel} ${account}`,
    render: ({ accountLabel, accountSide }) => marked(accountLabel, accountSide),
  },
  {
    id: 'host',
    title: 'To host',
    width: 200,
    grows: true,
    by: ({ hostLabel }) => hostLabel,
    text: ({ hostLabel, host }) => `${hostLabel} ${host}`,
    render: ({ hostLabel, hostSide }) => marked(hostLabel, hostSide),
  },
  {
    id: 'events',
    title: 'Logons',
    width: 72,
    align: 'end',
    by: ({ events }) => events,
    render: ({ events }) => countText(events),
  },
  {
    id: 'last',
    title: timeTitle('Last', times),
    width: 152,
    by: ({ last }) => last,
    render: ({ last }) => secondText(last, times),
  },
];

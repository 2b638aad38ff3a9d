import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { cut } from '#renderer/ui/cut.tsx';
import { countText } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';
import { secondText, timeTitle } from '../times.ts';
import { VerdictMark } from '#renderer/entities/verdict-mark.tsx';
import { ANALYSIS_NAMES, KIND_TITLES, VERDICT_NAMES } from '#renderer/entities/words.ts';

const VERDICT_RANK = { unknown: 4, cleared: 3, suspected: 2, accessed: 1, compromised: 0 } as const;

const number = (count: number): string => (count === 0 ? '' : countText(count));

const aliasesOf = ({ names }: EntityRow): string =>
  names
    .slice(1)
    .map(({ value }) => visibleLine(value))
    .join(', ');

/** What the list of entities shows, from left to right. */
export const entityColumns = (times: TimeDisplay): readonly RecordColumn<EntityRow>[] => [
  {
    id: 'verdict',
    title: 'Verdict',
    width: 116,
    by: ({ record }) => (record === undefined ? 5 : VERDICT_RANK[record.verdict]),
    text: ({ record }) => (record === undefined ? '' : VERDICT_NAMES[record.verdict]),
    render: ({ record }) =>
      record === undefined ? '' : <VerdictMark verdict={record.verdict} hostile={record.hostile} />,
  },
  {
    id: 'kind',
    title: 'Kind',
    width: 104,
    by: ({ kind }) => KIND_TITLES[kind],
    render: ({ kind }) => <span className="fl-muted">{KIND_TITLES[kind]}</span>,
  },
  {
    id: 'entity',
    title: 'Entity',
    width: 240,
    least: 180,
    grows: true,
    by: ({ label }) => label,
    text: ({ label, value, record }) => `${label} ${value} ${record?.role ?? ''}`,
    render: ({ label, value, record }) => (
      <span className="fl-cut" title={value}>
        {visibleLine(label)}
        {label === value ? null : <span className="fl-faint"> {visibleLine(value)}</span>}
        {record?.role === undefined ? null : (
          <span className="fl-faint"> · {visibleLine(record.role)}</span>
        )}
      </span>
    ),
  },
  {
    id: 'events',
    title: 'Events',
    width: 76,
    align: 'end',
    by: ({ events }) => events,
    render: ({ events, atMost, unread }) =>
      unread ? (
        <span className="fl-faint">not read</span>
      ) : atMost ? (
        <span title="At most: an event may name it twice">≤ {countText(events)}</span>
      ) : (
        countText(events)
      ),
  },
  {
    id: 'findings',
    title: 'Findings',
    width: 72,
    align: 'end',
    by: ({ mentions }) => mentions.findings.length,
    render: ({ mentions }) => number(mentions.findings.length),
  },
  {
    id: 'board',
    title: 'Board',
    width: 58,
    align: 'end',
    by: ({ mentions }) => mentions.items.length,
    render: ({ mentions }) => number(mentions.items.length),
  },
  {
    id: 'first',
    title: timeTitle('First seen', times),
    width: 152,
    by: ({ first }) => first,
    render: ({ first }) => secondText(first, times),
  },
  {
    id: 'last',
    title: timeTitle('Last seen', times),
    width: 152,
    by: ({ last }) => last,
    render: ({ last }) => secondText(last, times),
  },
  {
    id: 'aliases',
    title: 'Aliases',
    width: 150,
    least: 90,
    text: aliasesOf,
    render: (row) => cut(aliasesOf(row)),
  },
  {
    id: 'analysis',
    title: 'Analysis',
    width: 92,
    by: ({ record }) => (record === undefined ? undefined : ANALYSIS_NAMES[record.analysis]),
    render: ({ record }) =>
      record === undefined || record.analysis === 'not-started'
        ? ''
        : ANALYSIS_NAMES[record.analysis],
  },
];

import type { ReactNode } from 'react';
import { techniqueLabel } from '#shared/model/attack.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { EventId } from '#shared/model/ids.ts';
import { cut } from '#renderer/ui/cut.tsx';
import type { GridColumn } from '#renderer/ui/grid/grid-column.ts';
import { SeverityMark } from '#renderer/ui/marks/severity-mark.tsx';
import { countText } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { FindingRow } from './finding-rows.ts';
import { factsOf, STATUS_NAMES } from './finding-rows.ts';
import { spanText } from './span-text.ts';

const ofFinding =
  (show: (finding: Finding) => ReactNode) =>
  (row: FindingRow): ReactNode =>
    row.kind === 'finding' ? show(row.finding) : '';

/** What the table of findings shows, from left to right. */
export const findingColumns = (
  events: ReadonlyMap<EventId, MarkedRow | null>,
  times: TimeDisplay,
): readonly GridColumn<FindingRow>[] => [
  {
    id: 'severity',
    title: 'Severity',
    width: 92,
    render: ofFinding(({ severity }) => <SeverityMark severity={severity} />),
  },
  {
    id: 'title',
    title: 'Finding',
    width: 260,
    least: 200,
    grows: true,
    render: (row) =>
      row.kind === 'group' ? (
        <span className="fl-finding-group">
          {row.title} <span className="fl-faint">{row.count}</span>
        </span>
      ) : (
        cut(visibleLine(row.finding.title))
      ),
  },
  {
    id: 'status',
    title: 'Status',
    width: 96,
    render: ofFinding(({ status }) => (
      <span className={`fl-finding-status fl-finding-${status}`}>{STATUS_NAMES[status]}</span>
    )),
  },
  {
    id: 'technique',
    title: 'Technique',
    width: 210,
    least: 130,
    render: ofFinding(({ technique }) =>
      cut(technique === undefined ? '' : techniqueLabel(technique)),
    ),
  },
  {
    id: 'events',
    title: 'Events',
    width: 66,
    align: 'end',
    render: ofFinding((finding) => countText(finding.events.length)),
  },
  {
    id: 'hosts',
    title: 'Hosts',
    width: 130,
    least: 90,
    render: ofFinding((finding) => cut(factsOf(finding, events).hosts.map(visibleLine).join(', '))),
  },
  {
    id: 'span',
    title: times === 'utc' ? 'First – last (UTC)' : 'First – last (local)',
    width: 276,
    least: 180,
    render: ofFinding((finding) => cut(spanText(factsOf(finding, events), times))),
  },
];

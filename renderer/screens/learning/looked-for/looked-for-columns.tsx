import { techniqueLabel } from '#shared/model/attack.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { LookedForState } from '#shared/learning/sought-evidence.ts';
import { lookedForState } from '#shared/learning/sought-evidence.ts';
import { LOOKED_FOR_NAMES } from '#shared/learning/words.ts';
import type { NegativeFinding } from '#shared/records/kinds/negative-finding.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { ClockIcon, DoneIcon, HistoryIcon, WarningIcon } from '#renderer/ui/icons.ts';
import { countText } from '#renderer/ui/number-text.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

const ICONS = {
  'nothing-found': DoneIcon,
  'found-something': WarningIcon,
  stale: HistoryIcon,
  'not-run': ClockIcon,
} as const;

/** What a search gave, by icon and word. */
export function LookedForMark({ state }: { readonly state: LookedForState }) {
  const Picture = ICONS[state];
  return (
    <span className={`fl-learning-mark fl-looked-for-${state}`}>
      <Picture size={13} strokeWidth={1.75} aria-hidden />
      {LOOKED_FOR_NAMES[state]}
    </span>
  );
}

const ORDER: readonly LookedForState[] = ['found-something', 'stale', 'not-run', 'nothing-found'];

export function lookedForColumns(
  items: readonly EvidenceItem[],
  times: TimeDisplay,
): readonly RecordColumn<NegativeFinding>[] {
  return [
    {
      id: 'state',
      title: 'Result',
      width: 142,
      by: (one) => ORDER.indexOf(lookedForState(one, items)),
      text: (one) => LOOKED_FOR_NAMES[lookedForState(one, items)],
      render: (one) => <LookedForMark state={lookedForState(one, items)} />,
    },
    {
      id: 'title',
      title: 'Looked for',
      width: 260,
      grows: true,
      by: ({ title }) => title,
      text: ({ title, query, conclusion = '' }) => `${title} ${query} ${conclusion}`,
      render: ({ title }) => <span className="fl-cut">{visibleLine(title)}</span>,
    },
    {
      id: 'query',
      title: 'Query',
      width: 300,
      by: ({ query }) => query,
      render: ({ query }) => <span className="fl-cut fl-mono">{visibleLine(query)}</span>,
    },
    {
      id: 'matched',
      title: 'Found',
      width: 72,
      align: 'end',
      by: ({ matched }) => matched,
      render: ({ matched }) => countText(matched),
    },
    {
      id: 'denominator',
      title: 'Of events',
      width: 92,
      align: 'end',
      by: ({ denominator }) => denominator,
      render: ({ denominator }) => countText(denominator),
    },
    {
      id: 'technique',
      title: 'Technique',
      width: 150,
      by: ({ technique }) => technique,
      text: ({ technique }) => (technique === undefined ? '' : techniqueLabel(technique)),
      render: ({ technique }) => (
        <span className="fl-cut">{technique === undefined ? '' : techniqueLabel(technique)}</span>
      ),
    },
    {
      id: 'sought',
      title: times === 'utc' ? 'Last run (UTC)' : 'Last run (local)',
      width: 146,
      by: ({ soughtAt }) => soughtAt,
      render: (one) =>
        lookedForState(one, items) === 'not-run' ? '' : instantText(one.soughtAt, 'min', times),
    },
  ];
}

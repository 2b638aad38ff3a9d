import type { LogEntry } from '#shared/response/log-entries.ts';
import { whoText, whyText } from '#shared/response/log-entries.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { cut } from '#renderer/ui/cut.tsx';
import { CommunicationIcon, DecisionIcon } from '#renderer/ui/icons.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

export function kindWord(entry: LogEntry): string {
  if (entry.type === 'decision') return 'Decision';
  return entry.direction === 'told' ? 'Told' : 'Heard';
}

/** Decisions and communications as lines of one table. */
export function logColumns(
  state: WorkState,
  times: TimeDisplay,
): readonly RecordColumn<LogEntry>[] {
  const who = (entry: LogEntry): string => visibleLine(whoText(state, entry));
  const why = (entry: LogEntry): string => visibleLine(whyText(entry));
  return [
    {
      id: 'at',
      title: times === 'utc' ? 'Time (UTC)' : 'Time (local)',
      width: 140,
      by: ({ at }) => at,
      text: ({ at }) => instantText(at, 'min', times),
      render: ({ at }) => instantText(at, 'min', times),
    },
    {
      id: 'kind',
      title: 'Kind',
      width: 100,
      by: kindWord,
      text: kindWord,
      render: (entry) => (
        <span className="fl-log-kind">
          {entry.type === 'decision' ? (
            <DecisionIcon size={13} aria-hidden />
          ) : (
            <CommunicationIcon size={13} aria-hidden />
          )}
          {kindWord(entry)}
        </span>
      ),
    },
    {
      id: 'title',
      title: 'What',
      width: 340,
      by: ({ title }) => title,
      text: ({ title }) => title,
      render: ({ title }) => cut(visibleLine(title)),
    },
    { id: 'who', title: 'Who', width: 260, by: who, text: who, render: (entry) => cut(who(entry)) },
    {
      id: 'why',
      title: 'Why, and what was said',
      width: 300,
      grows: true,
      text: why,
      render: (entry) => cut(why(entry)),
    },
  ];
}

import type { Instant } from '../../model/time.ts';
import type { WorkState } from '../../work/work-state.ts';
import type { LogEntry } from '../log-entries.ts';
import { whoText, whyText } from '../log-entries.ts';
import type { BriefLine, BriefSection } from './brief.ts';
import { withDetail } from './brief.ts';

const DATE = '2026-05-13'.length;

/** Entries of the log under their days, in their order, for printing. `timeText` begins with the date. */
export function logSections(
  state: WorkState,
  entries: readonly LogEntry[],
  timeText: (at: Instant) => string,
): readonly BriefSection[] {
  const days = new Map<string, BriefLine[]>();
  for (const entry of entries) {
    const day = timeText(entry.at).slice(0, DATE);
    const line: BriefLine = {
      at: entry.at,
      text: `${entry.type === 'decision' ? 'Decision: ' : ''}${entry.title} (${whoText(state, entry)})`,
      ...withDetail(
        entry.type === 'decision' && entry.alternatives !== undefined
          ? `${whyText(entry)}\nWhat else was possible: ${entry.alternatives}`
          : whyText(entry),
      ),
    };
    const known = days.get(day);
    if (known === undefined) days.set(day, [line]);
    else known.push(line);
  }
  return [...days].map(([day, lines]) => ({ id: day, title: day, lines, none: '' }));
}

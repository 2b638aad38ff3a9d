import type { Histogram } from '#shared/ipc/events.ts';
import { useMemo } from 'react';
import { GROUP_NAMES } from '#renderer/ui/marks/event-class.ts';
import { compactCount, countOf } from '#renderer/ui/number-text.ts';
import { groupTotals } from './bars.ts';

/** Which hue is which class, with how many match. */
export function Legend({ histogram }: { readonly histogram: Histogram }) {
  const totals = useMemo(() => groupTotals(histogram), [histogram]);
  return (
    <ul className="fl-legend" aria-label="Classes">
      {totals.map(({ group, count }) => (
        <li key={group} title={countOf(count, 'event')}>
          <span className={`fl-class-dot fl-class-${group}`} aria-hidden />
          {GROUP_NAMES[group]} <span className="fl-faint">{compactCount(count)}</span>
        </li>
      ))}
      {histogram.undated === 0 ? null : (
        <li className="fl-faint" title="Events without a time are in no bar; they sort last">
          {compactCount(histogram.undated)} undated
        </li>
      )}
    </ul>
  );
}

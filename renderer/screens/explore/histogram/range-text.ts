import type { Instant } from '#shared/model/time.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import type { Range } from '../view.ts';

const MINUTE = 60_000_000_000n;
const DAY = 86_400_000_000_000n;

/** A range as short as it can be told: `12 May`-like days when whole, else from–to with the day said once. */
export function rangeText({ from, to }: Range, display: TimeDisplay): string {
  const precision = from % MINUTE === 0n && to % MINUTE === 0n ? 'min' : 's';
  const start = instantText(from as Instant, precision, display);
  const end = instantText(to as Instant, precision, display);
  const wholeDays = start.endsWith('00:00') && end.endsWith('00:00') && precision === 'min';
  if (wholeDays) {
    const last = instantText((to - DAY) as Instant, 'min', display).slice(0, 10);
    return last === start.slice(0, 10) ? last : `${start.slice(0, 10)} – ${last}`;
  }
  return start.slice(0, 10) === end.slice(0, 10)
    ? `${start} – ${end.slice(11)}`
    : `${start} – ${end}`;
}

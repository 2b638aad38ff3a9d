import type { Instant } from '#shared/model/time.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';

/** To the second, in the zone on display; nothing for what has no time. */
export const secondText = (at: bigint | undefined, times: TimeDisplay): string =>
  at === undefined ? '' : instantText(at as Instant, 's', times);

/** `First (UTC)`. */
export const timeTitle = (title: string, times: TimeDisplay): string =>
  `${title} (${times === 'utc' ? 'UTC' : 'local'})`;

import type { Instant } from '#shared/model/time.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { instantText } from '#renderer/ui/time-text.ts';

/** To the minute, with its zone: what people write down and read out. */
export const whenText =
  (times: TimeDisplay) =>
  (at: Instant): string =>
    `${instantText(at, 'min', times)}${times === 'utc' ? ' UTC' : ''}`;

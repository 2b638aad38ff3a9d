import { durationText } from '#renderer/ui/number-text.ts';
import { gapText } from '#renderer/ui/time-text.ts';

/** How long a stretch is; shorter than a minute, to its own precision. */
export const spanText = (ns: bigint): string =>
  ns < 60_000_000_000n ? gapText(ns).slice(1) : durationText(Number(ns / 1_000_000_000n));

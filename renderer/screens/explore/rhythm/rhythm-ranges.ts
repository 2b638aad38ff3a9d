import type { Rhythm } from '#shared/ipc/events.ts';
import type { Range } from '../view.ts';

/** A silence with what is on both sides of it: a tenth of its length. */
export function aroundSilence({ from, to }: Rhythm['silences'][number]): Range {
  const margin = (to - from) / 10n;
  return { from: from - margin, to: to + margin + 1n };
}

export const windowRange = ({ from }: Rhythm['bursts'][number], width: bigint): Range => ({
  from,
  to: from + width,
});

const SECOND = 1_000_000_000n;

/** Widths of a window; one without a number is chosen by the span of the matches. */
export const WINDOW_WIDTHS = [
  { id: 'fitting', label: 'a fitting width', ns: undefined },
  { id: '1s', label: '1 second', ns: SECOND },
  { id: '10s', label: '10 seconds', ns: 10n * SECOND },
  { id: '1min', label: '1 minute', ns: 60n * SECOND },
  { id: '10min', label: '10 minutes', ns: 600n * SECOND },
  { id: '1h', label: '1 hour', ns: 3_600n * SECOND },
  { id: '1d', label: '1 day', ns: 86_400n * SECOND },
] as const;

export type WindowWidth = (typeof WINDOW_WIDTHS)[number]['id'];

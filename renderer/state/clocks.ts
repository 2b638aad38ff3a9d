import { useEvents } from '#renderer/bridge/use-events.ts';
import type { Clock } from '#shared/response/clocks/clock.ts';
import { clockEvents, clocksOf } from '#shared/response/clocks/clock.ts';
import { useMinute } from './minute.ts';
import { useWorkView } from './work-context.tsx';

/** The deadlines of the open case as they stand this minute. */
export function useClocks(): readonly Clock[] {
  const state = useWorkView((view) => view.state);
  const events = useEvents(clockEvents(state));
  return clocksOf(state, events, useMinute());
}

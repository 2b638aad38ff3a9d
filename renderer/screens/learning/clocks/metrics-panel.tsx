import { useMemo } from 'react';
import { metricsOf } from '#shared/report/metrics.ts';
import { recordsOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { useEvents } from '#renderer/bridge/use-events.ts';
import { useRead } from '#renderer/bridge/use-read.ts';

/** What a post-mortem counts, from what was known then; what cannot be said says why. */
export function MetricsPanel({ state }: { readonly state: WorkState }) {
  const { data: evidence = [] } = useRead('evidence.list', {});
  const ids = [...state.moments.values()].flatMap(({ event }) => event ?? []);
  const events = useEvents(ids);
  const metrics = useMemo(() => {
    const eventTimes = new Map(
      [...events].flatMap(([id, row]) => {
        if (row === null) return [];
        const { time, precision } = row;
        return [[id, { ...(time !== undefined && { time }), precision }] as const];
      }),
    );
    return metricsOf({
      board: state.board.values(),
      moments: state.moments,
      eventTimes,
      evidence,
      actions: recordsOf(state, 'action').values(),
    });
  }, [state, events, evidence]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="fl-clocks-panel" aria-label="Metrics" tabIndex={0}>
      <h2>Metrics</h2>
      <dl className="fl-clocks-metrics">
        {metrics.map(({ name, value, definition, missing }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={missing === undefined ? 'fl-selectable' : 'fl-muted'}>
              {missing === undefined ? value : `Not known: ${missing}.`}
            </dd>
            <dd className="fl-faint">{definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ClockedFact } from '#shared/learning/two-clocks.ts';
import { clockedFacts, firstKnown, medianLag } from '#shared/learning/two-clocks.ts';
import { formatDuration } from '#shared/model/duration.ts';
import type { BoardItemId, FindingId, RecordId } from '#shared/model/ids.ts';
import type { KnownHistory } from '#shared/work/as-known-at.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { useEvents } from '#renderer/bridge/use-events.ts';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import { shownRows } from '#renderer/records/record-rows.ts';
import { RecordTable } from '#renderer/records/record-table.tsx';
import { showBoardItem, showFinding, showRecord } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { lagColumns } from './lag-columns.tsx';

interface LagTableProps {
  readonly history: KnownHistory;
  /** What was known then. */
  readonly state: WorkState;
}

/** When each fact happened against when it was known. */
export function LagTable({ history, state }: LagTableProps) {
  const times = useSettings((settings) => settings.times);
  const store = useRecordPlace('learning-two-clocks');
  const { sort, descending } = useStore(store);
  const facts = useFacts(history, state);
  const median = medianLag(facts);
  const columns = useMemo(() => lagColumns(facts, times), [facts, times]);
  const rows = useMemo(
    () => shownRows(facts, columns, { filter: '', sort, descending }),
    [facts, columns, sort, descending],
  );
  return (
    <section className="fl-clocks-lag" aria-label="Happened and known">
      <h2>
        Happened and known <span className="fl-faint">{summary(facts.length, median, times)}</span>
      </h2>
      <RecordTable
        label="When it happened and when it was known"
        noun="fact"
        rows={rows}
        columns={columns}
        store={store}
        onOpen={openFact}
        empty={
          facts.length > 0 ? undefined : (
            <p className="fl-muted fl-clocks-none">
              Nothing with two times was known then. Board items, findings and response actions are
              listed here as they are recorded.
            </p>
          )
        }
      />
    </section>
  );
}

function summary(count: number, median: bigint | undefined, times: TimeDisplay): string {
  if (count === 0) return '';
  const zone = times === 'utc' ? 'UTC' : 'local time';
  return median === undefined
    ? `${countOf(count, 'fact')}, ${zone}`
    : `${countOf(count, 'fact')}, half of them known within ${formatDuration(median)}, ${zone}`;
}

function useFacts(history: KnownHistory, state: WorkState): readonly ClockedFact[] {
  const proofs = [...state.findings.values()].flatMap(({ events }) => events.slice(0, 200));
  const events = useEvents(proofs);
  const known = useMemo(() => {
    const counts = new Map(
      history.ops.map((op, place) => [op.id, history.countsAt(place, history.length)]),
    );
    return firstKnown(history.ops, (id) => counts.get(id) ?? false);
  }, [history]);
  return useMemo(() => {
    const earliest = (id: FindingId): bigint | undefined =>
      state.findings
        .get(id)
        ?.events.flatMap((event) => events.get(event)?.time ?? [])
        .reduce<bigint | undefined>(
          (first, time) => (first === undefined || time < first ? time : first),
          undefined,
        );
    return clockedFacts(state, known, earliest);
  }, [state, known, events]);
}

function openFact({ kind, id }: ClockedFact): void {
  switch (kind) {
    case 'board':
      return showBoardItem(id as BoardItemId);
    case 'finding':
      return showFinding(id as FindingId);
    case 'action':
      return showRecord('action', id as RecordId);
  }
}

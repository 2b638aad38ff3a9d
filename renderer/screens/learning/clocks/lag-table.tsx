import { useMemo, useState } from 'react';
import type { ClockedFact } from '#shared/learning/two-clocks.ts';
import { clockedFacts, firstKnown, medianLag } from '#shared/learning/two-clocks.ts';
import { formatDuration } from '#shared/model/duration.ts';
import type { BoardItemId, FindingId } from '#shared/model/ids.ts';
import type { KnownHistory } from '#shared/work/as-known-at.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { useEvents } from '#renderer/bridge/use-events.ts';
import { showBoardItem, showFinding } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { lagColumns } from './lag-columns.tsx';

const ROW_PX = { compact: 28, comfortable: 36 } as const;

interface LagTableProps {
  readonly history: KnownHistory;
  /** What was known then. */
  readonly state: WorkState;
}

/** When each fact happened against when it was known. */
export function LagTable({ history, state }: LagTableProps) {
  const times = useSettings((settings) => settings.times);
  const density = useSettings((settings) => settings.density);
  const [cursor, setCursor] = useState(0);
  const [top, setTop] = useState(0);
  const facts = useFacts(history, state);
  const median = medianLag(facts);
  const columns = lagColumns(facts, times);
  return (
    <section className="fl-clocks-lag" aria-label="Happened and known">
      <h2>
        Happened and known <span className="fl-faint">{summary(facts.length, median, times)}</span>
      </h2>
      <Grid
        label="When it happened and when it was known"
        scope="records"
        rowCount={facts.length}
        rowHeight={ROW_PX[density]}
        rowAt={(index) => facts[index]}
        columns={columns}
        cursor={{ row: Math.max(0, Math.min(cursor, facts.length - 1)), column: 0 }}
        onCursor={({ row }) => setCursor(row)}
        top={top}
        onTop={setTop}
        onOpen={(index) => openFact(facts[index])}
        description={countOf(facts.length, 'fact')}
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

function openFact(fact: ClockedFact | undefined): void {
  if (fact?.kind === 'board') showBoardItem(fact.id as BoardItemId);
  else if (fact?.kind === 'finding') showFinding(fact.id as FindingId);
}

import { useEffect, useMemo, useState } from 'react';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { entityKey } from '#shared/entities/entity-key.ts';
import { useNamedEntities } from '#renderer/entities/use-named-entities.ts';
import { useCitationTray, useEntitiesPutBy } from '#renderer/state/citation-tray.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { CiteResult } from './cite-results.ts';
import {
  boardResults,
  entityResult,
  entityResults,
  eventResult,
  findingResults,
} from './cite-results.ts';

export interface CiteGroup {
  /** Its id in the list too. */
  readonly id: string;
  readonly title: string;
  readonly results: readonly CiteResult[];
}

interface CiteSearch {
  readonly groups: readonly CiteGroup[];
  /** Why events cannot be searched with this text. */
  readonly trouble: string | undefined;
  readonly asking: boolean;
}

const PAUSE_MS = 150;
const EVENTS = 20;

/** What can be cited and matches: what was put by first, then entities, the board, findings and events. */
export function useCiteSearch(query: string): CiteSearch {
  const settled = useSettled(query);
  const times = useSettings((settings) => settings.times);
  const board = useWorkView(({ state }) => state.board);
  const findings = useWorkView(({ state }) => state.findings);
  const put = useCitationTray(usePlaces());
  const tray = useRead('events.locate', { ids: put }, { enabled: put.length > 0 });
  const events = useRead('events.page', {
    query: settled,
    order: 'time-ascending',
    start: 0,
    count: EVENTS,
  });
  const putBy = useEntitiesPutBy(usePlaces());
  const typed = settled.trim() !== '';
  const entities = useNamedEntities(typed || putBy.length > 0);
  const groups = useMemo(() => {
    const laidBy = put.length === 0 || typed ? [] : (tray.data ?? []);
    const named = new Set(typed ? [] : putBy.map(entityKey));
    const found = events.error === null ? (events.data ?? []) : [];
    const all: readonly CiteGroup[] = [
      group(
        'Put by in Explore',
        laidBy.flatMap((row) => (row === null ? [] : eventResult(row, times, 'tray'))),
      ),
      group(
        'Put by in Entities',
        entities.rows
          .filter(({ names }) => names.some((name) => named.has(entityKey(name))))
          .map((row) => entityResult(row, 'tray')),
      ),
      group('Entities', typed ? entityResults(entities.rows, settled) : []),
      group('Board', boardResults(board, settled, times)),
      group('Findings', findingResults(findings, settled)),
      group(
        'Events, by time',
        found.map((row) => eventResult(row, times)),
      ),
    ];
    return all.filter(({ results }) => results.length > 0);
  }, [
    put,
    putBy,
    tray.data,
    typed,
    settled,
    board,
    findings,
    entities.rows,
    events.data,
    events.error,
    times,
  ]);
  const trouble = events.error === null ? undefined : failureOf(events.error).message;
  return { groups, trouble, asking: events.isFetching || entities.pending || settled !== query };
}

const group = (title: string, results: readonly CiteResult[]): CiteGroup => ({
  id: title,
  title,
  results,
});

/** The text once typing rests. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

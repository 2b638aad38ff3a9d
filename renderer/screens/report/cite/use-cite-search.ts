import { useEffect, useMemo, useState } from 'react';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useCitationTray } from '#renderer/state/citation-tray.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { CiteResult } from './cite-results.ts';
import { boardResults, eventResult, findingResults } from './cite-results.ts';

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

/** What can be cited and matches: what Explore put by first, then the board, findings and events. */
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
  const groups = useMemo(() => {
    const laidBy = put.length === 0 || settled.trim() !== '' ? [] : (tray.data ?? []);
    const found = events.error === null ? (events.data ?? []) : [];
    const all: readonly CiteGroup[] = [
      group(
        'Put by in Explore',
        laidBy.flatMap((row) => (row === null ? [] : eventResult(row, times, 'tray'))),
      ),
      group('Board', boardResults(board, settled, times)),
      group('Findings', findingResults(findings, settled)),
      group(
        'Events, by time',
        found.map((row) => eventResult(row, times)),
      ),
    ];
    return all.filter(({ results }) => results.length > 0);
  }, [put, tray.data, settled, board, findings, events.data, events.error, times]);
  const trouble = events.error === null ? undefined : failureOf(events.error).message;
  return { groups, trouble, asking: events.isFetching || settled !== query };
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

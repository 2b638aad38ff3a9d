import type { BoardItem, BoardLink } from '../model/board.ts';
import type { Finding } from '../model/finding.ts';
import type { EventId } from '../model/ids.ts';
import type { Report } from '../model/report.ts';
import { UNDATED } from '../model/time.ts';
import { byText } from './by-text.ts';
import type { Note, Tag, WorkReport, WorkState } from './work-state.ts';

/** Lists in the order they are shown. Each is made once for each state it is asked of, and keeps its identity. */

/** By rank. */
export const boardByRank = once((board: WorkState['board']): readonly BoardItem[] =>
  [...board.values()].sort((a, b) => byText(a.rank, b.rank) || byText(a.id, b.id)),
);

/** By time, rank within equal times; undated last. */
export const boardByTime = once((board: WorkState['board']): readonly BoardItem[] =>
  [...boardByRank(board)].sort((a, b) => {
    const [at, bt] = [a.time ?? UNDATED, b.time ?? UNDATED];
    return at === bt ? 0 : at < bt ? -1 : 1;
  }),
);

/** Links whose two ends are on the board, in the order of the ranks of their beginnings, then their ends. */
export function linksOf({ board, links }: WorkState): readonly BoardLink[] {
  return linksOfBoard(board)(links);
}

const linksOfBoard = once((board: WorkState['board']) => {
  const place = new Map(boardByRank(board).map((item, index) => [item.id, index]));
  return once((links: WorkState['links']): readonly BoardLink[] =>
    [...links.values()]
      .filter(({ from, to }) => place.has(from) && place.has(to))
      .sort(
        (a, b) =>
          (place.get(a.from) ?? 0) - (place.get(b.from) ?? 0) ||
          (place.get(a.to) ?? 0) - (place.get(b.to) ?? 0) ||
          byText(a.kind, b.kind),
      ),
  );
});

const SEVERITIES: readonly Finding['severity'][] = ['critical', 'high', 'medium', 'low', 'info'];

/** Worst first, then by title. */
export const findingsBySeverity = once((findings: WorkState['findings']): readonly Finding[] =>
  [...findings.values()].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      byText(a.title, b.title) ||
      byText(a.id, b.id),
  ),
);

export const tagsByName = once((tags: WorkState['tags']): readonly Tag[] =>
  [...tags.values()].sort((a, b) => byText(a.name, b.name)),
);

export const reportsByTitle = once((reports: WorkState['reports']): readonly Report[] =>
  Array.from(reports.values(), reportOf).sort(
    (a, b) => byText(a.header.title, b.header.title) || byText(a.id, b.id),
  ),
);

/** The report with its sections by rank. */
export const reportOf = once(({ id, header, sections }: WorkReport): Report => ({
  id,
  header,
  sections: [...sections.values()].sort((a, b) => byText(a.rank, b.rank) || byText(a.id, b.id)),
}));

/** Notes on one event, oldest first. */
export function notesOn(state: WorkState, event: EventId): readonly Note[] {
  return (state.notesByEvent.get(event) ?? []).flatMap((id) => state.notes.get(id) ?? []);
}

function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

import { boardNumber, inOrder } from '#shared/board/board-order.ts';
import { entityId } from '#shared/entities/entity-key.ts';
import type { BoardItem } from '#shared/model/board.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { Citation } from '#shared/model/report.ts';
import { numberFindings } from '#shared/report/number-findings.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { nameOf, otherNames } from '#renderer/entities/entity-line.tsx';
import { entityMatches } from '#renderer/entities/entity-matches.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';

/** Something that can be cited, as the picker lists it. */
export interface CiteResult {
  readonly key: string;
  readonly citation: Citation;
  /** The entity that it names. */
  readonly entity?: EntityRow;
  readonly label: string;
  readonly detail: string;
  readonly text: string;
}

/** Board items and findings shown at most; more is a reason to type. */
const SHOWN = 12;
/** Entities come first, and only when something is typed. */
const SHOWN_ENTITIES = 5;

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

const holds = (text: string, words: readonly string[]): boolean => {
  const folded = text.toLowerCase();
  return words.every((word) => folded.includes(word));
};

export function boardResults(
  board: WorkState['board'],
  query: string,
  times: TimeDisplay,
): readonly CiteResult[] {
  const words = wordsOf(query);
  return inOrder(board.values())
    .map((item, n) => ({ item, number: boardNumber(n) }))
    .filter(({ item, number }) =>
      holds([number, item.title, item.host, item.actor, item.reason].join(' '), words),
    )
    .slice(0, SHOWN)
    .map(({ item, number }) => ({
      key: `board ${item.id}`,
      citation: { kind: 'board', item: item.id },
      label: number,
      detail: timeOf(item, times),
      text: visibleLine(item.title),
    }));
}

const timeOf = ({ time, precision }: BoardItem, times: TimeDisplay): string =>
  time === undefined ? 'no time' : shortInstantText(time, precision, times);

export function findingResults(
  findings: WorkState['findings'],
  query: string,
): readonly CiteResult[] {
  const words = wordsOf(query);
  return numberFindings(findings.values())
    .filter(({ finding, number }) =>
      holds([number, finding.title, finding.statement].join(' '), words),
    )
    .slice(0, SHOWN)
    .map(({ finding, number }) => ({
      key: `finding ${finding.id}`,
      citation: { kind: 'finding', finding: finding.id },
      label: number,
      detail: `${finding.severity}, ${finding.status}`,
      text: visibleLine(finding.title),
    }));
}

export const eventResult = (row: MarkedRow, times: TimeDisplay, where = 'event'): CiteResult => ({
  key: `${where} ${row.id}`,
  citation: { kind: 'event', event: row.id },
  label: visibleLine(row.host ?? '–'),
  detail: row.time === undefined ? 'no time' : shortInstantText(row.time, row.precision, times),
  text: visibleLine(row.message),
});

export const entityResults = (rows: readonly EntityRow[], query: string): readonly CiteResult[] =>
  entityMatches(rows, query, SHOWN_ENTITIES).map((row) => entityResult(row));

export const entityResult = (row: EntityRow, where = 'entity'): CiteResult => ({
  key: `${where} ${row.id}`,
  citation: { kind: 'entity', entity: row.record?.id ?? entityId(row) },
  entity: row,
  label: nameOf(row),
  detail: '',
  text: otherNames(row),
});

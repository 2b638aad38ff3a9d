import type { BoardItem } from '../model/board.ts';
import type { MarkedRow } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { EventId } from '../model/ids.ts';
import { entityForm } from './entity-key.ts';
import type { EntityRef } from './entity-kinds.ts';

/** Findings and items of the board that name an entity. */
export interface Mentions {
  readonly findings: readonly Finding[];
  readonly items: readonly BoardItem[];
}

type Rows = ReadonlyMap<EventId, MarkedRow | null>;

/** What stands between words; a full stop ends a word only before a space. */
const BETWEEN = /[\s"'“”‘’()[\]{}<>|,;=]+/u;

function* wordsOf(texts: readonly (string | undefined)[]): Generator<string> {
  for (const text of texts) {
    if (text === undefined) continue;
    const whole = text.trim().toLowerCase();
    yield whole;
    for (const word of whole.split(BETWEEN)) yield word.replace(/[.:!?]+$/, '');
  }
}

const eventTexts = (row: MarkedRow | null | undefined): readonly (string | undefined)[] =>
  row === null || row === undefined
    ? []
    : [row.host, row.user, row.sourceIp, row.destinationIp, row.process, row.message];

/**
 * Who names whom: a value counts as named where it stands as a word of its own in a title, a statement or a reason, or
 * in an event that is cited.
 */
export function mentionIndex(
  findings: readonly Finding[],
  items: readonly BoardItem[],
  rows: Rows,
): (names: readonly EntityRef[]) => Mentions {
  const byWord = new Map<string, { findings: Set<Finding>; items: Set<BoardItem> }>();
  const at = (word: string): { findings: Set<Finding>; items: Set<BoardItem> } => {
    const found = byWord.get(word) ?? { findings: new Set(), items: new Set() };
    byWord.set(word, found);
    return found;
  };
  for (const finding of findings) {
    const texts = [finding.title, finding.statement];
    for (const id of finding.events) texts.push(...eventTexts(rows.get(id)).filter(isText));
    for (const word of wordsOf(texts)) at(word).findings.add(finding);
  }
  for (const item of items) {
    const row = item.event === undefined ? undefined : rows.get(item.event);
    const texts = [item.title, item.reason, item.basis, item.host, item.actor, ...eventTexts(row)];
    for (const word of wordsOf(texts)) at(word).items.add(item);
  }
  return (names) => {
    const found = names.flatMap(
      ({ kind, value }) => byWord.get(entityForm(kind, value).toLowerCase()) ?? [],
    );
    return {
      findings: [...new Set(found.flatMap((one) => [...one.findings]))],
      items: [...new Set(found.flatMap((one) => [...one.items]))],
    };
  };
}

const isText = (text: string | undefined): text is string => text !== undefined;

import type { BoardItem } from '../model/board.ts';
import type { MarkedRow } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { EventId, RecordId } from '../model/ids.ts';
import type { CaseRecord, RecordType } from '../records/record-kinds.ts';
import { entityForm, entityId, isEntityId } from './entity-key.ts';
import type { EntityRef } from './entity-kinds.ts';

/** Findings, items of the board and records of the case that name an entity. */
export interface Mentions {
  readonly findings: readonly Finding[];
  readonly items: readonly BoardItem[];
  readonly records: readonly CaseRecord[];
}

/** Kinds of record whose words speak of entities, in the order in which they are told. */
const SPEAKING: readonly RecordType[] = [
  'action',
  'task',
  'transfer',
  'impact',
  'cause',
  'control',
  'negative-finding',
  'decision',
  'communication',
  'lesson',
  'improvement',
];

export const NOT_MENTIONED: Mentions = { findings: [], items: [], records: [] };

export const speakingRecords = (
  records: ReadonlyMap<RecordType, ReadonlyMap<RecordId, CaseRecord>>,
): readonly CaseRecord[] => SPEAKING.flatMap((type) => [...(records.get(type)?.values() ?? [])]);

/** What stands in its fields, the id of an entity among it. */
const recordTexts = ({ id: _id, type: _type, ...fields }: CaseRecord): readonly string[] =>
  Object.values(fields).flatMap((value: unknown) =>
    typeof value === 'string'
      ? [value]
      : Array.isArray(value)
        ? value.filter((one): one is string => typeof one === 'string')
        : [],
  );

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
 * Who names whom: a value counts as named where it stands as a word of its own in a title, a statement, a reason or a
 * field of a record, where a record is about its entity, or in an event that a finding or an item cites.
 */
export function mentionIndex(
  findings: readonly Finding[],
  items: readonly BoardItem[],
  records: readonly CaseRecord[],
  rows: Rows,
): (names: readonly EntityRef[], label?: string) => Mentions {
  const byWord = new Map<string, Named>();
  const at = (word: string): Named => {
    const found = byWord.get(word) ?? { findings: new Set(), items: new Set(), records: new Set() };
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
  for (const record of records) {
    for (const word of wordsOf(recordTexts(record))) at(word).records.add(record);
  }
  // Ids are digests: dear, and in most cases no record names one.
  const ids = [...byWord.keys()].some(isEntityId);
  return (names, label) => {
    const words = new Set([
      ...names.map(({ kind, value }) => entityForm(kind, value).toLowerCase()),
      ...(ids ? names.map(entityId) : []),
      ...(label === undefined ? [] : [label.trim().toLowerCase()]),
    ]);
    const found = [...words].flatMap((word) => byWord.get(word) ?? []);
    // Most entities are named nowhere.
    if (found.length === 0) return NOT_MENTIONED;
    return {
      findings: [...new Set(found.flatMap((one) => [...one.findings]))],
      items: [...new Set(found.flatMap((one) => [...one.items]))],
      records: [...new Set(found.flatMap((one) => [...one.records]))],
    };
  };
}

interface Named {
  readonly findings: Set<Finding>;
  readonly items: Set<BoardItem>;
  readonly records: Set<CaseRecord>;
}

const isText = (text: string | undefined): text is string => text !== undefined;

import type { EventDetail } from '#shared/model/event.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { BoardItemId, EventId } from '#shared/model/ids.ts';
import { eventId, parseEventId } from '#shared/model/ids.ts';
import type { Target } from '#shared/report/content/inline.ts';
import type { Citation, LiveBlock, RecordBlock } from '#shared/model/report.ts';
import { isRecordBlock, liveKey, type Pointer, pointersIn } from '#shared/report/document-parts.ts';
import type { NumberedSection } from '#shared/report/numbering.ts';
import type { NumberedFinding } from '#shared/report/number-findings.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { causesInOrder, eventsOfRecords } from './content/records/in-print-order.ts';
import { targetsIn } from '#shared/report/content/frozen.ts';
import type { CitedEvent, FrozenBlocks, CitedEvents, NumberedBoard } from './model.ts';
import type { ReportModel } from './model.ts';

interface Citing {
  readonly sections: readonly NumberedSection[];
  readonly queries: ReportModel['queries'];
  readonly findings: readonly NumberedFinding[];
  readonly board: NumberedBoard;
  readonly work: WorkState;
  /** As kept; what is not in here is cited as live. */
  readonly frozen: FrozenBlocks;
  readonly unread: ReportModel['unread'];
}

/** Numbers the events of a report in the order of its first mention of each, and looks them up. */
export async function citeAll(
  citing: Citing,
  lookUp: (ids: readonly EventId[]) => Promise<readonly (EventDetail | null)[]>,
): Promise<CitedEvents> {
  const listed = new Map<EventId, boolean>();
  for (const { id, inList } of mentioned(citing))
    listed.set(id, (listed.get(id) ?? true) && inList);
  const ids = [...listed.keys()];
  const events = await lookUp(ids);
  const list = ids.map((id, n): CitedEvent => {
    const number = `E${n + 1}`;
    const event = events[n] ?? null;
    const one = { number, id, listed: listed.get(id) === true };
    return event === null
      ? { ...one, found: false, why: whyMissing(id, citing.unread) }
      : { ...one, found: true, event };
  });
  return { list, byId: new Map(list.map((one) => [one.id, one])) };
}

/** Why an event is not found: nobody may be told that it does not exist while its file is being read. */
export function whyMissing(id: EventId, unread: readonly EvidenceItem[]): string {
  const prefix = parseEventId(id)?.evidencePrefix;
  const file = unread.find(({ sha256 }) => prefix !== undefined && sha256.startsWith(prefix));
  return file === undefined
    ? 'no event of this identity is in the case'
    : `the events of ${file.name} are still being read`;
}

interface Mention {
  readonly id: EventId;
  readonly inList: boolean;
}

/** Live blocks that name events by the hundred: the board, what is made of it, and what a query finds. */
const LISTS: ReadonlySet<LiveBlock['kind']> = new Set([
  'board-figure',
  'board-table',
  'phases',
  'techniques',
  'indicators',
  'events',
]);

function* mentioned(citing: Citing): Generator<Mention> {
  for (const { section } of citing.sections) {
    for (const pointer of pointersIn(section.content)) {
      const inList = pointer.kind === 'live' && LISTS.has(pointer.block.kind);
      for (const id of inPointer(pointer, citing)) yield { id, inList };
    }
  }
}

function* inPointer(pointer: Pointer, citing: Citing): Generator<EventId> {
  if (pointer.kind === 'live') {
    const kept = pointer.frozen && citing.frozen.get(pointer.frozen);
    if (kept === undefined) yield* inBlock(pointer.block, citing);
    else for (const target of targetsIn(kept.blocks)) yield* inTarget(target, citing);
  } else yield* inCitation(pointer.citation, citing);
}

function* inCitation(citation: Citation, citing: Citing): Generator<EventId> {
  switch (citation.kind) {
    case 'event':
      yield citation.event;
      return;
    case 'finding':
      yield* inFinding(citation.finding, citing);
      return;
    case 'board': {
      const cited = citing.board.items.find(({ item }) => item.id === citation.item);
      if (cited?.item.event !== undefined) yield cited.item.event;
      return;
    }
    case 'entity':
      return;
  }
}

function* inBlock(block: LiveBlock, citing: Citing): Generator<EventId> {
  if (isRecordBlock(block)) {
    yield* inRecords(block, citing);
    return;
  }
  switch (block.kind) {
    case 'events': {
      const answer = citing.queries.get(liveKey(block));
      if (answer !== undefined && 'rows' in answer) yield* answer.rows.map(({ id }) => id);
      return;
    }
    case 'finding':
      yield* inFinding(block.finding, citing);
      return;
    case 'findings':
      for (const { finding } of citing.findings) yield* finding.events;
      return;
    case 'board-figure':
    case 'board-table':
      yield* inBoard(citing);
      return;
    case 'techniques':
      yield* inTechniques(citing);
      return;
    case 'evidence':
    case 'evidence-brief':
    case 'custody':
    case 'custody-brief':
    case 'coverage':
    case 'coverage-brief':
    case 'metrics':
      return;
  }
}

/** What a frozen block names is printed in an appendix with its proof, if nowhere else. */
function* inTarget(target: Target, citing: Citing): Generator<EventId> {
  const [kind, id = ''] = target.split(' ');
  if (kind === 'event') {
    if (parseEventId(id) !== undefined) yield id as EventId;
  } else if (kind === 'board') {
    yield* inCitation({ kind, item: id as BoardItemId }, citing);
  } else if (kind === 'finding') yield* inFinding(id, citing);
}

function* inRecords({ kind }: RecordBlock, citing: Citing): Generator<EventId> {
  if (kind === 'phases') yield* inBoard(citing);
  else if (kind === 'indicators') yield* inTechniques(citing);
  else yield* eventsOfRecords(kind, citing.work);
  if (kind !== 'causes') return;
  for (const { cause } of causesInOrder(citing.work)) {
    if (cause.enabled !== undefined)
      yield* inCitation({ kind: 'board', item: cause.enabled }, citing);
  }
}

/** What a technique is shown by is printed in an appendix with its proof, if nowhere else. */
function* inTechniques(citing: Citing): Generator<EventId> {
  yield* inBoard(citing);
  for (const { finding } of citing.findings) {
    if (finding.status !== 'dismissed' && finding.technique !== undefined) yield* finding.events;
  }
}

function* inBoard({ board }: Citing): Generator<EventId> {
  for (const { item } of board.items) if (item.event !== undefined) yield item.event;
}

function* inFinding(id: string, { findings }: Citing): Generator<EventId> {
  const found = findings.find(({ finding }) => finding.id === id);
  if (found !== undefined) yield* found.finding.events;
}

/** The evidence file that an event's detail names. */
export const evidenceOf = (
  event: EventDetail,
  evidence: readonly EvidenceItem[],
): EvidenceItem | undefined =>
  evidence.find(({ sha256, index }) => sha256 === event.evidenceSha256 || index === event.evidence);

/** The identity that an event's own place gives it: what it must be cited by. */
export const identityOf = (event: EventDetail): EventId =>
  eventId(event.evidenceSha256 as EvidenceItem['sha256'], event.offset, event.ordinal);

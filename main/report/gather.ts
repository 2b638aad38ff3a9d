import { boardNumber, inOrder } from '#shared/board/board-order.ts';
import type { EvidenceIssue, EvidenceItem } from '#shared/model/evidence.ts';
import type { EventId, ReportId } from '#shared/model/ids.ts';
import type { LiveBlock } from '#shared/model/report.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { checkDocument, EMPTY_DOCUMENT } from '#shared/report/check-document.ts';
import { hasGuidance, isUnwritten, liveKey, pointersIn } from '#shared/report/document-parts.ts';
import { metricsOf } from '#shared/report/metrics.ts';
import { clockEvents, clocksOf } from '#shared/response/clocks/clock.ts';
import { recordsOf } from '#shared/work/records.ts';
import { numberFindings } from '#shared/report/number-findings.ts';
import { type NumberedSection, numberSections } from '#shared/report/numbering.ts';
import { citeAll } from './cite.ts';
import { redactorOf } from '#shared/report/redaction/redactor.ts';
import { frozenIn, thawedIn } from './frozen-blocks.ts';
import type { NumberedBoard, ReportGaps, ReportModel } from './model.ts';
import type { QueryAnswer, ReportSources } from './sources.ts';

/** Most defects printed for one file; how many more there are is said. */
export const ISSUES_PRINTED = 40;

/** Looks up everything that a report of the case speaks of, and numbers it. */
export async function gatherReport(
  id: ReportId,
  sources: ReportSources,
): Promise<Result<ReportModel>> {
  const report = sources.work.reports.get(id);
  if (report === undefined) return fail('not-found', 'This case has no such report.', id);
  const { sections, gaps } = readSections(numberSections([...report.sections.values()]));
  const queries = await runQueries(sections, sources);
  const findings = numberFindings(sources.work.findings.values());
  const board = numberBoard(sources);
  const { work } = sources;
  const redactor = redactorOf(work, id);
  if (!redactor.ok) return redactor;
  const frozen = frozenIn(sections, work);
  const citing = { sections, queries, findings, board, work, frozen, unread: sources.unread };
  const model: ReportModel = {
    id,
    header: report.header,
    case: { id: sources.caseId, title: work.title ?? 'Untitled case' },
    analyst: sources.analyst,
    tool: sources.tool,
    madeAt: sources.now,
    heads: sources.heads,
    work,
    sections,
    events: await citeAll(citing, (ids) => sources.events(ids)),
    findings,
    board,
    entityNumbers: new Map([...recordsOf(work, 'entity').keys()].map((one, n) => [one, n + 1])),
    evidence: sources.evidence,
    unread: sources.unread,
    issues: await gatherIssues(sources),
    custody: sources.custody,
    metrics: await computeMetrics(sources),
    clocks: await gatherClocks(sources),
    queries,
    frozen,
    redactor: redactor.value,
    gaps,
  };
  if (frozen.size === 0) return ok(model);
  const asLive = { ...citing, frozen: new Map() };
  const live = { ...model, events: await citeAll(asLive, (ids) => sources.events(ids)) };
  return ok({ ...model, frozen: thawedIn(sections, model, live) });
}

/** Metrics alone, as the report screen and the board show them. */
export async function computeMetrics(
  sources: Pick<ReportSources, 'work' | 'evidence' | 'events'>,
): Promise<ReportModel['metrics']> {
  const { board, moments } = sources.work;
  const ids = [...moments.values()].flatMap(({ event }) => (event === undefined ? [] : [event]));
  const found = await sources.events(ids);
  const eventTimes = new Map(
    ids.flatMap((id, n) => {
      const event = found[n] ?? null;
      if (event === null) return [];
      const { time, precision } = event;
      return [[id, { ...(time !== undefined && { time }), precision }] as const];
    }),
  );
  return metricsOf({
    board: board.values(),
    moments,
    eventTimes,
    evidence: sources.evidence,
    actions: recordsOf(sources.work, 'action').values(),
  });
}

/** Deadlines with the times of the events that they count from. */
async function gatherClocks(sources: ReportSources): Promise<ReportModel['clocks']> {
  const ids = clockEvents(sources.work);
  const found = await sources.events(ids);
  const times = new Map(ids.map((id, n) => [id, found[n] ?? null]));
  return clocksOf(sources.work, times, instantFromMs(Date.parse(sources.now)));
}

/** Sections that can be printed; one that cannot stays, empty, and is named. */
function readSections(numbered: readonly NumberedSection[]): {
  sections: readonly NumberedSection[];
  gaps: ReportGaps;
} {
  const unwritten: string[] = [];
  const refused: { title: string; why: string }[] = [];
  const sections = numbered.map((one) => {
    const checked = checkDocument(one.section.content);
    if (checked.ok) {
      const expected = hasGuidance(checked.value) || !hasSubsections(one, numbered);
      if (isUnwritten(checked.value) && expected) {
        unwritten.push(`${one.number} ${one.section.title}`);
      }
      return one;
    }
    refused.push({ title: `${one.number} ${one.section.title}`, why: checked.failure.message });
    return { ...one, section: { ...one.section, content: EMPTY_DOCUMENT } };
  });
  return { sections, gaps: { unwritten, refused } };
}

const hasSubsections = ({ number }: NumberedSection, all: readonly NumberedSection[]): boolean =>
  all.some((other) => other.number.startsWith(`${number}.`));

async function runQueries(
  sections: readonly NumberedSection[],
  sources: ReportSources,
): Promise<ReportModel['queries']> {
  const queries = new Map<string, QueryAnswer | { failed: string }>();
  for (const block of liveBlocksIn(sections)) {
    if (block.kind !== 'events' || queries.has(liveKey(block))) continue;
    const answer = await sources.query(block.query, block.limit);
    queries.set(liveKey(block), answer.ok ? answer.value : { failed: answer.failure.message });
  }
  return queries;
}

function* liveBlocksIn(sections: readonly NumberedSection[]): Generator<LiveBlock> {
  for (const { section } of sections) {
    for (const pointer of pointersIn(section.content)) {
      if (pointer.kind === 'live') yield pointer.block;
    }
  }
}

function numberBoard({ work }: ReportSources): NumberedBoard {
  const items = inOrder(work.board.values()).map((item, n) => ({ number: boardNumber(n), item }));
  const numberOf = new Map(items.map(({ number, item }) => [item.id, number]));
  const links = [...work.links.values()].filter(
    ({ from, to }) => numberOf.has(from) && numberOf.has(to),
  );
  return { items, links, numberOf };
}

async function gatherIssues(sources: ReportSources): Promise<ReportModel['issues']> {
  const found = new Map<number, readonly EvidenceIssue[]>();
  for (const item of sources.evidence.filter(hasIssues)) {
    const issues = await sources.issues(item, ISSUES_PRINTED);
    if (issues.length > 0) found.set(item.index, issues);
  }
  return found;
}

const hasIssues = ({ coverage }: EvidenceItem): boolean => (coverage?.issues ?? 0) > 0;

/** Identities of the events that a report cites, for the proof pack. */
export const citedIds = (model: ReportModel): readonly EventId[] =>
  model.events.list.map(({ id }) => id);

import type { BoardItem } from '#shared/model/board.ts';
import { PHASES } from '#shared/model/board.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { BoardItemId, EventId, SectionId } from '#shared/model/ids.ts';
import { eventId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import type { LiveBlock, ReportHeader } from '#shared/model/report.ts';
import { citationNode, liveNode } from '#shared/report/document-parts.ts';
import type { ReportSources } from '#main/report/sources.ts';
import { at } from './harbour-evidence.ts';
import { eventAt } from './harbour-board.ts';
import { harbourCase, REPORT, work } from './harbour-case.ts';
import { document, paragraph } from './harbour-sections.ts';

const START = at('2026-05-11T00:00:00Z');
const TECHNIQUES = ['T1110.003', 'T1078.002', 'T1059.001', 'T1003.001', 'T1021.002', 'T1105'];

/**
 * A case with a board of many items, each on an event of its own, and a report that speaks of three of them and has
 * these live blocks.
 */
export function largeCase(
  count: number,
  blocks: readonly LiveBlock[],
  layout: ReportHeader['layout'] = 'full',
): ReportSources & { readonly spokenOf: readonly EventId[] } {
  const model = eventAt('2026-05-12T14:05:19Z');
  const events = Array.from({ length: count }, (_, n): EventDetail => {
    const offset = 1_000_000 + n * 1_184;
    return {
      ...model,
      id: eventId(model.evidenceSha256 as EvidenceItem['sha256'], offset, 0),
      offset,
      record: 50_000 + n,
      time: (START + BigInt(n) * 97_000_000_000n) as Instant,
      message: `Logon ${n}: svc_backup from 192.0.2.${n % 250} to FS01 (network), logon process NtLmSsp`,
    };
  });
  const board = events.map(({ id, time }, n): BoardItem => ({
    id: `large-${n}` as BoardItemId,
    title: `Logon ${n} of the service account`,
    ...(time !== undefined && { time }),
    precision: 's',
    event: id,
    reason: 'The account logs on from a machine that it never used before.',
    standing: 'proven',
    confidence: 'high',
    phase: PHASES[n % PHASES.length] ?? 'response',
    technique: TECHNIQUES[n % TECHNIQUES.length] ?? '',
    host: 'FS01',
    rank: String(n).padStart(6, '0'),
  }));
  const spokenOf = [events[7], events[11], events[401]].flatMap((event) => event?.id ?? []);
  const text = paragraph(
    'It began slowly ',
    ...spokenOf.flatMap((event) => [citationNode({ kind: 'event', event }), ' and went on ']),
    'for weeks.',
  );
  const section = {
    id: 'large' as SectionId,
    rank: 'a0',
    level: 1 as const,
    title: 'What happened',
    appendix: false,
    content: document(text, ...blocks.map((block) => liveNode(block))),
  };
  const report = work.reports.get(REPORT);
  if (report === undefined) throw new Error('the case has no report');
  const header = { ...report.header, ...(layout !== undefined && { layout }) };
  const byId = new Map(events.map((event) => [event.id, event]));
  return {
    ...harbourCase,
    spokenOf,
    work: {
      ...work,
      board: new Map(board.map((item) => [item.id, item])),
      links: new Map(),
      findings: new Map(),
      reports: new Map([
        [REPORT, { ...report, header, sections: new Map([[section.id, section]]) }],
      ]),
    },
    events: (ids) => Promise.resolve(ids.map((id) => byId.get(id) ?? null)),
  };
}

import * as fc from 'fast-check';
import type { BoardItem } from '#shared/model/board.ts';
import type { Finding } from '#shared/model/finding.ts';
import type {
  AnalystId,
  BoardItemId,
  CaseId,
  EventId,
  FindingId,
  OpId,
  RecordId,
  ReportId,
  SectionId,
  Sha256,
} from '#shared/model/ids.ts';
import { eventId } from '#shared/model/ids.ts';
import type { ReportSection } from '#shared/model/report.ts';
import type { Instant } from '#shared/model/time.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import type { EventSet } from '#shared/work/event-set.ts';
import { encodeMember } from '#shared/work/event-set-codec.ts';
import { nextHlc } from '#shared/work/hlc.ts';
import type { Hlc } from '#shared/work/hlc.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import { MOMENTS } from '#shared/work/op.ts';
import type { OpDraft } from '#shared/work/seal.ts';
import { sealOp } from '#shared/work/seal.ts';

export const CASE = 'case-1' as CaseId;
export const ALICE = 'alice' as AnalystId;
export const BOB = 'bob' as AnalystId;

export const FILES = ['a', 'b'].map((digit) => digit.repeat(64) as Sha256);

/** An event by number: ten to an evidence file, some of them sharing an offset. */
export const event = (n: number): EventId =>
  eventId(fileOf(n), Math.floor((n % 10) / 2) * 500, n % 2);

const fileOf = (n: number): Sha256 => FILES[Math.floor(n / 10) % 2] ?? ('a' as Sha256);

export function eventSet(numbers: readonly number[]): EventSet {
  const members = FILES.flatMap((evidence) => {
    const places = [...new Set(numbers)]
      .filter((n) => fileOf(n) === evidence)
      .map((n) => [Math.floor((n % 10) / 2) * 500, n % 2] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    if (places.length === 0) return [];
    return encodeMember(evidence, {
      offsets: Float64Array.from(places, ([offset]) => offset),
      ordinals: Uint32Array.from(places, ([, ordinal]) => ordinal),
    });
  });
  return { count: members.reduce((sum, { count }) => sum + count, 0), members };
}

export const boardItem = (id: string, more: Partial<BoardItem> = {}): BoardItem => ({
  id: id as BoardItemId,
  title: `Item ${id}`,
  time: 1_800_000_000_000_000_123n as Instant,
  precision: '100ns',
  event: event(1),
  reason: 'it began here',
  standing: 'proven',
  confidence: 'high',
  phase: 'execution',
  rank: 'a0',
  ...more,
});

export const finding = (id: string, more: Partial<Finding> = {}): Finding => ({
  id: id as FindingId,
  title: `Finding ${id}`,
  severity: 'high',
  confidence: 'medium',
  status: 'open',
  statement: 'Word started PowerShell.',
  events: [event(1)],
  ...more,
});

export const task = (id: string, more: Partial<Task> = {}): Task => ({
  id: id as RecordId,
  type: 'task',
  title: `Task ${id}`,
  phase: 'containment',
  state: 'open',
  after: [],
  rank: 'a0',
  ...more,
});

export const entity = (value: string, more: Partial<Entity> = {}): Entity => ({
  id: `host-${value}` as RecordId,
  type: 'entity',
  kind: 'host',
  value,
  aliases: [],
  verdict: 'unknown',
  analysis: 'not-started',
  ...more,
});

export const section = (id: string, more: Partial<ReportSection> = {}): ReportSection => ({
  id: id as SectionId,
  rank: 'a0',
  level: 1,
  title: `Section ${id}`,
  appendix: false,
  content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: id }] }] },
  ...more,
});

/** A sealed op with everything but the body filled in. */
export function op(body: OpBody, more: Partial<OpDraft> = {}): Op {
  const draft = {
    case: CASE,
    clock: '0190a0b0c0d0-0000-0badcafe' as Hlc,
    after: [],
    analyst: ALICE,
    ...more,
  };
  const sealed = sealOp({ ...draft, body });
  if (!sealed.ok) throw new Error(sealed.failure.message);
  return sealed.value;
}

/** The clock of one process whose wall clock stands still. */
export function ticking(node = '0badcafe'): () => Hlc {
  let last: Hlc | undefined;
  return () => (last = nextHlc(last, 1_700_000_000_000, node));
}

const text = fc.oneof(
  fc.constantFrom('note', 'täg “x” \u2028 \ud800', '{"$bigint":"1"}', ''),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const title = fc.constantFrom('One', 'Two', 'Drei “3”', '四');
const events = fc
  .array(fc.nat({ max: 19 }), { minLength: 1, maxLength: 8 })
  .map((numbers) => eventSet(numbers));
const eventIds = fc.array(fc.nat({ max: 19 }).map(event), { maxLength: 3 });
const tag = fc.constantFrom('lateral-movement', 'benign', 'to check');
const itemId = fc.constantFrom('b1', 'b2', 'b3') as fc.Arbitrary<BoardItemId>;
const findingId = fc.constantFrom('f1', 'f2') as fc.Arbitrary<FindingId>;
const taskId = fc.constantFrom('t1', 't2', 't3') as fc.Arbitrary<RecordId>;
const hostName = fc.constantFrom('ws7', 'dc1');
const reportId = fc.constantFrom('r1', 'r2') as fc.Arbitrary<ReportId>;
const sectionId = fc.constantFrom('s1', 's2', 's3') as fc.Arbitrary<SectionId>;
const rank = fc.constantFrom('a0', 'a0V', 'Zz', 'a5', 'b00');
const instant = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) as fc.Arbitrary<Instant>;
const phase = fc.constantFrom('execution', 'discovery', 'response') as fc.Arbitrary<
  BoardItem['phase']
>;
const link = fc.record({
  from: itemId,
  to: itemId,
  kind: fc.constantFrom('led-to' as const, 'same-as' as const),
});
const aSection = fc
  .record({ id: sectionId, rank, title })
  .map(({ id, ...more }) => section(id, more));

/** Any body but a retraction, over few enough names that ops meet. */
export const anyBody: fc.Arbitrary<OpBody> = fc.oneof(
  title.map((value): OpBody => ({ kind: 'case.create', title: value })),
  title.map((value): OpBody => ({ kind: 'case.rename', title: value })),
  title.map((name): OpBody => ({
    kind: 'analyst.identify',
    analyst: { id: ALICE, name, publicKey: 'PEM' },
  })),
  fc.record({
    kind: fc.constantFrom('tag.add', 'tag.remove'),
    tag,
    events,
  }) as fc.Arbitrary<OpBody>,
  fc.record(
    { kind: fc.constant('tag.describe'), tag, color: fc.constant('#aa00ff'), meaning: text },
    { requiredKeys: ['kind', 'tag'] },
  ) as fc.Arbitrary<OpBody>,
  fc.record({ kind: fc.constant('note.add'), events: eventIds, text }) as fc.Arbitrary<OpBody>,
  fc.record({
    kind: fc.constant('review.mark'),
    events,
    reviewed: fc.boolean(),
  }) as fc.Arbitrary<OpBody>,
  fc
    .record({ id: itemId, title, rank, phase, time: instant })
    .map(({ id, ...more }): OpBody => ({ kind: 'board.add', item: boardItem(id, more) })),
  fc.record({
    kind: fc.constant('board.edit'),
    item: itemId,
    change: fc.record(
      { title, reason: text, time: fc.option(instant), host: fc.option(title), phase },
      { requiredKeys: [] },
    ),
  }) as fc.Arbitrary<OpBody>,
  itemId.map((item): OpBody => ({ kind: 'board.remove', item })),
  fc.record(
    { kind: fc.constant('board.order'), item: itemId, rank, lane: phase },
    { requiredKeys: ['kind', 'item', 'rank'] },
  ) as fc.Arbitrary<OpBody>,
  fc.record({
    kind: fc.constantFrom('board.link', 'board.unlink'),
    link,
  }) as fc.Arbitrary<OpBody>,
  findingId.map((id): OpBody => ({ kind: 'finding.add', finding: finding(id) })),
  fc.record({
    kind: fc.constant('finding.edit'),
    finding: findingId,
    change: fc.record(
      { title, technique: fc.option(title), events: eventIds },
      { requiredKeys: [] },
    ),
  }) as fc.Arbitrary<OpBody>,
  findingId.map((id): OpBody => ({ kind: 'finding.remove', finding: id })),
  fc
    .record({ id: taskId, title })
    .map(({ id, ...more }): OpBody => ({ kind: 'record.add', record: task(id, more) })),
  fc
    .record({
      record: taskId,
      change: fc.record(
        { title, due: fc.option(instant), state: fc.constantFrom('done', 'blocked') },
        { requiredKeys: [] },
      ),
    })
    .map((edit): OpBody => ({ kind: 'record.edit', type: 'task', ...edit })),
  taskId.map((record): OpBody => ({ kind: 'record.remove', type: 'task', record })),
  hostName.map((value): OpBody => ({ kind: 'record.add', record: entity(value) })),
  fc
    .record({ value: hostName, verdict: fc.constantFrom('compromised', 'cleared') })
    .map(({ value, verdict }): OpBody => ({
      kind: 'record.edit',
      type: 'entity',
      record: entity(value).id,
      change: { verdict },
    })),
  fc.constantFrom('high', 'low').map((severity): OpBody => ({
    kind: 'record.edit',
    type: 'incident',
    record: 'incident' as RecordId,
    change: { severity },
  })),
  fc.tuple(reportId, aSection).map(([report, first]): OpBody => ({
    kind: 'report.create',
    report,
    header: { title: 'Report', classification: 'TLP:AMBER', template: 'post-mortem' },
    sections: [first],
  })),
  fc.record({
    kind: fc.constant('report.header'),
    report: reportId,
    change: fc.record({ title, subtitle: fc.option(title) }, { requiredKeys: [] }),
  }) as fc.Arbitrary<OpBody>,
  fc.tuple(reportId, aSection).map(([report, written]): OpBody => ({
    kind: 'report.section',
    report,
    section: written,
  })),
  fc
    .tuple(reportId, sectionId)
    .map(([report, id]): OpBody => ({ kind: 'report.section.remove', report, section: id })),
  fc.record({
    kind: fc.constant('report.order'),
    report: reportId,
    section: sectionId,
    rank,
  }) as fc.Arbitrary<OpBody>,
  title.map((name): OpBody => ({ kind: 'view.save', name, query: 'host:ws7', columns: ['time'] })),
  title.map((name): OpBody => ({ kind: 'view.remove', name })),
  fc.record(
    {
      kind: fc.constant('moment.mark'),
      moment: fc.constantFrom(...MOMENTS),
      at: instant,
      event: fc.nat({ max: 19 }).map(event),
    },
    { requiredKeys: ['kind', 'moment'] },
  ) as fc.Arbitrary<OpBody>,
);

export const noteEdit = (note: OpId, value: string): OpBody => ({
  kind: 'note.edit',
  note,
  text: value,
});

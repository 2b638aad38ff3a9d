import { z } from 'zod';
import type { CaseId } from '../../model/ids.ts';
import type { Hlc } from '../hlc.ts';
import { isHlc } from '../hlc.ts';
import type { Op, OpBody, OpKind } from '../op.ts';
import { MOMENTS } from '../op.ts';
import { recordId } from '../../records/fields.ts';
import { caseRecord, recordEdit, recordType } from '../../records/record-schema.ts';
import { eventSet } from './event-set-schema.ts';
import {
  analyst,
  analystId,
  boardChange,
  boardItem,
  boardItemId,
  boardLink,
  finding,
  findingChange,
  findingId,
  phase,
  rank,
  reportHeader,
  reportHeaderChange,
} from './model-schema.ts';
import { reportId, reportSection, sectionId } from './report-node-schema.ts';
import {
  branded,
  eventId,
  eventIds,
  instant,
  line,
  madeId,
  name,
  opId,
  prose,
} from '../../model/shapes.ts';

/** Heads beyond this many are left out; only a merge of that many laptops at once has more. */
export const MAX_AFTER = 64;

type BodySchemas = { readonly [K in OpKind]: z.ZodType<Extract<OpBody, { kind: K }>> };

const kind = <K extends OpKind>(value: K): z.ZodLiteral<K> => z.literal(value);
const tag = name.max(200);

/** One strict shape for each kind of op: what an operation log may hold, and nothing else. */
const bodies = {
  'case.create': z.strictObject({ kind: kind('case.create'), title: name }),
  'case.rename': z.strictObject({ kind: kind('case.rename'), title: name }),
  'analyst.identify': z.strictObject({ kind: kind('analyst.identify'), analyst }),
  'tag.add': z.strictObject({ kind: kind('tag.add'), tag, events: eventSet }),
  'tag.remove': z.strictObject({ kind: kind('tag.remove'), tag, events: eventSet }),
  'tag.describe': z.strictObject({
    kind: kind('tag.describe'),
    tag,
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .exactOptional(),
    meaning: prose.exactOptional(),
  }),
  'note.add': z.strictObject({ kind: kind('note.add'), events: eventIds, text: prose }),
  'note.edit': z.strictObject({ kind: kind('note.edit'), note: opId, text: prose }),
  'review.mark': z.strictObject({
    kind: kind('review.mark'),
    events: eventSet,
    reviewed: z.boolean(),
  }),
  'board.add': z.strictObject({ kind: kind('board.add'), item: boardItem }),
  'board.edit': z.strictObject({
    kind: kind('board.edit'),
    item: boardItemId,
    change: boardChange,
  }),
  'board.remove': z.strictObject({ kind: kind('board.remove'), item: boardItemId }),
  'board.order': z.strictObject({
    kind: kind('board.order'),
    item: boardItemId,
    rank,
    lane: phase.exactOptional(),
  }),
  'board.link': z.strictObject({ kind: kind('board.link'), link: boardLink }),
  'board.unlink': z.strictObject({ kind: kind('board.unlink'), link: boardLink }),
  'finding.add': z.strictObject({ kind: kind('finding.add'), finding }),
  'finding.edit': z.strictObject({
    kind: kind('finding.edit'),
    finding: findingId,
    change: findingChange,
  }),
  'finding.remove': z.strictObject({ kind: kind('finding.remove'), finding: findingId }),
  'report.create': z.strictObject({
    kind: kind('report.create'),
    report: reportId,
    header: reportHeader,
    sections: z.array(reportSection).max(1_000),
  }),
  'report.header': z.strictObject({
    kind: kind('report.header'),
    report: reportId,
    change: reportHeaderChange,
  }),
  'report.section': z.strictObject({
    kind: kind('report.section'),
    report: reportId,
    section: reportSection,
  }),
  'report.section.remove': z.strictObject({
    kind: kind('report.section.remove'),
    report: reportId,
    section: sectionId,
  }),
  'report.order': z.strictObject({
    kind: kind('report.order'),
    report: reportId,
    section: sectionId,
    rank,
  }),
  'view.save': z.strictObject({
    kind: kind('view.save'),
    name,
    query: z.string().max(20_000),
    columns: z.array(line(500)).max(500),
  }),
  'view.remove': z.strictObject({ kind: kind('view.remove'), name }),
  'moment.mark': z.strictObject({
    kind: kind('moment.mark'),
    moment: z.enum(MOMENTS),
    at: instant.exactOptional(),
    event: eventId.exactOptional(),
  }),
  'record.add': z.strictObject({ kind: kind('record.add'), record: caseRecord }),
  'record.edit': recordEdit,
  'record.remove': z.strictObject({
    kind: kind('record.remove'),
    type: recordType,
    record: recordId,
  }),
  retract: z.strictObject({ kind: kind('retract'), op: opId }),
} satisfies BodySchemas;

export const opBody: z.ZodType<OpBody> = z.discriminatedUnion('kind', [
  bodies['case.create'],
  // `record.edit` is itself a union, told apart by `kind` like the rest.
  ...(Object.values(bodies).slice(1) as (typeof bodies)['retract'][]),
]);

const clock = branded<Hlc>(z.string().refine(isHlc, 'not a clock reading'));

export const opSchema: z.ZodType<Op> = z.strictObject({
  id: opId,
  case: madeId<CaseId>(),
  clock,
  after: z.array(opId).max(MAX_AFTER),
  analyst: analystId,
  body: opBody,
  reason: prose.exactOptional(),
  group: madeId<string>().exactOptional(),
});

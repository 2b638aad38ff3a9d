import { z } from 'zod';
import { ENTITY_KINDS } from '../records/kinds/entity.ts';
import { playbookId } from '../response/playbook/playbook.ts';
import { REPORT_LAYOUTS } from '../model/report.ts';
import { line } from '../model/shapes.ts';
import { placelessSection } from '../work/schema/report-node-schema.ts';
import type { Method, Params } from './engine-api.ts';

/** What the engine accepts for each call. Everything that arrives over the port passes through here first. */

const nothing = z.strictObject({});
const text = z.string().max(4_000);
const path = z.string().min(1).max(32_768);
const index = z.int().min(0);
const key = z.int().min(0);
const eventId = z.string().regex(/^[0-9a-f]{32}\.[0-9a-f]{1,13}\.\d{1,5}$/);
const opId = z.string().regex(/^[0-9a-f]{64}$/);
const order = z.enum(['time-ascending', 'time-descending']);
const filter = {
  query: z.string().max(20_000),
  from: z.bigint().exactOptional(),
  to: z.bigint().exactOptional(),
};
const range = { from: filter.from, to: filter.to };
const entity = z.strictObject({ kind: z.enum(ENTITY_KINDS), value: text.min(1) });
const span = z.strictObject({ from: z.bigint(), to: z.bigint() });
const point = z.tuple([z.number(), z.number()]);
const cell = z.string().max(100_000);
const sheetGraph = z.strictObject({
  kind: z.literal('graph'),
  width: z.number(),
  height: z.number(),
  boxes: z
    .array(
      z.strictObject({
        x: z.number(),
        y: z.number(),
        width: z.number(),
        height: z.number(),
        label: text,
        strong: z.boolean(),
        marked: z.boolean(),
      }),
    )
    .max(1_000),
  curves: z.array(z.strictObject({ from: point, to: point, weight: z.number() })).max(100_000),
});
const sheetMovement = z.strictObject({
  kind: z.literal('movement'),
  title: text,
  note: text.exactOptional(),
  width: z.number(),
  height: z.number(),
  left: z.number(),
  right: z.number(),
  top: z.number(),
  bottom: z.number(),
  ticks: z.array(z.strictObject({ x: z.number(), label: text })).max(1_000),
  lanes: z.array(z.strictObject({ y: z.number(), label: text })).max(1_000),
  moves: z
    .array(z.strictObject({ x: z.number(), from: z.number(), to: z.number(), marked: z.boolean() }))
    .max(100_000),
});
const entitySheet = z.strictObject({
  title: text,
  lead: text,
  drawing: z.discriminatedUnion('kind', [sheetGraph, sheetMovement]).exactOptional(),
  tables: z
    .array(
      z.strictObject({
        title: text,
        columns: z.array(z.strictObject({ title: text, number: z.boolean() })).max(50),
        rows: z.array(z.array(cell).max(50)).max(20_000),
      }),
    )
    .max(100),
  notes: z.array(cell).max(1_000),
});
const table = z.strictObject({
  delimiter: z.string().max(4).exactOptional(),
  encoding: z.string().max(40).exactOptional(),
  header: z.boolean().exactOptional(),
  timeColumn: index.exactOptional(),
  hostColumn: index.exactOptional(),
  userColumn: index.exactOptional(),
  messageColumn: index.exactOptional(),
});
const page = z.enum(['A4', 'Letter']);
const template = z.string().regex(/^[a-z0-9-]{1,60}$/);
const liveBlock = z.union([
  z.strictObject({
    kind: z.literal('events'),
    query: z.string().max(20_000),
    limit: z.int().min(1).max(10_000),
  }),
  z.strictObject({ kind: z.literal('finding'), finding: text }),
  z.strictObject({ kind: z.string().regex(/^[a-z-]{1,40}$/) }),
]);
/** Ops are checked in full by the work log, which refuses what is not well formed. */
const op = z.looseObject({ id: opId });

const schemas = {
  'cases.list': nothing,
  'cases.create': z.strictObject({
    title: z.string().trim().min(1).max(200),
    folder: path.exactOptional(),
    analyst: text.exactOptional(),
  }),
  'cases.open': z.strictObject({ folder: path }),
  'cases.close': nothing,
  'cases.current': nothing,
  'cases.openSample': nothing,
  'cases.forget': z.strictObject({ folder: path }),
  'analyst.current': nothing,
  'analyst.rename': z.strictObject({ name: z.string().trim().min(1).max(200) }),
  'ledger.list': z.strictObject({ evidence: index.exactOptional() }),
  'case.verify': z.strictObject({ evidence: z.boolean() }),
  'case.bundle': z.strictObject({ path }),
  'proof.verify': z.strictObject({ path, folder: path.exactOptional() }),
  'evidence.plan': z.strictObject({ paths: z.array(path).max(100_000) }),
  'evidence.ingest': z.strictObject({
    paths: z.array(path).min(1).max(100_000),
    source: text,
    reason: text,
    custody: z.enum(['copy', 'reference']),
    zone: z.string().max(100).exactOptional(),
    tables: z.record(path, table).exactOptional(),
  }),
  'evidence.list': nothing,
  'evidence.issues': z.strictObject({
    evidence: index.exactOptional(),
    limit: z.int().min(1).max(100_000),
  }),
  'evidence.bytes': z.strictObject({
    evidence: index,
    offset: index,
    length: z.int().min(0).max(65_536),
  }),
  'evidence.reparse': z.strictObject({
    evidence: index,
    zone: z.string().max(100).exactOptional(),
    table: table.exactOptional(),
  }),
  'jobs.list': nothing,
  'jobs.cancel': z.strictObject({ job: text }),
  'events.count': z.strictObject(filter),
  'events.histogram': z.strictObject({ ...filter, maxBins: z.int().min(1).max(2_000) }),
  'events.facet': z.strictObject({
    ...filter,
    field: z.string().max(500),
    limit: z.int().min(1).max(1_000),
    rare: z.boolean(),
  }),
  'events.stack': z.strictObject({
    ...filter,
    field: z.string().max(500),
    limit: z.int().min(1).max(20_000),
    rare: z.boolean(),
  }),
  'events.rhythm': z.strictObject({
    ...filter,
    width: z.bigint().min(1n).exactOptional(),
    limit: z.int().min(1).max(1_000),
  }),
  'events.compare': z.strictObject({
    query: filter.query,
    field: z.string().max(500),
    a: span,
    b: span,
    limit: z.int().min(1).max(20_000),
  }),
  'events.page': z.strictObject({
    ...filter,
    order,
    start: index,
    count: z.int().min(0).max(1_000),
  }),
  'events.detail': z.strictObject({ key }),
  'events.details': z.strictObject({
    ...filter,
    order,
    start: index,
    count: z.int().min(0).max(20_000),
  }),
  'events.locate': z.strictObject({ ids: z.array(eventId).max(10_000) }),
  'events.position': z.strictObject({ ...filter, order, key }),
  'events.resolve': z.strictObject({ ...filter, except: z.array(key).max(100_000) }),
  'events.resolveKeys': z.strictObject({ keys: z.array(key).max(100_000) }),
  'events.complete': z.strictObject({
    field: z.string().max(500),
    text: z.string().max(1_000),
    limit: z.int().min(1).max(200),
  }),
  'events.fields': nothing,
  'events.export': z.strictObject({
    ...filter,
    order,
    format: z.enum(['csv', 'jsonl']),
    path,
    columns: z.array(z.string().max(500)).max(500).exactOptional(),
  }),
  'entities.ofColumns': nothing,
  'entities.ofFields': nothing,
  'entities.graph': z.strictObject({
    ...range,
    centre: z.array(entity).min(1).max(20_000),
    hops: z.union([z.literal(1), z.literal(2)]),
    limit: z.int().min(1).max(10_000),
  }),
  'entities.logons': z.strictObject({ ...range, limit: z.int().min(1).max(20_000) }),
  'entities.addresses': nothing,
  'entities.coverage': z.strictObject({ ...filter, kind: z.enum(ENTITY_KINDS) }),
  'entities.print': z.strictObject({ sheet: entitySheet, page }),
  'entities.values': z.strictObject({
    ...filter,
    field: z.string().max(500),
    limit: z.int().min(1).max(1_000),
  }),
  'work.sync': z.strictObject({ have: z.array(opId).max(1_000_000) }),
  'work.append': z.strictObject({ ops: z.array(op).max(100_000) }),
  'work.act': z.strictObject({
    body: z.looseObject({ kind: z.string() }),
    reason: text.exactOptional(),
    group: text.exactOptional(),
  }),
  'work.list': z.strictObject({ since: opId.exactOptional() }),
  'report.citations': z.strictObject({ ids: z.array(text).max(10_000) }),
  'report.records': z.strictObject({ report: text }),
  'report.release': z.strictObject({ report: text }),
  'report.freeze': z.strictObject({
    report: text,
    blocks: z.array(liveBlock).min(1).max(1_000),
  }),
  'report.frozen': z.strictObject({ report: text }),
  'report.metrics': nothing,
  'report.html': z.strictObject({ report: text, page }),
  'report.templates': nothing,
  'report.template': z.strictObject({ template }),
  'report.template.save': z.strictObject({
    title: line(200),
    summary: line(500),
    kind: line(200),
    layout: z.enum(REPORT_LAYOUTS),
    sections: z.array(placelessSection).max(1_000),
  }),
  'report.template.remove': z.strictObject({ template }),
  'report.template.export': z.strictObject({ template, path }),
  'report.template.import': z.strictObject({ path }),
  'report.export': z.strictObject({
    report: text,
    format: z.enum(['docx', 'html', 'md']),
    path,
    page,
    wordTemplate: path.exactOptional(),
  }),
  'report.seal': z.strictObject({ report: text, path }),
  'playbooks.list': nothing,
  'playbooks.import': z.strictObject({ path }),
  /** Checked in full where it is saved, so that what is wrong with it is said. */
  'playbooks.save': z.strictObject({ playbook: z.looseObject({ id: playbookId }) }),
  'playbooks.remove': z.strictObject({ id: playbookId }),
  'playbooks.export': z.strictObject({ id: playbookId, path }),
  'response.checklist': z.strictObject({
    playbook: z.string().max(100).exactOptional(),
    page,
    guidance: z.boolean(),
    zone: z.string().max(100),
  }),
  'response.export': z.strictObject({ what: z.enum(['tasks', 'actions']), path }),
  'learning.lookFor': z.strictObject(filter),
  'learning.attack': nothing,
  'learning.importAttack': z.strictObject({ path }),
  'learning.forgetAttack': nothing,
  'learning.layer': z.strictObject({ path }),
  'learning.export': z.strictObject({ what: z.enum(['follow-up', 'layer']), path }),
  'learning.print': z.strictObject({ what: z.enum(['matrix', 'causes']), page }),
} satisfies { [M in Method]: z.ZodType };

export const isMethod = (name: string): name is Method => Object.hasOwn(schemas, name);

/** The params in their type, or the reason in one sentence. */
export function checkParams<M extends Method>(
  method: M,
  params: unknown,
):
  { readonly ok: true; readonly params: Params<M> } | { readonly ok: false; readonly why: string } {
  const parsed = schemas[method].safeParse(params);
  if (!parsed.success) return { ok: false, why: z.prettifyError(parsed.error) };
  // The schema was checked against the contract's shape; brands and op bodies are given their type here.
  return { ok: true, params: parsed.data as unknown as Params<M> };
}

import { z } from 'zod';
import type { TemplateSection } from '#shared/ipc/report.ts';
import { line, prose } from '#shared/model/shapes.ts';
import { REPORT_LAYOUTS, type ReportNode } from '#shared/model/report.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { checkDocument } from '#shared/report/check-document.ts';
import { LIVE_KINDS, MAX_EVENT_ROWS } from '#shared/report/schema.ts';
import { reportNode } from '#shared/work/schema/report-node-schema.ts';

/** docs/format/template.md */
export const TEMPLATE_FORMAT = 1;

const words = prose.min(1);

const part = z.union([
  /** What to write here; shown while writing, never printed. */
  z.strictObject({ guide: words }),
  z.strictObject({ text: words }),
  z.strictObject({ live: z.enum(LIVE_KINDS).exclude(['events', 'finding']) }),
  z.strictObject({ events: z.string().max(20_000), rows: z.int().min(1).max(MAX_EVENT_ROWS) }),
  z.strictObject({
    table: z.array(line(500)).min(1).max(20),
    rows: z.int().min(0).max(50),
  }),
  /** Anything else a section can hold, as the work log keeps it. */
  z.strictObject({ document: reportNode }),
]);
type Part = z.infer<typeof part>;

const section = z.strictObject({
  title: line(500).min(1),
  level: z.union([z.literal(1), z.literal(2)]).default(1),
  appendix: z.boolean().default(false),
  body: z.array(part).min(1).max(1_000),
});

const file = z.strictObject({
  fireline: z.literal('report-template'),
  format: z.literal(TEMPLATE_FORMAT),
  title: line(200).min(1),
  kind: line(200).min(1),
  summary: line(500),
  layout: z.enum(REPORT_LAYOUTS),
  sections: z.array(section).min(1).max(200),
});

export type TemplateFile = z.infer<typeof file>;

/** A template in its form, or why it is none: a clause that goes after “The template ”. */
export function readTemplateText(text: string): Result<TemplateFile> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('invalid-argument', 'is not JSON');
  }
  const newer = z
    .looseObject({ fireline: z.literal('report-template'), format: z.int() })
    .safeParse(value);
  if (!newer.success) return fail('invalid-argument', 'is not a Fireline report template');
  if (newer.data.format > TEMPLATE_FORMAT) {
    const known = `this Fireline knows up to ${TEMPLATE_FORMAT}`;
    return fail('invalid-argument', `has format ${newer.data.format}; ${known}`);
  }
  const parsed = file.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    return fail('invalid-argument', `has a wrong form at “${where}”: ${issue?.message ?? ''}`);
  }
  for (const one of parsed.data.sections) {
    const checked = checkDocument(documentOf(one.body));
    if (!checked.ok) {
      return fail(
        'invalid-argument',
        `has a wrong section “${one.title}”: ${checked.failure.message}`,
      );
    }
  }
  return ok(parsed.data);
}

export const sectionsOf = (template: TemplateFile): readonly TemplateSection[] =>
  template.sections.map(({ title, level, appendix, body }) => ({
    title,
    level,
    appendix,
    content: documentOf(body),
  }));

export const templateText = (template: TemplateFile): string =>
  `${JSON.stringify(template, null, 2)}\n`;

const documentOf = (parts: readonly Part[]): ReportNode => ({
  type: 'doc',
  content: parts.flatMap(nodesOf),
});

function nodesOf(given: Part): readonly ReportNode[] {
  if ('guide' in given) return [{ type: 'guidance', content: [textNode(given.guide)] }];
  if ('text' in given) return [{ type: 'paragraph', content: [textNode(given.text)] }];
  if ('live' in given) return [{ type: 'live', attrs: { kind: given.live } }];
  if ('events' in given) {
    const { events: query, rows: limit } = given;
    return [{ type: 'live', attrs: { kind: 'events', query, limit } }];
  }
  if ('document' in given) return given.document.content ?? [];
  const columns = given.table;
  const empty = Array.from({ length: given.rows }, () =>
    tableRow(
      'tableCell',
      columns.map(() => ''),
    ),
  );
  return [{ type: 'table', content: [tableRow('tableHeader', columns), ...empty] }];
}

const textNode = (text: string): ReportNode => ({ type: 'text', text });

const tableRow = (type: 'tableHeader' | 'tableCell', cells: readonly string[]): ReportNode => ({
  type: 'tableRow',
  content: cells.map((text) => ({
    type,
    content: [{ type: 'paragraph', ...(text !== '' && { content: [textNode(text)] }) }],
  })),
});

import { z } from 'zod';
import type { ReportNode } from '#shared/model/report.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { checkDocument } from '#shared/report/check-document.ts';
import { LIVE_KINDS } from '#shared/report/schema.ts';

/** A section of a template, ready to be given an id and a rank. */
export interface TemplateSection {
  readonly title: string;
  readonly level: 1 | 2;
  readonly appendix: boolean;
  readonly content: ReportNode;
}

const part = z.union([
  /** What to write here; shown while writing, never printed. */
  z.strictObject({ guide: z.string().min(1) }),
  z.strictObject({ text: z.string().min(1) }),
  z.strictObject({ live: z.enum(LIVE_KINDS).exclude(['events', 'finding']) }),
  z.strictObject({ table: z.array(z.string()).min(1), rows: z.int().min(0).max(50) }),
]);
type Part = z.infer<typeof part>;

const template = z.strictObject({
  title: z.string().min(1),
  sections: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        level: z.union([z.literal(1), z.literal(2)]).default(1),
        appendix: z.boolean().default(false),
        body: z.array(part).min(1),
      }),
    )
    .min(1),
});

const files = import.meta.glob<unknown>('../../resources/templates/*.json', {
  eager: true,
  import: 'default',
});

/** Every template that is shipped, by name. A malformed one is a bug, so it throws. */
const templates = new Map(
  Object.entries(files).map(([path, content]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
    template.parse(content),
  ]),
);

export const templateNames = (): readonly string[] => [...templates.keys()].sort();

export function readTemplate(name: string): Result<readonly TemplateSection[]> {
  const found = templates.get(name);
  if (found === undefined) {
    const known = templateNames().join(', ');
    return fail('not-found', `There is no template “${name}”; there are: ${known}.`, name);
  }
  return ok(
    found.sections.map(({ title, level, appendix, body }) => ({
      title,
      level,
      appendix,
      content: documentOf(body),
    })),
  );
}

function documentOf(parts: readonly Part[]): ReportNode {
  const document: ReportNode = { type: 'doc', content: parts.map(nodeOf) };
  const checked = checkDocument(document);
  if (!checked.ok) throw new Error(checked.failure.message);
  return document;
}

function nodeOf(given: Part): ReportNode {
  if ('guide' in given) return { type: 'guidance', content: [textNode(given.guide)] };
  if ('text' in given) return { type: 'paragraph', content: [textNode(given.text)] };
  if ('live' in given) return { type: 'live', attrs: { kind: given.live } };
  const columns = given.table;
  const empty = Array.from({ length: given.rows }, () =>
    tableRow(
      'tableCell',
      columns.map(() => ''),
    ),
  );
  return { type: 'table', content: [tableRow('tableHeader', columns), ...empty] };
}

const textNode = (text: string): ReportNode => ({ type: 'text', text });

const tableRow = (type: 'tableHeader' | 'tableCell', cells: readonly string[]): ReportNode => ({
  type: 'tableRow',
  content: cells.map((text) => ({
    type,
    content: [{ type: 'paragraph', ...(text !== '' && { content: [textNode(text)] }) }],
  })),
});

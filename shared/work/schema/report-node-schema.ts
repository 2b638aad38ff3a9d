import { z } from 'zod';
import type { ReportId, SectionId } from '../../model/ids.ts';
import type { ReportNode, ReportSection } from '../../model/report.ts';
import { rank } from './model-schema.ts';
import { line, madeId, prose } from '../../model/shapes.ts';

export const reportId = madeId<ReportId>();
export const sectionId = madeId<SectionId>();

const MAX_DEPTH = 40;
const MAX_NODES = 50_000;

const word = z.string().regex(/^[A-Za-z][\w-]{0,99}$/);

const nodeShape: z.ZodType<ReportNode> = z.lazy(() =>
  z.strictObject({
    type: word,
    attrs: z
      .record(
        word,
        z.union([prose, z.number(), z.boolean(), z.null(), z.array(line(10_000)).max(10_000)]),
      )
      .exactOptional(),
    content: z.array(nodeShape).max(MAX_NODES).exactOptional(),
    marks: z
      .array(
        z.strictObject({
          type: word,
          attrs: z.record(word, z.union([prose, z.null()])).exactOptional(),
        }),
      )
      .max(20)
      .exactOptional(),
    text: prose.exactOptional(),
  }),
);

/** A document that is not deeper or larger than any a person writes, so that no walk over it can fail. */
export const reportNode: z.ZodType<ReportNode> = z
  .unknown()
  .refine((node) => isBounded(node), 'too deep or too large')
  .pipe(nodeShape);

const sectionShape = {
  level: z.union([z.literal(1), z.literal(2)]),
  title: line(500),
  appendix: z.boolean(),
  content: reportNode,
};

export const reportSection: z.ZodType<ReportSection> = z.strictObject({
  id: sectionId,
  rank,
  ...sectionShape,
});

/** A section without its place, as a template has it. */
export const placelessSection: z.ZodType<Omit<ReportSection, 'id' | 'rank'>> =
  z.strictObject(sectionShape);

function isBounded(root: unknown): boolean {
  let count = 0;
  let level: unknown[] = [root];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    count += level.length;
    if (count > MAX_NODES) return false;
    const next: unknown[] = [];
    for (const node of level) {
      if (typeof node !== 'object' || node === null || !('content' in node)) continue;
      if (!Array.isArray(node.content)) return false;
      for (const child of node.content as readonly unknown[]) next.push(child);
    }
    level = next;
  }
  return level.length === 0;
}

import { z } from 'zod';
import { boardItem, boardLink } from '../../work/schema/model-schema.ts';
import type { Block, GridCell } from './block.ts';
import type { Inline, Target } from './inline.ts';

/** The form of blocks that are kept as they were, strictly: they may have been written on another laptop. */

const words = z.string().max(200_000);
const short = z.string().max(2_000);
const anchor = z.string().regex(/^[a-z0-9-]{0,100}$/);
const target = z
  .string()
  .regex(/^(event|finding|board|evidence|entity) [\w.-]{1,100}$/)
  .transform((text) => text as Target);

const inline: z.ZodType<Inline> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: words,
    marks: z.array(z.enum(['strong', 'emphasis', 'underline', 'strike', 'faint'])).max(10),
  }),
  z.strictObject({ kind: z.literal('code'), text: words }),
  z.strictObject({ kind: z.literal('reference'), label: words, anchor, target }),
  z.strictObject({ kind: z.literal('number'), label: short, target }),
  z.strictObject({ kind: z.literal('unresolved'), text: short }),
  z.strictObject({ kind: z.literal('break') }),
  z.strictObject({
    kind: z.literal('mark'),
    standing: z.enum(['proven', 'inferred', 'assumed']),
    confidence: z.enum(['high', 'medium', 'low']),
  }),
]);
const line = z.array(inline).max(20_000);

const column = z.strictObject({
  title: short,
  kind: z.enum(['text', 'tight', 'number']),
  width: z.number().min(0).max(100).exactOptional(),
});
const row = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cells'),
    cells: z.array(line).max(50),
    anchor: anchor.exactOptional(),
    target: target.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('remark'), text: line, detail: z.boolean().exactOptional() }),
]);
const table = z.strictObject({
  columns: z.array(column).min(1).max(50),
  rows: z.array(row).max(100_000),
  caption: line.exactOptional(),
  note: line.exactOptional(),
  dense: z.boolean().exactOptional(),
});
const facts = z.strictObject({
  anchor: anchor.exactOptional(),
  target: target.exactOptional(),
  label: short.exactOptional(),
  title: line,
  rows: z
    .array(z.strictObject({ name: short, value: line, short: z.boolean().exactOptional() }))
    .max(1_000),
});

const blocks: z.ZodType<Block[]> = z.lazy(() => blockSchema.array().max(100_000));
const gridCell: z.ZodType<GridCell> = z.strictObject({
  heading: z.boolean(),
  columns: z.int().min(1).max(20),
  rows: z.int().min(1).max(20),
  blocks,
});

export const blockSchema: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    number: short.exactOptional(),
    anchor: anchor.exactOptional(),
    target: target.exactOptional(),
    text: line,
  }),
  z.strictObject({ kind: z.literal('paragraph'), text: line }),
  z.strictObject({
    kind: z.literal('list'),
    start: z.int().exactOptional(),
    items: z.array(blocks).max(10_000),
  }),
  z.strictObject({ kind: z.literal('quote'), blocks }),
  z.strictObject({ kind: z.literal('listing'), text: words }),
  z.strictObject({ kind: z.literal('rule') }),
  z.strictObject({ kind: z.literal('table'), table }),
  z.strictObject({ kind: z.literal('grid'), rows: z.array(z.array(gridCell)).max(10_000) }),
  z.strictObject({ kind: z.literal('facts'), facts }),
  z.strictObject({
    kind: z.literal('figure'),
    items: z.array(z.strictObject({ number: short, item: boardItem })).max(100_000),
    links: z.array(boardLink).max(100_000),
    caption: line,
    alternative: words,
  }),
  z.strictObject({
    kind: z.literal('notice'),
    tone: z.enum(['plain', 'warning']),
    text: line,
  }),
]);

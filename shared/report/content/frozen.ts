import type { Result } from '../../model/result.ts';
import { fail, ok } from '../../model/result.ts';
import { canonicalJson, parseCanonicalJson } from '../../work/canonical-json.ts';
import type { Block, Row } from './block.ts';
import { blockSchema } from './block-schema.ts';
import type { Inline, Target } from './inline.ts';
import { mapBlocks, type Named } from './map-blocks.ts';

/** Blocks as they are kept in the work log. */
export const frozenText = (blocks: readonly Block[]): string => canonicalJson(blocks);

/** What was kept, checked: it may come from another laptop. */
export function readFrozen(text: string): Result<readonly Block[]> {
  let value: unknown;
  try {
    value = parseCanonicalJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('invalid-argument', 'What was frozen here is damaged.');
  }
  const parsed = blockSchema.array().max(100_000).safeParse(value);
  return parsed.success
    ? ok(parsed.data)
    : fail('invalid-argument', 'What was frozen here is nothing that this Fireline can print.');
}

/** What of the case the blocks name, in the order in which they do. */
export function targetsIn(blocks: readonly Block[]): readonly Target[] {
  const targets: Target[] = [];
  mapBlocks(blocks, {
    name: (target) => {
      targets.push(target);
      return undefined;
    },
    inline: (parts) => {
      for (const part of parts) if ('target' in part) targets.push(part.target);
      return parts;
    },
  });
  return targets;
}

/** The blocks with every number and link as it is now; what is gone is named as it was. */
export function thawed(
  blocks: readonly Block[],
  name: (target: Target) => Named | undefined,
): readonly Block[] {
  const again = (part: Inline): Inline => {
    if (part.kind !== 'reference' && part.kind !== 'number') return part;
    const now = name(part.target);
    if (now === undefined) return { kind: 'unresolved', text: `${part.label}, no longer here` };
    return part.kind === 'number' ? { ...part, label: now.label } : { ...part, ...now };
  };
  return mapBlocks(blocks, {
    name,
    inline: (parts) => parts.map(again),
    item: (item) => ({
      ...item,
      number: name(`board ${item.item.id}`)?.label ?? item.number,
    }),
  });
}

/** Whether two contents say the same, whatever the numbers of what they name. */
export const sameShown = (a: readonly Block[], b: readonly Block[]): boolean =>
  frozenText(unnumbered(a)) === frozenText(unnumbered(b));

const NOWHERE: Named = { label: '', anchor: '' };

const unnumbered = (blocks: readonly Block[]): readonly Block[] =>
  thawed(blocks, () => NOWHERE).map(withoutPlaces);

/** Rows of entities say the same with a place to be linked to and, as they were kept before they had one, without. */
function withoutPlaces(block: Block): Block {
  if (block.kind !== 'table') return block;
  const rows = block.table.rows.map((row): Row => {
    if (row.kind !== 'cells' || row.target?.startsWith('entity ') !== true) return row;
    return { kind: 'cells', cells: row.cells };
  });
  return { ...block, table: { ...block.table, rows } };
}

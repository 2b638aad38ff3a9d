import type { FieldValue } from '#shared/model/event.ts';
import { CHUNK_SIZE } from '../layout.ts';
import { scalar } from '../values/scalar.ts';
import { u32 } from '../window.ts';
import { chunk, isWhole, NODE_COST } from './chunk-state.ts';
import { fault, refuse } from './fault.ts';
import { type Attribute, type Element, NO_DEPENDENCY, type Node } from './node.ts';
import { pushSlots, slotAt, slots, slotsAt, slotSize, slotType } from './slots.ts';
import { DEFINITION_HEADER, INSTANCE_HEADER, MAX_DEPTH, TYPE } from './tokens.ts';
import { TreeReader } from './tree.ts';

/**
 * The thorough way of reading: whole trees with every substitution made. For what is rare (elements without a
 * template, binary XML inside a value, instances inside content); the common case is compiled, see `template.ts`.
 */
export function readFragment(
  at: number,
  end: number,
  dependencyIds: boolean,
  depth = 0,
): readonly Node[] | undefined {
  return new TreeReader(at, end, dependencyIds, readInstance, depth).read();
}

/** The definition's tree, values still slots. `at` is the definition's chunk offset. */
export function readDefinition(at: number, depth = 0): readonly Node[] | undefined {
  if (at + DEFINITION_HEADER > CHUNK_SIZE) return refuse('template outside the chunk', at);
  const start = at + DEFINITION_HEADER;
  const end = start + u32(at + 20);
  if (end > CHUNK_SIZE) return refuse('template longer than the chunk', at);
  if (!isWhole(at, end)) return refuse('template partly overwritten', at);
  return new TreeReader(start, end, true, readInstance, depth).read();
}

function readInstance(
  at: number,
  end: number,
  depth: number,
): { readonly nodes: readonly Node[]; readonly end: number } | undefined {
  if (depth > MAX_DEPTH || at + INSTANCE_HEADER > end)
    return refuse('template instance exceeds its bounds', at);
  const definition = u32(at + 6);
  if (definition + DEFINITION_HEADER > CHUNK_SIZE || u32(definition + 4) !== u32(at + 2)) {
    fault.templateMissing = true;
    return refuse('the template is not where the record says', at);
  }
  const nodes = readDefinition(definition, depth);
  if (nodes === undefined) return undefined;
  const { top } = slots;
  const base = pushSlots(slotsAt(at, end), end, highestSlot(nodes) + 1);
  if (base < 0) return undefined;
  const after = slots.at;
  const filled = fillNodes(nodes, base, depth);
  slots.top = top;
  return filled && { nodes: filled, end: after };
}

export function highestSlot(nodes: readonly Node[]): number {
  let highest = -1;
  for (const node of nodes) {
    if (node.kind === 'slot') highest = Math.max(highest, node.index);
    if (node.kind !== 'element') continue;
    if (node.dependency !== NO_DEPENDENCY) highest = Math.max(highest, node.dependency);
    highest = Math.max(highest, highestSlot(node.children));
    for (const { content } of node.attributes) highest = Math.max(highest, highestSlot(content));
  }
  return highest;
}

/** The same nodes with every slot replaced by its value. */
function fillNodes(nodes: readonly Node[], base: number, depth: number): Node[] | undefined {
  const filled: Node[] = [];
  for (const node of nodes) {
    chunk.budget -= NODE_COST;
    if (chunk.budget < 0) return refuse('the chunk unfolds to too much', 0);
    if (node.kind === 'slot') {
      const slot = base + node.index;
      if (slotType[slot] === TYPE.binaryXml) {
        const inner = readValue(slot, depth + 1);
        if (inner === undefined) return undefined;
        for (const each of inner) filled.push(each);
      } else filled.push({ kind: 'value', value: slotScalar(slot) });
    } else if (node.kind === 'element') {
      if (isLeftOut(node, base)) continue;
      const children = fillNodes(node.children, base, depth);
      if (children === undefined) return undefined;
      const attributes: Attribute[] = [];
      for (const { name, content } of node.attributes) {
        const value = fillNodes(content, base, depth);
        if (value === undefined) return undefined;
        attributes.push({ name, content: value });
      }
      filled.push({ ...node, attributes, children });
    } else filled.push(node);
  }
  return filled;
}

const isLeftOut = ({ dependency }: Element, base: number): boolean =>
  dependency !== NO_DEPENDENCY && slotType[base + dependency] === TYPE.null;

/** A slot's value where it is not binary XML. */
export function slotScalar(slot: number): FieldValue {
  const size = slotSize[slot] as number;
  chunk.budget -= size;
  return scalar(slotType[slot] as number, slotAt[slot] as number, size);
}

/** The nodes of a slot that holds binary XML. Elements written of a value have no dependency identifiers. */
export function readValue(slot: number, depth = 0): readonly Node[] | undefined {
  const at = slotAt[slot] as number;
  return readFragment(at, at + (slotSize[slot] as number), false, depth);
}

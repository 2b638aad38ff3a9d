import type { FieldValue } from '#shared/model/event.ts';
import { slotScalar } from './binary-xml/instance.ts';
import { pushSlots, slotAt, slots, slotsAt, slotSize, slotType } from './binary-xml/slots.ts';
import { INSTANCE_HEADER, MAX_DEPTH, TOKEN, TYPE } from './binary-xml/tokens.ts';
import { bytes } from './window.ts';

/**
 * The values of a template instance whose template is gone, in their order, without names. What each meant is
 * lost, but accounts, paths and commands are still words. Undefined when even the values cannot be made out.
 */
export function bareValues(at: number, end: number, depth = 0): FieldValue[] | undefined {
  const start = bytes[at] === TOKEN.fragmentHeader ? at + 4 : at;
  if (depth > MAX_DEPTH || start + INSTANCE_HEADER > end) return undefined;
  if (bytes[start] !== TOKEN.templateInstance) return undefined;
  const base = pushSlots(slotsAt(start, end), end, 0);
  if (base < 0) return undefined;
  const { top } = slots;
  const values: FieldValue[] = [];
  for (let slot = base; slot < top; slot++) {
    if (slotType[slot] === TYPE.null) continue;
    if (slotType[slot] !== TYPE.binaryXml) {
      values.push(slotScalar(slot));
      continue;
    }
    const inner = slotAt[slot] as number;
    const nested = bareValues(inner, inner + (slotSize[slot] as number), depth + 1);
    for (const value of nested ?? []) values.push(value);
    slots.top = top;
  }
  return values;
}

import type { FieldValue } from '#shared/model/event.ts';
import { BARE_SYSTEM_SLOTS, type BareSystem, bareSystem } from './bare-system.ts';
import { slotScalar } from './binary-xml/instance.ts';
import { pushSlots, slotAt, slots, slotsAt, slotSize, slotType } from './binary-xml/slots.ts';
import { INSTANCE_HEADER, MAX_DEPTH, TOKEN, TYPE } from './binary-xml/tokens.ts';
import { bytes } from './window.ts';

/** What a record still says when its template is gone. */
export interface BareRecord {
  readonly system: BareSystem | undefined;
  /** All other values in their order. */
  readonly values: readonly FieldValue[];
}

/** Reads a record's instance without its template; undefined when even the values cannot be made out. */
export function bareRecord(at: number, end: number): BareRecord | undefined {
  const base = instanceAt(at, end);
  if (base < 0) return undefined;
  const system = bareSystem(base, slots.top - base);
  const values = valuesFrom(base + (system === undefined ? 0 : BARE_SYSTEM_SLOTS), 0);
  return { system, values };
}

/**
 * The values of a template instance whose template is gone, in their order, without names. What each meant is
 * lost, but accounts, paths and commands are still words. Undefined when even the values cannot be made out.
 */
export function bareValues(at: number, end: number, depth = 0): FieldValue[] | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const base = instanceAt(at, end);
  return base < 0 ? undefined : valuesFrom(base, depth);
}

/** Pushes the slots of the instance at `at`; -1 when there is none. */
function instanceAt(at: number, end: number): number {
  const start = bytes[at] === TOKEN.fragmentHeader ? at + 4 : at;
  if (start + INSTANCE_HEADER > end || bytes[start] !== TOKEN.templateInstance) return -1;
  return pushSlots(slotsAt(start, end), end, 0);
}

function valuesFrom(base: number, depth: number): FieldValue[] {
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

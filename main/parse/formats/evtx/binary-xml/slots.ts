import { u32 } from '../window.ts';
import { refuse } from './fault.ts';
import { DEFINITION_HEADER, INSTANCE_HEADER } from './tokens.ts';

/**
 * Substitution values of the template instances being decoded, as a stack: an instance inside a value pushes
 * its own above its parent's. A slot is a type and a range of the window; nothing is decoded before it is asked.
 */
const CAPACITY = 1 << 18;
export const slotType = new Uint8Array(CAPACITY);
export const slotAt = new Int32Array(CAPACITY);
export const slotSize = new Int32Array(CAPACITY);

const TYPE_STRING = 0x01;
const TYPE_ANSI = 0x02;

/** Where the stack ends; `at` is where the values of the last pushed instance end. */
export const slots = { top: 0, at: 0 };

/**
 * Reads the descriptors at `at` (`<count: 4>`, then `<size: 2> <type: 1> <0>` each, then the values), all of
 * which must lie before `end`. Returns the index of the first slot, or -1. At least `expected` slots exist
 * afterwards: those that the instance does not give are null.
 */
export function pushSlots(at: number, end: number, expected: number): number {
  const base = slots.top;
  if (at + 4 > end) {
    refuse('no room for the substitution count', at);
    return -1;
  }
  const count = u32(at);
  let descriptor = at + 4;
  let value = descriptor + count * 4;
  const wanted = count > expected ? count : expected;
  if (value > end || base + wanted > CAPACITY) {
    refuse(`${count} substitutions do not fit`, at);
    return -1;
  }
  const top = base + count;
  for (let slot = base; slot < top; slot++, descriptor += 4) {
    const word = u32(descriptor);
    const size = word & 0xffff;
    const type = (word >>> 16) & 0xff;
    slotAt[slot] = value;
    slotSize[slot] = size;
    slotType[slot] = size === 0 && type !== TYPE_STRING && type !== TYPE_ANSI ? 0 : type;
    value += size;
  }
  if (value > end) {
    refuse('substitution values exceed the record', descriptor);
    return -1;
  }
  if (count < expected) slotType.fill(0, top, base + expected);
  slots.top = base + wanted;
  slots.at = value;
  return base;
}

/**
 * Where the substitutions of the template instance at `at` begin: behind its definition, when that is in line.
 * It is in line when the instance points right behind itself, or (in records that have been moved within slack)
 * when what follows is headed by the identifier the instance gives.
 */
export function slotsAt(at: number, end: number): number {
  const behind = at + INSTANCE_HEADER;
  if (behind + DEFINITION_HEADER > end) return behind;
  return u32(at + 6) === behind || u32(behind + 4) === u32(at + 2)
    ? behind + DEFINITION_HEADER + u32(behind + 20)
    : behind;
}

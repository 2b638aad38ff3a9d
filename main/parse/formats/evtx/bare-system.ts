import type { FieldValue } from '#shared/model/event.ts';
import { slotScalar } from './binary-xml/instance.ts';
import { slotSize, slotType } from './binary-xml/slots.ts';
import { TYPE } from './binary-xml/tokens.ts';

/**
 * The order and types in which the event log service gives the values of `<System>`, in front of all others and
 * whatever the template. So they can be told apart even when the template is gone.
 */
const SLOTS: readonly { readonly name: string; readonly type: number; readonly size: number }[] = [
  { name: 'Level', type: TYPE.uint8, size: 1 },
  { name: 'Opcode', type: TYPE.uint8, size: 1 },
  { name: 'Task', type: TYPE.uint16, size: 2 },
  { name: 'EventID', type: TYPE.uint16, size: 2 },
  { name: 'Qualifiers', type: TYPE.uint16, size: 2 },
  { name: 'Keywords', type: TYPE.hexInt64, size: 8 },
  { name: 'TimeCreated', type: TYPE.filetime, size: 8 },
  { name: 'ActivityID', type: TYPE.guid, size: 16 },
  { name: 'ProcessID', type: TYPE.uint32, size: 4 },
  { name: 'ThreadID', type: TYPE.uint32, size: 4 },
  { name: 'EventRecordID', type: TYPE.uint64, size: 8 },
  { name: 'Version', type: TYPE.uint8, size: 1 },
  { name: 'UserID', type: TYPE.sid, size: 0 },
  { name: 'RelatedActivityID', type: TYPE.guid, size: 16 },
];
export const BARE_SYSTEM_SLOTS = SLOTS.length;
/** Those that every event has; without them all the order is not the usual one. */
const ALWAYS = new Set(['Level', 'EventID', 'Keywords', 'TimeCreated', 'EventRecordID']);
const TIME_SLOT = 6;

export interface BareSystem {
  /** `<System>` under its names; absent values are not among them. */
  readonly values: ReadonlyMap<string, FieldValue>;
  /** The slot of the time. */
  readonly time: number;
}

/** `<System>` from the slots at `base` on, of which there are `count`; undefined when they are not in its order. */
export function bareSystem(base: number, count: number): BareSystem | undefined {
  if (count < SLOTS.length) return undefined;
  const values = new Map<string, FieldValue>();
  for (const [n, { name, type, size }] of SLOTS.entries()) {
    const slot = base + n;
    if (slotType[slot] === TYPE.null) {
      if (ALWAYS.has(name)) return undefined;
      continue;
    }
    if (slotType[slot] !== type || (size > 0 && slotSize[slot] !== size)) return undefined;
    values.set(name, slotScalar(slot));
  }
  return { values, time: base + TIME_SLOT };
}

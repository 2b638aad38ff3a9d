import type { FieldValue } from '#shared/model/event.ts';
import type { ParsedEvent } from '../../parser.ts';
import { bareValues } from './bare-values.ts';
import { chunk } from './binary-xml/chunk-state.ts';
import { clearFault, fault, refuse } from './binary-xml/fault.ts';
import { readFragment, readValue, slotScalar } from './binary-xml/instance.ts';
import type { Element, Node } from './binary-xml/node.ts';
import { pushSlots, slotAt, slots, slotsAt, slotSize, slotType } from './binary-xml/slots.ts';
import { INSTANCE_HEADER, TOKEN, TYPE } from './binary-xml/tokens.ts';
import { describe } from './describe/describe.ts';
import { BARE_VALUES } from './describe/plan.ts';
import { FieldList } from './field-list.ts';
import { RECORD_HEADER_SIZE, RECORD_TRAILER_SIZE } from './layout.ts';
import { type Shape, shapeOf } from './shape.ts';
import { type ContentSlot, Template } from './template.ts';
import { templateAt } from './template-cache.ts';
import { filetimeNs } from './values/filetime.ts';
import { controls } from './values/text.ts';
import { bytes, u32, u64Near } from './window.ts';

/** Fields of records whose data come from nowhere but `<System>`. */
const NO_KEYS: readonly string[] = [];

/**
 * Decodes the record at chunk offset `at` into `event` (everything but its locator and `recovered`). False when
 * not even `<System>` can be read; true with `fault.reason` set when the event data could not be read whole.
 * `elsewhere` allows a template from another chunk of the file in place of one that is gone.
 */
export function decodeRecord(
  at: number,
  size: number,
  event: ParsedEvent,
  elsewhere: boolean,
): boolean {
  clearFault();
  controls.met = false;
  slots.top = 0;
  const end = at + size - RECORD_TRAILER_SIZE;
  const start = fragmentAt(at + RECORD_HEADER_SIZE);
  event.record = u64Near(at + 8);
  event.time = filetimeNs(at + 16);
  event.timeMeaning = 'written';
  if (start < end && bytes[start] === TOKEN.templateInstance) {
    const base = openInstance(start, end, elsewhere);
    decoded.end = slots.at;
    return base >= 0 && fromTemplate(opened.template as Template, base, event, elsewhere);
  }
  decoded.end = end;
  return fromElements(start, end, event);
}

/** Where a fragment's first token is, behind its header. */
const fragmentAt = (at: number): number => (bytes[at] === TOKEN.fragmentHeader ? at + 4 : at);

/** Where in the chunk the content of the record last decoded ends. */
export const decoded = { end: 0 };

/** The instance last opened. */
const opened: { template: Template | undefined } = { template: undefined };

/** Finds the template of the instance at `at` and pushes its slots; returns their base, or -1 with a fault. */
function openInstance(at: number, end: number, elsewhere: boolean): number {
  if (at + INSTANCE_HEADER > end) {
    refuse('template instance exceeds its record', at);
    return -1;
  }
  const definition = u32(at + 6);
  const template = templateAt(definition, u32(at + 2), elsewhere);
  if (template === undefined) return -1;
  if (template.excessive) {
    refuse('the template repeats a value without measure', definition);
    return -1;
  }
  opened.template = template;
  chunk.budget -= template.weight;
  if (chunk.budget < 0) {
    refuse('the chunk unfolds to too much', at);
    return -1;
  }
  return pushSlots(slotsAt(at, end), end, template.slotCount);
}

/** The common case: an `<Event>` template, and inside it a template for the event data, or none. */
function fromTemplate(
  outer: Template,
  base: number,
  event: ParsedEvent,
  elsewhere: boolean,
): boolean {
  const { system, content } = outer;
  if (system === undefined) return withoutSystem(outer, base, event);
  const time = system.time(base);
  if (time !== undefined) {
    event.time = time;
    event.timeMeaning = 'logged';
  }
  event.level = system.level(base);
  event.host = system.host(base);
  event.channel = system.channel(base);
  const first = content[0];
  if (content.length === 1 && first !== undefined && outer.data.keys.length === 0) {
    const slot = base + first.slot;
    const type = slotType[slot];
    if (type === TYPE.null) return finish(outer, outer, base, base, event);
    if (type === TYPE.binaryXml && first.under === 'Event') {
      const at = slotAt[slot] as number;
      const end = at + (slotSize[slot] as number);
      const start = fragmentAt(at);
      if (start < end && bytes[start] === TOKEN.templateInstance) {
        const innerBase = openInstance(start, end, elsewhere);
        const inner = opened.template as Template;
        if (innerBase >= 0 && inner.content.length === 0)
          return finish(inner, outer, innerBase, base, event);
      }
    }
  }
  if (content.length === 0) return finish(outer, outer, base, base, event);
  return fromParts(outer, base, event);
}

/** Completes an event whose data are those of the template `data`. */
function finish(
  data: Template,
  outer: Template,
  base: number,
  outerBase: number,
  event: ParsedEvent,
): boolean {
  const shape = data.shapeInside(outer);
  const values: (FieldValue | undefined)[] = [];
  data.write(values, base, outer, outerBase);
  conclude(shape, values, outer, outerBase, event);
  return true;
}

function conclude(
  shape: Shape,
  values: (FieldValue | undefined)[],
  outer: Template,
  base: number,
  event: ParsedEvent,
): void {
  const { system } = outer;
  const provider = system?.provider(base);
  const code = system === undefined ? -1 : system.code(base);
  event.provider = provider;
  event.keys = shape.keys;
  event.values = values;
  describe(shape.plan(provider, code), system?.keywords(base), system?.userId(base), event);
}

/** Everything less common: several content slots, elements written straight into a value, nesting. */
function fromParts(outer: Template, base: number, event: ParsedEvent): boolean {
  controls.met = true;
  const fields = new FieldList();
  for (const key of outer.data.keys) fields.add(key, outer.data.valueOf(key, base));
  for (const part of outer.content) appendContent(part, base, fields);
  const { values } = fields;
  const system = outer.system?.fields;
  system?.write(values, values.length, base);
  conclude(shapeOf(fields.keys, system?.keys ?? NO_KEYS), values, outer, base, event);
  return true;
}

/** Adds what a content slot holds; what cannot be read leaves a fault and the rest of the event as it is. */
function appendContent(part: ContentSlot, base: number, fields: FieldList): void {
  const slot = base + part.slot;
  if (slotType[slot] === TYPE.null) return;
  if (slotType[slot] !== TYPE.binaryXml) {
    fields.add(part.under === 'UserData' ? 'UserData' : 'Data', slotScalar(slot));
    return;
  }
  const nodes = readValue(slot);
  if (nodes !== undefined) {
    fields.addNodes(nodes, part.under);
    return;
  }
  const at = slotAt[slot] as number;
  const values = fault.templateMissing
    ? bareValues(at, at + (slotSize[slot] as number))
    : undefined;
  if (values !== undefined) fields.add(BARE_VALUES, values);
}

/** A record whose elements are written out. */
function fromElements(start: number, end: number, event: ParsedEvent): boolean {
  const nodes = readFragment(start, end, false);
  if (nodes === undefined) return false;
  if (!nodes.some((node: Node): node is Element => node.kind === 'element')) {
    refuse('the record holds no element', start);
    return false;
  }
  const outer = new Template(nodes);
  return outer.system === undefined
    ? withoutSystem(outer, 0, event)
    : fromTemplate(outer, 0, event, false);
}

/** An event that is only data: who logged it, and as what, is not said. */
function withoutSystem(outer: Template, base: number, event: ParsedEvent): boolean {
  event.level = undefined;
  event.host = undefined;
  event.channel = undefined;
  return finish(outer, outer, base, base, event);
}

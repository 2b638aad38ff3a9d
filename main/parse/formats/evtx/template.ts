import type { FieldValue } from '#shared/model/event.ts';
import { highestSlot } from './binary-xml/instance.ts';
import type { Element, Node } from './binary-xml/node.ts';
import { flatten, type Pair } from './event-data.ts';
import { Program } from './program.ts';
import { type Shape, shapeOf } from './shape.ts';
import { SystemColumns } from './system-columns.ts';
import { systemParts } from './system-fields.ts';

/** A slot that stands where elements may be: Windows puts the event data of most records there. */
export interface ContentSlot {
  readonly slot: number;
  /** The element it is in. */
  readonly under: string;
}

/** A template value used more often than this in one record is not there to describe an event. */
const MAX_REPEATS = 16;

/** What a template definition says about its records, ready to be applied to an instance. */
export class Template {
  /** Slots an instance must have; missing ones are null. */
  readonly slotCount: number;
  /** Present when the root is `<Event>`. */
  readonly system: SystemColumns | undefined;
  readonly data: Program;
  readonly content: readonly ContentSlot[];
  /** Bytes of names and constant text it adds to each record. */
  readonly weight: number;
  /** Set when one slot is used so often that records would unfold without measure. */
  readonly excessive: boolean;
  #lastOuter: Template | undefined;
  #lastShape: Shape | undefined;
  readonly #shapes = new Map<Template, Shape>();

  constructor(nodes: readonly Node[]) {
    this.slotCount = highestSlot(nodes) + 1;
    const parts = partsOf(nodes);
    this.system = parts.system && new SystemColumns(systemParts(parts.system));
    this.data = new Program(parts.pairs, 'empty');
    this.content = parts.content;
    const uses = new Uint32Array(this.slotCount);
    this.weight = measure(nodes, uses);
    this.excessive = uses.some((count) => count > MAX_REPEATS);
  }

  /** Shape of records whose data are of this template inside an event of `outer`. */
  shapeInside(outer: Template): Shape {
    if (outer === this.#lastOuter && this.#lastShape !== undefined) return this.#lastShape;
    let shape = this.#shapes.get(outer);
    if (shape === undefined) {
      shape = shapeOf(this.data.keys, outer.system?.fields.keys ?? []);
      this.#shapes.set(outer, shape);
    }
    this.#lastOuter = outer;
    this.#lastShape = shape;
    return shape;
  }

  /** Values in the order of `shapeInside`: data first, then what is left of `<System>`. */
  write(
    values: (FieldValue | undefined)[],
    base: number,
    outer: Template,
    outerBase: number,
  ): void {
    this.data.write(values, 0, base);
    outer.system?.fields.write(values, this.data.keys.length, outerBase);
  }
}

interface Parts {
  readonly system: Element | undefined;
  readonly pairs: readonly Pair[];
  readonly content: readonly ContentSlot[];
}

/** Splits a fragment into `<System>`, the fields of its other elements, and slots that may hold more elements. */
function partsOf(nodes: readonly Node[]): Parts {
  const pairs: Pair[] = [];
  const content: ContentSlot[] = [];
  let system: Element | undefined;
  const holder = (element: Element): void => {
    const slotsHere = CONTAINERS.has(element.name)
      ? element.children.filter((node) => node.kind === 'slot')
      : [];
    for (const { index } of slotsHere) content.push({ slot: index, under: element.name });
    const children = element.children.filter((node) => !slotsHere.some((slot) => slot === node));
    for (const pair of flatten({ ...element, children })) pairs.push(pair);
  };
  for (const node of nodes) {
    if (node.kind === 'slot') content.push({ slot: node.index, under: '' });
    if (node.kind !== 'element') continue;
    if (node.name !== 'Event') {
      holder(node);
      continue;
    }
    for (const child of node.children) {
      if (child.kind === 'slot') content.push({ slot: child.index, under: 'Event' });
      if (child.kind !== 'element') continue;
      if (child.name === 'System') system ??= child;
      else holder(child);
    }
  }
  return { system, pairs, content };
}

/** Elements whose direct slots may be elements rather than a value. */
const CONTAINERS: ReadonlySet<string> = new Set(['EventData', 'UserData']);

/** Bytes of names and text in the nodes; counts the uses of each slot. */
function measure(nodes: readonly Node[], uses: Uint32Array): number {
  let total = 0;
  for (const node of nodes) {
    if (node.kind === 'slot') uses[node.index] = (uses[node.index] as number) + 1;
    else if (node.kind === 'text') total += node.text.length;
    else if (node.kind === 'element') {
      total += node.name.length + measure(node.children, uses);
      for (const { name, content } of node.attributes)
        total += name.length + measure(content, uses);
    }
  }
  return total;
}

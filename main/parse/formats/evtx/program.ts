import type { FieldValue } from '#shared/model/event.ts';
import { chunk } from './binary-xml/chunk-state.ts';
import { readValue } from './binary-xml/instance.ts';
import type { Node } from './binary-xml/node.ts';
import { slotAt, slotSize, slotType } from './binary-xml/slots.ts';
import { TYPE } from './binary-xml/tokens.ts';
import { joinValues, nestedValue, type Pair, textOf } from './event-data.ts';
import { scalar } from './values/scalar.ts';
import { CONTROLS, controls } from './values/text.ts';

/**
 * Where one field's value comes from: a slot of the instance (0 and up), or, as -1 - n, the n-th of `others`.
 * Nearly all are slots, so a record is read by one loop over small integers.
 */
export type Source = number;

/** A value that is not one slot. */
type Other =
  | { readonly kind: 'constant'; readonly value: FieldValue; readonly doubtful: boolean }
  /** Text and slots side by side in one element or attribute. */
  | { readonly kind: 'joined'; readonly content: readonly Node[] }
  /** What is there only when a slot is not null. */
  | { readonly kind: 'dependent'; readonly on: number; readonly source: Source }
  /** Several elements of one name. */
  | { readonly kind: 'list'; readonly sources: readonly Source[] };

/** A field that is not there. */
type Absent = undefined;

/** The fields that a template gives its records, compiled from its pairs. */
export class Program {
  readonly keys: readonly string[];
  readonly #sources: Int32Array;
  /** 1 where the null type means that the field is not there, 0 where it is there and empty. */
  readonly #leftOut: Uint8Array;
  readonly #others: Other[] = [];

  /** `whenNull`: whether fields are empty or absent when their value is of the null type and nothing else says so. */
  constructor(pairs: readonly Pair[], whenNull: 'empty' | 'absent') {
    const grouped = new Map<string, Pair[]>();
    for (const pair of pairs) {
      const known = grouped.get(pair.key);
      if (known === undefined) grouped.set(pair.key, [pair]);
      else known.push(pair);
    }
    const groups = [...grouped.values()];
    this.keys = [...grouped.keys()];
    this.#sources = Int32Array.from(groups, (group) => this.#sourceOfAll(group));
    this.#leftOut = Uint8Array.from(groups, ([pair]) =>
      whenNull === 'absent' || pair?.dependency !== undefined ? 1 : 0,
    );
  }

  #sourceOfAll(pairs: readonly Pair[]): Source {
    const sources = pairs.map((pair) => this.#sourceOf(pair));
    const [first] = sources;
    return first !== undefined && sources.length === 1
      ? first
      : this.#other({ kind: 'list', sources });
  }

  #sourceOf({ content, dependency }: Pair): Source {
    const source = this.#sourceOfContent(content);
    return dependency === undefined || dependency === source
      ? source
      : this.#other({ kind: 'dependent', on: dependency, source });
  }

  #sourceOfContent(content: readonly Node[]): Source {
    const [first] = content;
    if (content.length === 1 && first?.kind === 'slot') return first.index;
    if (content.every((node) => node.kind !== 'slot')) {
      const value = nestedValue(content);
      return this.#other({ kind: 'constant', value, doubtful: CONTROLS.test(textOf(value)) });
    }
    return this.#other({ kind: 'joined', content });
  }

  #other(other: Other): Source {
    this.#others.push(other);
    return -this.#others.length;
  }

  /** Writes the values of the instance whose slots begin at `base` into `values`, from `start` on. */
  write(values: (FieldValue | Absent)[], start: number, base: number): void {
    const sources = this.#sources;
    for (let i = 0; i < sources.length; i++) {
      const source = sources[i] as Source;
      const value = source >= 0 ? slotValue(base + source) : this.#value(source, base);
      values[start + i] = value === null && this.#leftOut[i] === 1 ? undefined : value;
    }
  }

  /** The value of one field. */
  valueOf(key: string, base: number): FieldValue | Absent {
    const n = this.keys.indexOf(key);
    if (n < 0) return undefined;
    const source = this.#sources[n] as Source;
    return source >= 0 ? slotValue(base + source) : this.#value(source, base);
  }

  /** The slot that the field is, or -1. */
  slotOf(key: string): number {
    const n = this.keys.indexOf(key);
    return n < 0 ? -1 : Math.max(-1, this.#sources[n] as Source);
  }

  #value(source: Source, base: number): FieldValue | Absent {
    if (source >= 0) return slotValue(base + source);
    const other = this.#others[-1 - source] as Other;
    switch (other.kind) {
      case 'constant':
        // It was read with the template, not with this record.
        if (other.doubtful) controls.met = true;
        return other.value;
      case 'dependent':
        return slotType[base + other.on] === TYPE.null
          ? undefined
          : this.#value(other.source, base);
      case 'joined':
        controls.met = true;
        return other.content.map((node) => partText(node, base)).join('');
      case 'list':
        return joinValues(other.sources.map((each) => this.#value(each, base)));
    }
  }
}

function partText(node: Node, base: number): string {
  if (node.kind === 'slot') return textOf(slotValue(base + node.index));
  return node.kind === 'text' ? node.text : '';
}

/** What a slot holds, whatever its type. Binary XML that cannot be read is null, with a fault. */
function slotValue(slot: number): FieldValue {
  const type = slotType[slot] as number;
  return type === TYPE.binaryXml
    ? xmlValue(slot)
    : scalar(type, slotAt[slot] as number, slotSize[slot] as number);
}

function xmlValue(slot: number): FieldValue {
  controls.met = true;
  chunk.budget -= slotSize[slot] as number;
  const nodes = readValue(slot);
  return nodes === undefined ? null : nestedValue(nodes);
}

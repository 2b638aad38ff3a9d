import type { FieldValue } from '#shared/model/event.ts';
import { chunk } from './binary-xml/chunk-state.ts';
import { readValue } from './binary-xml/instance.ts';
import type { Node } from './binary-xml/node.ts';
import { slotAt, slotSize, slotType } from './binary-xml/slots.ts';
import { TYPE } from './binary-xml/tokens.ts';
import { joinValues, nestedValue, type Pair, textOf } from './event-data.ts';
import { scalar } from './values/scalar.ts';

/**
 * Where one field's value comes from: a slot of the instance (0 and up), or, as -1 - n, the n-th of `others`.
 * Nearly all are slots, so a record is read by one loop over small integers.
 */
export type Source = number;

/** A value that is not one slot. */
type Other =
  | { readonly kind: 'constant'; readonly value: FieldValue }
  /** Text and slots side by side in one element or attribute. */
  | { readonly kind: 'joined'; readonly content: readonly Node[] }
  /** Several elements of one name. */
  | { readonly kind: 'list'; readonly sources: readonly Source[] };

/** The fields that a template gives its records, compiled from its pairs. */
export class Program {
  readonly keys: readonly string[];
  readonly #sources: Int32Array;
  readonly #others: Other[] = [];

  constructor(pairs: readonly Pair[]) {
    const grouped = new Map<string, Source[]>();
    for (const { key, content } of pairs) {
      const source = this.#sourceOf(content);
      const known = grouped.get(key);
      if (known === undefined) grouped.set(key, [source]);
      else known.push(source);
    }
    this.keys = [...grouped.keys()];
    this.#sources = Int32Array.from(grouped.values(), (sources) =>
      sources.length === 1
        ? (sources[0] as Source)
        : this.#other({ kind: 'list', sources: sources.slice() }),
    );
  }

  #sourceOf(content: readonly Node[]): Source {
    const [first] = content;
    if (content.length === 1 && first?.kind === 'slot') return first.index;
    if (content.every((node) => node.kind !== 'slot'))
      return this.#other({
        kind: 'constant',
        value: content.length === 0 ? null : nestedValue(content),
      });
    return this.#other({ kind: 'joined', content });
  }

  #other(other: Other): Source {
    this.#others.push(other);
    return -this.#others.length;
  }

  /**
   * Writes the values of the instance whose slots begin at `base` into `values`, from `start` on.
   * `empty` stands for the null type: null where the element is there without content, undefined to leave it out.
   */
  write(
    values: (FieldValue | undefined)[],
    start: number,
    base: number,
    empty: null | undefined,
  ): void {
    const sources = this.#sources;
    for (let i = 0; i < sources.length; i++) {
      const source = sources[i] as Source;
      const value = source >= 0 ? slotValue(base + source) : this.#value(source, base);
      values[start + i] = value === null ? empty : value;
    }
  }

  /** The value of one field; null when there is no such field. */
  valueOf(key: string, base: number): FieldValue {
    const n = this.keys.indexOf(key);
    return n < 0 ? null : this.value(n, base);
  }

  /** The value of the n-th field. */
  value(n: number, base: number): FieldValue {
    const source = this.#sources[n] as Source;
    return source >= 0 ? slotValue(base + source) : this.#value(source, base);
  }

  /** The slot that the field is, or -1. */
  slotOf(key: string): number {
    const n = this.keys.indexOf(key);
    return n < 0 ? -1 : Math.max(-1, this.#sources[n] as Source);
  }

  #value(source: Source, base: number): FieldValue {
    const other = this.#others[-1 - source] as Other;
    switch (other.kind) {
      case 'constant':
        return other.value;
      case 'joined':
        return other.content
          .map((node) =>
            node.kind === 'slot'
              ? textOf(slotValue(base + node.index))
              : node.kind === 'text'
                ? node.text
                : '',
          )
          .join('');
      case 'list':
        return joinValues(
          other.sources.map((each) =>
            each >= 0 ? slotValue(base + each) : this.#value(each, base),
          ),
        );
    }
  }
}

/** What a slot holds, whatever its type. Binary XML that cannot be read is null, with a fault. */
function slotValue(slot: number): FieldValue {
  const type = slotType[slot] as number;
  return type === TYPE.binaryXml
    ? xmlValue(slot)
    : scalar(type, slotAt[slot] as number, slotSize[slot] as number);
}

function xmlValue(slot: number): FieldValue {
  chunk.budget -= slotSize[slot] as number;
  const nodes = readValue(slot);
  return nodes === undefined ? null : nestedValue(nodes);
}

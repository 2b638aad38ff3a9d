import { CHUNK_SIZE } from '../layout.ts';
import { fixedSize, scalar } from '../values/scalar.ts';
import { utf16 } from '../values/text.ts';
import { bytes, u16, u32 } from '../window.ts';
import { chunk, NODE_COST } from './chunk-state.ts';
import { refuse } from './fault.ts';
import { isNameAt, nameAt, nameSize } from './names.ts';
import { type Attribute, type Element, NO_DEPENDENCY, type Node } from './node.ts';
import { MAX_DEPTH, MORE, TOKEN, TOKEN_MASK, TYPE } from './tokens.ts';

const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** What reads a template instance met inside content; given from outside because it needs a reader in turn. */
export type InstanceReader = (
  at: number,
  end: number,
  depth: number,
) => { readonly nodes: readonly Node[]; readonly end: number } | undefined;

/** Reads binary XML between two chunk offsets into a tree. On damage it stops with undefined and a fault. */
export class TreeReader {
  #at: number;

  /**
   * `dependencyIds`: whether elements carry a dependency identifier, as they do in template definitions and
   * nowhere else. It is only an expectation: the root element shows which it is.
   */
  constructor(
    at: number,
    private readonly end: number,
    private dependencyIds: boolean,
    private readonly instances: InstanceReader,
    private readonly depth = 0,
  ) {
    this.#at = at;
  }

  /** The nodes up to the end of the fragment. */
  read(): readonly Node[] | undefined {
    return this.#content(this.depth);
  }

  #content(depth: number): Node[] | undefined {
    if (depth > MAX_DEPTH) return refuse('elements nested too deeply', this.#at);
    const nodes: Node[] = [];
    while (this.#at < this.end) {
      const token = (bytes[this.#at] as number) & TOKEN_MASK;
      if (token === TOKEN.endElement || token === TOKEN.endOfFragment) {
        this.#at++;
        return nodes;
      }
      chunk.budget -= NODE_COST;
      if (chunk.budget < 0) return refuse('the chunk unfolds to too much', this.#at);
      if (!this.#item(token, nodes, depth)) return undefined;
    }
    return nodes;
  }

  #item(token: number, nodes: Node[], depth: number): boolean {
    switch (token) {
      case TOKEN.fragmentHeader:
        this.#at += 4;
        return true;
      case TOKEN.openStartElement: {
        const element = this.#element(depth);
        if (element === undefined) return false;
        nodes.push(element);
        return true;
      }
      case TOKEN.templateInstance: {
        const instance = this.instances(this.#at, this.end, depth + 1);
        if (instance === undefined) return false;
        for (const node of instance.nodes) nodes.push(node);
        this.#at = instance.end;
        return true;
      }
      case TOKEN.piTarget:
        this.#at++;
        return this.#name() !== undefined;
      case TOKEN.piData:
        this.#at += 3 + u16(this.#at + 1) * 2;
        if (this.#at > this.end) this.#overrun();
        return this.#at <= this.end;
      default: {
        const node = this.#text(token);
        if (node === undefined) return false;
        nodes.push(node);
        return true;
      }
    }
  }

  #element(depth: number): Element | undefined {
    const start = this.#at;
    const hasAttributes = ((bytes[start] as number) & MORE) !== 0;
    if (depth === this.depth)
      this.dependencyIds = hasDependencyIds(start, this.end, this.dependencyIds);
    const dependency = this.dependencyIds ? u16(start + 1) : NO_DEPENDENCY;
    this.#at = start + (this.dependencyIds ? 7 : 5);
    const name = this.#name();
    if (name === undefined) return undefined;
    const attributes: Attribute[] = [];
    if (hasAttributes) {
      this.#at += 4;
      while (
        this.#at < this.end &&
        ((bytes[this.#at] as number) & TOKEN_MASK) === TOKEN.attribute
      ) {
        const attribute = this.#attribute();
        if (attribute === undefined) return undefined;
        attributes.push(attribute);
      }
    }
    const close = this.#at < this.end ? bytes[this.#at] : undefined;
    this.#at++;
    if (close === TOKEN.closeEmptyElement)
      return { kind: 'element', name, dependency, attributes, children: [] };
    if (close !== TOKEN.closeStartElement)
      return refuse(`element ${name} is not closed`, this.#at - 1);
    const children = this.#content(depth + 1);
    return children && { kind: 'element', name, dependency, attributes, children };
  }

  #attribute(): Attribute | undefined {
    this.#at++;
    const name = this.#name();
    if (name === undefined) return undefined;
    const content: Node[] = [];
    while (this.#at < this.end) {
      const token = (bytes[this.#at] as number) & TOKEN_MASK;
      if (!isText(token)) break;
      chunk.budget -= NODE_COST;
      if (chunk.budget < 0) return refuse('the chunk unfolds to too much', this.#at);
      const node = this.#text(token);
      if (node === undefined) return undefined;
      content.push(node);
    }
    return { name, content };
  }

  /** Everything that stands for characters. */
  #text(token: number): Node | undefined {
    const at = this.#at;
    switch (token) {
      case TOKEN.value:
        return this.#value(at);
      case TOKEN.cdata:
        return this.#characters(at + 1);
      case TOKEN.charRef:
        this.#at = at + 3;
        return { kind: 'text', text: String.fromCharCode(u16(at + 1)) };
      case TOKEN.entityRef: {
        this.#at = at + 1;
        const name = this.#name();
        return name === undefined
          ? undefined
          : { kind: 'text', text: ENTITIES[name] ?? `&${name};` };
      }
      case TOKEN.normalSubstitution:
      case TOKEN.optionalSubstitution:
        this.#at = at + 4;
        if (this.#at > this.end) return this.#overrun();
        return { kind: 'slot', index: u16(at + 1) };
      default:
        return refuse(`unknown token 0x${token.toString(16)}`, at);
    }
  }

  #value(at: number): Node | undefined {
    const type = bytes[at + 1] as number;
    if (type === TYPE.string) return this.#characters(at + 2);
    const size = fixedSize(type);
    if (size === undefined) return refuse(`literal of type 0x${type.toString(16)}`, at);
    this.#at = at + 2 + size;
    if (this.#at > this.end) return this.#overrun();
    return { kind: 'value', value: scalar(type, at + 2, size) };
  }

  #characters(at: number): Node | undefined {
    const size = u16(at) * 2;
    this.#at = at + 2 + size;
    if (this.#at > this.end) return this.#overrun();
    chunk.budget -= size;
    return { kind: 'text', text: utf16(at + 2, size) };
  }

  #name(): string | undefined {
    const at = this.#at;
    if (at + 4 > this.end) return this.#overrun();
    const offset = u32(at);
    const name = nameAt(offset);
    if (name === undefined) return refuse('no name where one is referred to', at);
    this.#at = at + 4 + (offset === at + 4 ? nameSize(offset) : 0);
    return name.text;
  }

  #overrun(): undefined {
    return refuse('binary XML exceeds its bounds', Math.min(this.#at, CHUNK_SIZE));
  }
}

const isText = (token: number): boolean =>
  token === TOKEN.value ||
  token === TOKEN.charRef ||
  token === TOKEN.entityRef ||
  token === TOKEN.normalSubstitution ||
  token === TOKEN.optionalSubstitution;

/**
 * Whether the element at `at` carries a dependency identifier. Its name offset then points right behind itself
 * or at a name; `expected` is the answer where both readings, or neither, make sense.
 */
export function hasDependencyIds(at: number, end: number, expected: boolean): boolean {
  return namedAt(at + (expected ? 7 : 5), end) || !namedAt(at + (expected ? 5 : 7), end)
    ? expected
    : !expected;
}

function namedAt(at: number, end: number): boolean {
  if (at + 4 > end) return false;
  const offset = u32(at);
  return offset > at ? offset === at + 4 : isNameAt(offset);
}

import { createHash } from 'node:crypto';
import { MORE, TOKEN, TYPE } from '../formats/evtx/binary-xml/tokens.ts';
import type { ChunkTables } from './chunk-tables.ts';
import type { Fragment, Value, XmlContent, XmlElement } from './value.ts';

const FRAGMENT_HEADER = Buffer.from([0x0f, 1, 1, 0]);
const NO_DEPENDENCY = 0xffff;

/** Writes binary XML into the buffer of a chunk, where names and templates are kept once each. */
export class FragmentWriter {
  constructor(
    private readonly bytes: Buffer,
    private readonly tables: ChunkTables,
    public at: number,
  ) {}

  /** Only elements of template definitions carry dependency identifiers. */
  fragment(fragment: Fragment): void {
    this.#put(FRAGMENT_HEADER);
    if (fragment.kind === 'template') this.#instance(fragment.root, fragment.values);
    else this.#element(fragment.root, false);
    this.#u8(TOKEN.endOfFragment);
  }

  #instance(root: XmlElement, values: readonly Value[]): void {
    const guid = guidOf(root);
    this.#u8(TOKEN.templateInstance);
    this.#u8(1);
    this.#put(guid.subarray(0, 4));
    const key = guid.toString('hex');
    const known = this.tables.template(key);
    this.#u32(known ?? this.at + 4);
    if (known === undefined) this.#definition(key, guid, root);
    this.#substitutions(values);
  }

  #definition(key: string, guid: Buffer, root: XmlElement): void {
    const start = this.at;
    this.#u32(this.tables.addTemplate(key, guid.readUInt32LE(), start));
    this.#put(guid);
    const size = this.#later();
    const body = this.at;
    this.#put(FRAGMENT_HEADER);
    this.#element(root, true);
    this.#u8(TOKEN.endOfFragment);
    this.bytes.writeUInt32LE(this.at - body, size);
  }

  #substitutions(values: readonly Value[]): void {
    this.#u32(values.length);
    let descriptor = this.at;
    this.at += values.length * 4;
    for (const value of values) {
      const start = this.at;
      if ('fragment' in value) this.fragment(value.fragment);
      else this.#put(value.bytes);
      const size = this.at - start;
      if (size > 0xffff) throw new RangeError('A value takes at most 65,535 bytes');
      this.bytes.writeUInt16LE(size, descriptor);
      this.bytes.writeUInt8('fragment' in value ? TYPE.binaryXml : value.type, descriptor + 2);
      this.bytes.writeUInt8(0, descriptor + 3);
      descriptor += 4;
    }
  }

  #element(element: XmlElement, dependencyIds: boolean): void {
    const { name, dependency, attributes = [], children = [] } = element;
    this.#u8(TOKEN.openStartElement | (attributes.length > 0 ? MORE : 0));
    if (dependencyIds) this.#u16(dependency ?? NO_DEPENDENCY);
    const size = this.#later();
    const start = this.at;
    this.#name(name);
    if (attributes.length > 0) {
      const listSize = this.#later();
      const list = this.at;
      attributes.forEach(([attribute, content], n) => {
        this.#u8(TOKEN.attribute | (n + 1 < attributes.length ? MORE : 0));
        this.#name(attribute);
        this.#content(content);
      });
      this.bytes.writeUInt32LE(this.at - list, listSize);
    }
    if (children.length === 0) this.#u8(TOKEN.closeEmptyElement);
    else {
      this.#u8(TOKEN.closeStartElement);
      for (const child of children) {
        if ('name' in child) this.#element(child, dependencyIds);
        else this.#content(child);
      }
      this.#u8(TOKEN.endElement);
    }
    this.bytes.writeUInt32LE(this.at - start, size);
  }

  #content(content: XmlContent): void {
    if ('text' in content) {
      this.#u8(TOKEN.value);
      this.#u8(TYPE.string);
      this.#characters(content.text);
    } else if ('slot' in content) {
      this.#u8(content.optional === true ? TOKEN.optionalSubstitution : TOKEN.normalSubstitution);
      this.#u16(content.slot);
      this.#u8(content.type);
    } else if ('cdata' in content) {
      this.#u8(TOKEN.cdata);
      this.#characters(content.cdata);
    } else if ('entity' in content) {
      this.#u8(TOKEN.entityRef);
      this.#name(content.entity);
    } else if ('charCode' in content) {
      this.#u8(TOKEN.charRef);
      this.#u16(content.charCode);
    } else {
      this.#u8(TOKEN.piTarget);
      this.#name(content.instruction);
      this.#u8(TOKEN.piData);
      this.#characters(content.data);
    }
  }

  /** A reference to a name, with the name itself behind it where this is its first use in the chunk. */
  #name(name: string): void {
    const known = this.tables.name(name);
    this.#u32(known ?? this.at + 4);
    if (known !== undefined) return;
    const { next, hash } = this.tables.addName(name, this.at);
    this.#u32(next);
    this.#u16(hash);
    this.#characters(name);
    this.#u16(0);
  }

  #characters(text: string): void {
    this.#u16(text.length);
    this.#put(Buffer.from(text, 'utf16le'));
  }

  #put(bytes: Buffer): void {
    bytes.copy(this.bytes, this.at);
    this.at += bytes.length;
  }

  #u8(value: number): void {
    this.at = this.bytes.writeUInt8(value, this.at);
  }

  #u16(value: number): void {
    this.at = this.bytes.writeUInt16LE(value, this.at);
  }

  #u32(value: number): void {
    this.at = this.bytes.writeUInt32LE(value, this.at);
  }

  /** Leaves room for a size that is not known yet; returns where. */
  #later(): number {
    this.at += 4;
    return this.at - 4;
  }
}

/** A template's identity, from its content: the same template has the same one in every chunk and log. */
const guidOf = (root: XmlElement): Buffer =>
  createHash('md5').update(JSON.stringify(root)).digest();

const NAME_BUCKETS = 64;
const TEMPLATE_BUCKETS = 32;
const NAME_TABLE_AT = 128;
const TEMPLATE_TABLE_AT = 384;

/** Names and templates of one chunk by their offsets, and the hash tables in its header that lead to them. */
export class ChunkTables {
  readonly #names = new Map<string, number>();
  readonly #templates = new Map<string, number>();
  readonly #nameHeads = new Uint32Array(NAME_BUCKETS);
  readonly #templateHeads = new Uint32Array(TEMPLATE_BUCKETS);

  name(name: string): number | undefined {
    return this.#names.get(name);
  }

  template(guid: string): number | undefined {
    return this.#templates.get(guid);
  }

  /** Enters a name that will be written at `offset`; returns what stands in front of its characters. */
  addName(name: string, offset: number): { readonly next: number; readonly hash: number } {
    const hash = hashOf(name);
    const bucket = hash % NAME_BUCKETS;
    const next = this.#nameHeads[bucket] as number;
    this.#nameHeads[bucket] = offset;
    this.#names.set(name, offset);
    return { next, hash };
  }

  /** Enters a definition that will be written at `offset`; returns the next one in its bucket. */
  addTemplate(guid: string, identifier: number, offset: number): number {
    const bucket = identifier % TEMPLATE_BUCKETS;
    const next = this.#templateHeads[bucket] as number;
    this.#templateHeads[bucket] = offset;
    this.#templates.set(guid, offset);
    return next;
  }

  write(chunk: Buffer): void {
    this.#nameHeads.forEach((offset, n) => chunk.writeUInt32LE(offset, NAME_TABLE_AT + n * 4));
    this.#templateHeads.forEach((offset, n) =>
      chunk.writeUInt32LE(offset, TEMPLATE_TABLE_AT + n * 4),
    );
  }

  copy(): ChunkTables {
    const copy = new ChunkTables();
    for (const [name, offset] of this.#names) copy.#names.set(name, offset);
    for (const [guid, offset] of this.#templates) copy.#templates.set(guid, offset);
    copy.#nameHeads.set(this.#nameHeads);
    copy.#templateHeads.set(this.#templateHeads);
    return copy;
  }
}

/** The 16 bits by which Windows files names: `hash * 65599 + character`, the low half. */
function hashOf(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 65_599) + name.charCodeAt(i)) | 0;
  return hash & 0xffff;
}

import { chunk, ChunkCache, isWhole } from './binary-xml/chunk-state.ts';
import { form, writeForm } from './binary-xml/definition-form.ts';
import { fault, refuse } from './binary-xml/fault.ts';
import { readDefinition } from './binary-xml/instance.ts';
import { DEFINITION_HEADER } from './binary-xml/tokens.ts';
import { CHUNK_SIZE } from './layout.ts';
import { Template } from './template.ts';
import { u32 } from './window.ts';

/** A compiled template with the form that proves a definition to be it. */
interface Entry {
  readonly form: Int32Array;
  readonly template: Template;
  readonly next: Entry | undefined;
  /** Entries from here to the end of the chain. */
  readonly depth: number;
}

/** Hashes can be made to collide; a chain longer than this is dropped rather than searched. */
const MAX_CHAIN = 8;

/** Real machines have a few thousand; beyond this a file is hostile and all are forgotten together. */
const MAX_TEMPLATES = 8192;
const entries = new Map<number, Entry>();
let count = 0;
const inChunk = new ChunkCache<Template>();

/** Templates of the file being read by identifier, for records whose own definition has been overwritten. */
const inFile = new Map<number, Template>();

/** To be called at the start of a file. What was compiled for earlier ones stays: it is proven by its form. */
export const beginFile = (): void => inFile.clear();

/**
 * The template defined at chunk offset `at`, which a record calls by `identifier` (the first four bytes of the
 * template's GUID). A definition of another identifier is not the one the record was written with.
 */
export function templateAt(
  at: number,
  identifier: number,
  elsewhere: boolean,
): Template | undefined {
  if (at + DEFINITION_HEADER <= CHUNK_SIZE && u32(at + 4) === identifier) {
    const known = inChunk.get(at);
    if (known !== undefined) return known;
    const template = define(at);
    if (template !== undefined) {
      inChunk.set(at, template);
      if (chunk.whole === undefined && !inFile.has(identifier)) inFile.set(identifier, template);
      return template;
    }
  }
  const other = elsewhere ? inFile.get(identifier) : undefined;
  if (other === undefined) {
    fault.templateMissing = true;
    refuse('the template is not where the record says', at);
  }
  return other;
}

function define(at: number): Template | undefined {
  const start = at + DEFINITION_HEADER;
  const end = start + u32(at + 20);
  if (end > CHUNK_SIZE) return refuse('template longer than the chunk', at);
  if (!isWhole(at, end)) return undefined;
  const length = writeForm(start, end);
  if (length < 0) return undefined;
  const hash = hashOf(length);
  const head = entries.get(hash);
  for (let entry = head; entry !== undefined; entry = entry.next)
    if (isForm(entry.form, length)) return entry.template;
  // Whether this was compiled before must not show: compiling costs the chunk nothing.
  const { budget } = chunk;
  const nodes = readDefinition(at);
  chunk.budget = budget;
  if (nodes === undefined) return undefined;
  const template = new Template(nodes);
  if (count >= MAX_TEMPLATES) {
    entries.clear();
    count = 0;
  }
  count++;
  const next = count > 1 && head !== undefined && head.depth < MAX_CHAIN ? head : undefined;
  entries.set(hash, {
    form: form.slice(0, length),
    template,
    next,
    depth: 1 + (next?.depth ?? 0),
  });
  return template;
}

function hashOf(length: number): number {
  let hash = length;
  for (let i = 0; i < length; i++) {
    hash = Math.imul(hash ^ (form[i] as number), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function isForm(known: Int32Array, length: number): boolean {
  if (known.length !== length) return false;
  for (let i = 0; i < length; i++) if (known[i] !== form[i]) return false;
  return true;
}

import { CHUNK_HEADER_SIZE, CHUNK_SIZE } from '../layout.ts';
import { utf16 } from '../values/text.ts';
import { u16 } from '../window.ts';
import { chunk, ChunkCache } from './chunk-state.ts';
import { NAME_HEADER } from './tokens.ts';

/** A name of an element or attribute. One object per text, so that names compare by id. */
export interface Name {
  readonly id: number;
  readonly text: string;
}

/** More different names than this are hostile, and are forgotten together. */
const MAX_NAMES = 1 << 16;
const byText = new Map<string, Name>();
const cache = new ChunkCache<Name>();
/** Ids are never used again, so whatever was built on forgotten ones only fails to be found. */
let nextId = 1;

/** The name structure at chunk offset `at`, or undefined when there is none. */
export function nameAt(at: number): Name | undefined {
  return cache.get(at) ?? readName(at);
}

/** Whether there is a name at `at` beyond doubt. */
export const isNameAt = (at: number): boolean => charactersAt(at) > 0 && isSound(at);

/** Bytes that the name structure at `at` takes, its NUL included. */
export const nameSize = (at: number): number => NAME_HEADER + u16(at + 6) * 2 + 2;

function readName(at: number): Name | undefined {
  const chars = charactersAt(at);
  if (chars === 0) return undefined;
  if (!isSound(at)) {
    if (chunk.whole !== undefined) return undefined;
    chunk.unsoundNames++;
  }
  const text = utf16(at + NAME_HEADER, chars * 2);
  let name = byText.get(text);
  if (name === undefined) {
    if (byText.size >= MAX_NAMES) byText.clear();
    name = { id: nextId++, text };
    byText.set(text, name);
  }
  cache.set(at, name);
  return name;
}

/** The number of characters of the name at `at`, or 0 where there cannot be one. */
function charactersAt(at: number): number {
  if (at < CHUNK_HEADER_SIZE || at + NAME_HEADER > CHUNK_SIZE) return 0;
  const chars = u16(at + 6);
  return at + NAME_HEADER + chars * 2 <= CHUNK_SIZE ? chars : 0;
}

/** The hash stored with a name tells it from whatever has overwritten it. */
const isSound = (at: number): boolean => hashOf(at + NAME_HEADER, u16(at + 6)) === u16(at + 4);

/** Low 16 bits of the hash by which a chunk files its names: `hash * 65599 + character`. */
function hashOf(at: number, chars: number): number {
  let hash = 0;
  for (let i = 0; i < chars; i++) hash = (Math.imul(hash, 65_599) + u16(at + i * 2)) | 0;
  return hash & 0xffff;
}

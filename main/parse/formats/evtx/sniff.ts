import type { Confidence, Head } from '../../parser.ts';
import { CHUNK_MAGIC, CHUNK_SIZE, FILE_HEADER_SIZE, FILE_MAGIC } from './layout.ts';

const startsWith = (bytes: Buffer, at: number, magic: Buffer): boolean =>
  bytes.length >= at + magic.length && bytes.subarray(at, at + magic.length).equals(magic);

/** Exact by the file header; strong where that is damaged but a chunk is at its place. */
export function sniff(head: Head): Confidence {
  if (startsWith(head.bytes, 0, FILE_MAGIC)) return 3;
  for (let at = FILE_HEADER_SIZE; at < head.bytes.length; at += CHUNK_SIZE)
    if (startsWith(head.bytes, at, CHUNK_MAGIC)) return 2;
  return 0;
}

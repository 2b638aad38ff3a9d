import type { FileHandle } from 'node:fs/promises';

/** End of central directory record, without its comment (APPNOTE 4.3.16). */
const SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');
const LENGTH = 22;
/** So far from the end of the file it is looked for: the longest comment, and room for what was added after it. */
const SEARCHED = 1 << 20;
/** Sizes and offsets that are in a zip64 record instead. */
const IN_ZIP64 = 0xffffffff;

/**
 * Where a ZIP archive ends, in bytes from the start of its file: bytes may follow that are not its own. The last
 * record whose directory ends where it begins is taken; undefined when there is none, which is for whoever reads the
 * directory to say more of.
 */
export async function zipEnd(file: FileHandle, size: number): Promise<number | undefined> {
  const start = Math.max(0, size - SEARCHED);
  const tail = Buffer.alloc(size - start);
  const { bytesRead } = await file.read(tail, 0, tail.length, start);
  for (let at = bytesRead - LENGTH; at >= 0; at -= 1) {
    at = tail.lastIndexOf(SIGNATURE, at);
    if (at < 0) return undefined;
    const end = start + at + LENGTH + tail.readUInt16LE(at + 20);
    if (end <= size && directoryEndsAt(tail, at, start + at)) return end;
  }
  return undefined;
}

function directoryEndsAt(tail: Buffer, at: number, position: number): boolean {
  const length = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  return length === IN_ZIP64 || offset === IN_ZIP64 || offset + length === position;
}

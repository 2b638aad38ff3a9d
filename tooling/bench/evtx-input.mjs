// Builds the log that the EVTX benchmark reads: whole chunks of real logs, or without any of logs we write, repeated
// under new record numbers until the file has its size. Checksums are right; the same chunks give the same bytes.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

const FILE_HEADER = 4096;
const CHUNK = 65_536;
const CHUNK_HEADER = 512;
/** Chunks that are used less would mostly measure the skipping of zeros. */
const MIN_USED = 40_000;
/** The file header counts chunks in 16 bits. */
const MAX_CHUNKS = 65_535;

/** @typedef {{ readonly bytes: Buffer, readonly end: number, readonly records: readonly number[] }} Chunk */

/**
 * Writes the file and tells how many records it has.
 * @param {string} file
 * @param {number} bytes
 * @param {readonly Chunk[]} pool
 */
export function writeInput(file, bytes, pool) {
  const chunks = Math.min(MAX_CHUNKS, Math.floor((bytes - FILE_HEADER) / CHUNK));
  const descriptor = openSync(file, 'w');
  let next = 1;
  writeSync(descriptor, Buffer.alloc(FILE_HEADER));
  for (let i = 0; i < chunks; i++) {
    const chunk = pool[i % pool.length];
    if (chunk === undefined) throw new Error('there are no chunks to build the log from');
    writeSync(descriptor, renumbered(chunk, next));
    next += chunk.records.length;
  }
  writeSync(descriptor, fileHeader(chunks, next), 0, FILE_HEADER, 0);
  closeSync(descriptor);
  return next - 1;
}

/** All chunks of real logs that are whole and full enough, each once. @param {string} folder @returns {Chunk[]} */
export function realChunks(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.evtx'))
    .sort();
  return distinct(files.flatMap((name) => chunksOf(readFileSync(join(folder, name)))));
}

/** The whole and well-filled chunks of one log. @param {Buffer} log @returns {Chunk[]} */
export function chunksOf(log) {
  const chunks = [];
  for (let at = FILE_HEADER; at + CHUNK <= log.length; at += CHUNK) {
    const chunk = wholeChunk(log.subarray(at, at + CHUNK));
    if (chunk !== undefined) chunks.push(chunk);
  }
  return chunks;
}

/** @param {Buffer} bytes @returns {Chunk | undefined} */
function wholeChunk(bytes) {
  if (bytes.toString('latin1', 0, 8) !== 'ElfChnk\0') return undefined;
  const end = bytes.readUInt32LE(48);
  if (end < MIN_USED || end > CHUNK) return undefined;
  if (crc32(bytes.subarray(CHUNK_HEADER, end)) !== bytes.readUInt32LE(52)) return undefined;
  if (headerChecksum(bytes) !== bytes.readUInt32LE(124)) return undefined;
  const records = [];
  for (let at = CHUNK_HEADER; at < end;) {
    const size = bytes.readUInt32LE(at + 4);
    if (bytes.readUInt32LE(at) !== 0x2a2a || size < 28 || at + size > end) return undefined;
    records.push(at);
    at += size;
  }
  return { bytes, end, records };
}

/** @param {Chunk[]} chunks */
function distinct(chunks) {
  const seen = new Set();
  return chunks.filter(({ bytes, end }) => {
    const hash = createHash('sha1').update(bytes.subarray(CHUNK_HEADER, end)).digest('hex');
    if (seen.has(hash)) return false;
    seen.add(hash);
    return true;
  });
}

/** The chunk with records numbered from `first`, and nothing in its slack. @param {Chunk} chunk @param {number} first */
function renumbered({ bytes, end, records }, first) {
  const copy = Buffer.from(bytes);
  copy.fill(0, end);
  records.forEach((at, n) => copy.writeBigUInt64LE(BigInt(first + n), at + 8));
  const last = first + records.length - 1;
  copy.writeBigUInt64LE(BigInt(first), 8);
  copy.writeBigUInt64LE(BigInt(last), 16);
  copy.writeBigUInt64LE(BigInt(first), 24);
  copy.writeBigUInt64LE(BigInt(last), 32);
  copy.writeUInt32LE(records.at(-1) ?? 0, 44);
  copy.writeUInt32LE(crc32(copy.subarray(CHUNK_HEADER, end)), 52);
  copy.writeUInt32LE(0, 120);
  copy.writeUInt32LE(headerChecksum(copy), 124);
  return copy;
}

/** @param {Buffer} chunk */
const headerChecksum = (chunk) =>
  crc32(chunk.subarray(128, CHUNK_HEADER), crc32(chunk.subarray(0, 120)));

/** @param {number} chunks @param {number} nextRecord */
function fileHeader(chunks, nextRecord) {
  const header = Buffer.alloc(FILE_HEADER);
  header.write('ElfFile\0', 'latin1');
  header.writeBigUInt64LE(BigInt(chunks - 1), 16);
  header.writeBigUInt64LE(BigInt(nextRecord), 24);
  header.writeUInt32LE(128, 32);
  header.writeUInt16LE(1, 36);
  header.writeUInt16LE(3, 38);
  header.writeUInt16LE(FILE_HEADER, 40);
  header.writeUInt16LE(chunks, 42);
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
  return header;
}

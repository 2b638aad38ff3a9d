import { crc32 } from 'node:zlib';
import { CHUNK_SIZE, ChunkBuilder } from './chunk-builder.ts';
import { eventFragment } from './event-fragment.ts';
import type { LogEvent } from './log-event.ts';

const FILE_HEADER_SIZE = 4096;
const FLAG_DIRTY = 1;
const FLAG_FULL = 2;

export interface LogOptions {
  /** Number of the first record; 1 unless given. */
  readonly firstRecord?: bigint;
  /** Marked as left open, as a log copied from a running machine is. */
  readonly dirty?: boolean;
  readonly full?: boolean;
  /** Chunks are built in memory that is not cleared, so that old records show behind the new ones. */
  readonly slack?: boolean;
  /** Empty chunks behind the used ones, as Windows allocates. */
  readonly spareChunks?: number;
}

/**
 * Writes a Windows event log as Windows does: templates, substitution arrays, string and template tables, checksums.
 * libevtx reads it too, but for what it does not know (events without templates, arrays of all but text). The same
 * events and options give the same bytes.
 */
export function writeLog(events: Iterable<LogEvent>, options: LogOptions = {}): Buffer {
  const firstRecord = options.firstRecord ?? 1n;
  const chunks: Buffer[] = [];
  let number = firstRecord;
  let firstOfChunk = number;
  let builder = new ChunkBuilder();
  const close = (): void => {
    chunks.push(builder.finish(firstOfChunk - firstRecord + 1n));
    firstOfChunk = number;
    builder = new ChunkBuilder(options.slack === true ? chunks.at(-1) : undefined);
  };
  for (const event of events) {
    const fragment = eventFragment(event, number);
    if (!builder.append(number, event.time, fragment)) {
      if (builder.isEmpty) throw new RangeError('A record does not fit into a chunk');
      close();
      if (!builder.append(number, event.time, fragment))
        throw new RangeError('A record does not fit into a chunk');
    }
    number++;
  }
  if (!builder.isEmpty) close();
  return Buffer.concat([
    fileHeader(chunks.length, number, options),
    ...chunks,
    Buffer.alloc((options.spareChunks ?? 0) * CHUNK_SIZE),
  ]);
}

function fileHeader(chunks: number, nextRecord: bigint, { dirty, full }: LogOptions): Buffer {
  const header = Buffer.alloc(FILE_HEADER_SIZE);
  header.write('ElfFile\0', 0, 'latin1');
  header.writeBigUInt64LE(0n, 8);
  header.writeBigUInt64LE(BigInt(Math.max(0, chunks - 1)), 16);
  header.writeBigUInt64LE(nextRecord, 24);
  header.writeUInt32LE(128, 32);
  header.writeUInt16LE(1, 36);
  header.writeUInt16LE(3, 38);
  header.writeUInt16LE(FILE_HEADER_SIZE, 40);
  header.writeUInt16LE(chunks, 42);
  header.writeUInt32LE((dirty === true ? FLAG_DIRTY : 0) | (full === true ? FLAG_FULL : 0), 120);
  sealFileHeader(header);
  return header;
}

/** Makes the checksum of the file header right again. */
export function sealFileHeader(log: Buffer): void {
  log.writeUInt32LE(crc32(log.subarray(0, 120)), 124);
}

import { crc32 } from 'node:zlib';
import type { ByteSource } from '../../parser.ts';
import type { Issues } from './issues.ts';
import {
  CHUNK_SIZE,
  FILE_FLAG_DIRTY,
  FILE_FLAG_FULL,
  FILE_HEADER_SIZE,
  FILE_MAGIC,
} from './layout.ts';
import { readFully } from './window.ts';

const HEADER_BYTES = 128;
const CHECKED_BYTES = 120;

export interface FileHeader {
  /** Magic and checksum are right, so the numbers can be believed as far as `dirty` allows. */
  readonly sound: boolean;
  /** Set while Windows has the log open: the numbers below may be older than the chunks. */
  readonly dirty: boolean;
  readonly chunkCount: number;
  /** Identifier that the next record would get. */
  readonly nextRecord: number;
  /** File offset of the first chunk; bytes before it are the header's block. */
  readonly size: number;
}

/** Reads the file header and reports what is wrong with it; a file without one is read all the same. */
export function readFileHeader(source: ByteSource, issues: Issues): FileHeader {
  const head = Buffer.alloc(HEADER_BYTES);
  const got = readFully(source, 0, head);
  if (got < HEADER_BYTES || !head.subarray(0, FILE_MAGIC.length).equals(FILE_MAGIC)) {
    issues.report(
      'evtx-file-header',
      'warning',
      'The file does not begin with an event log header; its chunks are read without one.',
      { offset: 0, length: Math.min(got, HEADER_BYTES) },
    );
    return {
      sound: false,
      dirty: false,
      chunkCount: 0,
      nextRecord: 0,
      size: Math.min(FILE_HEADER_SIZE, source.size),
    };
  }
  const sound = crc32(head.subarray(0, CHECKED_BYTES)) === head.readUInt32LE(124);
  if (!sound)
    issues.report(
      'evtx-file-header-checksum',
      'warning',
      'The checksum of the file header is wrong: the header was damaged or edited.',
      { offset: 0, length: HEADER_BYTES },
    );
  const flags = head.readUInt32LE(120);
  const dirty = (flags & FILE_FLAG_DIRTY) !== 0;
  if (dirty)
    issues.report(
      'evtx-dirty',
      'info',
      'The log was not closed: its header is older than its chunks, and the last records may be incomplete.',
      { offset: 120, length: 4 },
    );
  if ((flags & FILE_FLAG_FULL) !== 0)
    issues.report('evtx-full', 'info', 'The log is marked full: later events were not recorded.', {
      offset: 120,
      length: 4,
    });
  const major = head.readUInt16LE(38);
  const minor = head.readUInt16LE(36);
  if (major !== 3)
    issues.report(
      'evtx-version',
      'warning',
      `The log says it is of format version ${major}.${minor}; version 3 is what is known.`,
      { offset: 36, length: 4 },
    );
  const block = head.readUInt16LE(40);
  return {
    sound,
    dirty,
    chunkCount: head.readUInt16LE(42),
    nextRecord: Number(head.readBigUInt64LE(24)),
    size: Math.min(
      sound && block >= HEADER_BYTES && block < CHUNK_SIZE ? block : FILE_HEADER_SIZE,
      source.size,
    ),
  };
}

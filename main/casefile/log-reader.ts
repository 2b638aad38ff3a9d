import { open } from 'node:fs/promises';
import type { Sha256 } from '#shared/model/ids.ts';
import type { ChainBreak, LogHead } from './chain-check.ts';
import { ChainCheck } from './chain-check.ts';
import { isSystemError } from './io-failure.ts';
import type { SignedEntry } from './signed-line.ts';
import { anchorOf } from './signed-line.ts';
import type { KeyRing } from './signing-key.ts';

/** What a log turned out to be. */
export interface LogReading {
  /** Up to the last line that is whole and proven. */
  readonly head: LogHead;
  /** Bytes of the file. */
  readonly size: number;
  /**
   * The file goes on after its last line feed: what a crash in the middle of a write leaves behind, be it half a
   * line or blocks of zeros. Never acknowledged, or else a head kept elsewhere knows of more lines.
   */
  readonly torn: boolean;
  readonly broken: ChainBreak | undefined;
}

export interface ReadOptions {
  readonly path: string;
  /** Name of the log within the case, part of its anchor: `ledger`, `work`. */
  readonly name: string;
  readonly caseId: string;
  readonly keys: KeyRing;
  /** A line count kept elsewhere; the hash of that line is looked up. */
  readonly kept?: LogHead;
  /** Verify the signature of every line on its own, not only those that prove the rest. */
  readonly every?: boolean;
  /** Gets each entry that is proven, in order. */
  readonly visit: (entry: SignedEntry) => void;
}

const CHUNK = 2 ** 20;
const LINE_FEED = 0x0a;

/** Reads and verifies a whole log. A missing file is an empty log. Throws the system's error. */
export async function readLog(options: ReadOptions): Promise<LogReading> {
  const { keys, kept, visit } = options;
  let keptHash: Sha256 | undefined;
  const anchor = anchorOf(options.name, options.caseId);
  const check = new ChainCheck(keys, anchor, options.every === true, (entry) => {
    if (kept !== undefined && entry.seq === kept.lines - 1) keptHash = entry.hash;
    visit(entry);
  });
  const size = await eachLine(options.path, (line) => check.line(line));
  const whole = check.end();
  const { head } = check;
  if (!whole) return { head, size, torn: false, broken: check.broken };
  const broken = kept === undefined ? undefined : comparedToKept(head, kept, keptHash, anchor);
  return { head, size, torn: size > head.bytes, broken };
}

function comparedToKept(
  head: LogHead,
  kept: LogHead,
  keptHash: Sha256 | undefined,
  anchor: Sha256,
): ChainBreak | undefined {
  if (head.lines < kept.lines) {
    const why = `is missing: ${kept.lines} lines were signed and ${head.lines} are there`;
    return { line: head.lines + 1, offset: head.bytes, why };
  }
  const found = kept.lines === 0 ? anchor : keptHash;
  if (found === kept.hash) return undefined;
  return { line: kept.lines, offset: 0, why: 'is not the line that the kept head names' };
}

/** Hands over each line that has its line feed until told false. Size of the file in bytes. */
async function eachLine(path: string, take: (line: Buffer) => boolean): Promise<number> {
  const handle = await openIfThere(path);
  if (handle === undefined) return 0;
  try {
    const { size } = await handle.stat();
    let rest: Buffer[] = [];
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(CHUNK);
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, null);
      if (bytesRead === 0) return size;
      let start = 0;
      for (;;) {
        const end = chunk.subarray(0, bytesRead).indexOf(LINE_FEED, start);
        if (end < 0) break;
        const part = chunk.subarray(start, end);
        const line = rest.length === 0 ? part : Buffer.concat([...rest, part]);
        rest = [];
        start = end + 1;
        if (!take(line)) return size;
      }
      if (start < bytesRead) rest.push(chunk.subarray(start, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

async function openIfThere(path: string): Promise<Awaited<ReturnType<typeof open>> | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

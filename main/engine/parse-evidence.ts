import type { IngestRequest } from '#shared/ipc/evidence.ts';
import type { Issue } from '#shared/model/issue.ts';
import { reasonOf } from '../casefile/io-failure.ts';
import { stopIfClosing } from '../evidence/case-closing.ts';
import type { IssueShelf } from '../evidence/issue-shelf.ts';
import type { Parsed, SealedEvidence } from '../evidence/sealed-evidence.ts';
import { readHead } from '../evidence/read-head.ts';
import type { ParsePool } from '../parse/parse-client.ts';
import type { ParseContext } from '../parse/parser.ts';
import { HEAD_BYTES, sniff, type Candidate } from '../parse/sniff.ts';
import type { EventStore } from '../store/event-store.ts';

export interface ParseEvidenceParts {
  readonly pool: ParsePool;
  readonly store: EventStore;
  readonly issues: IssueShelf;
}

export interface ParseWatcher {
  /** Bytes of the file passed so far. */
  progress(file: SealedEvidence, bytes: number): void;
  /** Events that became visible. */
  stored(file: SealedEvidence, events: number): void;
  issues(file: SealedEvidence, count: number): void;
}

export type ParseWishes = Pick<IngestRequest, 'zone' | 'tables'>;

export const recognise = async (
  path: string,
  name: string,
  size: number,
): Promise<Candidate | undefined> =>
  sniff({ bytes: await readHead(path, HEAD_BYTES), name, size })[0];

/** Finds a sealed file's format and reads its events into the store. Cancelling keeps what was whole. */
export async function parseEvidence(
  parts: ParseEvidenceParts,
  file: SealedEvidence,
  wishes: ParseWishes,
  watcher: ParseWatcher,
  signal: AbortSignal,
): Promise<Parsed> {
  let candidate: Candidate | undefined;
  try {
    candidate = await recognise(file.path, file.name, file.size);
  } catch (error) {
    // A file that was left where it was may be gone by now.
    const { why } = reasonOf(error);
    return { state: 'failed', seconds: 0, explanation: `${file.path} cannot be read: ${why}` };
  }
  if (candidate === undefined) {
    return {
      state: 'unparsed',
      seconds: 0,
      explanation: 'no parser of this version knows its format; it is sealed and listed',
    };
  }
  const { parser, confidence } = candidate;
  const zone = parser.zone === 'local' ? wishes.zone : undefined;
  const context: ParseContext = {
    name: file.name,
    zone,
    reference:
      file.modifiedAt === undefined ? undefined : BigInt(Date.parse(file.modifiedAt)) * 1_000_000n,
    options: wishes.tables?.[file.originalPath],
  };
  const found: Issue[] = [];
  const stored = {
    index: file.index,
    sha256: file.sha256,
    name: file.name,
    parser: parser.id,
    parserVersion: parser.version,
  };
  const writer = await parts.store.write(stored, (rows) => watcher.stored(file, rows));
  const outcome = await parts.pool.run(
    { path: file.path, size: file.size, parser: parser.id, context },
    {
      batch: (batch) => writer.add(batch),
      issues: (more) => {
        found.push(...more);
        watcher.issues(file, found.length);
      },
      progress: (bytes) => watcher.progress(file, bytes),
    },
    signal,
  );
  // Not whole: its events go out again when the store is opened, and the file is read from the start.
  stopIfClosing(signal);
  await writer.finish();
  await parts.issues.put(file.index, found);
  const { account, coverage, status, failure, seconds } = outcome;
  const state = status === 'done' ? 'done' : status === 'cancelled' ? 'partial' : 'failed';
  const assumed = account.zoneAssumed > 0 ? (zone ?? 'UTC') : undefined;
  return {
    state,
    format: parser.title,
    parser: parser.id,
    parserVersion: parser.version,
    confidence,
    ...(assumed === undefined ? {} : { assumedZone: assumed }),
    coverage,
    ...(account.firstTime === undefined ? {} : { firstTime: account.firstTime }),
    ...(account.lastTime === undefined ? {} : { lastTime: account.lastTime }),
    seconds,
    ...(failure === undefined ? {} : { explanation: failure.message }),
  };
}

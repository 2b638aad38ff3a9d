import type { IngestedFile, TableOptions } from '#shared/ipc/evidence.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import { FailureError } from '#shared/model/result.ts';
import { VERSION } from '#shared/model/version.ts';
import { toolName } from '../casefile/tool-name.ts';
import { IngestWatcher } from './ingest-watcher.ts';
import type { IngestParts } from './ingest.ts';
import type { Job } from './jobs.ts';
import { parseEvidence, type ParseWishes } from './parse-evidence.ts';
import { runJob } from './run-job.ts';
import { readingWishes, sealedEvidence } from './sealed-evidence.ts';
import { settleEvents } from './settle-events.ts';
import { unwrap } from './unwrap.ts';

/** Reads one sealed file again, with the current parser and perhaps other wishes; its events are replaced. */
export function reparse(
  parts: IngestParts,
  request: { readonly evidence: number; readonly zone?: string; readonly table?: TableOptions },
): Promise<IngestedFile> {
  const { session } = parts;
  const item = session.writable.item(request.evidence);
  if (item.state === 'container') {
    throw new FailureError({
      code: 'invalid-argument',
      message: `${item.name} is a container; its members are evidence of their own.`,
    });
  }
  const wishes = readingWishes(session.folder.ledger.records, item, request);
  return runJob(parts, 'reparse', `Reading ${item.name} again`, async (job, signal) => {
    const file = await readAgain(parts, item, wishes, job, signal);
    await settleEvents(session);
    const events = `${file.events.toLocaleString('en')} events`;
    return file.status === 'partial'
      ? { value: file, outcome: `Cancelled. Kept: ${events}.`, cancelled: true }
      : { value: file, outcome: `${events}.` };
  });
}

/** The same for all files of the case whose events are missing; the caller's job counts them together. */
export async function readAgain(
  { session, workers }: IngestParts,
  item: EvidenceItem,
  wishes: ParseWishes,
  job: Job,
  signal: AbortSignal,
): Promise<IngestedFile> {
  const { folder, issues, events: store } = session;
  const file = sealedEvidence(session, item);
  const watcher = new IngestWatcher(job, session);
  watcher.found(1, file.size);
  watcher.sealed(file);
  const parsed = await parseEvidence(
    { pool: workers.pool, store, issues },
    file,
    wishes,
    watcher,
    signal,
  );
  const table = wishes.tables?.[item.originalPath];
  unwrap(
    await folder.ledger.append({
      kind: 'evidence-parsed',
      body: {
        ...parsed,
        ...(table === undefined ? {} : { table }),
        index: item.index,
        sha256: item.sha256,
        tool: toolName(VERSION),
      },
    }),
  );
  const outcome: IngestedFile = {
    path: item.originalPath,
    sha256: item.sha256,
    sha1: item.sha1,
    md5: item.md5,
    size: item.size,
    ...(parsed.format === undefined ? {} : { format: parsed.format }),
    ...(parsed.parser === undefined
      ? {}
      : { parser: `${parsed.parser}@${parsed.parserVersion ?? 0}` }),
    records: parsed.coverage?.records ?? 0,
    events: parsed.coverage?.events ?? 0,
    issues: parsed.coverage?.issues ?? 0,
    bytes: parsed.coverage?.bytes ?? { parsed: 0, skipped: 0, unexplained: item.size },
    coverage: parsed.coverage?.fraction ?? 0,
    seconds: parsed.seconds,
    status: parsed.state,
    ...(parsed.explanation === undefined ? {} : { explanation: parsed.explanation }),
  };
  watcher.ended(outcome);
  return outcome;
}

import { counted } from '#shared/work/number-text.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import { FailureError } from '#shared/model/result.ts';
import { clearIncoming } from '../evidence/clear-incoming.ts';
import { FewAtOnce } from '../evidence/few-at-once.ts';
import { unfinishedIntakes } from '../evidence/unfinished.ts';
import { resume, type IngestParts } from './ingest.ts';
import { readAgain } from './reparse.ts';
import { runJob } from './run-job.ts';
import { readingWishes } from './sealed-evidence.ts';
import type { Session } from './session.ts';
import { settleEvents } from './settle-events.ts';

/**
 * Takes up what a crash, a full disk or the closing of the case interrupted: intakes that did not end, sealed files
 * that nobody read, events that are not in the store. Answers when the jobs have begun; they go on behind.
 */
export async function takeUp(parts: IngestParts): Promise<void> {
  const { session } = parts;
  const { layout, ledger } = session.folder;
  if (session.folder.readOnly !== undefined) return;
  await clearIncoming(layout);
  const lost = session.unread;
  const jobs: Promise<unknown>[] = unfinishedIntakes(ledger.records, layout).map((rest) =>
    resume(parts, rest),
  );
  if (lost.length > 0) jobs.push(readLost(parts, lost));
  for (const job of jobs) job.catch((error: unknown) => tellUnlessExpected(session, error));
}

function readLost(parts: IngestParts, items: readonly EvidenceItem[]): Promise<void> {
  const { session } = parts;
  const { records } = session.folder.ledger;
  const files = counted(items.length, 'file');
  return runJob(parts, 'reparse', `Reading ${files} again`, (job, signal) =>
    session.taking(async () => {
      let events = 0;
      const reading = new FewAtOnce();
      try {
        for (const item of items) {
          if (signal.aborted) break;
          await reading.begin(item.size, async () => {
            const wishes = readingWishes(records, item);
            const read = await readAgain(parts, item, wishes, job, signal);
            events += read.events;
          });
        }
      } finally {
        await reading.settled();
      }
      if (!signal.aborted) await settleEvents(session);
      return {
        value: undefined,
        outcome: `${events.toLocaleString('en')} events of ${files} are back in the store.`,
        cancelled: signal.aborted,
      };
    }),
  );
}

/** How a job failed is on the screen already; only a bug has nobody to be told to. */
function tellUnlessExpected(session: Session, error: unknown): void {
  if (!(error instanceof FailureError)) session.tell.bug(error);
}

import type { EvidenceItem } from '#shared/model/evidence.ts';
import { clearIncoming } from '../evidence/clear-incoming.ts';
import type { IngestParts } from './ingest.ts';
import { readAgain } from './reparse.ts';
import { runJob } from './run-job.ts';
import { readingWishes } from './sealed-evidence.ts';
import type { Session } from './session.ts';
import { settleEvents } from './settle-events.ts';

/** States whose events belong into the store. */
const READ: ReadonlySet<EvidenceItem['state']> = new Set(['queued', 'done', 'partial']);

/** Sealed files whose events are not all in the store: a crash, or a store that was made anew. */
async function unread(session: Session): Promise<readonly EvidenceItem[]> {
  const loaded = await session.events.loaded();
  return session.evidence.filter(({ index, state }) => READ.has(state) && !loaded.has(index));
}

/** Takes up what a crash interrupted. Answers at once; the job goes on behind. */
export async function takeUp(parts: IngestParts): Promise<void> {
  const { session } = parts;
  if (session.folder.readOnly !== undefined) return;
  await clearIncoming(session.folder.layout);
  const items = await unread(session);
  if (items.length === 0) return;
  const { records } = session.folder.ledger;
  const files = items.length === 1 ? '1 file' : `${items.length} files`;
  runJob(parts, 'reparse', `Reading ${files} again`, async (job, signal) => {
    let events = 0;
    for (const item of items) {
      if (signal.aborted) break;
      events += (await readAgain(parts, item, readingWishes(records, item), job, signal)).events;
    }
    if (!signal.aborted) await settleEvents(session);
    return {
      value: undefined,
      outcome: `${events.toLocaleString('en')} events of ${files} are back in the store.`,
      cancelled: signal.aborted,
    };
  }).catch((error: unknown) => session.tell.bug(error));
}

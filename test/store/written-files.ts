import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import type { ParsedEvent } from '#main/parse/parser.ts';
import type { EventStore } from '#main/store/event-store.ts';
import { batchOf, sampleEvents } from './sample-events.ts';

/** Files that a test writes, of so many events, in batches of so many rows. */
export const FILES = 30;
export const FILE_ROWS = 4_000;
const BATCH = 1_000;

export const sha256Of = (index: number): Sha256 => String(index).padStart(64, '0') as Sha256;

export const eventsOf = (index: number): readonly ParsedEvent[] =>
  sampleEvents(FILE_ROWS, index + 1);

export async function writeFile(store: EventStore, index: number): Promise<void> {
  const events = eventsOf(index);
  const writer = await store.write(
    {
      index: index as EvidenceIndex,
      sha256: sha256Of(index),
      name: `file ${index}`,
      parser: 'p',
      parserVersion: 1,
    },
    () => undefined,
  );
  for (let first = 0; first < events.length; first += BATCH) {
    await writer.add(batchOf(events.slice(first, first + BATCH), first));
  }
  await writer.finish();
}

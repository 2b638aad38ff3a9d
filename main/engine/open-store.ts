import { type Failure, FailureError } from '#shared/model/result.ts';
import type { CaseFolder } from '../casefile/case-folder.ts';
import { parsers } from '../parse/registry.ts';
import { EventStore } from '../store/event-store.ts';
import { aliasesOf } from './aliases.ts';

/**
 * The event store of an open case, or why it cannot be had. Only a case that is open for reading may do without it:
 * its log, evidence and reports can still be read.
 * @throws FailureError where the case is ours to write
 */
export async function openStore({ layout, readOnly }: CaseFolder): Promise<EventStore | Failure> {
  try {
    return await EventStore.open(layout.events, aliasesOf(parsers));
  } catch (error) {
    if (readOnly === undefined) throw error;
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      code: error instanceof FailureError ? error.failure.code : 'io',
      message: `The events cannot be read while the case is open for reading only: ${why}`,
      subject: layout.events,
    };
  }
}

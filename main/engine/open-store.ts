import { type Failure, FailureError } from '#shared/model/result.ts';
import type { CaseFolder } from '../casefile/case-folder.ts';
import { isSystemError } from '../casefile/io-failure.ts';
import { parsers } from '../parse/registry.ts';
import { EventStore } from '../store/event-store.ts';
import { aliasesOf } from './aliases.ts';

/**
 * The event store of an open case, or why it cannot be had. Of a case that is open for reading it is a copy, since the
 * store belongs to whoever writes to the case; such a case may do without it: its log, evidence and reports can still be
 * read.
 * @throws FailureError where the case is ours to write
 */
export async function openStore({ layout, readOnly }: CaseFolder): Promise<EventStore | Failure> {
  const aliases = aliasesOf(parsers);
  if (readOnly === undefined) return EventStore.open(layout.events, aliases);
  try {
    return await EventStore.openCopy(layout.events, aliases);
  } catch (error) {
    return {
      code: error instanceof FailureError ? error.failure.code : 'io',
      message: `The events cannot be shown while the case is open for reading only: ${whyOf(error)}`,
      subject: layout.events,
    };
  }
}

/** A sentence that says what to do, where something can be done. */
function whyOf(error: unknown): string {
  const code = isSystemError(error) ? error.code : undefined;
  if (code === 'ENOENT') {
    return 'there is no event store yet. It is made when the case is opened for writing.';
  }
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') {
    return 'the system lets nobody read the store while another program has it. Close the case there, then open it here again.';
  }
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

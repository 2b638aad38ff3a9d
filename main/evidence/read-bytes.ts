import { rm } from 'node:fs/promises';
import { FailureError } from '#shared/model/result.ts';
import { reasonOf } from '../casefile/io-failure.ts';
import type { IntakeRecord } from './intake-record.ts';
import { ChangedError } from './seal.ts';
import type { Origin } from './sealed-evidence.ts';

/**
 * Runs what reads and seals one file. Whatever goes wrong with the file becomes its outcome and the copy is gone; what
 * concerns the whole intake, and bugs, are thrown on. `size` in bytes, as far as it is known.
 */
export async function readBytes<T>(
  record: IntakeRecord,
  { origin, size, copy }: { origin: Origin; size?: number; copy: string | undefined },
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (copy !== undefined) await rm(copy, { force: true });
    await explain(record, origin, size, error);
    return undefined;
  }
}

async function explain(
  record: IntakeRecord,
  origin: Origin,
  size: number | undefined,
  error: unknown,
): Promise<void> {
  if (error instanceof FailureError && error.failure.code === 'cancelled') {
    record.stopped(origin, size ?? 0);
    return;
  }
  if (error instanceof ChangedError) {
    return record.refused(origin, 'changed', error.message, size);
  }
  if (error instanceof FailureError) throw error;
  const { code, why } = reasonOf(error);
  if (code === 'disk-full') {
    throw new FailureError({
      code,
      message: `${origin.originalPath} cannot be sealed: ${why}. Free some space and add it again.`,
      subject: origin.originalPath,
    });
  }
  return record.refused(origin, code === 'not-found' ? 'missing' : 'unreadable', why, size);
}

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseLayout } from '../casefile/case-layout.ts';
import { isSystemError } from '../casefile/io-failure.ts';

/** Takes away the copies that were being written when the process ended. */
export async function clearIncoming(layout: CaseLayout): Promise<void> {
  try {
    for (const name of await readdir(layout.incoming)) {
      await rm(join(layout.incoming, name), { force: true });
    }
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
  }
}

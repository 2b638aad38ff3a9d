import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { CaseId, OpId } from '#shared/model/ids.ts';
import type { Failure } from '#shared/model/result.ts';
import type { Op } from '#shared/work/op.ts';

/** Text that was typed and is not an operation yet. */
export interface Draft {
  /** What is being written, e.g. `section <report> <section>`. */
  readonly key: string;
  readonly value: unknown;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * What the page keeps of one case. Each case has a database of its own, so that two cases cannot mix. Writes are
 * on disk, not only handed to the system, when they are acknowledged.
 */
export class CaseDatabase extends Dexie {
  readonly ops!: Table<Op, OpId>;
  readonly drafts!: Table<Draft, string>;

  constructor(caseId: CaseId) {
    super(`fireline-case-${caseId}`, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ ops: 'id, clock', drafts: 'key' });
  }
}

/** Why the page's own storage refused, for the analyst; bugs are thrown on. */
export function storageFailure(error: unknown): Failure {
  if (!(error instanceof Dexie.DexieError)) throw error;
  const full = `${error.name} ${error.message}`.includes('QuotaExceeded');
  return full
    ? {
        code: 'disk-full',
        message: 'The disk is full: this window cannot keep a copy of your work.',
      }
    : { code: 'io', message: `This window cannot keep a copy of your work (${error.name}).` };
}

import type { CaseId } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import { ok } from '#shared/model/result.ts';
import type { Op } from '#shared/work/op.ts';
import type { CaseDatabase } from './case-database.ts';
import { storageFailure } from './case-database.ts';

/** Ops in one transaction when many are copied: a fraction of a second each. */
const AT_ONCE = 1_000;

/** The page's own copy of a case's operations. */
export class OpShelf {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: CaseDatabase,
    private readonly caseId: CaseId,
  ) {}

  async all(): Promise<Result<readonly Op[]>> {
    try {
      const ops = await this.database.ops.toArray();
      return ok(ops.filter((op) => op.case === this.caseId));
    } catch (error) {
      return { ok: false, failure: storageFailure(error) };
    }
  }

  /** Resolves once the ops are on disk. */
  keep(ops: readonly Op[]): Promise<Result<null>> {
    const kept = this.put(ops);
    this.last = Promise.all([this.last, kept]);
    return kept;
  }

  /** Copies what is in the case folder already; a little at a time, so that acts get in between. */
  async copy(ops: readonly Op[]): Promise<Result<null>> {
    for (let at = 0; at < ops.length; at += AT_ONCE) {
      const kept = await this.keep(ops.slice(at, at + AT_ONCE));
      if (!kept.ok) return kept;
    }
    return ok(null);
  }

  /** Returns when everything handed over is on disk or refused. */
  async flush(): Promise<void> {
    await this.last;
  }

  private async put(ops: readonly Op[]): Promise<Result<null>> {
    try {
      await this.database.ops.bulkPut([...ops]);
      return ok(null);
    } catch (error) {
      return { ok: false, failure: storageFailure(error) };
    }
  }
}

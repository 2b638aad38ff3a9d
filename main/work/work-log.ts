import type { Analyst } from '#shared/model/case.ts';
import type { CaseId, OpId } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import { ok } from '#shared/model/result.ts';
import { nextHlc, parseHlc } from '#shared/work/hlc.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import { sealOp } from '#shared/work/seal.ts';
import type { LogChange } from '#shared/work/work-log.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import type { OpReading, RefusedLine } from './op-reading.ts';
import { opOfCase } from './op-reading.ts';
import type { OpStore } from './op-store.ts';
import { lineOf } from './op-store.ts';

export interface WorkLogOptions {
  readonly caseId: CaseId;
  readonly analyst: Analyst;
  readonly store: OpStore;
  /** What was read when the case was opened. */
  readonly reading: OpReading;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Eight random hex digits: this process in the clock of the ops it makes. */
  readonly node: string;
  /** After ops are on disk and in the state. */
  readonly changed?: (change: LogChange) => void;
}

export interface Appended {
  /** Ops that were not in the log before. */
  readonly appended: number;
  /** Of those, ops whose clock is more than a day ahead of this machine's: one of the two is set wrong. */
  readonly ahead: number;
}

const A_DAY = 24 * 3_600_000;

/** The analysts' operations of an open case: in memory what is on disk, and nothing that is not. */
export class CaseWorkLog {
  private readonly log: WorkLog;
  /** In the order of the file. */
  private readonly written: Op[];
  private readonly writing = new Map<OpId, Promise<Result<unknown>>>();
  private acting: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: WorkLogOptions) {
    this.written = [...options.reading.opsOf(options.caseId)];
    this.log = new WorkLog(this.written);
  }

  get state(): WorkState {
    return this.log.state;
  }

  /** Lines that were signed but hold no operation this version knows; for the analyst to see. */
  get refused(): readonly RefusedLine[] {
    return this.options.reading.refusedIn(this.options.caseId);
  }

  find(id: OpId): Op | undefined {
    return this.log.get(id);
  }

  counts(id: OpId): boolean {
    return this.log.counts(id);
  }

  /** Ops in file order, all or those after one; all when that one is not here. */
  list(since?: OpId): readonly Op[] {
    if (since === undefined) return [...this.written];
    return this.written.slice(this.written.findIndex(({ id }) => id === since) + 1);
  }

  /** What another log lacks of this one, and what this one lacks of it. */
  sync(have: readonly OpId[]): { readonly ops: readonly Op[]; readonly want: readonly OpId[] } {
    const theirs = new Set(have);
    return {
      ops: this.written.filter(({ id }) => !theirs.has(id)),
      want: [...theirs].filter((id) => this.log.get(id) === undefined),
    };
  }

  /**
   * Verifies ops from elsewhere and appends those that are new, all or none. Resolves once they are on disk;
   * `invalid-argument` when one is forged, malformed or of another case.
   */
  async append(values: readonly unknown[]): Promise<Result<Appended>> {
    const fresh = new Map<OpId, Op>();
    const underway: Promise<Result<unknown>>[] = [];
    for (const value of values) {
      const checked = opOfCase(value, this.options.caseId);
      if (!checked.ok) return checked;
      const op = checked.value;
      const written = this.writing.get(op.id);
      if (written !== undefined) underway.push(written);
      else if (this.log.get(op.id) === undefined) fresh.set(op.id, op);
    }
    const results = await Promise.all([this.write([...fresh.values()]), ...underway]);
    const failed = results.find((result) => !result.ok);
    if (failed !== undefined && !failed.ok) return failed;
    const limit = this.options.clock() + A_DAY;
    const ahead = [...fresh.values()].filter(({ clock }) => parseHlc(clock).ms > limit).length;
    return ok({ appended: fresh.size, ahead });
  }

  /** Seals an act of this process and appends it, one after another. */
  act(
    body: OpBody,
    why: { readonly reason?: string; readonly group?: string } = {},
  ): Promise<Result<Op>> {
    const done = this.acting.then(() => this.sealAndWrite(body, why));
    // The one who asked is told of a bug; the next act begins anew.
    this.acting = done.catch(() => undefined);
    return done;
  }

  private async sealAndWrite(
    body: OpBody,
    why: { readonly reason?: string; readonly group?: string },
  ): Promise<Result<Op>> {
    const { caseId, analyst, clock, node } = this.options;
    const sealed = sealOp({
      case: caseId,
      clock: nextHlc(this.log.clock, clock(), node),
      after: this.log.heads,
      analyst: analyst.id,
      body,
      ...why,
    });
    if (!sealed.ok) return sealed;
    const written = await this.write([sealed.value]);
    return written.ok ? sealed : written;
  }

  private async write(ops: readonly Op[]): Promise<Result<unknown>> {
    if (ops.length === 0) return ok(null);
    const written = this.options.store.append(ops.map(lineOf));
    for (const { id } of ops) this.writing.set(id, written);
    try {
      const result = await written;
      if (!result.ok) return result;
      this.written.push(...ops);
      // Added whether or not anybody listens: the next act is stamped after these.
      const added = this.log.add(ops);
      this.options.changed?.(added);
      return result;
    } finally {
      for (const { id } of ops) this.writing.delete(id);
    }
  }
}

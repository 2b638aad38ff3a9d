import type { CaseInfo } from '#shared/model/case.ts';
import type { Failure, Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { nextHlc } from '#shared/work/hlc.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import { partsOf } from '#shared/work/parts.ts';
import { sealOp } from '#shared/work/seal.ts';
import type { LogChange, WorkLog } from '#shared/work/work-log.ts';
import type { OpSender } from './op-sender.ts';
import type { OpShelf } from './op-shelf.ts';

/** saved: in the page's storage and in the case folder, both on disk. */
export type Saving =
  | { readonly state: 'saved' }
  | { readonly state: 'saving'; readonly ops: number }
  | { readonly state: 'not-saved'; readonly ops: number; readonly why: string };

export interface ActOptions {
  readonly reason?: string;
  /** Ties the ops of one act together; made up for an act of several ops when absent. */
  readonly group?: string;
}

export interface JournalOptions {
  readonly info: CaseInfo;
  readonly log: WorkLog;
  readonly shelf: Pick<OpShelf, 'keep' | 'copy'>;
  readonly sender: Pick<OpSender, 'send' | 'waiting' | 'trouble'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Eight random hex digits: this window in the clock of the ops it makes. */
  readonly node: string;
  readonly newGroup: () => string;
  /** The log changed, or how much of it is saved. */
  readonly changed: (change?: LogChange) => void;
}

/**
 * Makes the analyst's acts operations: they are in the log, and so on screen, at once; they are saved when the page's
 * storage and the case folder both have them on disk.
 */
export class OpJournal {
  /** Ops on their way into the page's storage. */
  private keeping = 0;
  private shelfTrouble: Failure | undefined;

  constructor(
    private readonly options: JournalOptions,
    shelfTrouble?: Failure,
  ) {
    this.shelfTrouble = shelfTrouble;
  }

  get saving(): Saving {
    const { sender } = this.options;
    const ops = this.keeping + sender.waiting;
    const why = sender.trouble ?? this.shelfTrouble?.message;
    if (why !== undefined) return { state: 'not-saved', ops, why };
    return ops === 0 ? { state: 'saved' } : { state: 'saving', ops };
  }

  /**
   * Performs an act of one or several ops. They are in the log when this returns; the promise resolves with them when
   * they are saved, or with why they are not. Of a failure that can pass they stay in the log and are tried again.
   */
  act(bodies: readonly OpBody[], options: ActOptions = {}): Promise<Result<readonly Op[]>> {
    const { info, log } = this.options;
    if (info.readOnly !== undefined) {
      return Promise.resolve(fail('case-read-only', info.readOnly.reason, info.folder));
    }
    if (bodies.length === 0) return Promise.resolve(ok([]));
    const parts = bodies.flatMap((body) => partsOf(body));
    const group = options.group ?? (parts.length > 1 ? this.options.newGroup() : undefined);
    const why = {
      ...(options.reason === undefined ? {} : { reason: options.reason }),
      ...(group === undefined ? {} : { group }),
    };
    const sealed = this.seal(parts, why);
    if (!sealed.ok) return Promise.resolve(sealed);
    const change = log.add(sealed.value);
    return this.save(sealed.value, change);
  }

  /** Sends ops that are in the log already and that the case folder lacks. */
  async resend(ops: readonly Op[]): Promise<Result<null>> {
    const sent = this.options.sender.send(ops);
    this.options.changed();
    return sent;
  }

  /** Copies ops of the case folder into the page's storage, in the background. */
  async copy(ops: readonly Op[]): Promise<void> {
    const kept = await this.options.shelf.copy(ops);
    if (kept.ok) return;
    this.shelfTrouble = kept.failure;
    this.options.changed();
  }

  /** All are sealed before the first is in the log: an act is whole or it is not. */
  private seal(
    bodies: readonly OpBody[],
    why: { readonly reason?: string; readonly group?: string },
  ): Result<readonly Op[]> {
    const { info, log, now, node } = this.options;
    const ops: Op[] = [];
    for (const body of bodies) {
      const last = ops.at(-1);
      const sealed = sealOp({
        case: info.id,
        clock: nextHlc(last?.clock ?? log.clock, now(), node),
        after: last === undefined ? log.heads : [last.id],
        analyst: info.analyst.id,
        body,
        ...why,
      });
      if (!sealed.ok) return sealed;
      ops.push(sealed.value);
    }
    return ok(ops);
  }

  private async save(ops: readonly Op[], change: LogChange): Promise<Result<readonly Op[]>> {
    const { shelf, sender, changed } = this.options;
    this.keeping += ops.length;
    changed(change);
    const kept = await shelf.keep(ops);
    this.keeping -= ops.length;
    this.shelfTrouble = kept.ok ? undefined : kept.failure;
    const sent = await sender.send(ops);
    changed();
    if (!sent.ok) return sent;
    return kept.ok ? ok(ops) : kept;
  }
}

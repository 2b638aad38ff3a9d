import type { AnalystId, OpId } from '../model/ids.ts';
import type { Op, OpBody } from './op.ts';

/** The inverse of any op, and of a retraction too. */
export const invert = (op: Op): OpBody => ({ kind: 'retract', op: op.id });

/** Beginnings of the groups of retractions that undo and redo make; all other retractions are acts of their own. */
export const UNDO_GROUP = 'undo-';
export const REDO_GROUP = 'redo-';

/** What one person did in one go: the ops of a group, or one op that has none. */
export interface Act {
  readonly ops: readonly OpId[];
}

export interface Undoable {
  /** The act that undo would take back, and how many more there are behind it. */
  readonly undo?: Act;
  /** The retractions that redo would take back, and the act that would count again. */
  readonly redo?: { readonly retractions: Act; readonly act: Act };
}

interface OpenAct {
  readonly ops: OpId[];
  readonly group: string | undefined;
}

/**
 * One analyst's acts as two stacks, read from the log alone, so that undo goes on where it was after any restart.
 * A new act ends what could be redone.
 */
export class UndoStacks {
  private readonly done: OpenAct[] = [];
  private readonly undone: { readonly retractions: OpenAct; readonly act: OpenAct }[] = [];
  private latest: OpenAct | undefined;

  constructor(readonly analyst: AnalystId) {}

  /** Ops in clock order; those of others are passed over. */
  push(op: Op): void {
    if (op.analyst !== this.analyst) return;
    // That a case exists and who works on it is not taken back by a key stroke.
    if (op.body.kind === 'case.create' || op.body.kind === 'analyst.identify') return;
    if (op.group !== undefined && op.group === this.latest?.group) {
      this.latest.ops.push(op.id);
      return;
    }
    this.latest = { ops: [op.id], group: op.group };
    if (op.body.kind === 'retract' && this.moved(op.body.op, this.latest)) return;
    this.done.push(this.latest);
    this.undone.length = 0;
  }

  /** Acts that no longer count, because a colleague or the Activity list retracted them, are passed over. */
  top(counts: (id: OpId) => boolean): Undoable {
    const undo = this.done.findLast(({ ops }) => ops.some(counts));
    const redo = this.undone.findLast(({ retractions }) => retractions.ops.some(counts));
    return { ...(undo === undefined ? {} : { undo }), ...(redo === undefined ? {} : { redo }) };
  }

  private moved(target: OpId, by: OpenAct): boolean {
    if (by.group?.startsWith(UNDO_GROUP) === true) {
      const at = this.done.findLastIndex(({ ops }) => ops.includes(target));
      for (const act of at < 0 ? [] : this.done.splice(at, 1)) {
        this.undone.push({ retractions: by, act });
      }
      return at >= 0;
    }
    if (by.group?.startsWith(REDO_GROUP) === true) {
      const at = this.undone.findLastIndex(({ retractions }) => retractions.ops.includes(target));
      for (const { act } of at < 0 ? [] : this.undone.splice(at, 1)) this.done.push(act);
      return at >= 0;
    }
    return false;
  }
}

/** What an analyst can undo and redo in a log whose ops are in clock order. */
export function undoable(
  ops: readonly Op[],
  analyst: AnalystId,
  counts: (id: OpId) => boolean,
): Undoable {
  const stacks = new UndoStacks(analyst);
  for (const op of ops) stacks.push(op);
  return stacks.top(counts);
}

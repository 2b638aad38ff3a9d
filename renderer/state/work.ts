import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { DraftState } from '#renderer/db/drafts.ts';
import type { OpenWork } from '#renderer/db/open-work.ts';
import type { ActOptions, Saving } from '#renderer/db/op-journal.ts';
import type { OpId } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import { ok } from '#shared/model/result.ts';
import { describeAct } from '#shared/work/describe.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import type { Act } from '#shared/work/undo.ts';
import { invert, REDO_GROUP, UNDO_GROUP, UndoStacks } from '#shared/work/undo.ts';
import type { LogChange } from '#shared/work/work-log.ts';
import type { WorkState } from '#shared/work/work-state.ts';

/** What screens read of an open case's work. Parts that did not change keep their identity. */
export interface WorkView {
  readonly state: WorkState;
  /** Counts the changes of the log: whoever reads the log itself reads it anew when this moves. */
  readonly version: number;
  readonly saving: Saving;
  readonly drafts: DraftState;
  /** What the next undo and redo would do, as a sentence; absent when there is nothing. */
  readonly undo?: string | undefined;
  readonly redo?: string | undefined;
}

export type Done = Promise<Result<readonly Op[]>>;

/**
 * An open case's work: what screens read, and all that can be done to it. An act is on screen when the call returns;
 * its promise resolves when it is saved, or with why it is not.
 */
export interface Work extends Omit<OpenWork, 'journal' | 'listen'> {
  readonly store: StoreApi<WorkView>;
  act(body: OpBody, options?: ActOptions): Done;
  /** Several ops as one act: undone together, whole or not at all. */
  actAll(bodies: readonly OpBody[], options?: ActOptions): Done;
  undo(): Done;
  redo(): Done;
  /** Takes back an act that was just told of: as undo does while it is the newest, else as picked out of the list. */
  takeBack(ops: readonly Op[]): Done;
  /** Takes back acts picked out of the list, one's own or a colleague's. */
  retract(ids: readonly OpId[], reason?: string): Done;
  /** Brings back what was taken back, by whomever. */
  restore(ids: readonly OpId[], reason?: string): Done;
  /** One sentence for ops that were done together. */
  describe(ops: readonly Op[]): string;
}

export function createWorkStore(open: OpenWork, randomHex: (digits: number) => string): Work {
  const { info, log, journal, drafts } = open;
  const counts = (id: OpId): boolean => log.counts(id);
  const find = (id: OpId): Op | undefined => log.get(id);
  const opsOf = (act: Act | undefined): readonly Op[] =>
    (act?.ops ?? []).flatMap((id) => (counts(id) ? (find(id) ?? []) : []));
  const describe = (ops: readonly Op[]): string => describeAct(ops, log.state, find);

  let stacks = new UndoStacks(info.analyst.id);
  const follow = (ops: readonly Op[]): void => {
    for (const op of ops) stacks.push(op);
  };
  follow(log.ops);
  let version = 0;

  const view = (): WorkView => {
    const { undo, redo } = stacks.top(counts);
    return {
      state: log.state,
      version,
      saving: journal.saving,
      drafts: drafts.state,
      undo: undo === undefined ? undefined : describe(opsOf(undo)),
      redo: redo === undefined ? undefined : describe(redo.act.ops.flatMap((id) => find(id) ?? [])),
    };
  };
  const store = createStore<WorkView>(view);

  open.listen((change?: LogChange) => {
    if (change === undefined) {
      store.setState({ saving: journal.saving, drafts: drafts.state });
      return;
    }
    version += 1;
    if (change.onTop) follow(change.added);
    else {
      stacks = new UndoStacks(info.analyst.id);
      follow(log.ops);
    }
    store.setState(view());
  });

  const retractAll = (ops: readonly Op[], options: ActOptions): Done =>
    ops.length === 0 ? Promise.resolve(ok([])) : journal.act(ops.map(invert), options);
  const because = (reason: string | undefined): ActOptions =>
    reason === undefined ? {} : { reason };

  const undo = (): Done =>
    retractAll(opsOf(stacks.top(counts).undo), { group: `${UNDO_GROUP}${randomHex(32)}` });

  return {
    ...open,
    store,
    describe,
    act: (body, options) => journal.act([body], options),
    actAll: (bodies, options) => journal.act(bodies, options),
    undo,
    redo: () =>
      retractAll(opsOf(stacks.top(counts).redo?.retractions), {
        group: `${REDO_GROUP}${randomHex(32)}`,
      }),
    takeBack: (ops) => {
      const newest = stacks.top(counts).undo?.ops ?? [];
      const isNewest = ops.some(({ id }) => newest.includes(id));
      return isNewest ? undo() : retractAll(opsOf({ ops: ops.map(({ id }) => id) }), {});
    },
    retract: (ids, reason) => retractAll(opsOf({ ops: ids }), because(reason)),
    restore: (ids, reason) =>
      retractAll(opsOf({ ops: ids.flatMap((id) => log.against(id)) }), because(reason)),
  };
}

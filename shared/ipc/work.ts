import type { OpId } from '../model/ids.ts';
import type { Op, OpBody } from '../work/op.ts';

export type WorkApi = {
  /**
   * Opening is a union: the page tells which ops it has, the engine answers with those the page lacks and asks
   * for those the case folder lacks.
   */
  'work.sync': (p: { have: readonly OpId[] }) => { ops: readonly Op[]; want: readonly OpId[] };
  /** Appends to the case folder, fsynced before this returns. Known ids are ignored; forged ids are refused. */
  'work.append': (p: { ops: readonly Op[] }) => { appended: number };
  /** For clients without a log of their own (the command line): the engine seals the op and appends it. */
  'work.act': (p: { body: OpBody; reason?: string; group?: string }) => Op;
  'work.list': (p: { since?: OpId }) => readonly Op[];
};

import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { CaseInfo } from '#shared/model/case.ts';
import { FailureError } from '#shared/model/result.ts';
import type { Op } from '#shared/work/op.ts';
import type { LogChange } from '#shared/work/work-log.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { CaseDatabase } from './case-database.ts';
import { Drafts } from './drafts.ts';
import { OpJournal } from './op-journal.ts';
import { OpSender } from './op-sender.ts';
import { OpShelf } from './op-shelf.ts';

/** What the page's work on a case takes from outside. */
export interface WorkEnvironment {
  readonly engine: EngineClient;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** `digits` random hex digits. */
  readonly randomHex: (digits: number) => string;
}

/** A case's operations as the page holds them, with the ways in and out. */
export interface OpenWork {
  readonly info: CaseInfo;
  readonly log: WorkLog;
  readonly journal: OpJournal;
  readonly drafts: Pick<Drafts, 'state' | 'read' | 'write' | 'clear' | 'flush'>;
  /** Tells of changes of the log, of what is saved, and of drafts. One listener. */
  listen(listener: (change?: LogChange) => void): void;
  /** Union with the case folder again: after the engine came back, or somebody else wrote. */
  resync(): Promise<void>;
  /** Returns when everything on screen is in the page's storage. */
  flush(): Promise<void>;
  /** Lets go of the case; what is not in its folder yet is added on the next opening. */
  close(): Promise<void>;
}

/**
 * Opens a case's work: the union of what the page's storage and the case folder have, each given what it lacks.
 * Throws the FailureError of the engine when that cannot answer.
 */
export async function openWork(info: CaseInfo, environment: WorkEnvironment): Promise<OpenWork> {
  const { engine, now, sleep, randomHex } = environment;
  let listener = (_change?: LogChange): void => undefined;
  const changed = (change?: LogChange): void => listener(change);

  const database = new CaseDatabase(info.id);
  const shelf = new OpShelf(database, info.id);
  const mine = await shelf.all();
  const drafts = await Drafts.open({ database, now, changed });
  const log = new WorkLog(mine.ok ? mine.value : []);

  /** Ops the engine told of, less those that were ours: others have written when this is not zero. */
  let foreign = 0;
  const sender = new OpSender({
    engine,
    sleep,
    changed: () => {
      changed();
      lookAround();
    },
    appended: (count) => {
      foreign -= count;
    },
  });
  const journal = new OpJournal(
    {
      info,
      log,
      shelf,
      sender,
      now,
      node: randomHex(8),
      newGroup: () => randomHex(32),
      changed,
    },
    mine.ok ? undefined : mine.failure,
  );

  const take = (ops: readonly Op[]): void => {
    if (ops.some((op) => op.case !== info.id)) {
      throw new FailureError({ code: 'case-not-open', message: 'Another case is open now.' });
    }
    if (ops.length === 0) return;
    changed(log.add(ops));
    void journal.copy(ops);
  };

  const resync = async (): Promise<void> => {
    foreign = 0;
    const { ops, want } = await engine.call('work.sync', { have: log.ops.map(({ id }) => id) });
    take(ops);
    sender.wake();
    const lacking = want.flatMap((id) => log.get(id) ?? []);
    if (lacking.length > 0 && info.readOnly === undefined) void journal.resend(lacking);
  };

  let looking = false;
  const lookAround = (): void => {
    if (foreign === 0 || looking || sender.waiting > 0) return;
    looking = true;
    resync()
      .catch((error: unknown) => {
        // The engine is going away; opening the case in the next one is a union again.
        if (!(error instanceof FailureError)) throw error;
      })
      .finally(() => (looking = false));
  };

  try {
    await resync();
  } catch (error) {
    database.close();
    throw error;
  }
  const off = engine.on('work', ({ appended }) => {
    foreign += appended;
    lookAround();
  });

  const flush = async (): Promise<void> => {
    await Promise.all([drafts.flush(), shelf.flush()]);
  };
  return {
    info,
    log,
    journal,
    drafts,
    listen: (next) => (listener = next),
    resync,
    flush,
    async close() {
      off();
      await flush();
      sender.stop();
      database.close();
    },
  };
}

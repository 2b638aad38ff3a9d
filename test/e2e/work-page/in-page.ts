import { CaseWorkLog } from '#main/work/work-log.ts';
import { OpReading } from '#main/work/op-reading.ts';
import { openWork } from '#renderer/db/open-work.ts';
import { workEnvironment } from '#renderer/state/work-environment.ts';
import type { Work } from '#renderer/state/work.ts';
import { createWorkStore } from '#renderer/state/work.ts';
import type { EngineClient, Method, Params, Topic, Topics, Value } from '#shared/ipc/engine-api.ts';
import type { CaseInfo } from '#shared/model/case.ts';
import type { AnalystId, CaseId } from '#shared/model/ids.ts';
import type { Failure } from '#shared/model/result.ts';
import { FailureError, ok } from '#shared/model/result.ts';
import type { Op, OpBody } from '#shared/work/op.ts';

/**
 * Put into the real page by the tests beside this folder: the page's work on a case over the page's own storage, and
 * for an engine the engine's own log of a case, without its file. What the tests switch on fails the way it fails.
 */
class LogWithoutFile implements EngineClient {
  failure: Failure | undefined;
  refuses: ((ops: readonly Op[]) => boolean) | undefined;
  readonly batches: number[] = [];
  readonly log: CaseWorkLog;
  private readonly listeners = new Set<(payload: Topics['work']) => void>();

  constructor(info: CaseInfo) {
    this.log = new CaseWorkLog({
      caseId: info.id,
      analyst: info.analyst,
      store: { append: () => Promise.resolve(ok(null)) },
      reading: new OpReading(),
      clock: Date.now,
      node: 'eeeeeeee',
      changed: ({ added }) => {
        for (const listener of this.listeners) listener({ appended: added.length });
      },
    });
  }

  async call<M extends Method>(method: M, params: Params<M>): Promise<Value<M>> {
    if (this.failure !== undefined) throw new FailureError(this.failure);
    return (await this.answer(method, params)) as Value<M>;
  }

  on<T extends Topic>(topic: T, listener: (payload: Topics[T]) => void): () => void {
    if (topic !== 'work') return () => undefined;
    const told = listener as (payload: Topics['work']) => void;
    this.listeners.add(told);
    return () => void this.listeners.delete(told);
  }

  private async answer(method: Method, params: unknown): Promise<unknown> {
    if (method === 'work.sync') return this.log.sync((params as Params<'work.sync'>).have);
    if (method !== 'work.append') throw new Error(`the page called ${method}`);
    const { ops } = params as Params<'work.append'>;
    this.batches.push(ops.length);
    if (this.refuses?.(ops) === true) {
      throw new FailureError({ code: 'invalid-argument', message: 'That is no operation.' });
    }
    const appended = await this.log.append(ops);
    if (!appended.ok) throw new FailureError(appended.failure);
    return appended.value;
  }
}

let engine: LogWithoutFile;
let work: Work;

const infoOf = (caseId: string, readOnly?: string): CaseInfo => ({
  id: caseId as CaseId,
  title: caseId,
  folder: `/cases/${caseId}`,
  createdAt: '2026-05-12T09:00:00Z',
  format: 1,
  analyst: { id: 'ada' as AnalystId, name: 'Ada', publicKey: 'PEM' },
  ...(readOnly === undefined ? {} : { readOnly: { reason: readOnly } }),
});

const saveView = (name: string): OpBody => ({ kind: 'view.save', name, query: '', columns: [] });

const summary = () => {
  const { state, saving, drafts, undo, redo } = work.store.getState();
  const inFolder = engine.log.list().length;
  return {
    views: [...state.views.keys()],
    title: state.title,
    saving,
    drafts,
    undo,
    redo,
    inFolder,
  };
};

const workPage = {
  async open(caseId: string, readOnly?: string) {
    const info = infoOf(caseId, readOnly);
    engine = new LogWithoutFile(info);
    return workPage.reopen(info);
  },
  /** With the log that the engine has. */
  async reopen(info: CaseInfo) {
    const environment = workEnvironment(engine);
    work = createWorkStore(await openWork(info, environment), environment.randomHex);
    return summary();
  },
  close: () => work.close(),
  summary,
  outcome: async (done: ReturnType<Work['act']>) => {
    const result = await done;
    return result.ok ? 'saved' : result.failure.code;
  },
  act: (name: string) => workPage.outcome(work.act(saveView(name))),
  actAll: (names: readonly string[]) => workPage.outcome(work.actAll(names.map(saveView))),
  /** Looks at the screen right after the act, before anything is stored. */
  actAndLook: (name: string) => {
    void work.act(saveView(name));
    return summary();
  },
  undo: () => workPage.outcome(work.undo()),
  redo: () => workPage.outcome(work.redo()),
  elsewhere: (name: string) => engine.log.act(saveView(name)).then(() => undefined),
  fail: (failure?: Failure) => void (engine.failure = failure),
  refuse: (name?: string) => {
    engine.refuses =
      name === undefined
        ? undefined
        : (ops) => ops.some(({ body }) => 'name' in body && body.name === name);
  },
  batches: () => engine.batches,
  /** Acts one after another until the page dies, saying which are saved. */
  actForever() {
    const step = (n: number): void => {
      void work.act(saveView(`view ${n}`)).then((result) => {
        if (result.ok) console.log(`saved ${n}`);
        step(n + 1);
      });
    };
    step(0);
  },
  /** Types until the page dies, with a pause after every tenth key, saying what was shown as kept. */
  typeForever(key: string) {
    let typed = 0;
    const type = (): void => {
      typed += 1;
      work.drafts.write(key, 'x'.repeat(typed));
      setTimeout(type, typed % 10 === 0 ? 450 : 15);
    };
    work.store.subscribe(({ drafts }) => {
      if (drafts.state === 'kept') console.log(`kept ${typed}`);
    });
    type();
  },
  draft: (key: string) => work.drafts.read(key)?.value,
  writeDraft: (key: string, value: unknown) => work.drafts.write(key, value),
  clearDraft: (key: string) => work.drafts.clear(key),
  flush: () => work.flush(),
};

export type WorkPage = typeof workPage;
Object.assign(globalThis, { workPage });

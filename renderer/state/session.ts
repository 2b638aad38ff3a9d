import { createStore } from 'zustand/vanilla';
import type { EngineState } from '#shared/ipc/bridge.ts';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { CaseInfo } from '#shared/model/case.ts';
import type { Failure } from '#shared/model/result.ts';
import { FailureError } from '#shared/model/result.ts';
import { changeSettings } from './settings.ts';

export interface Session {
  /** starting: the engine has not answered yet · busy: a case is being opened, made or closed. */
  readonly status: 'starting' | 'idle' | 'busy';
  readonly case?: CaseInfo | undefined;
  /** Raised when the engine came back and the case was opened in it again: everything read is stale. */
  readonly epoch: number;
  /** Why the last case could not be opened. */
  readonly failure?: Failure | undefined;
  readonly engine?: EngineState | undefined;
}

/** Which case is open, through restarts of the engine. */
export function createSession(engine: EngineClient) {
  const store = createStore<Session>(() => ({ status: 'starting', epoch: 0 }));

  const adopt = (info: CaseInfo | undefined): void => {
    store.setState({ status: 'idle', case: info, failure: undefined });
    changeSettings({ openCase: info?.folder ?? null });
  };

  const attempt = async (open: () => Promise<CaseInfo>): Promise<CaseInfo | undefined> => {
    store.setState({ status: 'busy', failure: undefined });
    try {
      const info = await open();
      adopt(info);
      return info;
    } catch (error) {
      store.setState({ status: 'idle' });
      if (!(error instanceof FailureError)) throw error;
      store.setState({ failure: error.failure });
      return undefined;
    }
  };

  /** A second wish for what is being opened, as by a double click, joins the first. */
  let underWay: { folder: string; done: Promise<CaseInfo | undefined> } | undefined;
  const openFolder = (folder: string): Promise<CaseInfo | undefined> => {
    if (underWay?.folder === folder) return underWay.done;
    const done = attempt(() => engine.call('cases.open', { folder })).finally(() => {
      if (underWay?.done === done) underWay = undefined;
    });
    underWay = { folder, done };
    return done;
  };

  return {
    store,
    open: openFolder,
    create: (params: { title: string; folder?: string; analyst?: string }) =>
      attempt(() => engine.call('cases.create', params)),
    openSample: () => attempt(() => engine.call('cases.openSample', {})),
    async close(): Promise<void> {
      store.setState({ status: 'busy' });
      await engine.call('cases.close', {});
      adopt(undefined);
    },
    /** The case's title or analyst changed. */
    async refresh(): Promise<void> {
      const info = await engine.call('cases.current', {});
      if (info !== null) store.setState({ case: info });
    },
    engineState: (state: EngineState): void => store.setState({ engine: state }),
    dismissFailure: (): void => store.setState({ failure: undefined }),
    /** A fresh engine answers: take the case it already has, or open again the one the analyst was in. */
    async connected(lastFolder: string | null): Promise<void> {
      const current = await engine.call('cases.current', {});
      const folder = store.getState().case?.folder ?? lastFolder;
      if (current !== null) adopt(current);
      else if (folder !== null) {
        const reopened = await openFolder(folder);
        if (reopened === undefined) store.setState({ case: undefined });
      } else store.setState({ status: 'idle' });
      store.setState(({ epoch }) => ({ epoch: epoch + 1 }));
    },
  };
}

export type SessionControl = ReturnType<typeof createSession>;

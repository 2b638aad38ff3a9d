import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { failureOf } from '#renderer/bridge/failure.ts';
import type { WorkEnvironment } from '#renderer/db/open-work.ts';
import { openWork } from '#renderer/db/open-work.ts';
import type { CaseInfo } from '#shared/model/case.ts';
import type { Failure } from '#shared/model/result.ts';
import { beforeClose } from './flush.ts';
import type { Session } from './session.ts';
import type { Work } from './work.ts';
import { createWorkStore } from './work.ts';

export interface Desk {
  /** Of the case that is open, once its log is read. */
  readonly work?: Work | undefined;
  /** Why it could not be read, or not again after the engine came back. */
  readonly failure?: Failure | undefined;
}

export interface WorkDesk {
  readonly store: StoreApi<Desk>;
  /** Keeps to the session's case from now on; returns how to end it. */
  start(): () => void;
}

/**
 * Holds the work of whichever case the session has open: opens it, unites it with the case folder again when the
 * engine comes back, and lets go of it before the next.
 */
export function createWorkDesk(environment: WorkEnvironment, session: StoreApi<Session>): WorkDesk {
  const store = createStore<Desk>(() => ({}));
  let key: string | undefined;
  let epoch = 0;
  let opening: string | undefined;

  const begin = async (info: CaseInfo, wanted: string): Promise<void> => {
    opening = wanted;
    try {
      const opened = await openWork(info, environment);
      if (key !== wanted) await opened.close();
      else
        store.setState({
          work: createWorkStore(opened, environment.randomHex),
          failure: undefined,
        });
    } catch (error) {
      if (key === wanted) store.setState({ failure: expected(error) });
    } finally {
      if (opening === wanted) opening = undefined;
    }
  };

  const again = async (work: Work): Promise<void> => {
    try {
      await work.resync();
      store.setState({ failure: undefined });
    } catch (error) {
      if (store.getState().work === work) store.setState({ failure: expected(error) });
    }
  };

  const follow = (now: Session): void => {
    const wanted = now.case === undefined ? undefined : keyOf(now.case);
    const { work } = store.getState();
    const returned = now.epoch !== epoch;
    epoch = now.epoch;
    if (wanted !== key) {
      key = wanted;
      store.setState({ work: undefined, failure: undefined });
      void work?.close();
    } else if (!returned) return;
    if (now.case === undefined || wanted === undefined || opening === wanted) return;
    const known = store.getState().work;
    void (known === undefined ? begin(now.case, wanted) : again(known));
  };

  return {
    store,
    start() {
      const offs = [
        session.subscribe(follow),
        beforeClose(async () => store.getState().work?.flush()),
      ];
      follow(session.getState());
      return () => {
        for (const off of offs) off();
        key = undefined;
        void store.getState().work?.close();
        store.setState({ work: undefined });
      };
    },
  };
}

/** What makes it another case, or the same one under other rights or another name. */
const keyOf = ({ id, folder, readOnly, analyst }: CaseInfo): string =>
  [id, folder, readOnly?.reason ?? '', readOnly?.eventsOf ?? '', analyst.id].join('\n');

/** The failure to show; bugs are thrown on. */
function expected(error: unknown): Failure {
  const failure = failureOf(error);
  if (failure.code === 'defect') throw error;
  return failure;
}

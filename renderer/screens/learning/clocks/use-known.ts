import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { instantFromMs } from '#shared/model/time.ts';
import type { Instant } from '#shared/model/time.ts';
import { KnownHistory } from '#shared/work/as-known-at.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import type { Work } from '#renderer/state/work.ts';
import type { LearningPlaceStore } from '../learning-place.ts';
import type { LogAct } from './acts-of-log.ts';
import { actsDone, actsOf } from './acts-of-log.ts';

/** A past moment of the case, and how to go to others. */
export interface Known {
  readonly history: KnownHistory;
  readonly acts: readonly LogAct[];
  /** When each act was done, ns since 1970, rising. */
  readonly times: readonly bigint[];
  /** Acts done by then, 0 to all of them. */
  readonly position: number;
  readonly isNow: boolean;
  /** When the last act before was done; absent at the very beginning. */
  readonly at: Instant | undefined;
  /** What was known then; a moment behind the position while the handle is being dragged. */
  readonly past: WorkState;
  readonly now: WorkState;
  readonly toAct: (position: number) => void;
  readonly toTime: (at: Instant) => void;
}

export function useKnown(work: Work, store: LearningPlaceStore): Known {
  const version = useStore(work.store, (view) => view.version);
  const now = useStore(work.store, ({ state }) => state);
  const known = useStore(store, (place) => place.known);
  // The log is live: it is read anew when its version moves.
  // oxlint-disable-next-line react/exhaustive-deps
  const history = useMemo(() => new KnownHistory(work.log.ops), [work, version]);
  const acts = useMemo(() => actsOf(history.ops), [history]);
  const times = useMemo(
    () => acts.map(({ end }) => instantFromMs(history.knownAt(end - 1))),
    [acts, history],
  );
  const count = Math.min(known ?? history.length, history.length);
  const position = actsDone(acts, count);
  const shown = useDeferredValue(count);
  const past = useMemo(
    () => (shown >= history.length ? now : history.stateAt(shown)),
    [history, shown, now],
  );
  const last = acts[position - 1];
  const toCount = (next: number): void =>
    store.setState({ known: next >= history.length ? undefined : next });
  return {
    history,
    acts,
    times,
    position,
    isNow: position === acts.length,
    at: last === undefined ? undefined : instantFromMs(history.knownAt(last.end - 1)),
    past,
    now,
    toAct: (next) => {
      const bound = Math.max(0, Math.min(next, acts.length));
      toCount(bound === 0 ? 0 : (acts[bound - 1]?.end ?? history.length));
    },
    toTime: (at) => toCount(history.countAt(Number(at / 1_000_000n))),
  };
}

import { useEffect, useState } from 'react';
import type { MarkedRow } from '#shared/model/event.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { notifyFailure } from '#renderer/state/notify.ts';
import { answered } from './act-dialogs.ts';
import { readTarget } from './target.ts';
import type { Target } from './target.ts';

/** The events of a target, once read; a failure is said and ends the asking. */
export function useTargetEvents(target: Target): readonly MarkedRow[] | undefined {
  const engine = useEngine();
  const [events, setEvents] = useState<readonly MarkedRow[]>();
  useEffect(() => {
    let gone = false;
    readTarget(engine, target)
      .then((read) => {
        if (!gone) setEvents(read);
      })
      .catch((error: unknown) => {
        if (gone) return;
        notifyFailure('The events could not be read.', error);
        answered();
      });
    return () => {
      gone = true;
    };
  }, [engine, target]);
  return events;
}

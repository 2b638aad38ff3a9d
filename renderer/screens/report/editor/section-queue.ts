import { flushSync } from 'react-dom';
import type { SectionId } from '#shared/model/ids.ts';

/** Even where the page is never idle, a text is made at least so often. */
const LATEST_MS = 500;

/**
 * Texts of sections that are not made yet. An editor takes longer to make than a frame may last and a report may have a
 * hundred, so they are made one by one, when there is nothing else to do.
 */
function createSectionQueue() {
  const waiting = new Map<SectionId, () => void>();
  let idle: number | undefined;
  const next = (): void => {
    idle = undefined;
    const [first] = waiting;
    if (first === undefined) return;
    const [id, make] = first;
    waiting.delete(id);
    make();
    soon();
  };
  const soon = (): void => {
    if (waiting.size > 0) idle ??= requestIdleCallback(next, { timeout: LATEST_MS });
  };
  return {
    /** `make` is called once, when it is this section's turn; returns how to leave. */
    join(id: SectionId, make: () => void): () => void {
      waiting.set(id, make);
      soon();
      return () => {
        if (waiting.get(id) === make) waiting.delete(id);
      };
    },
    /** The text is there when this returns. */
    now(id: SectionId): void {
      const make = waiting.get(id);
      waiting.delete(id);
      if (make !== undefined) flushSync(make);
    },
  };
}

export const sectionQueue = createSectionQueue();

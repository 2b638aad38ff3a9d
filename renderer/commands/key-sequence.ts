import { CATALOG } from './catalog.ts';
import { isTyping } from './typing.ts';

const WAIT_MS = 1_000;

const PREFIXES: ReadonlySet<string> = new Set(
  CATALOG.flatMap((spec) => spec.keys)
    .map((keys) => keys.split(' '))
    .filter((presses) => presses.length > 1)
    .map(([first = '']) => first),
);

let startedAt = Number.NEGATIVE_INFINITY;

/** The key just pressed may complete a sequence such as `g e`; no widget may take it for itself. */
export const sequencePending = (now: number): boolean => now - startedAt < WAIT_MS;

/** Watches for the first key of a sequence, before any widget sees it. */
export function watchSequences(page: Window): () => void {
  const watch = (event: KeyboardEvent): void => {
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (bare && PREFIXES.has(event.key)) startedAt = event.timeStamp;
    else queueMicrotask(() => setTimeout(() => (startedAt = Number.NEGATIVE_INFINITY)));
  };
  page.addEventListener('keydown', watch, { capture: true });
  return () => page.removeEventListener('keydown', watch, { capture: true });
}

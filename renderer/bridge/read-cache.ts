import { QueryClient, hashKey } from '@tanstack/react-query';
import type { EngineClient, Topic } from '#shared/ipc/engine-api.ts';
import type { FailureCode } from '#shared/model/result.ts';
import { FailureError } from '#shared/model/result.ts';

/** What a read may meet between the engine's end and the case being open in the next one. */
const AFTER_RESTART: ReadonlySet<FailureCode> = new Set(['engine-stopped', 'case-not-open']);

const plain = (_name: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${value.toString()}n` : value;

/** What the engine answered, by call and parameters; instants in the parameters are told apart exactly. */
export const createReadCache = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        queryKeyHashFn: (key) => hashKey([JSON.stringify(key, plain)]),
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        // Only a restart of the engine is worth another try; everything else would fail alike.
        retry: (count, error) =>
          count < 4 && error instanceof FailureError && AFTER_RESTART.has(error.failure.code),
        retryDelay: 400,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

/** Calls whose answers each topic makes stale, by the beginning of their names. */
const STALE: { readonly [T in Topic]?: readonly string[] } = {
  evidence: ['evidence.list', 'evidence.issues', 'ledger.list', 'cases.list', 'report.'],
  events: ['events.', 'entities.'],
  work: [
    'events.page',
    'events.detail',
    'events.facet',
    'events.stack',
    'events.rhythm',
    'events.compare',
    'events.count',
    'events.histogram',
    'report.',
  ],
};

/** While evidence streams in, answers are asked again at most this often. */
const AT_MOST_EVERY_MS = 700;

/** Keeps the cache honest: what a topic says has changed is read again, at most every 700 ms. */
export function followTopics(engine: EngineClient, cache: QueryClient): () => void {
  const topics: readonly Topic[] = ['evidence', 'events', 'work'];
  const offs = topics.map((topic) => {
    const prefixes = STALE[topic] ?? [];
    const refresh = (): void => {
      void cache.invalidateQueries({
        predicate: ({ queryKey }) =>
          prefixes.some(
            (prefix) => typeof queryKey[0] === 'string' && queryKey[0].startsWith(prefix),
          ),
      });
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    return engine.on(topic, () => {
      if (timer !== undefined) return;
      const wait = Math.max(0, last + AT_MOST_EVERY_MS - Date.now());
      timer = setTimeout(() => {
        timer = undefined;
        last = Date.now();
        refresh();
      }, wait);
    });
  });
  return () => {
    for (const off of offs) off();
  };
}

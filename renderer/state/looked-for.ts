import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import { coverageText } from '#shared/learning/coverage-text.ts';
import { sourceTerms } from '#shared/learning/source-terms.ts';
import { soughtIn } from '#shared/learning/sought-evidence.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { NegativeFinding } from '#shared/records/kinds/negative-finding.ts';

/** What a search gave, in the fields of a negative finding. */
export type SearchOutcome = Pick<
  NegativeFinding,
  'matched' | 'denominator' | 'evidence' | 'soughtAt'
> & { readonly coverage: string };

/** Runs a search over all evidence there is now, and says what that evidence could not have shown. */
export async function lookFor(
  engine: EngineClient,
  filter: EventFilter,
  now: () => number,
  signal?: AbortSignal,
): Promise<SearchOutcome> {
  const { query: _query, ...range } = filter;
  const items = await engine.call('evidence.list', {}, signal);
  const found = await engine.call('events.count', filter, signal);
  const over = await engine.call('events.count', { query: '', ...range }, signal);
  const absent: string[] = [];
  for (const term of sourceTerms(filter.query)) {
    const { total } = await engine.call('events.count', { query: term }, signal);
    if (total === 0) absent.push(term);
  }
  const facet = await engine.call(
    'events.facet',
    { query: '', ...range, field: 'category', limit: 100, rare: false },
    signal,
  );
  return {
    matched: found.total,
    denominator: over.total,
    evidence: soughtIn(items),
    soughtAt: instantFromMs(now()),
    coverage: coverageText({ items, ...range, categories: facet.values, absent }),
  };
}

interface Asking {
  readonly filter?: EventFilter | undefined;
}

const asking = createStore<Asking>(() => ({}));

/** Opens the dialog that records a search as looked for, over whatever screen is in front. */
export const askLookedFor = (filter: EventFilter): void => asking.setState({ filter });

export const lookedForAnswered = (): void => asking.setState({ filter: undefined });

export const useAskedLookedFor = (): EventFilter | undefined =>
  useStore(asking, ({ filter }) => filter);

import type { EventFilter } from '#shared/ipc/events.ts';
import type { SearchOutcome } from '#shared/ipc/learning.ts';
import { coverageText } from '#shared/learning/coverage-text.ts';
import { sourceTerms } from '#shared/learning/source-terms.ts';
import { soughtIn } from '#shared/learning/sought-evidence.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { Instant } from '#shared/model/time.ts';

/** Where a search is made. */
export interface SearchedStore {
  readonly evidence: readonly EvidenceItem[];
  count(filter: EventFilter): Promise<number>;
  categories(
    filter: EventFilter,
  ): Promise<readonly { readonly value: string; readonly count: number }[]>;
}

/** Makes a search over all evidence there is now, and says what that evidence could not have shown. */
export async function lookFor(
  store: SearchedStore,
  filter: EventFilter,
  now: Instant,
): Promise<SearchOutcome> {
  const { query, ...range } = filter;
  const { evidence: items } = store;
  const matched = await store.count(filter);
  const everything = { query: '', ...range };
  const denominator = await store.count(everything);
  const absent: string[] = [];
  for (const term of sourceTerms(query)) {
    if ((await store.count({ query: term })) === 0) absent.push(term);
  }
  const categories = await store.categories(everything);
  return {
    matched,
    denominator,
    evidence: soughtIn(items),
    soughtAt: now,
    coverage: coverageText({ items, ...range, categories, absent }),
  };
}

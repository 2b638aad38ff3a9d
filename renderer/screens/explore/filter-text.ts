import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { rangeText } from './histogram/range-text.ts';
import type { ExploreView } from './view.ts';

/** What bounds the matches, in words. */
export function filterText({ query, crumbs, brush }: ExploreView, times: TimeDisplay): string {
  const range = brush ?? crumbs.at(-1);
  const asked = query === '' ? 'No query' : `Query: ${query}`;
  return `${asked}; ${range === undefined ? 'all of time' : rangeText(range, times)}. Times in ${times === 'utc' ? 'UTC' : 'local time'}.`;
}

import { printValue } from '#shared/query/print-query.ts';
import { showQuery } from '#renderer/state/navigation.ts';

/** Opens Explore with the events that bear any of these tags. */
export function showTaggedEvents(tags: readonly string[]): void {
  const values = tags.map(printValue);
  showQuery(values.length === 1 ? `tag:${values[0] ?? ''}` : `tag:(${values.join(' or ')})`);
}

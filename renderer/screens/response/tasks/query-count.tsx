import { useRead } from '#renderer/bridge/use-read.ts';
import { ExploreIcon, SearchIcon } from '#renderer/ui/icons.ts';
import { compactCount, countOf } from '#renderer/ui/number-text.ts';

/** How many events a task's query finds now; asked anew when evidence is added. */
export function QueryCount({ query }: { readonly query: string }) {
  const { data, error } = useRead('events.count', { query });
  const text = error !== null ? 'no query' : data === undefined ? '…' : compactCount(data.total);
  const said = data === undefined ? 'counting events' : countOf(data.total, 'event');
  const Picture = data !== undefined && data.total > 0 ? ExploreIcon : SearchIcon;
  return (
    <span className="fl-task-count" title={error === null ? said : error.message}>
      <Picture size={12} aria-hidden />
      {text}
      <span className="fl-unseen"> found in the evidence</span>
    </span>
  );
}

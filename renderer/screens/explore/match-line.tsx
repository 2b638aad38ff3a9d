import { countText } from '#renderer/ui/number-text.ts';
import type { Rows } from './list/row-source.ts';

/** How many match, of how many. */
export function MatchLine({ rows }: { readonly rows: Rows }) {
  if (rows.total === undefined) return null;
  return (
    <p
      className="fl-match-line"
      title={rows.settled ? undefined : 'New events are still being sorted in'}
    >
      <strong>{countText(rows.total)}</strong>
      {rows.total === rows.all ? ' events' : ` of ${countText(rows.all)}`}
      {rows.settled ? '' : ', so far'}
    </p>
  );
}

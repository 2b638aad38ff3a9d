import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { PreviewTable } from './preview-table.tsx';

const SHOWN = 6;

interface EventsPreviewProps {
  readonly query: string;
  readonly limit: number;
}

/** The first matches, in time order and UTC, as they print. */
export function EventsPreview({ query, limit }: EventsPreviewProps) {
  const rows = useRead('events.page', {
    query,
    order: 'time-ascending',
    start: 0,
    count: Math.min(limit, SHOWN),
  });
  const count = useRead('events.count', { query });
  const error = rows.error ?? count.error;
  const caption = query.trim() === '' ? 'All events' : query;
  return (
    <>
      <p className="fl-live-query fl-evidence-text">{visibleLine(caption)}</p>
      {error === null ? (
        <PreviewTable
          label={`Events: ${visibleLine(caption)}`}
          columns={['Time (UTC)', 'Host', 'Account', 'Message']}
          rows={(rows.data ?? []).map((row) => ({
            key: row.id,
            cells: [
              row.time === undefined ? 'no time' : shortInstantText(row.time, row.precision, 'utc'),
              visibleLine(row.host ?? ''),
              visibleLine(row.user ?? ''),
              visibleLine(row.message),
            ],
          }))}
          total={Math.min(count.data?.total ?? rows.data?.length ?? 0, limit)}
          none={rows.data === undefined ? 'Reading…' : 'No event matches.'}
          note={
            count.data !== undefined && count.data.total > limit
              ? `${count.data.settled ? '' : 'at least '}${countOf(count.data.total, 'match', 'matches')}, the first ${countText(limit)} print`
              : undefined
          }
        />
      ) : (
        <Notice tone="warning">{failureOf(error).message}</Notice>
      )}
    </>
  );
}

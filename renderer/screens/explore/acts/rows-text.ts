import type { MarkedRow } from '#shared/model/event.ts';
import { formatInstant } from '#shared/model/time.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

/** Events as lines of tab-separated text: time in UTC, class, host, user, message, identity. */
export const rowsText = (rows: readonly MarkedRow[]): string =>
  rows
    .map((row) =>
      [
        row.time === undefined ? 'undated' : formatInstant(row.time, row.precision),
        row.category,
        row.host ?? '',
        row.user ?? '',
        row.message,
        row.id,
      ]
        .map(visibleLine)
        .join('\t'),
    )
    .join('\n');

import type { GridColumn } from '#renderer/ui/grid/grid-column.ts';

/** A column of a list of records. */
export interface RecordColumn<R> extends Omit<GridColumn<R>, 'sort' | 'onSort'> {
  /** What it is sorted by; a column without it is not sorted. What has no value comes last. */
  readonly by?: (record: R) => string | number | bigint | undefined;
  /** Its words, for the filter. */
  readonly text?: (record: R) => string;
}

/** The records that contain every word of the filter, in the order asked for; without one, as they are given. */
export function shownRows<R>(
  records: readonly R[],
  columns: readonly RecordColumn<R>[],
  { filter, sort, descending }: { filter: string; sort?: string | undefined; descending: boolean },
): readonly R[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const matching =
    words.length === 0
      ? records
      : records.filter((record) => {
          const text = columns.map((column) => column.text?.(record) ?? '').join('\n');
          const folded = text.toLowerCase();
          return words.every((word) => folded.includes(word));
        });
  const by = columns.find(({ id }) => id === sort)?.by;
  return by === undefined
    ? matching
    : [...matching].sort((a, b) => compare(by(a), by(b), descending ? -1 : 1));
}

type Sortable = string | number | bigint | undefined;

function compare(a: Sortable, b: Sortable, direction: 1 | -1): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' }) * direction;
  }
  return (a < b ? -1 : 1) * direction;
}

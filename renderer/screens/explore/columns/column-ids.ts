import type { ColumnPlace } from '#renderer/ui/grid/columns.ts';

/** Columns Explore offers, with the field a value is filtered by. Where room is scarce they give way down to `least`. */
export const COLUMNS = [
  { id: 'time', title: 'Time', width: 174, least: 140, field: undefined },
  { id: 'gap', title: 'Δ', width: 66, least: 60, field: undefined },
  { id: 'level', title: 'Level', width: 28, least: 28, field: 'level' },
  { id: 'class', title: 'Class', width: 78, least: 70, field: 'class' },
  { id: 'host', title: 'Host', width: 108, least: 72, field: 'host' },
  { id: 'user', title: 'User', width: 120, least: 76, field: 'user' },
  // Some 45 characters.
  { id: 'message', title: 'Message', width: 320, least: 320, field: undefined },
  { id: 'tags', title: 'Tags', width: 130, least: 48, field: 'tag' },
  { id: 'code', title: 'Code', width: 64, least: 52, field: 'code' },
  { id: 'action', title: 'Action', width: 130, least: 80, field: 'action' },
  { id: 'outcome', title: 'Outcome', width: 80, least: 64, field: 'outcome' },
  { id: 'source.ip', title: 'Source address', width: 130, least: 110, field: 'source.ip' },
  {
    id: 'destination.ip',
    title: 'Destination address',
    width: 130,
    least: 110,
    field: 'destination.ip',
  },
  { id: 'process', title: 'Process', width: 220, least: 100, field: 'process' },
  { id: 'channel', title: 'Channel', width: 150, least: 80, field: 'channel' },
  { id: 'provider', title: 'Provider', width: 180, least: 80, field: 'provider' },
  { id: 'evidence', title: 'Evidence', width: 150, least: 80, field: 'evidence' },
  { id: 'record', title: 'Record', width: 80, least: 64, field: undefined },
] as const;

export type ColumnId = (typeof COLUMNS)[number]['id'];

export const isColumnId = (id: string): id is ColumnId =>
  COLUMNS.some((column) => column.id === id);

const SHOWN: ReadonlySet<string> = new Set([
  'time',
  'gap',
  'level',
  'class',
  'host',
  'user',
  'message',
  'tags',
]);

export const DEFAULT_COLUMNS: readonly ColumnPlace[] = COLUMNS.filter(({ id }) =>
  SHOWN.has(id),
).map(({ id, width }) => ({ id, width }));

/** The field whose values a column shows, also where a single cell is nothing to filter by. */
export function stackField(id: string): string | undefined {
  const column = COLUMNS.find((known) => known.id === id);
  if (column?.id === 'message' || column?.id === 'record') return column.id;
  return column?.field;
}

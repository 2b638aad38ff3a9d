import type { ColumnPlace } from '#renderer/ui/grid/columns.ts';

/** Columns Explore offers, with the field a value is filtered by. */
export const COLUMNS = [
  { id: 'time', title: 'Time', width: 174, field: undefined },
  { id: 'gap', title: 'Δ', width: 66, field: undefined },
  { id: 'level', title: 'Level', width: 28, field: 'level' },
  { id: 'class', title: 'Class', width: 78, field: 'class' },
  { id: 'host', title: 'Host', width: 108, field: 'host' },
  { id: 'user', title: 'User', width: 120, field: 'user' },
  { id: 'message', title: 'Message', width: 240, field: undefined },
  { id: 'tags', title: 'Tags', width: 130, field: 'tag' },
  { id: 'code', title: 'Code', width: 64, field: 'code' },
  { id: 'action', title: 'Action', width: 130, field: 'action' },
  { id: 'outcome', title: 'Outcome', width: 80, field: 'outcome' },
  { id: 'source.ip', title: 'Source address', width: 130, field: 'source.ip' },
  { id: 'destination.ip', title: 'Destination address', width: 130, field: 'destination.ip' },
  { id: 'process', title: 'Process', width: 220, field: 'process' },
  { id: 'channel', title: 'Channel', width: 150, field: 'channel' },
  { id: 'provider', title: 'Provider', width: 180, field: 'provider' },
  { id: 'evidence', title: 'Evidence', width: 150, field: 'evidence' },
  { id: 'record', title: 'Record', width: 80, field: undefined },
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

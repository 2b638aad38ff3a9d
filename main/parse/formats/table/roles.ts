import { GUESSED_ROLES, ROLE_NAMES, plainName } from '../../text/role-names.ts';
import type { Column } from './columns.ts';
import type { Layout } from './layouts.ts';

/** Which columns of a table fill which columns of the event: indexes. */
export interface Roles {
  readonly time?: number;
  /** Clock of the day and zone, where they stand apart from the date. */
  readonly clock?: number;
  readonly zone?: number;
  readonly meaning?: number;
  readonly host?: number;
  readonly user?: number;
  readonly message?: readonly number[];
  readonly process?: number;
  readonly file?: readonly number[];
  readonly code?: number;
  readonly channel?: number;
  readonly provider?: number;
  readonly record?: number;
  readonly action?: number;
  readonly level?: number;
  readonly sourceIp?: number;
  readonly destinationIp?: number;
  readonly json?: number;
}

const SINGLE = [
  'clock',
  'zone',
  'meaning',
  'host',
  'user',
  'process',
  'code',
  'channel',
  'provider',
  'record',
  'action',
  'level',
  'sourceIp',
  'json',
] as const satisfies readonly (keyof Roles & keyof Layout)[];

export function rolesOf(layout: Layout, names: readonly string[]): Roles {
  const roles: { -readonly [key in keyof Roles]: Roles[key] } = {};
  for (const role of SINGLE) {
    const named = layout[role] ?? [];
    const name = (typeof named === 'string' ? [named] : named).find((one) => names.includes(one));
    if (name !== undefined) roles[role] = names.indexOf(name);
  }
  for (const role of ['message', 'file'] as const) {
    const found = (layout[role] ?? []).map((name) => names.indexOf(name)).filter((i) => i >= 0);
    if (found.length > 0) roles[role] = found;
  }
  return roles;
}

const CLOCK = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?$/i;

/** Roles of an unknown table, by the names and kinds of its columns. */
export function guessRoles(
  columns: readonly Column[],
  records: readonly (readonly string[])[],
): Roles {
  const names = columns.map(({ name }) => plainName(name));
  const roles: { -readonly [key in keyof Roles]: Roles[key] } = {};
  const find = (wanted: readonly string[], fits: (column: Column) => boolean): number => {
    for (const name of wanted) {
      const index = names.findIndex((own, i) => own === name && fits(columns[i] as Column));
      if (index >= 0) return index;
    }
    return -1;
  };
  let time = find(ROLE_NAMES.time, ({ kind }) => kind === 'time');
  if (time < 0) time = columns.findIndex(({ kind }) => kind === 'time');
  if (time >= 0) {
    roles.time = time;
    const clock = clockColumn(columns, records, time);
    if (clock >= 0) roles.clock = clock;
    const zone = find(ROLE_NAMES.zone, ({ kind }) => kind === 'text');
    if (zone >= 0) roles.zone = zone;
  }
  for (const role of GUESSED_ROLES) {
    const address = role === 'sourceIp' || role === 'destinationIp';
    const index = find(ROLE_NAMES[role], ({ kind }) => (address ? kind === 'ip' : kind !== 'time'));
    if (index < 0) continue;
    if (role === 'message') roles.message = [index];
    else roles[role] = index;
  }
  return roles;
}

/** A column of clock times, beside a column that holds only dates. */
function clockColumn(
  columns: readonly Column[],
  records: readonly (readonly string[])[],
  date: number,
): number {
  const dates = records.map((record) => record[date] ?? '').filter((cell) => cell !== '');
  if (dates.length === 0 || dates.some((cell) => cell.includes(':'))) return -1;
  return columns.findIndex((_, i) => {
    const cells = records.map((record) => (record[i] ?? '').trim()).filter((cell) => cell !== '');
    return i !== date && cells.length > 0 && cells.every((cell) => CLOCK.test(cell));
  });
}

import type { Category, FieldValue } from '#shared/model/event.ts';
import type { ParsedEvent } from '../../parser.ts';

/** Looks up a field of the record at hand by its flat name. */
export type Get = (name: string) => FieldValue | undefined;

/** Columns of the event that a layout can fill from fields; for each, the first field that has a value. */
export const LAYOUT_ROLES = [
  'host',
  'user',
  'sourceIp',
  'destinationIp',
  'process',
  'code',
  'channel',
  'provider',
  'action',
  'level',
  'message',
  'record',
  'meaning',
] as const;
export type LayoutRole = (typeof LAYOUT_ROLES)[number];

/** Records that a known program writes, recognised by the names of their fields. */
export interface JsonLayout {
  readonly title: string;
  /** All of these fields are present. */
  readonly when: readonly string[];
  readonly time: readonly string[];
  /** Times without a zone are UTC by the program's definition. */
  readonly utc?: true;
  readonly category: Category;
  readonly roles: { readonly [role in LayoutRole]?: readonly string[] };
  /** What cannot be said by naming fields. Runs after the roles are filled. */
  fill?(this: void, event: ParsedEvent, get: Get): void;
}

/** The text of a scalar, undefined for what is absent, empty or no scalar. */
export function textOf(value: FieldValue | undefined): string | undefined {
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  const text = String(value);
  return text === '' || text === '-' ? undefined : text;
}

/** What happened, in words joined, as far as they are known. */
export const sentence = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

import type { FieldValue } from '#shared/model/event.ts';
import { isAbsent } from './absent.ts';
import { accountReader } from './account.ts';
import { type Format, formatNamed, isFormatName, plainText } from './formats.ts';

export type Values = readonly (FieldValue | undefined)[];

/** The words at one place of an event, or undefined when it says nothing. */
export type Reader = (values: Values) => string | undefined;

/**
 * A place as the catalogue names it (`Field`, `A|B:format`, `@Target`, `Data.0`) as a function of the values of
 * records with these field names; undefined when they have no such field.
 */
export function readerOf(place: string, keys: readonly string[]): Reader | undefined {
  const readers = place
    .split('|')
    .map((part) => partReader(part, keys))
    .filter((reader) => reader !== undefined);
  const [first, second] = readers;
  if (second === undefined) return first;
  return (values) => {
    for (const reader of readers) {
      const words = reader(values);
      if (words !== undefined) return words;
    }
    return undefined;
  };
}

function partReader(part: string, keys: readonly string[]): Reader | undefined {
  if (part.startsWith('@')) return accountReader(part.slice(1), keys);
  const [name = '', formatName] = part.split(':');
  const format = formatOf(formatName, part);
  const unnamed = /^Data\.(\d+)$/.exec(name);
  const column = keys.indexOf(unnamed === null ? name : 'Data');
  if (column < 0) return undefined;
  if (unnamed === null)
    return (values) => {
      const value = values[column];
      return isAbsent(value) ? undefined : format(value as FieldValue);
    };
  const n = Number(unnamed[1]);
  return (values) => {
    const value = nth(values[column], n);
    return isAbsent(value) ? undefined : format(value as FieldValue);
  };
}

function formatOf(name: string | undefined, part: string): Format {
  if (name === undefined) return plainText;
  if (!isFormatName(name)) throw new Error(`Unknown format in {${part}}`);
  return formatNamed(name);
}

/** The n-th of the unnamed values; a single one is not a list. */
function nth(value: FieldValue | undefined, n: number): FieldValue | undefined {
  if (Array.isArray(value)) return (value as readonly FieldValue[])[n];
  return n === 0 ? value : undefined;
}

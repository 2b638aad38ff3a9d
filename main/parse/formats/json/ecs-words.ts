import { CATEGORIES, type Category, type EventRow, type FieldValue } from '#shared/model/event.ts';
import { textOf } from './layout.ts';

/** `event.category` of a record in the Elastic Common Schema, which may be a list; undefined for any other word. */
export function ecsCategory(value: FieldValue | undefined): Category | undefined {
  const word = textOf(Array.isArray(value) ? (value as readonly FieldValue[])[0] : value);
  return CATEGORIES.find((category) => category === word);
}

/** `event.outcome`, likewise. */
export function ecsOutcome(value: FieldValue | undefined): EventRow['outcome'] {
  const word = textOf(value);
  return word === 'success' || word === 'failure' || word === 'unknown' ? word : undefined;
}

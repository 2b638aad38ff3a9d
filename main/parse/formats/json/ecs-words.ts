import { CATEGORIES, type Category, type EventRow, type FieldValue } from '#shared/model/event.ts';
import { textOf } from './layout.ts';

const wordsOf = (value: FieldValue | undefined): readonly (string | undefined)[] =>
  Array.isArray(value) ? (value as readonly FieldValue[]).map(textOf) : [textOf(value)];

/** `event.category` of a record in the Elastic Common Schema, of a list the first that is known; undefined where none is. */
export const ecsCategory = (value: FieldValue | undefined): Category | undefined =>
  wordsOf(value)
    .map((word) => CATEGORIES.find((category) => category === word))
    .find((category) => category !== undefined);

const OUTCOMES = ['success', 'failure', 'unknown'] as const;

/** `event.outcome`, likewise. */
export const ecsOutcome = (value: FieldValue | undefined): EventRow['outcome'] =>
  OUTCOMES.find((outcome) => outcome === wordsOf(value)[0]);

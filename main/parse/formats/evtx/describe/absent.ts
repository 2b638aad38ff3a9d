import type { FieldValue } from '#shared/model/event.ts';

/** Windows writes `-` where it has nothing to say. */
export const isAbsent = (value: FieldValue | undefined): boolean =>
  value === undefined || value === null || value === '' || value === '-';

import { z } from 'zod';
import type { Change } from '../model/change.ts';
import type { Shape } from '../model/shape-fields.ts';
import { absentAllowed, clearable } from '../model/shape-fields.ts';
import { recordId } from './fields.ts';
import type { CaseRecord, RecordOfType, RecordType } from './record-kinds.ts';
import { RECORD_KINDS, RECORD_TYPES } from './record-kinds.ts';

type FieldsOf = { readonly required: Shape; readonly optional: Shape };

/** A whole record, strictly: every required field, no unknown one. */
export const caseRecord = z.discriminatedUnion(
  'type',
  RECORD_TYPES.map((type) => {
    const { required, optional }: FieldsOf = RECORD_KINDS[type];
    return z.strictObject({
      id: recordId,
      type: z.literal(type),
      ...required,
      ...absentAllowed(optional),
    });
  }) as unknown as [z.ZodObject, ...z.ZodObject[]],
) as unknown as z.ZodType<CaseRecord>;

export const recordType = z.enum(RECORD_TYPES as [RecordType, ...RecordType[]]);

export type RecordChange<T extends RecordType> = Change<Omit<RecordOfType<T>, 'id' | 'type'>>;

/** An edit of some fields of a record of one type. */
export type RecordEdit = {
  readonly [T in RecordType]: {
    readonly kind: 'record.edit';
    readonly type: T;
    readonly record: RecordOfType<T>['id'];
    readonly change: RecordChange<T>;
  };
}[RecordType];

export const recordEdit = z.discriminatedUnion(
  'type',
  RECORD_TYPES.map((type) => {
    const { required, optional }: FieldsOf = RECORD_KINDS[type];
    return z.strictObject({
      kind: z.literal('record.edit'),
      type: z.literal(type),
      record: recordId,
      change: z.strictObject({ ...absentAllowed(required), ...clearable(optional) }),
    });
  }) as unknown as [z.ZodObject, ...z.ZodObject[]],
) as unknown as z.ZodType<RecordEdit>;

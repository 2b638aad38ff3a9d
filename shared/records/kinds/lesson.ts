import { z } from 'zod';
import { name, prose } from '../../model/shapes.ts';
import { recordId } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** What the response taught. */
export const LESSON = recordKind({
  type: 'lesson',
  noun: 'lesson',
  title: ({ title }) => title,
  required: { title: name, kind: z.enum(['went-well', 'went-badly', 'was-luck']) },
  optional: { notes: prose, cause: recordId },
});

export type Lesson = RecordOf<typeof LESSON>;

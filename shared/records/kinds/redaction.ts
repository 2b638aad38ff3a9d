import { z } from 'zod';
import { line, madeId, name } from '../../model/shapes.ts';
import type { ReportId } from '../../model/ids.ts';
import { recordId } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** What a report must not show: every form of an entity, what a pattern matches, or a text. */
export const REDACTION = recordKind({
  type: 'redaction',
  noun: 'redaction',
  title: ({ title }) => title,
  required: {
    title: name,
    by: z.enum(['entity', 'pattern', 'text']),
    /** The text, or the regular expression (linear time). */
    what: line(4_000),
    /** What is printed in its place. */
    label: line(200),
  },
  optional: {
    entity: recordId,
    /** The one report it is for; all of them without it. */
    report: madeId<ReportId>(),
  },
});

export type Redaction = RecordOf<typeof REDACTION>;

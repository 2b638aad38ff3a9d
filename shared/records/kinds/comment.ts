import { z } from 'zod';
import { line, madeId, prose } from '../../model/shapes.ts';
import type { ReportId, SectionId } from '../../model/ids.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** What a reviewer says of a report. */
export const COMMENT = recordKind({
  type: 'comment',
  noun: 'comment',
  title: ({ text }) => text,
  state: 'state',
  required: { report: madeId<ReportId>(), text: prose.min(1), state: z.enum(['open', 'settled']) },
  optional: {
    section: madeId<SectionId>(),
    /** The words it is about. */
    quote: line(1_000),
  },
});

export type Comment = RecordOf<typeof COMMENT>;

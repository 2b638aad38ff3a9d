import { z } from 'zod';
import { line, madeId, name } from '../../model/shapes.ts';
import type { ReportId } from '../../model/ids.ts';
import { when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** Longest content of a frozen block, in UTF-16 units: some thousand lines of a table. */
export const MAX_FROZEN = 2_000_000;

/**
 * What a live block of a report showed when it was frozen. Whoever freezes it anew adds another; the block in the
 * section's text says which it is.
 */
export const FROZEN = recordKind({
  type: 'frozen',
  noun: 'frozen block',
  title: ({ title }) => title,
  required: {
    report: madeId<ReportId>(),
    title: name,
    /** Which live block, as `liveKey` names it. */
    block: line(20_100),
    at: when,
    /** Its blocks as canonical JSON (shared/report/content/frozen.ts). */
    content: z.string().max(MAX_FROZEN),
  },
  optional: {},
});

export type Frozen = RecordOf<typeof FROZEN>;

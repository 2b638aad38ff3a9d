import { z } from 'zod';
import { line, name, prose } from '../../model/shapes.ts';
import { when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** A playbook that this case follows. Its steps became tasks, which are edited freely. */
export const PLAYBOOK_USE = recordKind({
  type: 'playbook',
  noun: 'playbook',
  title: ({ title }) => title,
  required: {
    title: name,
    /** Id of the playbook file it was made from. */
    source: line(200),
    version: z.number().int().min(0).max(1_000_000),
    /** From when time targets count. */
    startedAt: when,
  },
  optional: { notes: prose },
});

export type PlaybookUse = RecordOf<typeof PLAYBOOK_USE>;

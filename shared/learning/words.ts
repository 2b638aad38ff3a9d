import type { Cause } from '../records/kinds/cause.ts';
import type { Control } from '../records/kinds/control.ts';
import type { Improvement } from '../records/kinds/improvement.ts';
import type { Lesson } from '../records/kinds/lesson.ts';
import type { LookedForState } from './sought-evidence.ts';

/** What the values of these records are called, on screen and on paper. */

export const CAUSE_KIND_NAMES: Readonly<Record<Cause['kind'], string>> = {
  root: 'Root cause',
  contributing: 'Contributing factor',
  intermediate: 'Step between',
};

export const VERDICT_NAMES: Readonly<Record<Control['verdict'], string>> = {
  held: 'Held',
  partly: 'Held in part',
  failed: 'Failed',
  absent: 'Was absent',
};

export const LESSON_NAMES: Readonly<Record<Lesson['kind'], string>> = {
  'went-well': 'Went well',
  'went-badly': 'Went badly',
  'was-luck': 'Was luck',
};

export const PRIORITY_NAMES: Readonly<Record<Improvement['priority'], string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const IMPROVEMENT_STATE_NAMES: Readonly<Record<Improvement['state'], string>> = {
  proposed: 'Proposed',
  agreed: 'Agreed',
  'in-progress': 'In progress',
  done: 'Done',
  rejected: 'Rejected',
};

export const LOOKED_FOR_NAMES: Readonly<Record<LookedForState, string>> = {
  'nothing-found': 'Nothing found',
  'found-something': 'Found something',
  stale: 'Stale',
  'not-run': 'Not made yet',
};

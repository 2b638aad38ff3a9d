import { incidentOf } from '../../work/records.ts';
import type { Brief } from './brief.ts';
import {
  actionSection,
  boardSection,
  evidenceSection,
  findingSection,
  logSection,
  verdictSection,
} from './change-sections.ts';
import type { BriefInput } from './shift.ts';
import { shiftOf } from './shift.ts';
import { deadlineSection, situationSection } from './situation-section.ts';
import { peopleSection } from './people-section.ts';
import { questionSection, taskSection } from './task-section.ts';

/** The hand-over: what the case has to say to whoever takes over, of the time since a moment of its log. */
export function briefOf(input: BriefInput): Brief {
  const shift = shiftOf(input);
  const { identifier } = incidentOf(input.state);
  const title = input.state.title ?? 'Case';
  return {
    title: identifier === '' || title.includes(identifier) ? title : `${identifier} · ${title}`,
    since: input.since,
    until: input.now,
    sections: [
      situationSection(shift),
      deadlineSection(shift),
      taskSection(shift),
      logSection(shift),
      actionSection(shift),
      verdictSection(shift),
      findingSection(shift),
      boardSection(shift),
      evidenceSection(shift),
      questionSection(shift),
      peopleSection(shift),
    ],
  };
}

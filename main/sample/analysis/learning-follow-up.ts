import type { RecordId } from '#shared/model/ids.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { Improvement } from '#shared/records/kinds/improvement.ts';
import type { Lesson } from '#shared/records/kinds/lesson.ts';
import { at } from '../calendar.ts';
import type { PersonName } from './incident-people.ts';
import { personId } from './incident-people.ts';
import type { CauseName } from './learning-causes.ts';
import { causeId } from './learning-causes.ts';

type LessonName =
  'watching' | 'sysmon' | 'logsElsewhere' | 'containment' | 'luckLog' | 'luckAnna' | 'notCollected';

const lessonId = (name: LessonName): RecordId => `sample-lesson-${name}` as RecordId;

interface SampleLesson extends Pick<Lesson, 'title' | 'kind' | 'notes'> {
  readonly name: LessonName;
  readonly cause?: CauseName;
}

const LESSONS: readonly SampleLesson[] = [
  {
    name: 'watching',
    title: 'Four alarms in a day and nobody to hear them',
    kind: 'went-badly',
    cause: 'noDuty',
    notes:
      'The sensor, 46 failed logons, a new domain administrator, 2.5 GB at night: each would have been enough.',
  },
  {
    name: 'notCollected',
    title: 'Four workstations were not collected while it was fresh',
    kind: 'went-badly',
    notes: 'That nothing happened on them is now an assumption.',
  },
  {
    name: 'sysmon',
    title: 'Sysmon carried the story across the cleared log',
    kind: 'went-well',
  },
  {
    name: 'logsElsewhere',
    title: 'Firewall and sensor kept their logs for longer than the intruder stayed',
    kind: 'went-well',
  },
  {
    name: 'containment',
    title: 'The first four containment acts took eleven minutes',
    kind: 'went-well',
    notes: 'Karin Nyberg decided alone and was allowed to.',
  },
  { name: 'luckLog', title: 'The intruder left Sysmon’s log alone', kind: 'was-luck' },
  {
    name: 'luckAnna',
    title: 'Anna Berg reported the warning at once',
    kind: 'was-luck',
    notes: 'Nobody had ever told her to.',
  },
];

export const sampleLessons = (): readonly Lesson[] =>
  LESSONS.map(({ name, cause, title, kind, notes }): Lesson => ({
    id: lessonId(name),
    type: 'lesson',
    title,
    kind,
    ...(notes !== undefined && { notes }),
    ...(cause !== undefined && { cause: causeId(cause) }),
  }));

interface SampleImprovement extends Pick<Improvement, 'title' | 'priority' | 'state' | 'notes'> {
  readonly name: string;
  readonly owner: PersonName;
  /** Day, UTC. */
  readonly due: string;
  readonly cause?: CauseName;
  readonly lesson?: LessonName;
}

/** The actions of the report, as records to be followed; states as of the day after the response ended. */
const IMPROVEMENTS: readonly SampleImprovement[] = [
  {
    name: 'macros',
    title: 'Refuse documents with macros at the mail gateway; block macros from the internet',
    priority: 'high',
    state: 'done',
    owner: 'karin',
    due: '2026-05-22',
    cause: 'gatewayPasses',
  },
  {
    name: 'mfa',
    title: 'Second factor for the VPN and for every administrator',
    priority: 'high',
    state: 'in-progress',
    owner: 'karin',
    due: '2026-06-05',
    cause: 'noSecondFactor',
  },
  {
    name: 'tiers',
    title: 'Administrators log on to servers only; remote help with an account of its own',
    priority: 'high',
    state: 'in-progress',
    owner: 'karin',
    due: '2026-05-29',
    cause: 'noTiers',
  },
  {
    name: 'service',
    title: 'svc_backup becomes a managed service account without interactive or network logon',
    priority: 'medium',
    state: 'agreed',
    owner: 'per',
    due: '2026-05-29',
    cause: 'servicesUnmanaged',
  },
  {
    name: 'ssh',
    title: 'SSH with keys only; no passwords for system accounts',
    priority: 'medium',
    state: 'done',
    owner: 'per',
    due: '2026-05-22',
    cause: 'passwordOnSystem',
  },
  {
    name: 'role',
    title: 'Keys out of files on web1; a role of the cloud account instead',
    priority: 'medium',
    state: 'agreed',
    owner: 'per',
    due: '2026-06-12',
    cause: 'keyInFile',
  },
  {
    name: 'alerts',
    title:
      'Somebody reads the sensor’s alerts every working day; alarm on new domain administrators and on uploads above 500 MB',
    priority: 'high',
    state: 'agreed',
    owner: 'jonas',
    due: '2026-06-12',
    cause: 'noDuty',
    lesson: 'watching',
  },
  {
    name: 'desks',
    title: 'Collect and examine WS01, WS02, WS04 and WS05',
    priority: 'low',
    state: 'proposed',
    owner: 'jonas',
    due: '2026-05-20',
    lesson: 'notCollected',
    notes: 'As long as it is not done, the report says that it was not.',
  },
];

export const sampleImprovements = (): readonly Improvement[] =>
  IMPROVEMENTS.map(({ name, owner, due, cause, lesson, ...told }): Improvement => {
    const { title, priority, state, notes } = told;
    return {
      id: `sample-improvement-${name}` as RecordId,
      type: 'improvement',
      title,
      priority,
      state,
      owner: personId(owner),
      due: instantFromMs(at(`${due}T00:00:00`)),
      ...(notes !== undefined && { notes }),
      ...(cause !== undefined && { cause: causeId(cause) }),
      ...(lesson !== undefined && { lesson: lessonId(lesson) }),
    };
  });

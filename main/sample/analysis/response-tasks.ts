import type { RecordId } from '#shared/model/ids.ts';
import type { ResponsePhase } from '#shared/records/fields.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import type { PersonName } from './incident-people.ts';
import type { KeyEvent } from './key-events.ts';

/** What became of a step; done unless it says otherwise. All times UTC. */
export interface StepStory {
  readonly by: PersonName;
  /** When it was done; absent while it is not. */
  readonly done?: string;
  readonly state?: Task['state'];
  readonly notes?: string;
  readonly events?: readonly KeyEvent[];
  /** Records what the step's query gave at that time. */
  readonly asked?: true;
}

export interface SampleUse {
  readonly playbook: string;
  readonly startedAt: string;
  readonly steps: { readonly [step: string]: StepStory };
}

/** The playbooks that fit this incident, and how far they had come on 20 May. */
export const SAMPLE_USES: readonly SampleUse[] = [
  {
    playbook: 'stolen-credentials',
    startedAt: '2026-05-13T08:20:00',
    steps: {
      'name-lead': { by: 'karin', done: '2026-05-13T08:25:00' },
      'ask-owner': {
        by: 'karin',
        done: '2026-05-13T08:33:00',
        notes:
          'Anna Berg: opened Invoice_4471.docm at about 09:10 UTC on the day before, Word stopped for a moment. She approved nothing.',
      },
      'keep-logs': { by: 'per', done: '2026-05-13T09:20:00' },
      use: { by: 'jonas', done: '2026-05-13T10:05:00', asked: true },
      guessing: {
        by: 'jonas',
        done: '2026-05-13T10:40:00',
        events: ['guessing', 'guessed'],
        notes: 'Six names, all from WS07; svc_backup was found two seconds after the last failure.',
        asked: true,
      },
      'first-foreign': {
        by: 'jonas',
        done: '2026-05-13T12:10:00',
        events: ['hiddenShell', 'serviceOnFiles', 'adminFromVictim'],
      },
      theft: {
        by: 'jonas',
        done: '2026-05-13T15:30:00',
        events: ['remoteHelp', 'lsassRead'],
        notes:
          'A session of adm.nyberg had been left open on WS07. All who were logged on there lost their credentials.',
        asked: true,
      },
      reach: { by: 'per', done: '2026-05-13T11:50:00' },
      decide: { by: 'karin', done: '2026-05-13T08:38:00' },
      lock: {
        by: 'karin',
        done: '2026-05-13T08:43:55',
        events: ['implantedDisabled', 'serviceDisabled', 'victimDisabled'],
        asked: true,
      },
      reset: {
        by: 'per',
        done: '2026-05-13T15:10:00',
        notes: 'Late: svc_backup was set in eleven jobs.',
      },
      changes: {
        by: 'jonas',
        done: '2026-05-13T14:00:00',
        events: ['accountMade', 'accountRaised'],
      },
      lateral: {
        by: 'jonas',
        done: '2026-05-13T16:45:00',
        events: ['serviceOnFiles', 'psexec', 'adminFromVictim', 'implantedOnFiles'],
      },
      data: {
        by: 'jonas',
        done: '2026-05-13T19:20:00',
        events: ['contractsListed', 'contractsRead'],
      },
      'same-source': {
        by: 'jonas',
        state: 'blocked',
        notes: 'WS01, WS02, WS04 and WS05 are not collected yet.',
      },
      undo: { by: 'karin', done: '2026-05-14T10:00:00' },
      domain: {
        by: 'karin',
        done: '2026-05-14T15:30:00',
        notes: 'krbtgt at 12:20 and again at 15:30 UTC.',
      },
      'way-in': {
        by: 'per',
        state: 'in-progress',
        notes:
          'Administrators no longer log on to workstations; svc_backup becomes a managed account by 29 May.',
      },
      watch: { by: 'jonas', state: 'in-progress' },
      notify: { by: 'mira', done: '2026-05-15T12:40:00' },
      lessons: { by: 'karin', state: 'open' },
    },
  },
  {
    playbook: 'web-server-intrusion',
    startedAt: '2026-05-13T08:45:00',
    steps: {
      'name-lead': { by: 'karin', done: '2026-05-13T08:47:00' },
      'before-touching': {
        by: 'per',
        done: '2026-05-13T08:51:00',
        notes: 'A copy of t.php and of the access log. No snapshot: web1 is not virtual.',
      },
      logs: { by: 'per', done: '2026-05-13T10:15:00' },
      'contain-decision': { by: 'karin', done: '2026-05-13T08:49:00' },
      'first-request': {
        by: 'jonas',
        done: '2026-05-13T12:40:00',
        events: ['webShell'],
        asked: true,
      },
      shells: {
        by: 'per',
        done: '2026-05-13T13:30:00',
        notes: 'Compared with the repository: t.php alone.',
      },
      commands: { by: 'jonas', done: '2026-05-13T15:00:00', events: ['webShell', 'secretsRead'] },
      logons: { by: 'jonas', done: '2026-05-13T11:40:00', events: ['sshEntered'], asked: true },
      guessing: { by: 'jonas', done: '2026-05-13T11:55:00', events: ['sshGuessing'], asked: true },
      persistence: { by: 'jonas', done: '2026-05-13T16:20:00', events: ['localAccount'] },
      secrets: { by: 'per', done: '2026-05-13T12:30:00', events: ['secretsRead'] },
      onward: { by: 'jonas', done: '2026-05-13T18:10:00', events: ['cloudEntered'] },
      data: { by: 'jonas', done: '2026-05-14T07:50:00', events: ['backupRead', 'cloudRefused'] },
      block: { by: 'karin', done: '2026-05-13T08:47:12', events: ['outboundBlocked'] },
      rotate: {
        by: 'per',
        state: 'in-progress',
        notes:
          'Cloud key disabled at 09:31 UTC. The password of the shop’s database waits for its maker.',
      },
      'lock-accounts': { by: 'per', done: '2026-05-13T08:52:14', events: ['localDisabled'] },
      weakness: {
        by: 'per',
        done: '2026-05-14T16:00:00',
        notes: 'backup had a password; SSH now takes keys only.',
      },
      rebuild: { by: 'per', done: '2026-05-15T14:00:00' },
      verify: { by: 'jonas', done: '2026-05-15T16:30:00' },
      watch: { by: 'jonas', state: 'in-progress' },
      notify: {
        by: 'mira',
        state: 'blocked',
        notes: 'What the database dumps hold is not known yet.',
      },
      lessons: { by: 'karin', state: 'dropped', notes: 'One review for the whole incident.' },
    },
  },
];

interface OwnTask extends StepStory {
  readonly name: string;
  readonly title: string;
  readonly phase: ResponsePhase;
  readonly due: string;
  readonly guidance?: string;
  readonly query?: string;
}

export const ownTaskId = (name: string): RecordId => `sample-task-${name}` as RecordId;

/** Tasks that no playbook has. */
export const SAMPLE_OWN_TASKS: readonly OwnTask[] = [
  {
    name: 'collect',
    title: 'Collect and examine WS01, WS02, WS04 and WS05',
    phase: 'detection-and-analysis',
    by: 'jonas',
    state: 'open',
    due: '2026-05-20T15:00:00',
    guidance:
      'Preserve first: memory and event logs, before anybody updates these machines.\nCheck: logons of helpdesk2, svc_backup and a.berg; the address 198.51.100.23.',
    query: 'helpdesk2 host:(WS01* or WS02* or WS04* or WS05*)',
  },
  {
    name: 'dumps',
    title: 'Find out what the fourteen database dumps hold',
    phase: 'detection-and-analysis',
    by: 'per',
    state: 'in-progress',
    due: '2026-05-22T15:00:00',
    events: ['backupRead'],
  },
  {
    name: 'beacons',
    title: 'Make sure that nothing calls 198.51.100.23 any more',
    phase: 'containment',
    by: 'jonas',
    done: '2026-05-13T12:00:00',
    due: '2026-05-13T12:00:00',
    query: 'destination.ip:198.51.100.23 time:>=2026-05-13T09:11',
    asked: true,
  },
];

/** What cannot go on before something else is done, beside what the playbooks say. */
export const SAMPLE_WAITS: readonly (readonly [playbook: string, step: string, after: string])[] = [
  ['stolen-credentials', 'same-source', 'collect'],
  ['web-server-intrusion', 'notify', 'dumps'],
];

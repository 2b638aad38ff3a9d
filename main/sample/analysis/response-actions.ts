import type { RecordId } from '#shared/model/ids.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { stepTaskId } from '#shared/response/playbook/choose-playbook.ts';
import { at } from '../calendar.ts';
import type { KeyRows } from '../find-events.ts';
import { personId, type PersonName } from './incident-people.ts';
import type { KeyEvent } from './key-events.ts';

type Told = Pick<ResponseAction, 'title' | 'where' | 'kind' | 'state'> &
  Partial<Pick<ResponseAction, 'result' | 'verification' | 'technique'>> & {
    readonly decidedBy?: PersonName;
    readonly doneBy?: PersonName;
    /** The event that shows it, which gives the time too; else a UTC time. */
    readonly event?: KeyEvent;
    readonly at?: string;
    readonly step?: readonly [playbook: string, step: string];
  };

const ACTIONS: readonly Told[] = [
  {
    title: 'Implant quarantined by Defender',
    where: 'WS07',
    kind: 'containment',
    state: 'failed',
    event: 'quarantined',
    result: 'The file was taken; the program went on running in memory and calling home.',
    technique: 'T1071.001',
  },
  {
    title: 'Account disabled',
    where: 'helpdesk2',
    kind: 'containment',
    state: 'verified',
    decidedBy: 'karin',
    doneBy: 'karin',
    event: 'implantedDisabled',
    verification:
      'No success with it in any log after 08:41 UTC; the account is gone since 14 May.',
    technique: 'T1136.002',
    step: ['stolen-credentials', 'lock'],
  },
  {
    title: 'Account disabled',
    where: 'svc_backup',
    kind: 'containment',
    state: 'verified',
    decidedBy: 'karin',
    doneBy: 'karin',
    event: 'serviceDisabled',
    result: 'The backup jobs of one night failed, as expected.',
    verification: 'Every backup job failed in the night to 14 May, so nothing logs on with it.',
    technique: 'T1078.002',
    step: ['stolen-credentials', 'lock'],
  },
  {
    title: 'Account disabled',
    where: 'a.berg',
    kind: 'containment',
    state: 'reverted',
    decidedBy: 'karin',
    doneBy: 'karin',
    event: 'victimDisabled',
    result: 'Enabled again on 14 May with a new password and a lent laptop.',
    step: ['stolen-credentials', 'lock'],
  },
  {
    title: 'Command and control refused at the firewall',
    where: '198.51.100.23',
    kind: 'containment',
    state: 'verified',
    decidedBy: 'karin',
    doneBy: 'karin',
    event: 'outboundBlocked',
    verification: 'The firewall refused each call from WS07 until it was taken off the network.',
    technique: 'T1071.001',
    step: ['web-server-intrusion', 'block'],
  },
  {
    title: 'Local account locked, web shell removed',
    where: 'web1',
    kind: 'containment',
    state: 'verified',
    decidedBy: 'karin',
    doneBy: 'per',
    event: 'localDisabled',
    verification: 'Requests for /uploads/t.php are answered with 404; a copy of the file is kept.',
    technique: 'T1505.003',
    step: ['web-server-intrusion', 'lock-accounts'],
  },
  {
    title: 'Taken off the network, left powered',
    where: 'WS07',
    kind: 'containment',
    state: 'done',
    decidedBy: 'karin',
    doneBy: 'karin',
    at: '2026-05-13T09:10:00',
    result: 'By its cable. No event of WS07 is later, which fits.',
  },
  {
    title: 'Cloud key disabled',
    where: 'web1-deploy',
    kind: 'containment',
    state: 'verified',
    decidedBy: 'per',
    doneBy: 'per',
    event: 'keyDisabled',
    verification: 'The trail shows no call with the key after 09:31 UTC.',
    technique: 'T1552.001',
    step: ['web-server-intrusion', 'rotate'],
  },
  {
    title: 'Password of krbtgt changed twice',
    where: 'LINDHOLM domain',
    kind: 'eradication',
    state: 'done',
    decidedBy: 'karin',
    doneBy: 'karin',
    at: '2026-05-14T15:30:00',
    result: 'At 12:20 and 15:30 UTC; all machines were started anew by the evening.',
    technique: 'T1558.001',
    step: ['stolen-credentials', 'domain'],
  },
  {
    title: 'Examined and cleaned',
    where: 'FS01',
    kind: 'eradication',
    state: 'verified',
    decidedBy: 'sara',
    doneBy: 'per',
    at: '2026-05-14T19:00:00',
    verification:
      'Services, tasks and run keys compared with the image of FS02; a second person looked.',
    technique: 'T1569.002',
  },
  {
    title: 'File services opened again',
    where: 'FS01',
    kind: 'recovery',
    state: 'verified',
    decidedBy: 'sara',
    doneBy: 'per',
    at: '2026-05-15T07:00:00',
    verification: 'Anna Berg and two others worked on shares from 07:10 UTC.',
  },
  {
    title: 'Installed anew',
    where: 'web1',
    kind: 'recovery',
    state: 'verified',
    decidedBy: 'karin',
    doneBy: 'per',
    at: '2026-05-15T14:00:00',
    verification: 'Scan from outside and comparison with the repository on 15 May.',
    step: ['web-server-intrusion', 'rebuild'],
  },
  {
    title: 'Password of the shop’s database replaced',
    where: 'web1',
    kind: 'eradication',
    state: 'planned',
    decidedBy: 'per',
    result: 'The maker of the shop comes on 21 May.',
    step: ['web-server-intrusion', 'rotate'],
  },
];

/** What was done against the intruder, as records. */
export const sampleActions = (rows: KeyRows): readonly ResponseAction[] =>
  ACTIONS.map(({ decidedBy, doneBy, event, at: time, step, ...told }, n) => {
    const row = event === undefined ? undefined : rows[event];
    const when = time === undefined ? row?.time : instantFromMs(at(time));
    return {
      id: `sample-action-${n + 1}` as RecordId,
      type: 'action',
      ...told,
      ...(decidedBy !== undefined && { decidedBy: personId(decidedBy) }),
      ...(doneBy !== undefined && { doneBy: personId(doneBy) }),
      ...(when !== undefined && { at: when }),
      ...(row !== undefined && { events: [row.id] }),
      ...(step !== undefined && { task: stepTaskId(...step) }),
    };
  });

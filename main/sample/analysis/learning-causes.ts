import type { RecordId } from '#shared/model/ids.ts';
import type { Cause } from '#shared/records/kinds/cause.ts';
import type { Control } from '#shared/records/kinds/control.ts';
import { rankBetween } from '#shared/work/rank.ts';
import type { KeyRows } from '../find-events.ts';
import type { ItemName } from './board.ts';
import { boardItemId } from './board-items.ts';
import type { KeyEvent } from './key-events.ts';

export type CauseName =
  | 'macroDelivered'
  | 'gatewayPasses'
  | 'macrosRun'
  | 'noOwnerOfOffice'
  | 'sessionOpen'
  | 'adminsEverywhere'
  | 'noTiers'
  | 'weakService'
  | 'servicesUnmanaged'
  | 'noSecondFactor'
  | 'vpnPostponed'
  | 'passwordOnSystem'
  | 'keyInFile'
  | 'nobodyWatches'
  | 'noDuty'
  | 'uploadUnseen';

export const causeId = (name: CauseName): RecordId => `sample-cause-${name}` as RecordId;

interface SampleCause extends Pick<Cause, 'title' | 'kind' | 'standing' | 'basis'> {
  readonly name: CauseName;
  readonly answers?: CauseName;
  readonly enabled?: ItemName;
  readonly shown?: readonly KeyEvent[];
}

const CAUSES: readonly SampleCause[] = [
  {
    name: 'macroDelivered',
    enabled: 'hiddenShell',
    title: 'A document with a macro reached Anna Berg’s mailbox',
    kind: 'intermediate',
    standing: 'proven',
    shown: ['lure'],
  },
  {
    name: 'gatewayPasses',
    answers: 'macroDelivered',
    title: 'The mail gateway delivers what it cannot scan',
    kind: 'root',
    standing: 'proven',
    basis: 'The gateway’s log says for this message: not scanned, delivered.',
    shown: ['lure'],
  },
  {
    name: 'macrosRun',
    enabled: 'hiddenShell',
    title: 'Office runs macros of documents from the internet',
    kind: 'contributing',
    standing: 'proven',
    shown: ['documentOpened', 'hiddenShell'],
  },
  {
    name: 'noOwnerOfOffice',
    answers: 'macrosRun',
    title: 'Nobody is responsible for the settings of the workstations',
    kind: 'root',
    standing: 'assumed',
    basis: 'Karin Nyberg: each machine is as it was installed.',
  },
  {
    name: 'sessionOpen',
    enabled: 'lsassRead',
    title: 'Credentials of adm.nyberg were in the memory of WS07',
    kind: 'intermediate',
    standing: 'inferred',
    basis:
      'The session was closed, not logged off, on the day before; the implant’s file was not found.',
    shown: ['remoteHelp', 'lsassRead'],
  },
  {
    name: 'adminsEverywhere',
    answers: 'sessionOpen',
    title: 'Administrators of the domain help users from their own account',
    kind: 'intermediate',
    standing: 'proven',
    shown: ['remoteHelp'],
  },
  {
    name: 'noTiers',
    answers: 'adminsEverywhere',
    title: 'There is one kind of administrator for everything',
    kind: 'root',
    standing: 'proven',
    basis:
      'Members of Domain Admins, as listed on 14 May: adm.nyberg and helpdesk2, no account for workstations.',
  },
  {
    name: 'weakService',
    enabled: 'serviceOnFiles',
    title: 'The password of svc_backup can be guessed, and the account may log on from everywhere',
    kind: 'contributing',
    standing: 'proven',
    shown: ['guessing', 'guessed'],
  },
  {
    name: 'servicesUnmanaged',
    answers: 'weakService',
    title: 'Service accounts are made by hand and never looked at again',
    kind: 'root',
    standing: 'inferred',
    basis: 'Its password was set in 2019.',
  },
  {
    name: 'noSecondFactor',
    enabled: 'vpnEntered',
    title: 'A name and a password are enough for the VPN',
    kind: 'intermediate',
    standing: 'proven',
    shown: ['vpnEntered'],
  },
  {
    name: 'vpnPostponed',
    answers: 'noSecondFactor',
    title: 'The second factor was decided in 2024 and put off for want of money',
    kind: 'root',
    standing: 'assumed',
    basis: 'Per Strand, from memory; the minutes are being looked for.',
  },
  {
    name: 'passwordOnSystem',
    enabled: 'sshEntered',
    title: 'The system account backup on web1 has a password that it does not need',
    kind: 'root',
    standing: 'proven',
    shown: ['sshEntered'],
  },
  {
    name: 'keyInFile',
    enabled: 'backupRead',
    title: 'The key to the cloud account stands in a file of the web server',
    kind: 'root',
    standing: 'inferred',
    shown: ['secretsRead', 'cloudEntered'],
  },
  {
    name: 'nobodyWatches',
    title: 'It was recorded four times and noticed by nobody for a day',
    kind: 'contributing',
    standing: 'proven',
    shown: ['sensorAlert', 'guessing', 'accountRaised', 'firstUpload'],
  },
  {
    name: 'noDuty',
    answers: 'nobodyWatches',
    title: 'Reading alerts is nobody’s duty',
    kind: 'root',
    standing: 'proven',
    basis: 'Karin Nyberg and Jonas Ekman say the same, each asked alone.',
  },
  {
    name: 'uploadUnseen',
    answers: 'nobodyWatches',
    title: 'No threshold exists for what leaves a server at night',
    kind: 'contributing',
    standing: 'proven',
    shown: ['firstUpload'],
  },
];

/** The causes in the order in which the report tells them. */
export function sampleCauses(rows: KeyRows): readonly Cause[] {
  let rank: string | undefined;
  return CAUSES.map(({ name, answers, enabled, shown, title, kind, standing, basis }): Cause => {
    rank = rankBetween(rank, undefined);
    return {
      id: causeId(name),
      type: 'cause',
      title,
      kind,
      standing,
      rank,
      ...(basis !== undefined && { basis }),
      ...(answers !== undefined && { answers: causeId(answers) }),
      ...(enabled !== undefined && { enabled: boardItemId(enabled) }),
      ...(shown !== undefined && { events: shown.map((one) => rows[one].id) }),
    };
  });
}

interface SampleControl extends Pick<Control, 'title' | 'verdict' | 'notes' | 'reference'> {
  readonly name: string;
  readonly cause?: CauseName;
}

const CONTROLS: readonly SampleControl[] = [
  {
    name: 'gateway',
    title: 'Scanning of attachments at the mail gateway',
    verdict: 'failed',
    cause: 'gatewayPasses',
    reference: 'D3-FA',
    notes: 'It could not open the document and let it pass.',
  },
  {
    name: 'defender',
    title: 'Microsoft Defender on the workstations',
    verdict: 'partly',
    notes:
      'It knew the implant a day late, with the signatures of 13 May, and could not stop what was in memory.',
  },
  {
    name: 'sensor',
    title: 'Network sensor',
    verdict: 'partly',
    cause: 'noDuty',
    reference: 'D3-NTA',
    notes: 'It alarmed one second after the macro ran. Nobody reads its alerts.',
  },
  {
    name: 'lockout',
    title: 'Lockout after failed logons',
    verdict: 'absent',
    cause: 'weakService',
    reference: 'D3-AL',
  },
  {
    name: 'mfa',
    title: 'Second factor at the VPN',
    verdict: 'absent',
    cause: 'noSecondFactor',
    reference: 'D3-MFA',
  },
  {
    name: 'cloudPolicy',
    title: 'Narrow rights of the cloud key',
    verdict: 'held',
    cause: 'keyInFile',
    notes: 'It may read and write one bucket: every attempt to make users and keys was refused.',
  },
  {
    name: 'localFirewall',
    title: 'Logon to WS03 by service accounts',
    verdict: 'held',
    notes: 'Refused by policy on administrators’ desks.',
  },
  {
    name: 'logs',
    title: 'Logs kept elsewhere than where they are made',
    verdict: 'partly',
    notes: 'Firewall, VPN and sensor yes; the Security log of WS07 was cleared and is lost.',
  },
];

export const sampleControls = (): readonly Control[] =>
  CONTROLS.map(({ name, cause, title, verdict, notes, reference }): Control => ({
    id: `sample-control-${name}` as RecordId,
    type: 'control',
    title,
    verdict,
    ...(notes !== undefined && { notes }),
    ...(reference !== undefined && { reference }),
    ...(cause !== undefined && { cause: causeId(cause) }),
  }));

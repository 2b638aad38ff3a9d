import type { BoardItem, BoardLink } from '#shared/model/board.ts';
import type { MomentName } from '#shared/work/op.ts';
import type { KeyEvent } from './key-events.ts';

type Told = Pick<BoardItem, 'title' | 'reason' | 'phase' | 'actor'> &
  Partial<Pick<BoardItem, 'technique' | 'standing' | 'confidence' | 'host'>>;

/** Promoted from an event; proven and of high confidence unless it says otherwise. */
export type Promoted = Told & { readonly event: KeyEvent };

/** Known from people, not from evidence. */
export type HandMade = Told & {
  readonly name: string;
  /** UTC. */
  readonly at: string;
  readonly basis: string;
};

export const SAMPLE_BOARD: readonly (Promoted | HandMade)[] = [
  {
    event: 'remoteHelp',
    title: 'Administrator’s session left open on WS07',
    phase: 'credential-access',
    standing: 'inferred',
    confidence: 'medium',
    actor: 'k.nyberg',
    reason:
      'Not an act of the intruder, but what made the domain fall: the session was never logged off, so adm.nyberg’s credentials stayed in memory.',
  },
  {
    event: 'portScan',
    title: 'Scan of Lindholm’s addresses begins',
    phase: 'reconnaissance',
    technique: 'T1595.001',
    actor: '203.0.113.66',
    reason: 'First contact from the address that is seen in every later step.',
  },
  {
    event: 'webScan',
    title: 'Public web server probed for weaknesses',
    phase: 'reconnaissance',
    technique: 'T1595.002',
    host: 'web1',
    actor: '203.0.113.66',
    reason: '420 requests in eight minutes, none of which found anything.',
  },
  {
    event: 'lure',
    title: 'Lure with a macro document delivered to Anna Berg',
    phase: 'initial-access',
    technique: 'T1566.001',
    host: 'mail gateway',
    actor: '203.0.113.66',
    reason: 'Sent from the scanning address; opened 80 minutes later.',
  },
  {
    event: 'hiddenShell',
    title: 'Word starts hidden PowerShell',
    phase: 'execution',
    technique: 'T1059.001',
    actor: 'LINDHOLM\\a.berg',
    reason: 'The parent is WINWORD.EXE; the encoded command fetches and runs a.ps1.',
  },
  {
    event: 'firstContact',
    title: 'First contact with command and control',
    phase: 'command-and-control',
    technique: 'T1071.001',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Then again every ten minutes until the firewall refused it.',
  },
  {
    event: 'runKey',
    title: 'Run key keeps the implant',
    phase: 'persistence',
    technique: 'T1547.001',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Named OneDriveUpdate; points at updsvc.exe in the user’s profile.',
  },
  {
    event: 'adminsListed',
    title: 'Domain administrators listed',
    phase: 'discovery',
    technique: 'T1069.002',
    actor: 'LINDHOLM\\a.berg',
    reason: 'One of four discovery commands within four minutes.',
  },
  {
    event: 'lsassRead',
    title: 'Memory of LSASS read on WS07',
    phase: 'credential-access',
    technique: 'T1003.001',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Opened with access 0x1010 by the implant; a file was written three seconds later.',
  },
  {
    event: 'guessing',
    title: 'Password guessing against DC1',
    phase: 'credential-access',
    technique: 'T1110.003',
    host: 'DC1',
    actor: 'WS07',
    reason: '46 failures in 86 seconds over six names, all from WS07.',
  },
  {
    event: 'guessed',
    title: 'Password of svc_backup found',
    phase: 'credential-access',
    technique: 'T1078.002',
    standing: 'inferred',
    actor: 'WS07',
    reason: 'A success two seconds after the last failure, from the same machine.',
  },
  {
    event: 'serviceOnFiles',
    title: 'svc_backup logs on to FS01 from WS07',
    phase: 'lateral-movement',
    technique: 'T1021.002',
    actor: 'svc_backup',
    reason: 'In three days this account logs on from a workstation only here.',
  },
  {
    event: 'psexec',
    title: 'PsExec service installed on FS01',
    phase: 'lateral-movement',
    technique: 'T1569.002',
    actor: 'svc_backup',
    reason: 'Two seconds after the logon; a command shell as SYSTEM follows.',
  },
  {
    event: 'adminFromVictim',
    title: 'adm.nyberg logs on to DC1 from WS07',
    phase: 'lateral-movement',
    technique: 'T1078.002',
    standing: 'inferred',
    confidence: 'high',
    actor: 'adm.nyberg',
    reason: 'Her own desk was locked from 13:24 to 14:03 UTC, so it was not her.',
  },
  {
    event: 'accountMade',
    title: 'Account helpdesk2 created',
    phase: 'persistence',
    technique: 'T1136.002',
    actor: 'adm.nyberg',
    reason: 'No ticket, no naming rule that fits, in the session of 13:34 UTC.',
  },
  {
    event: 'accountRaised',
    title: 'helpdesk2 made a domain administrator',
    phase: 'privilege-escalation',
    technique: 'T1098.007',
    actor: 'adm.nyberg',
    reason: 'Full control of the domain from here on.',
  },
  {
    event: 'sshEntered',
    title: 'web1 entered over SSH as backup',
    phase: 'initial-access',
    technique: 'T1110.001',
    actor: '203.0.113.66',
    reason: 'A second way in, after 264 guesses from the address of the scan.',
  },
  {
    event: 'localAccount',
    title: 'Local account sysupd with sudo rights made on web1',
    phase: 'persistence',
    technique: 'T1136.001',
    actor: 'backup',
    reason: 'Ninety seconds after the logon.',
  },
  {
    event: 'webShell',
    title: 'Web shell placed on web1',
    phase: 'persistence',
    technique: 'T1505.003',
    host: 'web1',
    actor: '203.0.113.66',
    reason: 'First request to a file that nobody had asked for before.',
  },
  {
    event: 'secretsRead',
    title: 'Cloud key read from a file on web1',
    phase: 'credential-access',
    technique: 'T1552.001',
    standing: 'inferred',
    confidence: 'medium',
    host: 'web1',
    actor: '203.0.113.66',
    reason: 'The request names /srv/www/.env; the key in it is used eight minutes later.',
  },
  {
    event: 'backupRead',
    title: 'Backups of the web site read from the cloud',
    phase: 'collection',
    technique: 'T1530',
    host: 'lindholm-web-backup',
    actor: 'web1-deploy',
    reason: '14 objects with the stolen key, from the intruder’s address.',
  },
  {
    event: 'vpnEntered',
    title: 'helpdesk2 comes in over the VPN',
    phase: 'persistence',
    technique: 'T1133',
    actor: 'helpdesk2',
    reason: 'From the scanning address; there was no second factor.',
  },
  {
    event: 'packed',
    title: 'Contracts packed on FS01',
    phase: 'collection',
    technique: 'T1560.001',
    actor: 'helpdesk2',
    reason: 'The whole share, encrypted, in volumes of 200 MB.',
  },
  {
    event: 'firstUpload',
    title: 'Contracts leave the file server',
    phase: 'exfiltration',
    technique: 'T1048.002',
    host: 'FS01',
    actor: 'helpdesk2',
    reason: 'First of twelve uploads of 200 MB in 48 minutes.',
  },
  {
    event: 'cleared',
    title: 'Security log of WS07 cleared',
    phase: 'defense-evasion',
    technique: 'T1070.001',
    actor: 'helpdesk2',
    reason: 'What it held before is lost; Sysmon’s log was left alone.',
  },
  {
    event: 'detected',
    title: 'Defender reports the implant on WS07',
    phase: 'response',
    actor: 'Microsoft Defender',
    reason: 'The detection that started this case, with the signatures of that morning.',
  },
  {
    name: 'told',
    at: '2026-05-13T08:20:00',
    basis: 'Ticket INC-2207, opened by Anna Berg',
    title: 'Anna Berg reports the warning to Karin Nyberg',
    phase: 'response',
    host: 'WS07',
    actor: 'a.berg',
    confidence: 'high',
    reason: 'From here on Lindholm knew that it had an incident.',
  },
  {
    event: 'implantedDisabled',
    title: 'Accounts helpdesk2, svc_backup and a.berg disabled',
    phase: 'response',
    actor: 'adm.nyberg',
    reason: 'First containment act; the other two follow within three minutes.',
  },
  {
    event: 'outboundBlocked',
    title: 'Command and control refused at the firewall',
    phase: 'response',
    host: 'fw1',
    actor: 'k.nyberg',
    reason: 'The implant still runs and is refused until WS07 is taken off the network.',
  },
  {
    event: 'localDisabled',
    title: 'Account sysupd locked on web1',
    phase: 'response',
    actor: 'deploy',
    reason: 'The web shell was removed in the same session, by word of Karin Nyberg.',
  },
  {
    name: 'isolated',
    at: '2026-05-13T09:10:00',
    basis: 'Karin Nyberg, by telephone on 14 May 2026',
    title: 'WS07 taken off the network',
    phase: 'response',
    host: 'WS07',
    actor: 'k.nyberg',
    confidence: 'medium',
    reason: 'No event of WS07 is later, which fits.',
  },
  {
    event: 'keyDisabled',
    title: 'Stolen cloud key disabled',
    phase: 'response',
    host: 'cloud account',
    actor: 'k.nyberg',
    reason: 'The last way back that is known.',
  },
];

/** An item's own name: that of its event, or the one it was given. */
export type ItemName = KeyEvent | 'told' | 'isolated';

export const SAMPLE_LINKS: readonly (readonly [
  from: ItemName,
  kind: BoardLink['kind'],
  to: ItemName,
])[] = [
  ['portScan', 'related', 'webScan'],
  ['lure', 'led-to', 'hiddenShell'],
  ['hiddenShell', 'led-to', 'firstContact'],
  ['hiddenShell', 'led-to', 'runKey'],
  ['firstContact', 'enabled', 'adminsListed'],
  ['remoteHelp', 'enabled', 'lsassRead'],
  ['lsassRead', 'enabled', 'adminFromVictim'],
  ['guessing', 'led-to', 'guessed'],
  ['guessed', 'enabled', 'serviceOnFiles'],
  ['serviceOnFiles', 'led-to', 'psexec'],
  ['adminFromVictim', 'led-to', 'accountMade'],
  ['accountMade', 'led-to', 'accountRaised'],
  ['accountRaised', 'enabled', 'vpnEntered'],
  ['sshEntered', 'led-to', 'localAccount'],
  ['sshEntered', 'enabled', 'webShell'],
  ['webShell', 'led-to', 'secretsRead'],
  ['secretsRead', 'enabled', 'backupRead'],
  ['vpnEntered', 'enabled', 'packed'],
  ['packed', 'led-to', 'firstUpload'],
  ['detected', 'led-to', 'told'],
  ['told', 'led-to', 'implantedDisabled'],
];

export const SAMPLE_MOMENTS: readonly {
  readonly moment: MomentName;
  readonly event?: KeyEvent;
  /** UTC, where no event says it. */
  readonly at?: string;
}[] = [
  { moment: 'first-activity', event: 'portScan' },
  { moment: 'detected', event: 'detected' },
  { moment: 'aware', at: '2026-05-13T08:20:00' },
  { moment: 'contained', event: 'keyDisabled' },
  { moment: 'eradicated', at: '2026-05-14T15:30:00' },
  { moment: 'recovered', at: '2026-05-15T07:00:00' },
];

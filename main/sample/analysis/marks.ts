import type { KeyEvent } from './key-events.ts';

export interface SampleTag {
  readonly tag: string;
  readonly meaning: string;
  readonly query: string;
  /** UTC; matches outside are left alone. */
  readonly from?: string;
  readonly to?: string;
}

export const SAMPLE_TAGS: readonly SampleTag[] = [
  {
    tag: 'scan',
    meaning: 'Probing from 203.0.113.66 before anything else happened',
    query: 'source.ip:203.0.113.66 (host:fw1 or category:web) not "/uploads/"',
  },
  {
    tag: 'command-and-control',
    meaning: 'Traffic with 198.51.100.23, the address behind cdn-telemetry.example',
    query: 'destination.ip:198.51.100.23',
  },
  {
    tag: 'password-guessing',
    meaning: 'Bursts of failed logons: against DC1 from WS07, against web1 from the internet',
    query:
      '(code:4625 source.ip:192.0.2.107) or (host:web1 action:ssh-login outcome:failure source.ip:203.0.113.66)',
    from: '2026-05-12T13:00:00',
    to: '2026-05-13T01:30:00',
  },
  {
    tag: 'exfiltration',
    meaning: 'The twelve parts of the archive that left FS01',
    query: 'source.ip:192.0.2.20 destination.ip:198.51.100.23',
  },
  {
    tag: 'implanted-account',
    meaning: 'Everything that names helpdesk2, the account the intruder made',
    query: 'helpdesk2',
  },
  {
    tag: 'stolen-cloud-key',
    meaning: 'Calls with the key of web1-deploy that did not come from Lindholm’s address',
    query: 'category:api source.ip:203.0.113.66',
  },
  {
    tag: 'T1059.001',
    meaning: 'PowerShell that the macro started, and what it fetched',
    query: '(code:1 host:WS07* CommandLine:*-enc*) or (code:4104 host:WS07* DownloadString)',
  },
  {
    tag: 'T1021.002',
    meaning: 'Logons to FS01 and what came with them over its administrative shares',
    query:
      '(code:4624 host:FS01* TargetUserName:svc_backup source.ip:192.0.2.107) or (code:7045 host:FS01* ServiceName:PSEXESVC)',
  },
  {
    tag: 'containment',
    meaning: 'What Lindholm did to stop it',
    query:
      'code:4725 or "usermod -L sysupd" or action:UpdateAccessKey or (action:firewall-block destination.ip:198.51.100.23)',
  },
];

export interface SampleNote {
  readonly on: KeyEvent;
  readonly text: string;
}

export const SAMPLE_NOTES: readonly SampleNote[] = [
  {
    on: 'remoteHelp',
    text: 'Karin: printer trouble at Anna’s desk. She closed the window of the session but did not log off, so the credentials of adm.nyberg stayed in memory on WS07.',
  },
  {
    on: 'sensorAlert',
    text: 'The sensor raised this one second after the document ran. Nobody reads the sensor’s alerts; there were others of this severity every day. To be taken up in the lessons.',
  },
  {
    on: 'deskLocked',
    text: 'From here to 14:03 UTC nobody was at WS03. The logon of adm.nyberg to DC1 at 13:34 UTC therefore was not Karin. Calendar says: site meeting.',
  },
  {
    on: 'cleared',
    text: 'Everything before this is missing from the Security log of WS07. Sysmon on WS07 and the logs of DC1 and FS01 carry the story across the gap.',
  },
  {
    on: 'cloudRefused',
    text: 'Refused: the key may only write and read the backup bucket. No sign that the cloud account itself was taken.',
  },
];

export interface SampleView {
  readonly name: string;
  readonly query: string;
  readonly columns: readonly string[];
}

export const SAMPLE_VIEWS: readonly SampleView[] = [
  {
    name: 'Logons to servers from WS07',
    query: 'code:(4624 or 4625) source.ip:192.0.2.107 host:(DC1* or FS01*)',
    columns: ['time', 'host', 'user', 'outcome', 'code', 'message', 'tags'],
  },
  {
    name: 'Traffic to the command-and-control address',
    query: 'destination.ip:198.51.100.23',
    columns: ['time', 'gap', 'host', 'source.ip', 'destination.ip', 'message', 'tags'],
  },
  {
    name: 'Programs started on WS07',
    query: 'code:1 host:WS07*',
    columns: ['time', 'user', 'process', 'message', 'tags'],
  },
];

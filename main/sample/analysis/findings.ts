import type { Finding } from '#shared/model/finding.ts';
import type { FindingId } from '#shared/model/ids.ts';
import type { KeyEvent } from './key-events.ts';

export type FindingName = 'foothold' | 'domain' | 'theft' | 'web' | 'cloud' | 'noKerberos';

export const findingId = (name: FindingName): FindingId => `sample-${name}` as FindingId;

export interface SampleFinding extends Pick<
  Finding,
  'title' | 'severity' | 'confidence' | 'status' | 'statement' | 'technique'
> {
  readonly name: FindingName;
  /** In the order of the argument. */
  readonly proof: readonly (KeyEvent | { readonly query: string; readonly take: number })[];
}

export const SAMPLE_FINDINGS: readonly SampleFinding[] = [
  {
    name: 'theft',
    title: 'At least 2.5 GB of contracts left the network',
    severity: 'critical',
    confidence: 'high',
    status: 'confirmed',
    technique: 'T1048.002',
    statement:
      'helpdesk2 packed the whole Contracts share on FS01 with 7-Zip, and twelve uploads of 200 MB each went from FS01 to 198.51.100.23 between 02:19 and 03:08 UTC on 13 May 2026. The archive was encrypted with the password that stands in the command line, so what left can be established from a copy of the share.',
    proof: [
      'implantedOnFiles',
      'contractsRead',
      'packed',
      {
        query: 'source.ip:192.0.2.20 destination.ip:198.51.100.23 flow.bytes_toserver:>200000000',
        take: 12,
      },
    ],
  },
  {
    name: 'domain',
    title: 'The domain was taken with a stolen administrator account',
    severity: 'critical',
    confidence: 'high',
    status: 'confirmed',
    technique: 'T1136.002',
    statement:
      'With credentials read from the memory of WS07 the intruder logged on to DC1 as adm.nyberg while her desk was locked, created helpdesk2 and made it a domain administrator. That the credentials came from the session left open on 11 May is inferred: the file that the implant wrote was not found.',
    proof: [
      'remoteHelp',
      'lsassRead',
      'deskLocked',
      'adminFromVictim',
      'accountMade',
      'accountRaised',
      'deskUnlocked',
    ],
  },
  {
    name: 'foothold',
    title: 'A macro document gave the intruder WS07',
    severity: 'high',
    confidence: 'high',
    status: 'confirmed',
    technique: 'T1566.001',
    statement:
      'Invoice_4471.docm, delivered at 07:52 UTC on 12 May 2026 without having been scanned, was opened by Anna Berg at 09:12. Word started PowerShell, which fetched the implant updsvc.exe and made it start at every logon.',
    proof: [
      'lure',
      'documentOpened',
      'hiddenShell',
      'downloadScript',
      'firstContact',
      'implantWritten',
      'runKey',
    ],
  },
  {
    name: 'web',
    title: 'web1 was entered with a guessed password',
    severity: 'high',
    confidence: 'high',
    status: 'confirmed',
    technique: 'T1110.001',
    statement:
      'After 264 failed attempts in a quarter of an hour the system account backup, which should have had no password, was entered over SSH from 203.0.113.66. A local account with sudo rights and a web shell followed within five minutes.',
    proof: ['sshGuessing', 'sshEntered', 'localAccount', 'webShell', 'secretsRead'],
  },
  {
    name: 'cloud',
    title: 'Backups of the web site were read with a stolen key',
    severity: 'medium',
    confidence: 'medium',
    status: 'confirmed',
    technique: 'T1530',
    statement:
      'Fourteen database dumps were read from the backup bucket with the key of web1-deploy, from the intruder’s address. Attempts to make further users and keys were refused. Whether the dumps hold personal data is being examined by Lindholm.',
    proof: ['cloudEntered', 'backupRead', 'cloudRefused'],
  },
  {
    name: 'noKerberos',
    title: 'No sign of forged Kerberos tickets, as far as DC1 tells',
    severity: 'info',
    confidence: 'low',
    status: 'open',
    statement:
      'All Kerberos tickets that DC1 issued in the three days (codes 4768 and 4769) were encrypted with AES-256. A forged ticket would not be logged there, so its use cannot be excluded; the krbtgt password must be changed twice all the same.',
    proof: [{ query: 'code:4769 TicketEncryptionType:0x12', take: 1 }],
  },
];

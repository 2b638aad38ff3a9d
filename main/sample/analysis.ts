import type { Phase } from '#shared/model/board.ts';

/**
 * The worked example in the sample case: what an analyst would have tagged, promoted and concluded. Every entry
 * finds its events by query, in the events that were parsed, never by number; one that finds nothing is an error.
 */
export interface SampleTag {
  readonly tag: string;
  readonly query: string;
  readonly reason: string;
}

export interface SampleMoment {
  readonly title: string;
  /** The first match in time order is promoted. */
  readonly query: string;
  readonly phase: Phase;
  readonly technique?: string;
  readonly reason: string;
  readonly actor: string;
}

export interface SampleFinding {
  readonly title: string;
  readonly severity: 'critical' | 'high' | 'medium';
  readonly technique: string;
  readonly statement: string;
  /** Each query contributes its first `take` matches, as proof. */
  readonly proof: readonly { readonly query: string; readonly take: number }[];
}

export const SAMPLE_TAGS: readonly SampleTag[] = [
  {
    tag: 'recon',
    query: 'source.ip:203.0.113.66 category:web',
    reason: 'Probing of the public web server from one address',
  },
  {
    tag: 'c2',
    query: 'destination.ip:198.51.100.23 or dst:198.51.100.23',
    reason: 'All traffic to the command-and-control address',
  },
  {
    tag: 'password-guessing',
    query: '(code:4625 host:DC1*) or (host:web1 action:ssh* outcome:failure)',
    reason: 'Bursts of failed logons from one source',
  },
  {
    tag: 'exfiltration',
    query: 'src:192.0.2.20 dst:198.51.100.23 bytes_out:>200000000',
    reason: '200 MB parts leaving the file server',
  },
  {
    tag: 'implanted-account',
    query: 'helpdesk2',
    reason: 'Everything the implanted account touches',
  },
];

export const SAMPLE_MOMENTS: readonly SampleMoment[] = [
  {
    title: 'Scan of the public web server begins',
    query: 'source.ip:203.0.113.66 category:web',
    phase: 'reconnaissance',
    technique: 'T1595',
    reason: 'First contact from the address seen in every later step',
    actor: '203.0.113.66',
  },
  {
    title: 'Lure with macro document delivered to Anna Berg',
    query: 'attachment:Invoice_4471.docm',
    phase: 'initial-access',
    technique: 'T1566.001',
    reason: 'The document opened 80 minutes later',
    actor: '203.0.113.66',
  },
  {
    title: 'Word starts hidden PowerShell',
    query: 'code:1 CommandLine:*-enc* host:WS07*',
    phase: 'execution',
    technique: 'T1059.001',
    reason: 'Parent is WINWORD.EXE; the encoded command downloads a.ps1',
    actor: 'LINDHOLM\\a.berg',
  },
  {
    title: 'First contact with command and control',
    query: 'code:3 DestinationIp:198.51.100.23',
    phase: 'command-and-control',
    technique: 'T1071.001',
    reason: 'Then every ten minutes',
    actor: 'LINDHOLM\\a.berg',
  },
  {
    title: 'Run key keeps the implant',
    query: 'code:13 TargetObject:*OneDriveUpdate*',
    phase: 'persistence',
    technique: 'T1547.001',
    reason: 'Survives logoff; points at updsvc.exe',
    actor: 'LINDHOLM\\a.berg',
  },
  {
    title: 'Domain administrators listed',
    query: 'code:1 CommandLine:*"Domain Admins"*',
    phase: 'discovery',
    technique: 'T1069.002',
    reason: 'One of four discovery commands in four minutes',
    actor: 'LINDHOLM\\a.berg',
  },
  {
    title: 'Memory of LSASS read',
    query: 'code:10 TargetImage:*lsass.exe',
    phase: 'credential-access',
    technique: 'T1003.001',
    reason: 'Access 0x1010 by the implant',
    actor: 'LINDHOLM\\a.berg',
  },
  {
    title: 'Password guessing against DC1',
    query: 'code:4625 host:DC1*',
    phase: 'credential-access',
    technique: 'T1110.003',
    reason: '46 failures in 90 seconds from WS07',
    actor: 'WS07',
  },
  {
    title: 'Service account logs on to FS01 from WS07',
    query: 'code:4624 TargetUserName:svc_backup IpAddress:192.0.2.107',
    phase: 'lateral-movement',
    technique: 'T1021.002',
    reason: 'The account never logs on from a workstation otherwise',
    actor: 'svc_backup',
  },
  {
    title: 'PsExec service installed on FS01',
    query: 'code:7045 ServiceName:PSEXESVC',
    phase: 'lateral-movement',
    technique: 'T1569.002',
    reason: 'Three seconds after the logon',
    actor: 'svc_backup',
  },
  {
    title: 'Account helpdesk2 created',
    query: 'code:4720 TargetUserName:helpdesk2',
    phase: 'persistence',
    technique: 'T1136.002',
    reason: 'By adm.nyberg, from WS07, while she was in a meeting',
    actor: 'adm.nyberg',
  },
  {
    title: 'helpdesk2 made a domain administrator',
    query: 'code:4728 MemberName:*helpdesk2*',
    phase: 'privilege-escalation',
    technique: 'T1098',
    reason: 'Full control of the domain from here on',
    actor: 'adm.nyberg',
  },
  {
    title: 'SSH logon to web1 as backup after 264 guesses',
    query: 'host:web1 "Accepted password for backup"',
    phase: 'initial-access',
    technique: 'T1078',
    reason: 'Second way in; same source address',
    actor: '203.0.113.66',
  },
  {
    title: 'Contracts packed on FS01',
    query: 'code:1 CommandLine:*7z.exe*Contracts*',
    phase: 'collection',
    technique: 'T1560.001',
    reason: 'Encrypted, in 200 MB volumes',
    actor: 'helpdesk2',
  },
  {
    title: 'First 200 MB leave the file server',
    query: 'src:192.0.2.20 dst:198.51.100.23 bytes_out:>200000000',
    phase: 'exfiltration',
    technique: 'T1048.002',
    reason: 'First of twelve equal parts',
    actor: 'helpdesk2',
  },
  {
    title: 'Security log of WS07 cleared',
    query: 'code:1102 host:WS07*',
    phase: 'defense-evasion',
    technique: 'T1070.001',
    reason: 'Sysmon and forwarded copies remained',
    actor: 'helpdesk2',
  },
  {
    title: 'Defender reports the implant',
    query: 'code:1116',
    phase: 'response',
    reason: 'The detection that started this case',
    actor: 'Microsoft Defender',
  },
  {
    title: 'Account helpdesk2 disabled',
    query: 'code:4725 TargetUserName:helpdesk2',
    phase: 'response',
    reason: 'First containment act',
    actor: 'adm.nyberg',
  },
];

export const SAMPLE_FINDINGS: readonly SampleFinding[] = [
  {
    title: 'A macro document gave the intruder WS07',
    severity: 'high',
    technique: 'T1566.001',
    statement:
      'Invoice_4471.docm, delivered at 07:52 UTC on 12 May 2026, was opened by Anna Berg at 09:12. Word started PowerShell, which fetched the implant updsvc.exe and made it start at every logon.',
    proof: [
      { query: 'attachment:Invoice_4471.docm', take: 1 },
      { query: 'code:1 CommandLine:*-enc* host:WS07*', take: 1 },
      { query: 'code:4104 DownloadString', take: 1 },
      { query: 'code:13 TargetObject:*OneDriveUpdate*', take: 1 },
    ],
  },
  {
    title: 'The domain was taken with a stolen administrator account',
    severity: 'critical',
    technique: 'T1136.002',
    statement:
      'With credentials read from WS07 the intruder logged on to DC1 as adm.nyberg, created helpdesk2 and made it a domain administrator.',
    proof: [
      { query: 'code:10 TargetImage:*lsass.exe', take: 1 },
      { query: 'code:4624 TargetUserName:adm.nyberg IpAddress:192.0.2.107', take: 1 },
      { query: 'code:4720 TargetUserName:helpdesk2', take: 1 },
      { query: 'code:4728 MemberName:*helpdesk2*', take: 1 },
    ],
  },
  {
    title: 'At least 2.5 GB of contracts left the network',
    severity: 'critical',
    technique: 'T1048.002',
    statement:
      'Twelve sessions of 200 MB each went from FS01 to 198.51.100.23 between 02:19 and 03:04 UTC on 13 May 2026, after the Contracts share had been packed with 7-Zip.',
    proof: [
      { query: 'code:1 CommandLine:*7z.exe*Contracts*', take: 1 },
      { query: 'src:192.0.2.20 dst:198.51.100.23 bytes_out:>200000000', take: 12 },
    ],
  },
  {
    title: 'web1 was entered by SSH with a guessed password',
    severity: 'high',
    technique: 'T1110.001',
    statement:
      'After 264 failed attempts in a quarter of an hour the account backup was entered from 203.0.113.66; a local account sysupd with sudo rights was added.',
    proof: [
      { query: 'host:web1 "Accepted password for backup"', take: 1 },
      { query: 'host:web1 "new user: name=sysupd"', take: 1 },
    ],
  },
];

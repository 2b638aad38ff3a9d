import type { Host, Person } from './company.ts';
import { DOMAIN } from './company.ts';
import { fqdn, type SampleWindowsEvent } from './windows-event.ts';

/** Windows events in the shape (names and order of data) that the real providers log. */

const hex = (n: number): string => `0x${n.toString(16)}`;

export const logon = (
  at: number,
  on: Host,
  who: Person,
  type: number,
  from: Host | undefined,
  logonId: number,
): SampleWindowsEvent => ({
  at,
  computer: fqdn(on.name),
  source: 'security',
  eventId: 4624,
  data: [
    ['SubjectUserSid', 'S-1-5-18'],
    ['SubjectUserName', `${on.name}$`],
    ['SubjectDomainName', DOMAIN],
    ['SubjectLogonId', '0x3e7'],
    ['TargetUserSid', who.sid],
    ['TargetUserName', who.account],
    ['TargetDomainName', DOMAIN],
    ['TargetLogonId', hex(logonId)],
    ['LogonType', type],
    ['LogonProcessName', type === 3 ? 'NtLmSsp ' : 'User32 '],
    ['AuthenticationPackageName', type === 3 ? 'NTLM' : 'Negotiate'],
    ['WorkstationName', from?.name ?? on.name],
    ['LmPackageName', type === 3 ? 'NTLM V2' : '-'],
    ['KeyLength', type === 3 ? 128 : 0],
    ['ProcessId', '0x0'],
    ['ProcessName', '-'],
    ['IpAddress', from?.ip ?? '127.0.0.1'],
    ['IpPort', from === undefined ? '0' : String(49_152 + (logonId % 16_000))],
  ],
});

export const logonFailed = (
  at: number,
  on: Host,
  account: string,
  from: Host,
): SampleWindowsEvent => ({
  at,
  computer: fqdn(on.name),
  source: 'security',
  eventId: 4625,
  data: [
    ['SubjectUserSid', 'S-1-0-0'],
    ['SubjectUserName', '-'],
    ['SubjectDomainName', '-'],
    ['SubjectLogonId', '0x0'],
    ['TargetUserSid', 'S-1-0-0'],
    ['TargetUserName', account],
    ['TargetDomainName', DOMAIN],
    ['Status', '0xc000006d'],
    ['FailureReason', '%%2313'],
    ['SubStatus', '0xc000006a'],
    ['LogonType', 3],
    ['LogonProcessName', 'NtLmSsp '],
    ['AuthenticationPackageName', 'NTLM'],
    ['WorkstationName', from.name],
    ['IpAddress', from.ip],
    ['IpPort', '50122'],
  ],
});

export const logoff = (
  at: number,
  on: Host,
  who: Person,
  type: number,
  logonId: number,
): SampleWindowsEvent => ({
  at,
  computer: fqdn(on.name),
  source: 'security',
  eventId: 4634,
  data: [
    ['TargetUserSid', who.sid],
    ['TargetUserName', who.account],
    ['TargetDomainName', DOMAIN],
    ['TargetLogonId', hex(logonId)],
    ['LogonType', type],
  ],
});

export const processCreated = (
  at: number,
  on: Host,
  who: Person,
  image: string,
  commandLine: string,
  parent: string,
  pid: number,
): SampleWindowsEvent => ({
  at,
  computer: fqdn(on.name),
  source: 'security',
  eventId: 4688,
  data: [
    ['SubjectUserSid', who.sid],
    ['SubjectUserName', who.account],
    ['SubjectDomainName', DOMAIN],
    ['SubjectLogonId', '0x5f2a1'],
    ['NewProcessId', hex(pid)],
    ['NewProcessName', image],
    ['TokenElevationType', '%%1938'],
    ['ProcessId', hex(pid - 4)],
    ['CommandLine', commandLine],
    ['ParentProcessName', parent],
  ],
});

/** Sysmon's UtcTime: the moment it happened, a little before it was logged. */
const utcTime = (at: number): string => new Date(at).toISOString().replace('T', ' ').slice(0, -1);

const sysmon = (
  at: number,
  on: Host,
  eventId: number,
  data: SampleWindowsEvent['data'],
): SampleWindowsEvent => ({
  at: at + 3,
  computer: fqdn(on.name),
  source: 'sysmon',
  eventId,
  data: [['RuleName', '-'], ['UtcTime', utcTime(at)], ...data],
});

const processGuid = (pid: number): string =>
  `{8f2c11aa-91d0-6640-${pid.toString(16).padStart(4, '0')}-000000001f00}`;

export const sysmonProcess = (
  at: number,
  on: Host,
  who: Person,
  image: string,
  commandLine: string,
  parent: string,
  pid: number,
): SampleWindowsEvent =>
  sysmon(at, on, 1, [
    ['ProcessGuid', processGuid(pid)],
    ['ProcessId', pid],
    ['Image', image],
    ['CommandLine', commandLine],
    ['CurrentDirectory', `C:\\Users\\${who.account}\\`],
    ['User', `${DOMAIN}\\${who.account}`],
    ['IntegrityLevel', 'Medium'],
    [
      'Hashes',
      `SHA256=${(pid * 2_654_435_761).toString(16).padStart(64, 'a3c9e07').slice(0, 64).toUpperCase()}`,
    ],
    ['ParentProcessId', pid - 4],
    ['ParentImage', parent],
  ]);

export const sysmonConnection = (
  at: number,
  on: Host,
  who: Person,
  image: string,
  to: string,
  toName: string,
  port: number,
  pid: number,
): SampleWindowsEvent =>
  sysmon(at, on, 3, [
    ['ProcessGuid', processGuid(pid)],
    ['ProcessId', pid],
    ['Image', image],
    ['User', `${DOMAIN}\\${who.account}`],
    ['Protocol', 'tcp'],
    ['Initiated', 'true'],
    ['SourceIp', on.ip],
    ['SourceHostname', fqdn(on.name)],
    ['SourcePort', 49_700 + (pid % 9_000)],
    ['DestinationIp', to],
    ['DestinationHostname', toName],
    ['DestinationPort', port],
  ]);

export const sysmonFile = (
  at: number,
  on: Host,
  image: string,
  target: string,
  pid: number,
): SampleWindowsEvent =>
  sysmon(at, on, 11, [
    ['ProcessGuid', processGuid(pid)],
    ['ProcessId', pid],
    ['Image', image],
    ['TargetFilename', target],
    ['CreationUtcTime', utcTime(at)],
  ]);

export const sysmonRegistry = (
  at: number,
  on: Host,
  image: string,
  target: string,
  details: string,
  pid: number,
): SampleWindowsEvent =>
  sysmon(at, on, 13, [
    ['EventType', 'SetValue'],
    ['ProcessGuid', processGuid(pid)],
    ['ProcessId', pid],
    ['Image', image],
    ['TargetObject', target],
    ['Details', details],
  ]);

export const sysmonAccess = (
  at: number,
  on: Host,
  image: string,
  target: string,
  pid: number,
): SampleWindowsEvent =>
  sysmon(at, on, 10, [
    ['SourceProcessGUID', processGuid(pid)],
    ['SourceProcessId', pid],
    ['SourceImage', image],
    ['TargetImage', target],
    ['GrantedAccess', '0x1010'],
  ]);

export const scriptBlock = (at: number, on: Host, text: string): SampleWindowsEvent => ({
  at,
  computer: fqdn(on.name),
  source: 'powershell',
  eventId: 4104,
  level: 3,
  data: [
    ['MessageNumber', 1],
    ['MessageTotal', 1],
    ['ScriptBlockText', text],
    ['ScriptBlockId', '2b8f1c7e-0f4d-4a53-9f57-8d1f7c0a9911'],
    ['Path', ''],
  ],
});

export const serviceInstalled = (
  at: number,
  on: Host,
  name: string,
  path: string,
): SampleWindowsEvent => ({
  at,
  computer: fqdn(on.name),
  source: 'services',
  eventId: 7045,
  data: [
    ['ServiceName', name],
    ['ImagePath', path],
    ['ServiceType', 'user mode service'],
    ['StartType', 'demand start'],
    ['AccountName', 'LocalSystem'],
  ],
});

/** 4720 created, 4725 disabled, 4726 deleted and their kin: an account acted on by another. */
export const accountChanged = (
  at: number,
  on: Host,
  eventId: 4720 | 4722 | 4725,
  target: Person,
  by: Person,
): SampleWindowsEvent => ({
  at,
  computer: fqdn(on.name),
  source: 'security',
  eventId,
  data: [
    ['TargetUserName', target.account],
    ['TargetDomainName', DOMAIN],
    ['TargetSid', target.sid],
    ['SubjectUserSid', by.sid],
    ['SubjectUserName', by.account],
    ['SubjectDomainName', DOMAIN],
    ['SubjectLogonId', '0x7a1c3'],
  ],
});

export const groupMemberAdded = (
  at: number,
  on: Host,
  group: string,
  member: Person,
  by: Person,
): SampleWindowsEvent => ({
  at,
  computer: fqdn(on.name),
  source: 'security',
  eventId: 4728,
  data: [
    ['MemberName', `CN=${member.account},CN=Users,DC=lindholm,DC=example`],
    ['MemberSid', member.sid],
    ['TargetUserName', group],
    ['TargetDomainName', DOMAIN],
    ['TargetSid', 'S-1-5-21-1004336348-1177238915-682003330-512'],
    ['SubjectUserSid', by.sid],
    ['SubjectUserName', by.account],
    ['SubjectDomainName', DOMAIN],
    ['SubjectLogonId', '0x7a1c3'],
  ],
});

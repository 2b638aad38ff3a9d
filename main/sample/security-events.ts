import type { Host, Person } from './company.ts';
import { DNS_DOMAIN, DOMAIN, DOMAIN_ADMINS_SID } from './company.ts';
import { fqdn, hex, type SampleWindowsEvent } from './windows-event.ts';

/** Security events in the shape (names and order of data) that Windows logs. */

const REALM = DNS_DOMAIN.toUpperCase();

const TASKS: { readonly [eventId: number]: number } = {
  4624: 12544,
  4625: 12544,
  4634: 12545,
  4648: 12544,
  4672: 12548,
  4688: 13312,
  4720: 13824,
  4722: 13824,
  4725: 13824,
  4728: 13826,
  4768: 14339,
  4769: 14337,
  4776: 14336,
  4800: 12551,
  4801: 12551,
  5140: 12808,
  5145: 12811,
};
const VERSIONS: { readonly [eventId: number]: number } = { 4624: 2, 4688: 2, 5140: 1 };

const security = (
  at: number,
  on: Host,
  eventId: number,
  data: SampleWindowsEvent['data'],
  failure = false,
): SampleWindowsEvent => ({
  at,
  host: on.name,
  source: 'security',
  eventId,
  task: TASKS[eventId] ?? 0,
  version: VERSIONS[eventId] ?? 0,
  failure,
  data,
});

const account = (
  prefix: 'Subject' | 'Target',
  who: Person,
  logonId: number,
): SampleWindowsEvent['data'] => [
  [`${prefix}UserSid`, who.sid],
  [`${prefix}UserName`, who.account],
  [`${prefix}DomainName`, who.sid === 'S-1-5-18' ? 'NT AUTHORITY' : DOMAIN],
  [`${prefix}LogonId`, hex(logonId)],
];

const machine = (on: Host): SampleWindowsEvent['data'] => [
  ['SubjectUserSid', 'S-1-5-18'],
  ['SubjectUserName', `${on.name}$`],
  ['SubjectDomainName', DOMAIN],
  ['SubjectLogonId', '0x3e7'],
];

export const logon = (
  at: number,
  on: Host,
  who: Person,
  type: 2 | 3 | 5 | 10,
  from: Host | undefined,
  logonId: number,
): SampleWindowsEvent =>
  security(at, on, 4624, [
    ...machine(on),
    ...account('Target', who, logonId),
    ['LogonType', type],
    ['LogonProcessName', type === 3 ? 'NtLmSsp ' : type === 5 ? 'Advapi  ' : 'User32 '],
    ['AuthenticationPackageName', type === 3 ? 'NTLM' : 'Negotiate'],
    ['WorkstationName', from?.name ?? on.name],
    ['TransmittedServices', '-'],
    ['LmPackageName', type === 3 ? 'NTLM V2' : '-'],
    ['KeyLength', type === 3 ? 128 : 0],
    ['ProcessId', type === 3 ? '0x0' : '0x2c4'],
    ['ProcessName', type === 3 ? '-' : 'C:\\Windows\\System32\\svchost.exe'],
    ['IpAddress', from?.ip ?? (type === 2 ? '127.0.0.1' : '-')],
    ['IpPort', from === undefined ? '0' : String(49_152 + (logonId % 16_000))],
  ]);

export const logonFailed = (
  at: number,
  on: Host,
  userName: string,
  from: Host,
  port: number,
): SampleWindowsEvent =>
  security(
    at,
    on,
    4625,
    [
      ['SubjectUserSid', 'S-1-0-0'],
      ['SubjectUserName', '-'],
      ['SubjectDomainName', '-'],
      ['SubjectLogonId', '0x0'],
      ['TargetUserSid', 'S-1-0-0'],
      ['TargetUserName', userName],
      ['TargetDomainName', DOMAIN],
      ['Status', '0xc000006d'],
      ['FailureReason', '%%2313'],
      ['SubStatus', '0xc000006a'],
      ['LogonType', 3],
      ['LogonProcessName', 'NtLmSsp '],
      ['AuthenticationPackageName', 'NTLM'],
      ['WorkstationName', from.name],
      ['TransmittedServices', '-'],
      ['LmPackageName', '-'],
      ['KeyLength', 0],
      ['ProcessId', '0x0'],
      ['ProcessName', '-'],
      ['IpAddress', from.ip],
      ['IpPort', String(port)],
    ],
    true,
  );

export const logoff = (
  at: number,
  on: Host,
  who: Person,
  type: number,
  logonId: number,
): SampleWindowsEvent =>
  security(at, on, 4634, [...account('Target', who, logonId), ['LogonType', type]]);

/** The privileges that a logon of an administrator or a service carries. */
export const specialLogon = (
  at: number,
  on: Host,
  who: Person,
  logonId: number,
): SampleWindowsEvent =>
  security(at, on, 4672, [
    ...account('Subject', who, logonId),
    [
      'PrivilegeList',
      'SeSecurityPrivilege\n\t\t\tSeBackupPrivilege\n\t\t\tSeRestorePrivilege\n\t\t\tSeDebugPrivilege\n\t\t\tSeImpersonatePrivilege',
    ],
  ]);

/** A Kerberos ticket-granting ticket, as the domain controller logs it. */
export const ticketGranted = (at: number, on: Host, who: Person, from: Host): SampleWindowsEvent =>
  security(at, on, 4768, [
    ['TargetUserName', who.account],
    ['TargetDomainName', DOMAIN],
    ['TargetSid', who.sid],
    ['ServiceName', 'krbtgt'],
    ['ServiceSid', DOMAIN_ADMINS_SID.replace(/512$/, '502')],
    ['TicketOptions', '0x40810010'],
    ['Status', '0x0'],
    ['TicketEncryptionType', '0x12'],
    ['PreAuthType', '2'],
    ['IpAddress', `::ffff:${from.ip}`],
    ['IpPort', String(49_152 + (at % 16_000))],
    ['CertIssuerName', ''],
    ['CertSerialNumber', ''],
    ['CertThumbprint', ''],
  ]);

export const serviceTicket = (
  at: number,
  on: Host,
  who: Person,
  service: Host,
  from: Host,
): SampleWindowsEvent =>
  security(at, on, 4769, [
    ['TargetUserName', `${who.account}@${REALM}`],
    ['TargetDomainName', REALM],
    ['ServiceName', `${service.name}$`],
    ['ServiceSid', DOMAIN_ADMINS_SID.replace(/512$/, service.name === 'DC1' ? '1000' : '1104')],
    ['TicketOptions', '0x40810000'],
    ['TicketEncryptionType', '0x12'],
    ['IpAddress', `::ffff:${from.ip}`],
    ['IpPort', String(49_152 + ((at * 7) % 16_000))],
    ['Status', '0x0'],
    ['LogonGuid', '{3a1f0c52-7d4e-4b19-8c66-0e5f9a2b71d4}'],
    ['TransmittedServices', '-'],
  ]);

export const credentialsValidated = (
  at: number,
  on: Host,
  userName: string,
  from: Host,
  right: boolean,
): SampleWindowsEvent =>
  security(
    at,
    on,
    4776,
    [
      ['PackageName', 'MICROSOFT_AUTHENTICATION_PACKAGE_V1_0'],
      ['TargetUserName', userName],
      ['Workstation', from.name],
      ['Status', right ? '0x0' : '0xc000006a'],
    ],
    !right,
  );

export const shareAccessed = (
  at: number,
  on: Host,
  who: Person,
  from: Host,
  share: string,
  logonId: number,
): SampleWindowsEvent =>
  security(at, on, 5140, [
    ...account('Subject', who, logonId),
    ['ObjectType', 'File'],
    ['IpAddress', from.ip],
    ['IpPort', String(49_152 + (logonId % 16_000))],
    ['ShareName', `\\\\*\\${share}`],
    ['ShareLocalPath', share === 'IPC$' ? '' : `\\??\\D:\\Shares\\${share}`],
    ['AccessMask', '0x1'],
    ['AccessList', '%%4416\n\t\t\t\t'],
  ]);

export const shareFileChecked = (
  at: number,
  on: Host,
  who: Person,
  from: Host,
  share: string,
  file: string,
  logonId: number,
): SampleWindowsEvent =>
  security(at, on, 5145, [
    ...account('Subject', who, logonId),
    ['ObjectType', 'File'],
    ['IpAddress', from.ip],
    ['IpPort', String(49_152 + (logonId % 16_000))],
    ['ShareName', `\\\\*\\${share}`],
    ['ShareLocalPath', `\\??\\D:\\Shares\\${share}`],
    ['RelativeTargetName', file],
    ['AccessMask', '0x120089'],
    ['AccessList', '%%1538\n\t\t\t\t%%1541\n\t\t\t\t%%4416\n\t\t\t\t'],
    ['AccessReason', '-'],
  ]);

/** The desk was left (4800) or its owner came back (4801). */
export const deskLocked = (
  at: number,
  on: Host,
  eventId: 4800 | 4801,
  who: Person,
): SampleWindowsEvent =>
  security(at, on, eventId, [...account('Target', who, 0x5f2a1), ['SessionId', 1]]);

export const explicitCredentials = (
  at: number,
  on: Host,
  who: Person,
  used: Person,
  target: Host,
  process: string,
): SampleWindowsEvent =>
  security(at, on, 4648, [
    ...account('Subject', who, 0x5f2a1),
    ['LogonGuid', '{00000000-0000-0000-0000-000000000000}'],
    ['TargetUserName', used.account],
    ['TargetDomainName', DOMAIN],
    ['TargetLogonGuid', '{00000000-0000-0000-0000-000000000000}'],
    ['TargetServerName', fqdn(target.name)],
    ['TargetInfo', fqdn(target.name)],
    ['ProcessId', '0x15e4'],
    ['ProcessName', process],
    ['IpAddress', '-'],
    ['IpPort', '-'],
  ]);

/** 4720 created, 4722 enabled, 4725 disabled: an account acted on by another. */
export const accountChanged = (
  at: number,
  on: Host,
  eventId: 4720 | 4722 | 4725,
  target: Person,
  by: Person,
): SampleWindowsEvent =>
  security(at, on, eventId, [
    ['TargetUserName', target.account],
    ['TargetDomainName', DOMAIN],
    ['TargetSid', target.sid],
    ...account('Subject', by, 0xb71f4),
    ...(eventId === 4720
      ? ([
          ['PrivilegeList', '-'],
          ['SamAccountName', target.account],
          ['UserPrincipalName', `${target.account}@${DNS_DOMAIN}`],
        ] as const)
      : []),
  ]);

export const domainAdminAdded = (
  at: number,
  on: Host,
  member: Person,
  by: Person,
): SampleWindowsEvent =>
  security(at, on, 4728, [
    ['MemberName', `CN=${member.account},CN=Users,DC=lindholm,DC=example`],
    ['MemberSid', member.sid],
    ['TargetUserName', 'Domain Admins'],
    ['TargetDomainName', DOMAIN],
    ['TargetSid', DOMAIN_ADMINS_SID],
    ...account('Subject', by, 0xb71f4),
    ['PrivilegeList', '-'],
  ]);

export const logCleared = (at: number, on: Host, by: Person): SampleWindowsEvent => ({
  at,
  host: on.name,
  source: 'eventlog',
  eventId: 1102,
  level: 4,
  task: 104,
  userData: 'LogFileCleared',
  data: account('Subject', by, 0xc51b0),
});

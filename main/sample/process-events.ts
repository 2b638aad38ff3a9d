import { createHash } from 'node:crypto';
import type { Host, Person } from './company.ts';
import { DOMAIN } from './company.ts';
import { fqdn, hex, type SampleWindowsEvent } from './windows-event.ts';

/** A program that runs on a host: what Sysmon and process auditing log of it. */
export interface Program {
  readonly on: Host;
  readonly who: Person;
  readonly image: string;
  readonly pid: number;
}

const accountName = (who: Person): string =>
  who.sid === 'S-1-5-18' ? 'NT AUTHORITY\\SYSTEM' : `${DOMAIN}\\${who.account}`;

/** The same program has the same hash wherever it runs. */
export const imageSha256 = (image: string): string =>
  createHash('sha256')
    .update(image.slice(image.lastIndexOf('\\') + 1).toLowerCase())
    .digest('hex')
    .toUpperCase();

/** Process auditing of the Security log. */
export const processCreated = (
  at: number,
  { on, who, image, pid }: Program,
  commandLine: string,
  parent: string,
): SampleWindowsEvent => ({
  at,
  host: on.name,
  source: 'security',
  eventId: 4688,
  task: 13312,
  version: 2,
  data: [
    ['SubjectUserSid', who.sid],
    ['SubjectUserName', who.account],
    ['SubjectDomainName', who.sid === 'S-1-5-18' ? 'NT AUTHORITY' : DOMAIN],
    ['SubjectLogonId', who.sid === 'S-1-5-18' ? '0x3e7' : '0x5f2a1'],
    ['NewProcessId', hex(pid)],
    ['NewProcessName', image],
    ['TokenElevationType', who.sid === 'S-1-5-18' ? '%%1936' : '%%1938'],
    ['ProcessId', hex(pid - 4)],
    ['CommandLine', commandLine],
    ['TargetUserSid', 'S-1-0-0'],
    ['TargetUserName', '-'],
    ['TargetDomainName', '-'],
    ['TargetLogonId', '0x0'],
    ['ParentProcessName', parent],
    ['MandatoryLabel', who.sid === 'S-1-5-18' ? 'S-1-16-16384' : 'S-1-16-8192'],
  ],
});

/** Sysmon's UtcTime: the moment it happened, a little before it was logged. */
const utcTime = (at: number): string => new Date(at).toISOString().replace('T', ' ').slice(0, -1);

const VERSIONS: { readonly [eventId: number]: number } = {
  1: 5,
  3: 5,
  5: 3,
  10: 3,
  11: 2,
  13: 2,
  22: 5,
};

const sysmon = (
  at: number,
  on: Host,
  eventId: number,
  data: SampleWindowsEvent['data'],
): SampleWindowsEvent => ({
  at: at + 3,
  host: on.name,
  source: 'sysmon',
  eventId,
  task: eventId,
  version: VERSIONS[eventId] ?? 0,
  data: [['RuleName', '-'], ['UtcTime', utcTime(at)], ...data],
});

const processGuid = (on: Host, pid: number): string =>
  `{${on.ip
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}-91d0-6640-${pid.toString(16).padStart(4, '0')}-000000001f00}`;

const common = ({ on, image, pid }: Program): SampleWindowsEvent['data'] => [
  ['ProcessGuid', processGuid(on, pid)],
  ['ProcessId', pid],
  ['Image', image],
];

export const sysmonProcess = (
  at: number,
  program: Program,
  commandLine: string,
  parent: string,
): SampleWindowsEvent => {
  const { on, who, image, pid } = program;
  const system = who.sid === 'S-1-5-18';
  return sysmon(at, on, 1, [
    ...common(program),
    ['OriginalFileName', image.slice(image.lastIndexOf('\\') + 1)],
    ['CommandLine', commandLine],
    ['CurrentDirectory', system ? 'C:\\Windows\\system32\\' : `C:\\Users\\${who.account}\\`],
    ['User', accountName(who)],
    ['LogonId', system ? '0x3e7' : '0x5f2a1'],
    ['TerminalSessionId', system ? 0 : 1],
    ['IntegrityLevel', system ? 'System' : 'Medium'],
    ['Hashes', `SHA256=${imageSha256(image)}`],
    ['ParentProcessGuid', processGuid(on, pid - 4)],
    ['ParentProcessId', pid - 4],
    ['ParentImage', parent],
    ['ParentUser', accountName(who)],
  ]);
};

export const sysmonEnded = (at: number, program: Program): SampleWindowsEvent =>
  sysmon(at, program.on, 5, [...common(program), ['User', accountName(program.who)]]);

export const sysmonConnection = (
  at: number,
  program: Program,
  to: string,
  toName: string,
  port: number,
): SampleWindowsEvent =>
  sysmon(at, program.on, 3, [
    ...common(program),
    ['User', accountName(program.who)],
    ['Protocol', 'tcp'],
    ['Initiated', 'true'],
    ['SourceIsIpv6', 'false'],
    ['SourceIp', program.on.ip],
    ['SourceHostname', fqdn(program.on.name)],
    ['SourcePort', 49_700 + (program.pid % 9_000)],
    ['SourcePortName', '-'],
    ['DestinationIsIpv6', 'false'],
    ['DestinationIp', to],
    ['DestinationHostname', toName],
    ['DestinationPort', port],
    ['DestinationPortName', port === 443 ? 'https' : '-'],
  ]);

export const sysmonLookup = (
  at: number,
  program: Program,
  name: string,
  answer: string,
): SampleWindowsEvent =>
  sysmon(at, program.on, 22, [
    ['ProcessGuid', processGuid(program.on, program.pid)],
    ['ProcessId', program.pid],
    ['QueryName', name],
    ['QueryStatus', '0'],
    ['QueryResults', `::ffff:${answer};`],
    ['Image', program.image],
    ['User', accountName(program.who)],
  ]);

export const sysmonFile = (at: number, program: Program, target: string): SampleWindowsEvent =>
  sysmon(at, program.on, 11, [
    ...common(program),
    ['TargetFilename', target],
    ['CreationUtcTime', utcTime(at)],
    ['User', accountName(program.who)],
  ]);

export const sysmonRegistry = (
  at: number,
  program: Program,
  target: string,
  details: string,
): SampleWindowsEvent =>
  sysmon(at, program.on, 13, [
    ['EventType', 'SetValue'],
    ...common(program),
    ['TargetObject', target],
    ['Details', details],
    ['User', accountName(program.who)],
  ]);

export const sysmonAccess = (
  at: number,
  program: Program,
  target: string,
  access: string,
): SampleWindowsEvent =>
  sysmon(at, program.on, 10, [
    ['SourceProcessGUID', processGuid(program.on, program.pid)],
    ['SourceProcessId', program.pid],
    ['SourceThreadId', program.pid + 12],
    ['SourceImage', program.image],
    ['TargetProcessGUID', processGuid(program.on, 724)],
    ['TargetProcessId', 724],
    ['TargetImage', target],
    ['GrantedAccess', access],
    [
      'CallTrace',
      'C:\\Windows\\SYSTEM32\\ntdll.dll+9d4f4|C:\\Windows\\System32\\KERNELBASE.dll+2c13e',
    ],
    ['SourceUser', accountName(program.who)],
    ['TargetUser', 'NT AUTHORITY\\SYSTEM'],
  ]);

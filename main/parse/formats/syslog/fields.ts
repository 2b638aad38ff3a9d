import type { FieldValue } from '#shared/model/event.ts';

/** Field names of syslog events, from the Elastic Common Schema and its system module; `FIELD` gives each its place. */
export const KEYS = [
  'log.syslog.facility.name',
  'log.syslog.severity.name',
  'log.syslog.msgid',
  'log.syslog.structured_data',
  'process.pid',
  'source.port',
  'source.domain',
  'destination.port',
  'event.reason',
  'system.auth.ssh.method',
  'system.auth.ssh.signature',
  'system.auth.pam.service',
  'user.id',
  'user.effective.name',
  'user.changes.name',
  'group.name',
  'group.id',
  'process.command_line',
  'process.working_directory',
  'process.tty',
  'session.id',
  'service.name',
  'dns.question.name',
  'dns.question.type',
  'observer.ingress.interface.name',
  'source.mac',
] as const;

type Key = (typeof KEYS)[number];

const place = (key: Key): number => KEYS.indexOf(key);

export const FIELD = {
  facility: place('log.syslog.facility.name'),
  severity: place('log.syslog.severity.name'),
  msgid: place('log.syslog.msgid'),
  structuredData: place('log.syslog.structured_data'),
  pid: place('process.pid'),
  sourcePort: place('source.port'),
  sourceDomain: place('source.domain'),
  destinationPort: place('destination.port'),
  reason: place('event.reason'),
  sshMethod: place('system.auth.ssh.method'),
  sshSignature: place('system.auth.ssh.signature'),
  pamService: place('system.auth.pam.service'),
  userId: place('user.id'),
  effectiveUser: place('user.effective.name'),
  changedName: place('user.changes.name'),
  group: place('group.name'),
  groupId: place('group.id'),
  commandLine: place('process.command_line'),
  workingDirectory: place('process.working_directory'),
  tty: place('process.tty'),
  session: place('session.id'),
  service: place('service.name'),
  questionName: place('dns.question.name'),
  questionType: place('dns.question.type'),
  interface: place('observer.ingress.interface.name'),
  sourceMac: place('source.mac'),
} as const;

/** Values in the order of `KEYS`. */
export type Values = (FieldValue | undefined)[];

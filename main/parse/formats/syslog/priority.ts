import type { Level } from '#shared/model/event.ts';

/** RFC 5424, table 1, by the names syslog.conf uses. */
export const FACILITIES = [
  'kern',
  'user',
  'mail',
  'daemon',
  'auth',
  'syslog',
  'lpr',
  'news',
  'uucp',
  'cron',
  'authpriv',
  'ftp',
  'ntp',
  'security',
  'console',
  'solaris-cron',
  'local0',
  'local1',
  'local2',
  'local3',
  'local4',
  'local5',
  'local6',
  'local7',
] as const;

/** RFC 5424, table 2. */
export const SEVERITIES = [
  'emerg',
  'alert',
  'crit',
  'err',
  'warning',
  'notice',
  'info',
  'debug',
] as const;

const LEVEL_OF: readonly Level[] = [
  'critical',
  'critical',
  'critical',
  'error',
  'warning',
  'notice',
  'info',
  'debug',
];

export const levelOf = (severity: number): Level | undefined => LEVEL_OF[severity];

const SEVERITY_NAMES = new Map<string, number>([
  ...SEVERITIES.map((name, i): [string, number] => [name, i]),
  ['panic', 0],
  ['critical', 2],
  ['error', 3],
  ['warn', 4],
  ['information', 6],
  ['informational', 6],
]);

/** 0 to 7, or -1 when the word is no severity; case does not matter. */
export const severityNamed = (word: string): number => SEVERITY_NAMES.get(word.toLowerCase()) ?? -1;

const FACILITY_NUMBERS = new Map<string, number>(FACILITIES.map((name, i) => [name, i]));

/** 0 to 23, or -1 when the word is no facility. */
export const facilityNamed = (word: string): number => FACILITY_NUMBERS.get(word) ?? -1;

/** The firm of the sample incident. Names and addresses are from the ranges reserved for documentation. */
export const DOMAIN = 'LINDHOLM';
export const DNS_DOMAIN = 'lindholm.example';

export interface Host {
  readonly name: string;
  readonly ip: string;
}

export const HOSTS = {
  dc: { name: 'DC1', ip: '192.0.2.10' },
  files: { name: 'FS01', ip: '192.0.2.20' },
  web: { name: 'web1', ip: '192.0.2.80' },
  victim: { name: 'WS07', ip: '192.0.2.107' },
  firewall: { name: 'fw1', ip: '192.0.2.1' },
} as const satisfies Record<string, Host>;

export const WORKSTATIONS: readonly [Host, ...Host[]] = [
  { name: 'WS01', ip: '192.0.2.101' },
  { name: 'WS02', ip: '192.0.2.102' },
  { name: 'WS03', ip: '192.0.2.103' },
  { name: 'WS05', ip: '192.0.2.105' },
  HOSTS.victim,
];

export interface Person {
  readonly account: string;
  readonly name: string;
  readonly sid: string;
}

const sid = (rid: number): string => `S-1-5-21-1004336348-1177238915-682003330-${rid}`;

export const PEOPLE: readonly [Person, ...Person[]] = [
  { account: 'a.berg', name: 'Anna Berg', sid: sid(1107) },
  { account: 'j.ekman', name: 'Jonas Ekman', sid: sid(1108) },
  { account: 'm.lund', name: 'Mira Lund', sid: sid(1109) },
  { account: 'p.strand', name: 'Per Strand', sid: sid(1110) },
  { account: 's.holm', name: 'Sara Holm', sid: sid(1112) },
];

export const VICTIM = PEOPLE[0];
export const SERVICE: Person = { account: 'svc_backup', name: 'Backup service', sid: sid(1150) };
export const ADMIN: Person = {
  account: 'adm.nyberg',
  name: 'Karin Nyberg (admin)',
  sid: sid(1120),
};
export const SYSTEM: Person = { account: 'SYSTEM', name: 'Local system', sid: 'S-1-5-18' };
/** The account the intruder makes. */
export const IMPLANTED: Person = { account: 'helpdesk2', name: '', sid: sid(1188) };

export const INTRUDER = {
  scan: '203.0.113.66',
  c2: '198.51.100.23',
  c2Name: 'cdn-telemetry.example',
} as const;

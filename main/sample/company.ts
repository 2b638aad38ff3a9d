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
  /** Where the intrusion begins: Anna Berg's. */
  victim: { name: 'WS07', ip: '192.0.2.107' },
  /** The administrator's own. */
  adminDesk: { name: 'WS03', ip: '192.0.2.103' },
  firewall: { name: 'fw1', ip: '192.0.2.1' },
  vpn: { name: 'vpn1', ip: '192.0.2.2' },
} as const satisfies Record<string, Host>;

export interface Person {
  readonly account: string;
  readonly name: string;
  readonly sid: string;
}

const DOMAIN_SID = 'S-1-5-21-1004336348-1177238915-682003330';
const sid = (rid: number): string => `${DOMAIN_SID}-${rid}`;

export const DOMAIN_ADMINS_SID = sid(512);

export const PEOPLE = [
  { account: 'a.berg', name: 'Anna Berg', sid: sid(1107) },
  { account: 'j.ekman', name: 'Jonas Ekman', sid: sid(1108) },
  { account: 'm.lund', name: 'Mira Lund', sid: sid(1109) },
  { account: 'p.strand', name: 'Per Strand', sid: sid(1110) },
  { account: 's.holm', name: 'Sara Holm', sid: sid(1112) },
] as const satisfies readonly Person[];

export const VICTIM = PEOPLE[0];
export const SERVICE: Person = { account: 'svc_backup', name: 'Backup service', sid: sid(1150) };
export const ADMIN: Person = {
  account: 'adm.nyberg',
  name: 'Karin Nyberg (admin)',
  sid: sid(1120),
};
/** The same person's everyday account. */
export const KARIN: Person = { account: 'k.nyberg', name: 'Karin Nyberg', sid: sid(1113) };

/** All workstations and who sits there; only WS03 and WS07 were collected. */
export const DESKS: readonly [Desk, ...Desk[]] = [
  { host: { name: 'WS01', ip: '192.0.2.101' }, who: PEOPLE[1] },
  { host: { name: 'WS02', ip: '192.0.2.102' }, who: PEOPLE[2] },
  { host: HOSTS.adminDesk, who: KARIN },
  { host: { name: 'WS04', ip: '192.0.2.104' }, who: PEOPLE[3] },
  { host: { name: 'WS05', ip: '192.0.2.105' }, who: PEOPLE[4] },
  { host: HOSTS.victim, who: VICTIM },
];

export interface Desk {
  readonly host: Host;
  readonly who: Person;
}
export const SYSTEM: Person = { account: 'SYSTEM', name: 'Local system', sid: 'S-1-5-18' };
/** The account the intruder makes. */
export const IMPLANTED: Person = { account: 'helpdesk2', name: '', sid: sid(1188) };

/** The address that the firm has on the internet. */
export const EGRESS = '198.51.100.200';

export const INTRUDER = {
  scan: '203.0.113.66',
  c2: '198.51.100.23',
  c2Name: 'cdn-telemetry.example',
  /** The machine that came in over the VPN, and the address it was given. */
  laptop: { name: 'DESKTOP-K3V9', ip: '192.0.2.214' },
} as const;

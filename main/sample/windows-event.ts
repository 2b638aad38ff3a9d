import { DNS_DOMAIN } from './company.ts';

/** What the sample needs of a Windows event, before the writer makes binary XML of it. */
export interface SampleWindowsEvent {
  /** ms since 1970 UTC. */
  readonly at: number;
  /** Short name of the host that logged it. */
  readonly host: string;
  readonly source: keyof typeof SOURCES;
  readonly eventId: number;
  readonly data: readonly (readonly [name: string, value: string | number])[];
  /** 2 error, 3 warning, 4 information; 0 unless given for the Security log, else 4. */
  readonly level?: number;
  readonly task?: number;
  readonly version?: number;
  /** Security: an audit that failed. */
  readonly failure?: boolean;
  /** Under `<UserData>` in an element of this name. */
  readonly userData?: string;
}

export interface Source {
  readonly provider: string;
  readonly guid: string;
  readonly channel: string;
}

/** Provider, its GUID and its channel, as Windows registers them. */
export const SOURCES = {
  security: {
    provider: 'Microsoft-Windows-Security-Auditing',
    guid: '54849625-5478-4994-a5ba-3e3b0328c30d',
    channel: 'Security',
  },
  eventlog: {
    provider: 'Microsoft-Windows-Eventlog',
    guid: 'fc65ddd8-d6ef-4962-83d5-6e5cfe9ce148',
    channel: 'Security',
  },
  sysmon: {
    provider: 'Microsoft-Windows-Sysmon',
    guid: '5770385f-c22a-43e0-bf4c-06f5698ffbd9',
    channel: 'Microsoft-Windows-Sysmon/Operational',
  },
  powershell: {
    provider: 'Microsoft-Windows-PowerShell',
    guid: 'a0c1853b-5c40-4b15-8766-3cf1c58f985a',
    channel: 'Microsoft-Windows-PowerShell/Operational',
  },
  services: {
    provider: 'Service Control Manager',
    guid: '555908d1-a6d7-4695-8e1e-26931d2012f4',
    channel: 'System',
  },
  defender: {
    provider: 'Microsoft-Windows-Windows Defender',
    guid: '11cd958a-c507-4ef3-b3f2-5fd9dfbd2c78',
    channel: 'Microsoft-Windows-Windows Defender/Operational',
  },
} as const satisfies Record<string, Source>;

export const fqdn = (host: string): string => `${host}.${DNS_DOMAIN}`;
export const hex = (n: number): string => `0x${n.toString(16)}`;

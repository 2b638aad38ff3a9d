import type { Host } from './company.ts';
import type { SampleWindowsEvent } from './windows-event.ts';

/** PowerShell, the service control manager and Defender, in the shapes that they log. */

export const scriptBlock = (
  at: number,
  on: Host,
  text: string,
  path: string,
  suspicious: boolean,
): SampleWindowsEvent => ({
  at,
  host: on.name,
  source: 'powershell',
  eventId: 4104,
  task: 2,
  version: 1,
  // PowerShell itself marks what looks like an attack as a warning.
  level: suspicious ? 3 : 5,
  data: [
    ['MessageNumber', 1],
    ['MessageTotal', 1],
    ['ScriptBlockText', text],
    [
      'ScriptBlockId',
      `2b8f1c7e-0f4d-4a53-9f57-${(at % 0x1_0000_0000_0000).toString(16).padStart(12, '0')}`,
    ],
    ['Path', path],
  ],
});

export const serviceInstalled = (
  at: number,
  on: Host,
  name: string,
  path: string,
): SampleWindowsEvent => ({
  at,
  host: on.name,
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

export const serviceState = (
  at: number,
  on: Host,
  name: string,
  state: 'running' | 'stopped',
): SampleWindowsEvent => ({
  at,
  host: on.name,
  source: 'services',
  eventId: 7036,
  data: [
    ['param1', name],
    ['param2', state],
  ],
});

export const signaturesUpdated = (at: number, on: Host, version: string): SampleWindowsEvent => ({
  at,
  host: on.name,
  source: 'defender',
  eventId: 2000,
  data: [
    ['Product Name', 'Microsoft Defender Antivirus'],
    ['Current Signature Version', version],
    ['Domain', 'NT AUTHORITY'],
    ['User', 'SYSTEM'],
  ],
});

export const malware = (
  at: number,
  on: Host,
  eventId: 1116 | 1117,
  path: string,
  user: string,
): SampleWindowsEvent => ({
  at,
  host: on.name,
  source: 'defender',
  eventId,
  level: eventId === 1116 ? 3 : 4,
  data: [
    ['Product Name', 'Microsoft Defender Antivirus'],
    ['Threat Name', 'Trojan:Win64/Updsvc.A'],
    ['Severity Name', 'Severe'],
    ['Category Name', 'Trojan'],
    ['Path', `file:_${path}`],
    ['Detection User', user],
    ['Process Name', 'C:\\Windows\\explorer.exe'],
    ['Action Name', eventId === 1117 ? 'Quarantine' : 'Not Applicable'],
  ],
});

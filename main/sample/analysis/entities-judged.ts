import { entityId } from '#shared/entities/entity-key.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import { INTRUDER } from '../company.ts';

/** What the analysis says of one entity, and why. */
export interface Judged extends EntityRef {
  readonly change: Partial<Omit<Entity, 'id' | 'type' | 'kind' | 'value' | 'clearedDespite'>>;
  readonly reason: string;
}

const compromised = { verdict: 'compromised', analysis: 'done' } as const;
const hostile = { verdict: 'compromised', analysis: 'done', hostile: true } as const;

const host = (value: string, change: Judged['change'], reason: string): Judged => ({
  kind: 'host',
  value,
  change,
  reason,
});
/** An account under all the ways in which the logs write it. */
const account = (
  name: string,
  aliases: readonly string[],
  change: Judged['change'],
  reason: string,
): Judged => ({
  kind: 'account',
  value: `LINDHOLM\\${name}`,
  change: { aliases: [name, ...aliases], label: name, ...change },
  reason,
});

/** In the order in which the analysis came to them. */
export const SAMPLE_ENTITIES: readonly Judged[] = [
  host(
    'WS07.lindholm.example',
    { ...compromised, label: 'WS07', role: 'Anna Berg’s workstation' },
    'The implant updsvc.exe ran here from 09:12 on 12 May until the machine was taken off the network.',
  ),
  host(
    'DC1.lindholm.example',
    { ...compromised, label: 'DC1', role: 'Domain controller' },
    'adm.nyberg was used here from WS07, and helpdesk2 was made and raised to domain administrator.',
  ),
  host(
    'FS01.lindholm.example',
    { ...compromised, label: 'FS01', role: 'File server' },
    'A command shell as SYSTEM through PsExec; the Contracts share was packed and sent from here.',
  ),
  host(
    'web1',
    { ...compromised, role: 'Web shop' },
    'Entered over SSH with a guessed password; a local account with sudo and a web shell followed.',
  ),
  host(
    'vpn1',
    { verdict: 'accessed', analysis: 'done', role: 'VPN gateway' },
    'helpdesk2 came in through it from 203.0.113.66. Nothing shows that the gateway itself was taken.',
  ),
  account(
    'helpdesk2',
    [],
    { ...hostile, role: 'Made by the intruder' },
    'Created at 13:36 UTC on 12 May with adm.nyberg while her desk was locked. Nobody at Lindholm ordered it.',
  ),
  account(
    'adm.nyberg',
    [],
    { ...compromised, role: 'Domain administrator, Karin Nyberg' },
    'Logged on to DC1 from WS07 at 13:34 UTC on 12 May, when Karin was away from her desk.',
  ),
  account(
    'svc_backup',
    [],
    { ...compromised, role: 'Service account of the backup' },
    'Its password was guessed against DC1 from WS07; it then installed PsExec on FS01.',
  ),
  account(
    'a.berg',
    ['a.berg@LINDHOLM.EXAMPLE'],
    { ...compromised, role: 'Anna Berg' },
    'The implant ran in her session on WS07 and used her rights.',
  ),
  {
    kind: 'account',
    value: 'sysupd',
    change: { ...hostile, role: 'Made by the intruder on web1' },
    reason: 'A local account with sudo rights, made one minute and a half after the SSH logon.',
  },
  {
    kind: 'account',
    value: 'backup',
    change: { ...compromised, role: 'System account of web1' },
    reason: 'Entered from 203.0.113.66 after 264 failed attempts; it should have had no password.',
  },
  {
    kind: 'account',
    value: 'web1-deploy',
    change: { ...compromised, role: 'Deployment of the web shop, in the cloud' },
    reason: 'Its key was read from a file on web1 and used from 203.0.113.66.',
  },
  {
    kind: 'ip',
    value: INTRUDER.scan,
    change: { ...hostile, label: 'Intruder’s scanner', role: 'Scan, SSH, VPN and cloud' },
    reason: 'The first contact, and the source of the SSH, VPN and cloud logons.',
  },
  {
    kind: 'ip',
    value: INTRUDER.c2,
    change: { ...hostile, label: 'Command and control', role: 'Also took the uploads' },
    reason: 'WS07 called it every ten minutes; twelve uploads of 200 MB went there from FS01.',
  },
  {
    kind: 'ip',
    value: INTRUDER.laptop.ip,
    change: { ...hostile, label: 'Intruder over VPN', role: `${INTRUDER.laptop.name} at the VPN` },
    reason: 'Given to helpdesk2 by the VPN gateway at 01:55 UTC on 13 May; it logged on to FS01.',
  },
  {
    kind: 'domain',
    value: INTRUDER.c2Name,
    change: { ...hostile, role: 'Name of the command-and-control server' },
    reason: 'Looked up by the implant on WS07; it resolves to 198.51.100.23.',
  },
  {
    kind: 'file',
    value: 'C:\\Users\\a.berg\\AppData\\Roaming\\updsvc.exe',
    change: { ...hostile, label: 'updsvc.exe', role: 'Implant' },
    reason:
      'Written by PowerShell at 09:12 UTC and started at every logon; Defender quarantined it.',
  },
  {
    kind: 'cloud-resource',
    value: 'AKIAIOSFODNN7EXAMPLE',
    change: { ...compromised, label: 'Key of web1-deploy', role: 'Access key' },
    reason: 'Used from 203.0.113.66; disabled at 09:31 UTC on 13 May.',
  },
  {
    kind: 'cloud-resource',
    value: 'lindholm-web-backup',
    change: { verdict: 'accessed', analysis: 'in-progress', role: 'Backups of the web shop' },
    reason: 'Fourteen dumps were read from it. Nothing was changed or deleted.',
  },
  host(
    'sensor1',
    { verdict: 'unknown', analysis: 'not-started', role: 'Network sensor' },
    'Only its alerts were used; the machine itself was not looked at.',
  ),
];

/** Cleared, with what its logs could not have shown. */
export const SAMPLE_CLEARED: Judged = host(
  'WS03.lindholm.example',
  { analysis: 'done', label: 'WS03', role: 'Karin Nyberg’s workstation' },
  'svc_backup was refused here, and nobody else tried. Locked while adm.nyberg was used from WS07.',
);

/** The id of the one that the analysis calls so. */
export function judgedEntity(name: string): RecordId {
  const found = [...SAMPLE_ENTITIES, SAMPLE_CLEARED].find(
    ({ value, change }) => (change.label ?? value) === name,
  );
  if (found === undefined) throw new Error(`the sample judges nothing that is called ${name}`);
  return entityId(found);
}

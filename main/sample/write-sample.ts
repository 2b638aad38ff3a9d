import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { authLog } from './auth-log.ts';
import { COLLECTED } from './calendar.ts';
import { cloudTrail } from './cloud-trail.ts';
import { HOSTS } from './company.ts';
import { mailLog } from './mail-log.ts';
import { firewallLog, flowLog } from './network-logs.ts';
import { createRandom } from './random.ts';
import { serverNoise } from './server-noise.ts';
import { collectionLog, triageZip } from './triage-zip.ts';
import { vpnLog } from './vpn-log.ts';
import { webLog } from './web-log.ts';
import { windowsAttack } from './windows-attack.ts';
import { windowsLogs } from './windows-logs.ts';
import { workstationNoise } from './workstation-noise.ts';

interface SampleFile {
  readonly name: string;
  readonly bytes: Buffer | string;
}

/**
 * Writes the evidence of the sample incident: three days at a small firm, as its servers, two workstations, web
 * server, firewall, network sensor, VPN, mail gateway and cloud account logged them. The same bytes on every machine.
 * @returns the paths written, in the order of intake
 */
export async function writeSampleEvidence(folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of await sampleFiles()) {
    const target = join(folder, name);
    await writeFile(target, bytes);
    await utimes(target, new Date(COLLECTED), new Date(COLLECTED));
    paths.push(target);
  }
  return paths;
}

/** `Microsoft-Windows-Sysmon/Operational` is the Sysmon log to those who collect it. */
const shortName = (channel: string): string => /(\w+)\/Operational$/.exec(channel)?.[1] ?? channel;

async function sampleFiles(): Promise<SampleFile[]> {
  // Each source draws from a sequence of its own, so that a change to one leaves the others as they are.
  const windows = windowsLogs([
    ...workstationNoise(createRandom(1)),
    ...serverNoise(createRandom(2)),
    ...windowsAttack(),
  ]);
  const { name: zippedHost } = HOSTS.adminDesk;
  const zipped = windows
    .filter(({ host }) => host === zippedHost)
    .map(({ channel, bytes }) => ({
      path: `Windows/System32/winevt/Logs/${channel.replaceAll('/', '%4')}.evtx`,
      bytes,
    }));
  const collection = { path: 'collection.log', bytes: collectionLog(zippedHost, zipped) };
  return [
    ...windows
      .filter(({ host }) => host !== zippedHost)
      .map(({ host, channel, bytes }) => ({ name: `${host}-${shortName(channel)}.evtx`, bytes })),
    { name: `${zippedHost}-triage.zip`, bytes: await triageZip([...zipped, collection]) },
    { name: 'web1-auth.log', bytes: authLog(createRandom(3)) },
    { name: 'web1-access.log', bytes: webLog(createRandom(4)) },
    { name: 'fw1-kern.log', bytes: firewallLog(createRandom(5)) },
    { name: 'sensor1-eve.json', bytes: flowLog(createRandom(6)) },
    { name: 'vpn1-audit.jsonl', bytes: vpnLog(createRandom(7)) },
    { name: 'mail-gateway.csv', bytes: mailLog(createRandom(8)) },
    { name: 'cloudtrail.json', bytes: cloudTrail(createRandom(9)) },
  ];
}

import { DAY, DAYS, END, FIRST_DAY, HOUR, activity, at, isManned } from './calendar.ts';
import { ADMIN, DESKS, HOSTS, SERVICE, SYSTEM, type Host } from './company.ts';
import { processCreated, sysmonConnection, sysmonProcess } from './process-events.ts';
import type { Random } from './random.ts';
import {
  credentialsValidated,
  logoff,
  logon,
  logonFailed,
  serviceTicket,
  shareAccessed,
  shareFileChecked,
  specialLogon,
  ticketGranted,
} from './security-events.ts';
import { serviceState } from './system-events.ts';
import type { SampleWindowsEvent } from './windows-event.ts';

const SHARES: readonly [string, ...string[]] = ['Projects', 'Projects', 'Finance', 'Templates'];
const SERVICES: readonly [string, ...string[]] = [
  'Windows Update',
  'Volume Shadow Copy',
  'Software Protection',
  'Windows Modules Installer',
];

/** From here on there is no nightly backup. */
const SERVICE_DISABLED = at('2026-05-13T08:42:19');

/** Ordinary days of the domain controller and the file server. */
export function serverNoise(random: Random): SampleWindowsEvent[] {
  const events: SampleWindowsEvent[] = [];
  for (let day = 0; day < DAYS; day++) {
    const start = FIRST_DAY + day * DAY;
    events.push(...adminAtWork(random, start));
    if (start + DAY < SERVICE_DISABLED) events.push(...backup(random, start));
  }
  for (let time = FIRST_DAY; time < END; time += random.between(15_000, 110_000)) {
    if (random.next() < activity(time)) events.push(...workOnFiles(random, time));
  }
  for (const host of [HOSTS.dc, HOSTS.files]) {
    for (let time = FIRST_DAY + 600_000; time < END; time += random.between(HOUR / 2, 2 * HOUR)) {
      events.push(...upkeep(random, host, time));
    }
  }
  return events.filter((event) => event.at < END);
}

/** Somebody opens files on a share: tickets at the domain controller, the logon and the share at the file server. */
function workOnFiles(random: Random, time: number): SampleWindowsEvent[] {
  const { dc, files } = HOSTS;
  const { host: from, who } = random.pick(DESKS);
  if (!isManned(from, time)) return [];
  const id = random.between(0x10000, 0xfffff);
  const share = random.pick(SHARES);
  const events = [
    serviceTicket(time - 40, dc, who, files, from),
    logon(time, files, who, 3, from, id),
    shareAccessed(time + 90, files, who, from, share, id),
    logoff(time + random.between(5_000, 600_000), files, who, 3, id),
  ];
  if (random.next() < 0.35) events.push(ticketGranted(time - 75, dc, who, from));
  for (let i = random.between(0, 2); i > 0; i--) {
    const file = `2026\\P-${random.between(100, 180)}\\${random.pick(['plan.xlsx', 'minutes.docx', 'drawing.pdf', 'offer.docx'])}`;
    events.push(shareFileChecked(time + 200 + i * 800, files, who, from, share, file, id));
  }
  if (random.next() < 0.3) {
    const logonId = random.between(0x10000, 0xfffff);
    events.push(
      logon(time + 300, dc, who, 3, from, logonId),
      logoff(time + 12_000, dc, who, 3, logonId),
    );
  }
  // People mistype, too.
  if (random.next() < 0.012) {
    events.push(
      credentialsValidated(time - 6_000, dc, who.account, from, false),
      logonFailed(time - 5_990, dc, who.account, from, 49_300),
    );
  }
  return events;
}

function adminAtWork(random: Random, start: number): SampleWindowsEvent[] {
  const time = start + 7.5 * HOUR + random.between(0, HOUR / 3);
  const id = random.between(0x10000, 0xfffff);
  return [
    logon(time, HOSTS.dc, ADMIN, 10, HOSTS.adminDesk, id),
    specialLogon(time + 2, HOSTS.dc, ADMIN, id),
    logoff(time + random.between(600_000, 3_000_000), HOSTS.dc, ADMIN, 10, id),
  ];
}

/** The backup runs at night from the file server itself: what the service account does when nobody abuses it. */
function backup(random: Random, start: number): SampleWindowsEvent[] {
  const { files } = HOSTS;
  const time = start + 21 * HOUR;
  const id = random.between(0x10000, 0xfffff);
  const program = {
    on: files,
    who: SERVICE,
    image: 'C:\\Program Files\\Backup\\agent.exe',
    pid: 2_944,
  };
  return [
    logon(time, files, SERVICE, 5, undefined, id),
    specialLogon(time + 2, files, SERVICE, id),
    sysmonProcess(
      time + 400,
      program,
      'agent.exe --job nightly',
      'C:\\Windows\\System32\\services.exe',
    ),
    processCreated(
      time + 405,
      program,
      'agent.exe --job nightly',
      'C:\\Windows\\System32\\services.exe',
    ),
    sysmonConnection(time + 1_900, program, '192.0.2.30', 'nas1.lindholm.example', 445),
    logoff(time + random.between(1_500_000, 2_400_000), files, SERVICE, 5, id),
  ];
}

function upkeep(random: Random, on: Host, time: number): SampleWindowsEvent[] {
  const service = random.pick(SERVICES);
  const program = {
    on,
    who: SYSTEM,
    image: 'C:\\Windows\\System32\\svchost.exe',
    pid: random.between(200, 1_500) * 4,
  };
  const commandLine = 'C:\\Windows\\system32\\svchost.exe -k netsvcs -p';
  const parent = 'C:\\Windows\\System32\\services.exe';
  return [
    serviceState(time, on, service, 'running'),
    serviceState(time + random.between(60_000, 900_000), on, service, 'stopped'),
    processCreated(time - 200, program, commandLine, parent),
    // Sysmon runs on the file server; the domain controller never got it.
    ...(on === HOSTS.files ? [sysmonProcess(time - 205, program, commandLine, parent)] : []),
  ];
}

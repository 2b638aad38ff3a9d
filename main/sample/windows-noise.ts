import {
  ADMIN,
  HOSTS,
  PEOPLE,
  SERVICE,
  SYSTEM,
  WORKSTATIONS,
  type Host,
  type Person,
} from './company.ts';
import type { Random } from './random.ts';
import type { SampleWindowsEvent } from './windows-event.ts';
import {
  logoff,
  logon,
  logonFailed,
  processCreated,
  sysmonConnection,
  sysmonFile,
  sysmonProcess,
  sysmonRegistry,
} from './windows-shapes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const PROGRAMS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'chrome.exe --type=renderer --lang=en-GB',
  ],
  ['C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE', 'OUTLOOK.EXE /recycle'],
  [
    'C:\\Program Files\\Microsoft Office\\root\\Office16\\EXCEL.EXE',
    'EXCEL.EXE "C:\\Users\\Public\\budget.xlsx"',
  ],
  ['C:\\Windows\\System32\\svchost.exe', 'svchost.exe -k netsvcs -p -s Schedule'],
  ['C:\\Windows\\System32\\taskhostw.exe', 'taskhostw.exe'],
  [
    'C:\\Windows\\System32\\conhost.exe',
    '\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1',
  ],
  [
    'C:\\Windows\\System32\\SearchProtocolHost.exe',
    'SearchProtocolHost.exe Global\\UsGthrFltPipeMssGthrPipe',
  ],
  ['C:\\Program Files\\7-Zip\\7zFM.exe', '7zFM.exe'],
  ['C:\\Windows\\System32\\notepad.exe', 'notepad.exe C:\\Users\\Public\\notes.txt'],
];
const DESTINATIONS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['192.0.2.10', 'dc1.lindholm.example'],
  ['192.0.2.20', 'fs01.lindholm.example'],
  ['198.51.100.80', 'updates.vendor.example'],
  ['198.51.100.91', 'mail.vendor.example'],
];

/** How busy the office is at an hour of the (UTC) day, 0 to 1. */
const activity = (at: number): number => {
  const hour = new Date(at).getUTCHours();
  if (hour < 5 || hour > 19) return 0.08;
  return hour >= 7 && hour <= 16 ? 1 : 0.35;
};

function workstationDay(
  random: Random,
  host: Host,
  who: Person,
  dayStart: number,
): SampleWindowsEvent[] {
  const events: SampleWindowsEvent[] = [];
  const sessionId = random.between(0x10000, 0xfffff);
  const arrive = dayStart + 6.5 * HOUR + random.between(0, HOUR);
  const leave = dayStart + 15 * HOUR + random.between(0, 2 * HOUR);
  if (random.next() < 0.3) events.push(logonFailed(arrive - 9_000, host, who.account, host));
  events.push(
    logon(arrive, host, who, 2, undefined, sessionId),
    logoff(leave, host, who, 2, sessionId),
  );
  for (let at = dayStart; at < dayStart + DAY; at += random.between(200_000, 900_000)) {
    if (random.next() > activity(at)) continue;
    const [image, commandLine] = random.pick(PROGRAMS);
    const pid = random.between(1_000, 9_000);
    const by = image.includes('System32') ? SYSTEM : who;
    events.push(
      sysmonProcess(at, host, by, image, commandLine, 'C:\\Windows\\explorer.exe', pid),
      processCreated(at + 5, host, by, image, commandLine, 'C:\\Windows\\explorer.exe', pid),
    );
    if (random.next() < 0.6) {
      const [ip, name] = random.pick(DESTINATIONS);
      events.push(sysmonConnection(at + 900, host, by, image, ip, name, 443, pid));
    }
    if (random.next() < 0.35) {
      events.push(
        sysmonFile(
          at + 1_400,
          host,
          image,
          `C:\\Users\\${who.account}\\AppData\\Local\\Temp\\~${pid}.tmp`,
          pid,
        ),
      );
    }
    if (random.next() < 0.2) {
      events.push(
        sysmonRegistry(
          at + 1_700,
          host,
          image,
          `HKLM\\SOFTWARE\\Vendor\\Settings\\Last${pid % 40}`,
          `DWORD (0x${pid.toString(16)})`,
          pid,
        ),
      );
    }
  }
  return events;
}

function serverDay(random: Random, host: Host, dayStart: number): SampleWindowsEvent[] {
  const events: SampleWindowsEvent[] = [];
  for (let at = dayStart; at < dayStart + DAY; at += random.between(30_000, 240_000)) {
    if (random.next() > activity(at)) continue;
    const who = random.pick(PEOPLE);
    const from = random.pick(WORKSTATIONS);
    const id = random.between(0x10000, 0xfffff);
    events.push(
      logon(at, host, who, 3, from, id),
      logoff(at + random.between(5_000, 400_000), host, who, 3, id),
    );
  }
  // The backup runs at night from the file server itself: what the service account does when nobody abuses it.
  events.push(
    logon(dayStart + 23 * HOUR, host, SERVICE, 5, undefined, random.between(0x1000, 0xffff)),
  );
  if (host === HOSTS.dc)
    events.push(
      logon(dayStart + 8 * HOUR, host, ADMIN, 10, WORKSTATIONS[2], random.between(0x1000, 0xffff)),
    );
  return events;
}

/** Three ordinary days at the firm, `firstDay` the UTC midnight they begin at (ms). */
export function windowsNoise(random: Random, firstDay: number): SampleWindowsEvent[] {
  const events: SampleWindowsEvent[] = [];
  for (let day = 0; day < 3; day++) {
    const start = firstDay + day * DAY;
    WORKSTATIONS.forEach((host, i) => {
      const who = PEOPLE[(i + 1) % PEOPLE.length] ?? PEOPLE[0];
      events.push(...workstationDay(random, host, host === HOSTS.victim ? PEOPLE[0] : who, start));
    });
    events.push(...serverDay(random, HOSTS.dc, start), ...serverDay(random, HOSTS.files, start));
  }
  return events;
}

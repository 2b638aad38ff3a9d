import { DAY, DAYS, FIRST_DAY, HOUR, ISOLATED, activity, isManned } from './calendar.ts';
import type { Host, Person } from './company.ts';
import { HOSTS, KARIN, SYSTEM, VICTIM } from './company.ts';
import type { Program } from './process-events.ts';
import {
  processCreated,
  sysmonConnection,
  sysmonEnded,
  sysmonFile,
  sysmonLookup,
  sysmonProcess,
  sysmonRegistry,
} from './process-events.ts';
import type { Random } from './random.ts';
import { deskLocked, logoff, logon, logonFailed } from './security-events.ts';
import { scriptBlock, serviceState, signaturesUpdated } from './system-events.ts';
import type { SampleWindowsEvent } from './windows-event.ts';

type Choice<T> = readonly [T, ...T[]];

const EXPLORER = 'C:\\Windows\\explorer.exe';

const PROGRAMS: Choice<readonly [image: string, commandLine: string, parent: string]> = [
  [
    'C:\\Program Files\\Browser\\browser.exe',
    '"C:\\Program Files\\Browser\\browser.exe" --type=renderer --lang=en-GB',
    'C:\\Program Files\\Browser\\browser.exe',
  ],
  [
    'C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE',
    'OUTLOOK.EXE /recycle',
    EXPLORER,
  ],
  [
    'C:\\Program Files\\Microsoft Office\\root\\Office16\\EXCEL.EXE',
    'EXCEL.EXE "C:\\Users\\Public\\budget.xlsx"',
    EXPLORER,
  ],
  [
    'C:\\Windows\\System32\\svchost.exe',
    'C:\\Windows\\system32\\svchost.exe -k netsvcs -p -s Schedule',
    'C:\\Windows\\System32\\services.exe',
  ],
  ['C:\\Windows\\System32\\taskhostw.exe', 'taskhostw.exe', 'C:\\Windows\\System32\\svchost.exe'],
  [
    'C:\\Windows\\System32\\conhost.exe',
    '\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1',
    'C:\\Windows\\System32\\cmd.exe',
  ],
  [
    'C:\\Windows\\System32\\SearchProtocolHost.exe',
    'SearchProtocolHost.exe Global\\UsGthrFltPipeMssGthrPipe',
    'C:\\Windows\\System32\\SearchIndexer.exe',
  ],
  ['C:\\Program Files\\7-Zip\\7zFM.exe', '7zFM.exe', EXPLORER],
  ['C:\\Windows\\System32\\notepad.exe', 'notepad.exe C:\\Users\\Public\\notes.txt', EXPLORER],
];

const DESTINATIONS: Choice<readonly [ip: string, name: string]> = [
  ['192.0.2.10', 'dc1.lindholm.example'],
  ['192.0.2.20', 'fs01.lindholm.example'],
  ['198.51.100.80', 'updates.vendor.example'],
  ['198.51.100.91', 'mail.vendor.example'],
  ['198.51.100.64', 'news.daily.example'],
  ['198.51.100.72', 'maps.travel.example'],
];

const SCRIPTS: Choice<readonly [text: string, path: string]> = [
  [
    "Get-Printer | Where-Object PrinterStatus -ne 'Normal' | Select-Object Name, PrinterStatus",
    'C:\\ProgramData\\Inventory\\printers.ps1',
  ],
  [
    'Get-CimInstance Win32_LogicalDisk | Select-Object DeviceID, FreeSpace, Size',
    'C:\\ProgramData\\Inventory\\disks.ps1',
  ],
  ['Get-HotFix | Sort-Object InstalledOn', 'C:\\ProgramData\\Inventory\\updates.ps1'],
];

const SERVICES: Choice<string> = [
  'Windows Update',
  'Background Intelligent Transfer Service',
  'Windows Modules Installer',
  'Print Spooler',
  'Software Protection',
];

/** Ordinary days of the two workstations that were collected. */
export function workstationNoise(random: Random): SampleWindowsEvent[] {
  const events: SampleWindowsEvent[] = [];
  for (let day = 0; day < DAYS; day++) {
    const start = FIRST_DAY + day * DAY;
    events.push(...ordinaryDay(random, HOSTS.victim, VICTIM, start));
    events.push(...ordinaryDay(random, HOSTS.adminDesk, KARIN, start));
  }
  return events.filter((event) => isPossible(event));
}

/** Nobody works at a locked desk, and WS07 is switched off when it has been taken off the network. */
function isPossible({ host, at: time, source }: SampleWindowsEvent): boolean {
  if (host === HOSTS.victim.name) return time < ISOLATED;
  return source === 'services' || isManned(HOSTS.adminDesk, time);
}

function ordinaryDay(random: Random, host: Host, who: Person, start: number): SampleWindowsEvent[] {
  const session = random.between(0x10000, 0xfffff);
  const arrive = Math.round(start + 6.5 * HOUR + random.between(0, HOUR));
  const leave = start + 15 * HOUR + random.between(0, 2 * HOUR);
  const lunch = start + 10.8 * HOUR + random.between(0, HOUR / 2);
  const events = [
    logon(arrive, host, who, 2, undefined, session),
    deskLocked(lunch, host, 4800, who),
    deskLocked(lunch + random.between(1_500_000, 3_000_000), host, 4801, who),
    logoff(leave, host, who, 2, session),
  ];
  if (random.next() < 0.4) {
    events.push(logonFailed(arrive - 9_000, host, who.account, host, 0));
  }
  for (let time = start; time < start + DAY; time += random.between(40_000, 260_000)) {
    if (random.next() < activity(time)) events.push(...programRun(random, host, who, time));
  }
  for (let time = start + HOUR; time < start + DAY; time += random.between(HOUR, 4 * HOUR)) {
    events.push(...upkeep(random, host, time));
  }
  return events;
}

function programRun(random: Random, on: Host, who: Person, time: number): SampleWindowsEvent[] {
  const [image, commandLine, parent] = random.pick(PROGRAMS);
  const program: Program = {
    on,
    who: parent === EXPLORER || !image.includes('System32') ? who : SYSTEM,
    image,
    pid: random.between(250, 2_300) * 4,
  };
  const events = [
    sysmonProcess(time, program, commandLine, parent),
    processCreated(time + 5, program, commandLine, parent),
  ];
  if (random.next() < 0.6) {
    const [ip, name] = random.pick(DESTINATIONS);
    events.push(
      sysmonLookup(time + 840, program, name, ip),
      sysmonConnection(time + 900, program, ip, name, ip.startsWith('192.') ? 445 : 443),
    );
  }
  if (random.next() < 0.35) {
    const folder = `C:\\Users\\${who.account}\\AppData\\Local\\Temp`;
    events.push(sysmonFile(time + 1_400, program, `${folder}\\~${program.pid}.tmp`));
  }
  if (random.next() < 0.25) {
    events.push(
      sysmonRegistry(
        time + 1_700,
        program,
        `HKLM\\SOFTWARE\\Vendor\\Settings\\Last${program.pid % 40}`,
        `DWORD (0x${program.pid.toString(16).padStart(8, '0')})`,
      ),
    );
  }
  if (random.next() < 0.7) {
    events.push(sysmonEnded(time + random.between(2_000, 900_000), program));
  }
  return events;
}

function upkeep(random: Random, on: Host, time: number): SampleWindowsEvent[] {
  const service = random.pick(SERVICES);
  const [text, path] = random.pick(SCRIPTS);
  return [
    serviceState(time, on, service, 'running'),
    serviceState(time + random.between(60_000, 900_000), on, service, 'stopped'),
    scriptBlock(time + 120_000, on, text, path, false),
    ...(random.next() < 0.4 && on === HOSTS.victim
      ? [signaturesUpdated(time + 300_000, on, `1.411.${random.between(100, 999)}.0`)]
      : []),
  ];
}

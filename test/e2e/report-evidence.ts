import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLog } from '#main/parse/evtx-writer/log-writer.ts';
import type { LogEvent } from '#main/parse/evtx-writer/log-event.ts';

const START = BigInt(Date.UTC(2026, 4, 12, 7, 58)) * 1_000_000n;
const SECOND = 1_000_000_000n;

/** What a page, a shell or a link would make of it if it were not kept as text. */
export const HOSTILE =
  '<img src=x onerror=alert(1)><script>alert(2)</script> [x](javascript:alert(3)) \u202ecod.exe';

const host = (name: string): string => `${name}.harbour.example`;

const logon = (n: number, user: string, computer: string): LogEvent => ({
  provider: 'Microsoft-Windows-Security-Auditing',
  channel: 'Security',
  computer: host(computer),
  eventId: 4624,
  level: 0,
  time: START + BigInt(n) * 37n * SECOND,
  data: [
    ['TargetUserName', user],
    ['TargetDomainName', 'HARBOUR'],
    ['LogonType', 3],
    ['IpAddress', `10.0.4.${20 + (n % 40)}`],
    ['WorkstationName', 'WS7'],
  ],
});

const service = (n: number, name: string, path: string): LogEvent => ({
  provider: 'Service Control Manager',
  channel: 'System',
  computer: host('dc1'),
  eventId: 7045,
  time: START + BigInt(n) * 61n * SECOND,
  data: [
    ['ServiceName', name],
    ['ImagePath', path],
    ['ServiceType', 'user mode service'],
    ['StartType', 'demand start'],
    ['AccountName', 'LocalSystem'],
  ],
});

const COMMANDS = [
  'whoami /all',
  'nltest /domain_trusts',
  'net group "Domain Admins" /domain',
  'rundll32.exe C:\\Windows\\System32\\comsvcs.dll, MiniDump 624 C:\\ProgramData\\l.dmp full',
  'powershell.exe -NoP -W Hidden -EncodedCommand SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoAZQBjAHQAIABOAGUAdAAuAFcAZQBiAEMAbABpAGUAbgB0ACkA',
  'reg save HKLM\\SAM C:\\ProgramData\\s.hiv',
];

const process = (n: number): LogEvent => ({
  provider: 'Microsoft-Windows-Security-Auditing',
  channel: 'Security',
  computer: host('ws7'),
  eventId: 4688,
  level: 0,
  time: START + BigInt(n) * 97n * SECOND,
  data: [
    ['SubjectUserName', 'alice'],
    ['SubjectDomainName', 'HARBOUR'],
    ['NewProcessName', 'C:\\Windows\\System32\\cmd.exe'],
    ['CommandLine', COMMANDS[n % COMMANDS.length] ?? ''],
    ['ParentProcessName', 'C:\\Program Files\\Microsoft Office\\WINWORD.EXE'],
  ],
});

const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n));

const two = (n: number): string => String(n).padStart(2, '0');

/** Evidence of one afternoon on a few machines, small enough to be read in seconds. */
export function writeReportEvidence(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const files: [string, string | Uint8Array][] = [
    [
      'ws7-Security.evtx',
      writeLog([
        ...times(60, (n) => logon(n, n % 9 === 0 ? 'svc_backup' : 'alice', 'ws7')),
        ...times(24, process),
      ]),
    ],
    [
      'dc1-System.evtx',
      writeLog([
        ...times(6, (n) => service(n, `Update Agent ${n}`, `C:\\ProgramData\\agent${n}.exe`)),
        service(7, HOSTILE, `C:\\Users\\Public\\${HOSTILE}`),
      ]),
    ],
    [
      'vpn-auth.log',
      times(
        90,
        (n) =>
          `2026-05-12T06:${two(n % 60)}:11Z vpn1 sshd[${2000 + n}]: Failed password for ${n % 3 === 0 ? 'root' : 'm.keller'} from 203.0.113.${n % 200} port ${40000 + n} ssh2`,
      ).join('\n') + '\n',
    ],
    [
      'web-access.log',
      times(
        120,
        (n) =>
          `198.51.100.${n % 30} - - [12/May/2026:0${6 + (n % 3)}:${two(n % 60)}:09 +0000] "GET /remote/login?lang=${n} HTTP/1.1" ${n % 5 === 0 ? 403 : 200} ${900 + n} "-" "Mozilla/5.0"`,
      ).join('\n') + '\n',
    ],
    ...times(14, (n): [string, string] => [
      `host-${two(n)}-messages.log`,
      times(
        4,
        (k) =>
          `2026-05-12T08:${two(n)}:${two(k)}Z srv${n} systemd[1]: Started Session ${n * 10 + k} of User root.`,
      ).join('\n') + '\n',
    ]),
  ];
  return files.map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}

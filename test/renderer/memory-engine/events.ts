import type { MarkedRow } from '#shared/model/event.ts';
import type { EventKey, EvidenceIndex, EventId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';

/** Whole numbers below `n` that look random and are the same for an index each time. */
export function pick(index: number, salt: number, n: number): number {
  let x = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 7, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3ce1);
  x = Math.imul(x ^ (x >>> 13), 0x297a2d39);
  return ((x ^ (x >>> 16)) >>> 0) % n;
}

const HOSTS = ['dc1', 'ws07', 'ws12', 'web01', 'db02', 'vpn-gw'];
const USERS = ['alice', 'bob', 'svc_backup', 'administrator', 'SYSTEM', 'marta.kowalczyk'];
const IPS = ['10.0.4.17', '10.0.4.52', '185.220.101.33', '2001:db8::7', '10.0.9.1'];

type Shape = Pick<MarkedRow, 'category' | 'action' | 'level' | 'code' | 'channel' | 'provider'> & {
  readonly say: (index: number) => string;
  readonly process?: string;
};

const SHAPES: readonly Shape[] = [
  {
    category: 'authentication',
    action: 'logged-in',
    level: 'info',
    code: '4624',
    channel: 'Security',
    provider: 'Microsoft-Windows-Security-Auditing',
    say: (i) =>
      `An account was successfully logged on: ${USERS[pick(i, 3, 6)]} from ${IPS[pick(i, 4, 5)]}, logon type 3`,
  },
  {
    category: 'authentication',
    action: 'logon-failed',
    level: 'warning',
    code: '4625',
    channel: 'Security',
    provider: 'Microsoft-Windows-Security-Auditing',
    say: (i) =>
      `An account failed to log on: ${USERS[pick(i, 3, 6)]} from ${IPS[pick(i, 4, 5)]}, bad password`,
  },
  {
    category: 'process',
    action: 'created-process',
    level: 'info',
    code: '4688',
    channel: 'Security',
    provider: 'Microsoft-Windows-Security-Auditing',
    process: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    say: () =>
      'powershell.exe -NoP -NonI -W Hidden -Enc SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoAZQBjAHQAIABOAGUAdAAuAFcAZQBiAEMAbABpAGUAbgB0ACkA',
  },
  {
    category: 'process',
    action: 'created-process',
    level: 'info',
    code: '4688',
    channel: 'Security',
    provider: 'Microsoft-Windows-Security-Auditing',
    process: 'C:\\Windows\\System32\\svchost.exe',
    say: () => 'svchost.exe -k netsvcs -p -s Schedule',
  },
  {
    category: 'network',
    action: 'allowed',
    level: 'info',
    provider: 'kernel',
    say: (i) => `${IPS[pick(i, 4, 5)]}:${1024 + pick(i, 9, 60000)} → 10.0.4.17:445 allowed`,
  },
  {
    category: 'web',
    action: 'get',
    level: 'info',
    provider: 'nginx',
    say: (i) => `GET /index.php?id=${pick(i, 10, 900)} → 200, 5316 bytes`,
  },
  {
    category: 'web',
    action: 'get',
    level: 'error',
    provider: 'nginx',
    say: (i) => `GET /wp-login.php?x=${pick(i, 10, 900)} → 403, 153 bytes`,
  },
  {
    category: 'file',
    action: 'created',
    level: 'notice',
    provider: 'Sysmon',
    say: () => 'File created: C:\\Users\\alice\\AppData\\Local\\Temp\\invoice‮gpj.exe',
  },
  {
    category: 'registry',
    action: 'set',
    level: 'info',
    code: '13',
    channel: 'Microsoft-Windows-Sysmon/Operational',
    provider: 'Sysmon',
    say: () => 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\Updater set',
  },
  {
    category: 'iam',
    action: 'added-member',
    level: 'critical',
    code: '4728',
    channel: 'Security',
    provider: 'Microsoft-Windows-Security-Auditing',
    say: () => 'A member was added to a security-enabled global group: svc_backup to Domain Admins',
  },
  {
    category: 'session',
    action: 'opened',
    level: 'info',
    provider: 'systemd-logind',
    say: (i) => `New session ${pick(i, 11, 900)} of user ${USERS[pick(i, 3, 6)]}`,
  },
  {
    category: 'host',
    action: 'cron',
    level: 'debug',
    provider: 'CRON',
    say: () => '(root) CMD (   cd / && run-parts --report /etc/cron.hourly)',
  },
];

const START = 1_778_500_000_000_000_000n;

/** Event `index` of an endless, time-sorted log. */
export function eventAt(index: number): MarkedRow {
  // A burst in the middle of each 2,000: the intrusion.
  const rare = index % 2_000;
  const place =
    rare > 1_000 && rare < 1_040
      ? [2, 9, 7][pick(index, 1, 3)]
      : [0, 0, 0, 0, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 8, 10, 10, 11, 11, 1][pick(index, 1, 20)];
  const shape = SHAPES[place ?? 0] ?? SHAPES[0];
  if (shape === undefined) throw new Error('no shapes');
  const { say, process, ...kind } = shape;
  const night = BigInt(Math.floor(index / 400)) * 5_400_000_000_000n;
  const time =
    START + BigInt(index) * 1_700_000_000n + night + BigInt(pick(index, 12, 999_999_999));
  const undated = index % 4_999 === 4_998;
  const evidence = (
    shape.provider === 'nginx' ? 2 : shape.channel === undefined ? 1 : 0
  ) as EvidenceIndex;
  const host = HOSTS[pick(index, 2, HOSTS.length)];
  const user = USERS[pick(index, 3, USERS.length)];
  const ip = IPS[pick(index, 4, IPS.length)];
  return {
    ...kind,
    key: (evidence * 2 ** 32 + index) as EventKey,
    id: `${'9f2c41be'.repeat(4)}.${(index * 512).toString(16)}.0` as EventId,
    evidence,
    offset: index * 512,
    length: 480,
    record: index + 1,
    ordinal: 0,
    ...(undated ? {} : { time: time as Instant, timeOriginal: String(time) }),
    timeMeaning: 'logged',
    precision: evidence === 0 ? '100ns' : 's',
    zone: undated ? 'none' : evidence === 1 ? 'assumed' : 'utc',
    message: say(index),
    recovered: index % 777 === 776,
    ...(host === undefined ? {} : { host }),
    ...(user === undefined || place === 5 ? {} : { user }),
    ...(ip === undefined || pick(index, 5, 3) === 0 ? {} : { sourceIp: ip }),
    ...(process === undefined ? {} : { process }),
    tags: [],
    noted: false,
    onBoard: false,
  };
}

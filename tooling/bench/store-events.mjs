// Realistic events for the store's benchmark: Windows security and Sysmon logs of many hosts, web access logs and
// syslog, interleaved over the same two weeks. Same seed, same events.

const DAY = 86_400_000_000_000n;
/** Two weeks from 2026-05-04. */
const START = 1_777_852_800_000_000_000n;
const SPAN = 14n * DAY;

/** Small fast generator (sfc32); not for anything that must be unpredictable. */
export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.a = 0x9e3779b9 ^ seed;
    this.b = 0x243f6a88;
    this.c = 0xb7e15162;
    this.d = seed | 1;
    for (let i = 0; i < 12; i++) this.next();
  }
  /** An integer, 0 to 2^32 - 1. */
  next() {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + t;
    return t >>> 0;
  }
  /** @param {number} n */
  below(n) {
    return this.next() % n;
  }
  /** Small numbers far more often than large ones. @param {number} n */
  skewed(n) {
    const x = this.next() / 4_294_967_296;
    return Math.floor(x * x * x * n);
  }
  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[this.below(list.length)]);
  }
  hex8() {
    return this.next().toString(16).padStart(8, '0');
  }
  guid() {
    const [a, b, c, d] = [this.hex8(), this.hex8(), this.hex8(), this.hex8()];
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
  }
  /** @param {number} length */
  base64(length) {
    let text = '';
    while (text.length < length) text += B64[this.below(64)];
    return text;
  }
}
const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const SYLLABLES =
  'an ber cor dal el fin gor han is jor kel lan mor nel or pal quin ros sal tor ul ven wil xan yor zel'.split(
    ' ',
  );
const setup = new Random(7);
const name = () => setup.pick(SYLLABLES) + setup.pick(SYLLABLES) + setup.pick(SYLLABLES);
const USERS = Array.from({ length: 3_000 }, () => `${name()}.${name()}`);
const TOOLS = Array.from(
  { length: 1_500 },
  (_, i) => `${name()}${i % 7 === 0 ? setup.below(99) : ''}.exe`,
);
const FOLDERS = [
  'C:\\Windows\\System32',
  'C:\\Windows\\SysWOW64',
  'C:\\Program Files\\Common Files\\Microsoft Shared',
  'C:\\Program Files (x86)\\Google\\Update',
  'C:\\ProgramData\\Package Cache',
];
const PATHS = TOOLS.map((tool) => `${setup.pick(FOLDERS)}\\${tool}`);
const WELL_KNOWN = [
  'svchost',
  'powershell',
  'cmd',
  'rundll32',
  'wmiprvse',
  'msiexec',
  'chrome',
  'explorer',
];
for (const known of WELL_KNOWN) PATHS.push(`C:\\Windows\\System32\\${known}.exe`);
const WORDS = Array.from(
  { length: 4_000 },
  () => name() + (setup.below(2) ? setup.pick(SYLLABLES) : ''),
);
const AGENTS = Array.from(
  { length: 400 },
  () =>
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${90 + setup.below(50)}.0.${setup.below(6000)}.${setup.below(200)} Safari/537.36`,
);

/** @param {Random} r */
const inside = (r) => `10.${r.below(4)}.${r.below(16)}.${r.below(250) + 1}`;
/** Some outside addresses come back often, most never. @param {Random} r */
const outside = (r) => {
  const n = r.below(4) === 0 ? r.next() : r.skewed(40_000) * 104_729;
  return `${((n >>> 24) % 200) | 16}.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}`;
};
/** @param {Random} r */
const sid = (r) => `S-1-5-21-3623811015-3361044348-30300820-${1000 + r.skewed(3000)}`;
/** @param {Random} r */
const user = (r) => /** @type {string} */ (USERS[r.skewed(USERS.length)]);
/** @param {Random} r */
const image = (r) => /** @type {string} */ (PATHS[PATHS.length - 1 - r.skewed(PATHS.length)]);
/** @param {Random} r */
const word = (r) => r.pick(WORDS);

/** @param {Random} r */
function commandLine(r) {
  switch (r.below(6)) {
    case 0:
      return `powershell.exe -NoProfile -ExecutionPolicy Bypass -EncodedCommand ${r.base64(60 + r.below(120))}`;
    case 1:
      return `"${image(r)}" --type=renderer --field-trial-handle=${r.next()},i,${r.next()},${r.next()} --lang=en-US`;
    case 2:
      return `C:\\Windows\\system32\\svchost.exe -k ${word(r)} -p -s ${word(r)}`;
    case 3:
      return `cmd.exe /c copy \\\\fs${r.below(9)}\\${word(r)}\\${word(r)}-${r.below(9999)}.docx C:\\Users\\${user(r)}\\Documents`;
    case 4:
      return `rundll32.exe ${word(r)}.dll,${word(r)} {${r.guid()}}`;
    default:
      return `"${image(r)}" /${word(r)} /id ${r.guid()} /out C:\\Temp\\${r.hex8()}.tmp`;
  }
}

const shape = (/** @type {string} */ names) => names.split(' ');
const LOGON = shape(
  'EventRecordID SubjectUserSid SubjectUserName TargetUserSid TargetUserName TargetDomainName TargetLogonId LogonType LogonProcessName AuthenticationPackageName WorkstationName LogonGuid IpAddress IpPort',
);
const SHARE = shape(
  'EventRecordID SubjectUserSid SubjectUserName IpAddress IpPort ShareName RelativeTargetName AccessMask',
);
const CREATED = shape(
  'EventRecordID SubjectUserSid SubjectUserName NewProcessId NewProcessName ProcessId CommandLine ParentProcessName TokenElevationType',
);
const SYSMON1 = shape(
  'EventRecordID UtcTime ProcessGuid ProcessId Image CommandLine CurrentDirectory User LogonGuid IntegrityLevel Hashes ParentProcessGuid ParentImage ParentCommandLine',
);
const SYSMON3 = shape(
  'EventRecordID ProcessGuid ProcessId Image User Protocol SourceIp SourcePort DestinationIp DestinationPort DestinationHostname',
);
const SYSMON11 = shape('EventRecordID ProcessGuid Image TargetFilename CreationUtcTime');
const SYSMON13 = shape('EventRecordID ProcessGuid Image TargetObject Details');
const WEB = shape('method url status bytes referrer user_agent');
const SYSLOG = shape('facility pid');

/** @param {any} e @param {Random} r @param {any} file */
function security(e, r, file) {
  e.channel = 'Security';
  e.provider = 'Microsoft-Windows-Security-Auditing';
  e.level = 'info';
  e.process = undefined;
  e.destinationIp = undefined;
  e.outcome = 'success';
  const kind = r.below(10);
  if (kind < 4) {
    const failed = r.below(12) === 0;
    e.code = failed ? '4625' : kind === 0 ? '4634' : '4624';
    e.category = 'authentication';
    e.action = failed ? 'logon-failed' : 'logged-in';
    e.outcome = failed ? 'failure' : 'success';
    e.user = user(r);
    e.sourceIp = r.below(20) === 0 ? outside(r) : inside(r);
    const type = [3, 3, 3, 2, 10, 5][r.below(6)];
    e.message = `${failed ? 'An account failed to log on' : 'An account was successfully logged on'}: ACME\\${e.user}, type ${type}, from ${e.sourceIp} (${word(r)})`;
    e.keys = LOGON;
    e.values = [
      e.record,
      sid(r),
      `${file.host}$`,
      sid(r),
      e.user,
      'ACME',
      `0x${r.hex8()}`,
      type,
      'NtLmSsp',
      'NTLM',
      `WS${r.below(900)}`,
      `{${r.guid()}}`,
      e.sourceIp,
      1024 + r.below(60_000),
    ];
  } else if (kind < 7) {
    e.code = '5145';
    e.category = 'file';
    e.action = 'share-access';
    e.user = user(r);
    e.sourceIp = inside(r);
    const path = `${word(r)}\\${word(r)}\\${word(r)}${r.below(9999)}.xlsx`;
    e.message = `A network share object was checked: \\\\*\\${word(r)} ${path} by ACME\\${e.user} from ${e.sourceIp}`;
    e.keys = SHARE;
    e.values = [
      e.record,
      sid(r),
      e.user,
      e.sourceIp,
      1024 + r.below(60_000),
      `\\\\*\\${word(r)}`,
      path,
      `0x${r.below(99999).toString(16)}`,
    ];
  } else {
    e.code = '4688';
    e.category = 'process';
    e.action = 'process-created';
    e.user = user(r);
    e.sourceIp = undefined;
    e.process = image(r);
    const command = commandLine(r);
    e.message = `A new process has been created: ${e.process} by ACME\\${e.user}: ${command}`;
    e.keys = CREATED;
    e.values = [
      e.record,
      sid(r),
      e.user,
      `0x${r.below(65536).toString(16)}`,
      e.process,
      `0x${r.below(65536).toString(16)}`,
      command,
      image(r),
      '%%1936',
    ];
  }
}

/** @param {any} e @param {Random} r @param {any} file */
function sysmon(e, r, file) {
  e.channel = 'Microsoft-Windows-Sysmon/Operational';
  e.provider = 'Microsoft-Windows-Sysmon';
  e.level = 'info';
  e.outcome = undefined;
  e.sourceIp = undefined;
  e.destinationIp = undefined;
  e.user = user(r);
  e.process = image(r);
  const guid = `{${r.guid()}}`;
  const kind = r.below(10);
  if (kind < 3) {
    e.code = '1';
    e.category = 'process';
    e.action = 'process-created';
    const command = commandLine(r);
    e.message = `Process created: ${e.process} (${r.below(20000)}) by ACME\\${e.user}: ${command}`;
    e.keys = SYSMON1;
    e.values = [
      e.record,
      '2026-05-12 09:12:04.113',
      guid,
      r.below(20000),
      e.process,
      command,
      `C:\\Users\\${e.user}\\`,
      `ACME\\${e.user}`,
      `{${r.guid()}}`,
      'Medium',
      `SHA256=${r.hex8()}${r.hex8()}${r.hex8()}${r.hex8()}${r.hex8()}${r.hex8()}${r.hex8()}${r.hex8()}`,
      `{${r.guid()}}`,
      image(r),
      `"${image(r)}" ${word(r)}`,
    ];
  } else if (kind < 6) {
    e.code = '3';
    e.category = 'network';
    e.action = 'connection';
    e.sourceIp = file.ip;
    e.destinationIp = r.below(2) === 0 ? outside(r) : inside(r);
    const port = r.pick([443, 80, 445, 3389, 53, 8080]);
    e.message = `Network connection: ${e.process} ${e.sourceIp}:${r.below(60000)} to ${e.destinationIp}:${port} (${word(r)}.${word(r)}.example)`;
    e.keys = SYSMON3;
    e.values = [
      e.record,
      guid,
      r.below(20000),
      e.process,
      `ACME\\${e.user}`,
      'tcp',
      e.sourceIp,
      r.below(60000),
      e.destinationIp,
      port,
      `${word(r)}.${word(r)}.example`,
    ];
  } else if (kind < 8) {
    e.code = '11';
    e.category = 'file';
    e.action = 'file-created';
    const target = `C:\\Users\\${e.user}\\AppData\\Local\\${word(r)}\\${word(r)}-${r.hex8()}.${r.pick(['tmp', 'dll', 'log', 'etl'])}`;
    e.message = `File created: ${target} by ${e.process}`;
    e.keys = SYSMON11;
    e.values = [e.record, guid, e.process, target, '2026-05-12 09:12:04.113'];
  } else {
    e.code = '13';
    e.category = 'registry';
    e.action = 'registry-set';
    const target = `HKU\\${sid(r)}\\Software\\${word(r)}\\${word(r)}\\${word(r)}`;
    e.message = `Registry value set: ${target} by ${e.process}`;
    e.keys = SYSMON13;
    e.values = [
      e.record,
      guid,
      e.process,
      target,
      r.below(2) === 0 ? `DWORD (0x${r.hex8()})` : word(r),
    ];
  }
}

/** @param {any} e @param {Random} r */
function web(e, r) {
  e.category = 'web';
  e.action = 'request';
  e.code = r.pick(['200', '200', '200', '200', '304', '404', '302', '500', '403']);
  e.outcome = e.code < '400' ? 'success' : 'failure';
  e.level = e.code === '500' ? 'error' : undefined;
  e.sourceIp = outside(r);
  e.user = r.below(10) === 0 ? user(r) : undefined;
  const method = r.pick(['GET', 'GET', 'GET', 'POST', 'HEAD']);
  const url = `/${word(r)}/${word(r)}?${word(r)}=${r.hex8()}&session=${r.base64(22)}`;
  const agent = r.pick(AGENTS);
  const bytes = r.below(90_000);
  e.message = `${e.sourceIp} - ${e.user ?? '-'} "${method} ${url} HTTP/1.1" ${e.code} ${bytes} "https://www.${word(r)}.example/" "${agent}"`;
  e.keys = WEB;
  e.values = [method, url, Number(e.code), bytes, `https://www.${word(r)}.example/`, agent];
  e.searchText = e.message;
}

/** @param {any} e @param {Random} r */
function syslog(e, r) {
  e.sourceIp = undefined;
  e.outcome = undefined;
  e.user = undefined;
  e.category = 'host';
  e.action = undefined;
  e.level = r.below(20) === 0 ? 'warning' : 'info';
  const pid = r.below(65_000);
  let text;
  const kind = r.below(8);
  if (kind < 3) {
    e.process = 'sshd';
    e.category = 'authentication';
    e.user = user(r);
    e.sourceIp = r.below(3) === 0 ? outside(r) : inside(r);
    e.outcome = r.below(3) === 0 ? 'failure' : 'success';
    e.action = 'ssh-login';
    text = `${e.outcome === 'failure' ? 'Failed password' : 'Accepted publickey'} for ${e.user} from ${e.sourceIp} port ${r.below(60_000)} ssh2: RSA SHA256:${r.base64(43)}`;
  } else if (kind < 5) {
    e.process = 'CRON';
    text = `(${word(r)}) CMD (/usr/lib/${word(r)}/${word(r)} --run ${r.hex8()})`;
  } else if (kind < 7) {
    e.process = 'kernel';
    text = `[UFW BLOCK] IN=eth0 OUT= MAC=${r.hex8()} SRC=${outside(r)} DST=${inside(r)} LEN=${r.below(1500)} TTL=${r.below(255)} ID=${r.below(65535)} PROTO=TCP SPT=${r.below(65535)} DPT=${r.below(65535)}`;
  } else {
    e.process = 'systemd';
    text = `Started ${word(r)} ${word(r)} service (${r.guid()}).`;
  }
  e.message = `${e.process}[${pid}]: ${text}`;
  e.keys = SYSLOG;
  e.values = ['authpriv', pid];
  e.searchText = e.message;
}

const KINDS = { security, sysmon, web, syslog };

/**
 * The files of a case of about `total` events: 24 security logs, 16 Sysmon logs, 8 web logs, 12 syslogs.
 * @param {number} total
 */
export function planFiles(total) {
  const counts = { security: 24, sysmon: 16, web: 8, syslog: 12 };
  const files = [];
  let i = 0;
  for (const [kind, count] of Object.entries(counts))
    for (let n = 0; n < count; n++, i++)
      files.push({
        kind,
        name: `${kind}-${n}`,
        host:
          kind === 'web' || kind === 'syslog'
            ? `srv${n}.acme.example`
            : `WS${String(n).padStart(3, '0')}.acme.example`,
        ip: `10.0.${n}.${10 + n}`,
        seed: 1000 + i,
        rows: Math.floor(total / 60) + (i < total % 60 ? 1 : 0),
      });
  return files;
}

/**
 * Hands the file's events, in its order, to `out` through one reused object.
 * @param {ReturnType<typeof planFiles>[number]} file
 * @param {any} event a blank ParsedEvent
 * @param {(event: any) => void} out
 */
export function generate(file, event, out) {
  const r = new Random(file.seed);
  const fill = KINDS[/** @type {keyof typeof KINDS} */ (file.kind)];
  const step = Number(SPAN / BigInt(Math.max(1, file.rows)));
  let at = 0;
  let offset = 4096;
  const binary = file.kind === 'security' || file.kind === 'sysmon';
  event.zone = 'utc';
  event.host = file.host;
  for (let n = 0; n < file.rows; n++) {
    // Busy and quiet minutes, and the small disorder that real logs have.
    at += (r.below(50) === 0 ? 24 : 0.51) * step * (r.next() / 4_294_967_296) * 2;
    const jitter = r.below(40) === 0 ? -r.below(2_000_000_000) : 0;
    const ns = Math.max(0, Math.round((at * 0.98 + jitter) / 100) * 100);
    event.time = START + BigInt(binary ? ns : Math.floor(ns / 1e9) * 1e9);
    event.precision = binary ? '100ns' : 's';
    event.record = binary ? n + 1 : undefined;
    event.timeOriginal = binary
      ? undefined
      : `May ${4 + Math.floor(ns / 86_400e9)} ${Math.floor(ns / 1e9) % 86_400}`;
    event.offset = offset;
    event.length = 200 + r.below(800);
    event.ordinal = 0;
    offset += event.length;
    event.searchText = undefined;
    event.channel = undefined;
    event.provider = undefined;
    event.code = undefined;
    event.destinationIp = undefined;
    fill(event, r, file);
    out(event);
  }
}

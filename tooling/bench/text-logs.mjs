// Makes the text logs that the text benchmark reads: the same bytes every time, from a small generator of our own.
import { closeSync, openSync, writeSync } from 'node:fs';

/** A small deterministic generator (mulberry32). @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A few thousand addresses, some met far more often than others. @param {() => number} next */
function addresses(next) {
  const byte = () => Math.floor(next() * 256);
  const all = Array.from(
    { length: 4_000 },
    () => `${1 + (byte() % 220)}.${byte()}.${byte()}.${byte()}`,
  );
  return () => all[Math.floor(next() ** 3 * all.length)] ?? '';
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const START = Date.UTC(2026, 2, 1);
const two = (/** @type {number} */ n) => String(n).padStart(2, '0');

/** Writes lines until the file has this many bytes. @param {string} file @param {number} bytes @param {() => string} line */
function write(file, bytes, line) {
  const descriptor = openSync(file, 'w');
  let written = 0;
  while (written < bytes) {
    let block = '';
    while (block.length < 1_000_000) block += line();
    written += writeSync(descriptor, block);
  }
  closeSync(descriptor);
}

/** @param {string} file @param {number} bytes */
export function writeSyslog(file, bytes) {
  const next = random(1);
  const pick = (/** @type {readonly string[]} */ of) => of[Math.floor(next() * of.length)] ?? '';
  const number = (/** @type {number} */ to) => Math.floor(next() * to);
  const ip = addresses(next);
  const hosts = ['web01', 'web02', 'db01', 'bastion', 'mail'];
  const users = ['root', 'admin', 'alice', 'bob', 'carol', 'deploy', 'oracle', 'test', 'ubuntu'];
  const units = ['nginx.service', 'ssh.service', 'cron.service', 'apt-daily.service'];
  let clock = START;
  /** @type {readonly (() => string)[]} */
  const messages = [
    () =>
      `sshd[${number(30000)}]: Failed password for invalid user ${pick(users)} from ${ip()} port ${number(60000)} ssh2`,
    () =>
      `sshd[${number(30000)}]: Failed password for ${pick(users)} from ${ip()} port ${number(60000)} ssh2`,
    () =>
      `sshd[${number(30000)}]: Accepted publickey for ${pick(users)} from ${ip()} port ${number(60000)} ssh2: ED25519 SHA256:ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd3`,
    () =>
      `sshd[${number(30000)}]: Connection closed by authenticating user root ${ip()} port ${number(60000)} [preauth]`,
    () =>
      `sshd[${number(30000)}]: pam_unix(sshd:session): session opened for user ${pick(users)}(uid=1000) by (uid=0)`,
    () =>
      `CRON[${number(30000)}]: (root) CMD (command -v debian-sa1 > /dev/null && debian-sa1 1 1)`,
    () => `CRON[${number(30000)}]: pam_unix(cron:session): session closed for user root`,
    () => `systemd[1]: Started ${pick(units)} - Regular background program processing daemon.`,
    () => `systemd-logind[612]: New session ${number(9000)} of user ${pick(users)}.`,
    () =>
      `sudo:    ${pick(users)} : TTY=pts/${number(9)} ; PWD=/home/alice ; USER=root ; COMMAND=/usr/bin/systemctl restart nginx`,
    () =>
      `kernel: [${number(99999)}.${number(999999)}] [UFW BLOCK] IN=eth0 OUT= MAC=52:54:00:12:34:56:52:54:00:65:43:21:08:00 SRC=${ip()} DST=10.0.0.5 LEN=40 TOS=0x00 PREC=0x00 TTL=245 ID=${number(65000)} PROTO=TCP SPT=${number(60000)} DPT=${number(1024)} WINDOW=1024 RES=0x00 SYN URGP=0`,
    () => `postfix/smtpd[${number(30000)}]: connect from unknown[${ip()}]`,
    () =>
      `dbus-daemon[688]: [system] Successfully activated service 'org.freedesktop.nm_dispatcher'`,
    () =>
      `rsyslogd: action 'action-8-builtin:omfwd' resumed (module 'builtin:omfwd') [v8.2112.0 try https://www.rsyslog.com/e/2359 ]`,
  ];
  write(file, bytes, () => {
    clock += number(400);
    const at = new Date(clock);
    const day = String(at.getUTCDate()).padStart(2, ' ');
    const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
    const message = messages[number(messages.length)];
    return `${MONTHS[at.getUTCMonth()]} ${day} ${time} ${pick(hosts)} ${message?.()}\n`;
  });
}

/** @param {string} file @param {number} bytes */
export function writeNginx(file, bytes) {
  const next = random(2);
  const pick = (/** @type {readonly (string | number)[]} */ of) =>
    of[Math.floor(next() * of.length)] ?? '';
  const number = (/** @type {number} */ to) => Math.floor(next() * to);
  const ip = addresses(next);
  const paths = [
    '/',
    '/index.html',
    '/login',
    '/api/v1/items',
    '/static/app.js',
    '/img/logo.png',
    '/wp-login.php',
  ];
  const agents = [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
    'curl/8.5.0',
    'python-requests/2.31.0',
  ];
  let clock = START;
  write(file, bytes, () => {
    clock += number(300);
    const at = new Date(clock);
    const day = `${two(at.getUTCDate())}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}`;
    const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
    const query = next() < 0.4 ? `?id=${number(100000)}&page=${number(50)}` : '';
    return `${ip()} - - [${day}:${time} +0000] "${pick(['GET', 'GET', 'GET', 'POST'])} ${pick(paths)}${query} HTTP/1.1" ${pick([200, 200, 200, 304, 404, 403, 500])} ${number(60000)} "${pick(['-', 'https://example.org/', 'https://example.org/login'])}" "${pick(agents)}"\n`;
  });
}

/** Sign-ins and requests as a cloud would log them, an object a line. @param {string} file @param {number} bytes */
export function writeJsonLines(file, bytes) {
  const next = random(3);
  const pick = (/** @type {readonly string[]} */ of) => of[Math.floor(next() * of.length)] ?? '';
  const number = (/** @type {number} */ to) => Math.floor(next() * to);
  const ip = addresses(next);
  let clock = START;
  write(file, bytes, () => {
    clock += number(300);
    return `${JSON.stringify({
      '@timestamp': new Date(clock).toISOString(),
      host: pick(['web01', 'web02', 'db01', 'bastion']),
      user: { name: pick(['root', 'alice', 'bob', 'deploy']), id: number(5_000) },
      source: { ip: ip(), port: number(60_000) },
      event: {
        action: pick(['login', 'logout', 'request']),
        outcome: pick(['success', 'failure']),
      },
      message: `${pick(['GET', 'POST'])} /api/v1/items/${number(100_000)} took ${number(900)} ms`,
      tags: [pick(['a', 'b']), pick(['c', 'd'])],
    })}\n`;
  });
}

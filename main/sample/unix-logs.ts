import { HOSTS, INTRUDER, WORKSTATIONS } from './company.ts';
import type { Random } from './random.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const pad = (n: number): string => String(n).padStart(2, '0');

/** RFC 3164: no year, no zone. web1 runs on UTC. */
function bsd(at: number): string {
  const d = new Date(at);
  return `${MONTHS[d.getUTCMonth()] ?? ''} ${String(d.getUTCDate()).padStart(2, ' ')} ${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}:${pad(d.getUTCSeconds())}`;
}

interface Line {
  readonly at: number;
  readonly text: string;
}

const join = (lines: Line[]): string => {
  lines.sort((a, b) => a.at - b.at);
  return `${lines.map((line) => line.text).join('\n')}\n`;
};

/** /var/log/auth.log of the web server: administration as usual, then the intruder over SSH. */
export function authLog(random: Random, firstDay: number): string {
  const lines: Line[] = [];
  const add = (at: number, program: string, message: string): void => {
    lines.push({ at, text: `${bsd(at)} ${HOSTS.web.name} ${program}: ${message}` });
  };
  for (let at = firstDay; at < firstDay + 3 * 86_400_000; at += 300_000) {
    add(
      at + 1_000,
      `CRON[${random.between(2_000, 30_000)}]`,
      'pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)',
    );
    add(
      at + 1_000,
      `CRON[${random.between(2_000, 30_000)}]`,
      'pam_unix(cron:session): session closed for user root',
    );
  }
  for (let day = 0; day < 3; day++) {
    const at = firstDay + day * 86_400_000 + 9 * 3_600_000 + random.between(0, 3_600_000);
    const pid = random.between(2_000, 30_000);
    add(
      at,
      `sshd[${pid}]`,
      `Accepted publickey for deploy from ${WORKSTATIONS[2]?.ip ?? ''} port ${random.between(40_000, 60_000)} ssh2: ED25519 SHA256:u6l2xZ0n0eXyq7Yb0yYg2c3h5jq8Yd2uVQm1h0b4r9E`,
    );
    add(
      at,
      `sshd[${pid}]`,
      'pam_unix(sshd:session): session opened for user deploy(uid=1001) by (uid=0)',
    );
    add(
      at + 40_000,
      'sudo',
      '  deploy : TTY=pts/0 ; PWD=/srv/www ; USER=root ; COMMAND=/usr/bin/systemctl reload nginx',
    );
    add(at + 300_000, `sshd[${pid}]`, 'pam_unix(sshd:session): session closed for user deploy');
  }
  const brute = Date.parse('2026-05-13T01:04:10Z');
  const guesses: readonly [string, ...string[]] = [
    'root',
    'admin',
    'ubuntu',
    'deploy',
    'www-data',
    'backup',
    'test',
  ];
  for (let i = 0; i < 264; i++) {
    const user = random.pick(guesses);
    const known = user === 'root' || user === 'deploy' || user === 'www-data' || user === 'backup';
    const at = brute + i * 3_700 + random.between(0, 900);
    add(
      at,
      `sshd[${18_000 + i}]`,
      `Failed password for ${known ? '' : 'invalid user '}${user} from ${INTRUDER.scan} port ${40_000 + i} ssh2`,
    );
  }
  const entry = Date.parse('2026-05-13T01:22:31Z');
  add(entry, 'sshd[18311]', `Accepted password for backup from ${INTRUDER.scan} port 41022 ssh2`);
  add(
    entry,
    'sshd[18311]',
    'pam_unix(sshd:session): session opened for user backup(uid=34) by (uid=0)',
  );
  add(entry, 'systemd-logind[612]', 'New session 4417 of user backup.');
  add(
    entry + 41_000,
    'sudo',
    '  backup : TTY=pts/1 ; PWD=/var/backups ; USER=root ; COMMAND=/bin/bash',
  );
  add(
    entry + 95_000,
    'useradd[18377]',
    'new user: name=sysupd, UID=1004, GID=1004, home=/home/sysupd, shell=/bin/bash, from=/dev/pts/1',
  );
  add(entry + 101_000, 'usermod[18384]', "add 'sysupd' to group 'sudo'");
  add(
    Date.parse('2026-05-13T08:52:14Z'),
    'sudo',
    '  deploy : TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/usr/sbin/usermod -L sysupd',
  );
  return join(lines);
}

/** The firewall's syslog (RFC 5424, key=value): what left the network, and how much. */
export function firewallLog(random: Random, firstDay: number): string {
  const lines: Line[] = [];
  const add = (
    at: number,
    from: string,
    to: string,
    port: number,
    bytes: number,
    action: string,
  ): void => {
    const stamp = new Date(at).toISOString();
    lines.push({
      at,
      text: `<134>1 ${stamp} ${HOSTS.firewall.name} filter - session - action=${action} proto=tcp src=${from} dst=${to} dport=${port} bytes_out=${bytes} rule=${action === 'deny' ? 'default-deny' : 'web-out'}`,
    });
  };
  for (let at = firstDay; at < firstDay + 3 * 86_400_000; at += random.between(8_000, 60_000)) {
    const host = random.pick(WORKSTATIONS);
    const denied = random.next() < 0.04;
    add(
      at,
      host.ip,
      `198.51.100.${random.between(60, 110)}`,
      denied ? 8_333 : 443,
      denied ? 0 : random.between(1_200, 900_000),
      denied ? 'deny' : 'allow',
    );
  }
  const first = Date.parse('2026-05-12T09:12:05.512Z');
  for (let i = 0; i < 97; i++) {
    add(
      first + i * 600_000 + ((i * 7919) % 23_000),
      HOSTS.victim.ip,
      INTRUDER.c2,
      443,
      random.between(2_100, 2_900),
      'allow',
    );
  }
  for (let part = 0; part < 12; part++) {
    add(
      Date.parse('2026-05-13T02:19:41.420Z') + part * 241_000,
      HOSTS.files.ip,
      INTRUDER.c2,
      443,
      209_715_200 + random.between(2_000, 9_000),
      'allow',
    );
  }
  add(Date.parse('2026-05-13T08:47:30.000Z'), HOSTS.victim.ip, INTRUDER.c2, 443, 0, 'deny');
  return join(lines);
}

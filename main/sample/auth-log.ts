import { END, FIRST_DAY, HOUR, DAY, DAYS, at } from './calendar.ts';
import { HOSTS, INTRUDER } from './company.ts';
import type { Random } from './random.ts';
import { bsdTime, linesInOrder, type Line } from './text-lines.ts';

const GUESSES: readonly [string, ...string[]] = [
  'root',
  'admin',
  'ubuntu',
  'deploy',
  'www-data',
  'backup',
  'test',
];
const LOCAL_ACCOUNTS: ReadonlySet<string> = new Set(['root', 'deploy', 'www-data', 'backup']);

/** /var/log/auth.log of the web server: administration as usual, then the intruder over SSH. */
export function authLog(random: Random): string {
  const lines: Line[] = [];
  const add = (time: number, program: string, message: string): void => {
    lines.push({
      at: time,
      text: `${bsdTime(time)} ${HOSTS.web.name} ${program}: ${message}`,
    });
  };
  routine(random, add);
  intrusion(random, add);
  return linesInOrder(lines);
}

type Add = (time: number, program: string, message: string) => void;

function routine(random: Random, add: Add): void {
  for (let time = FIRST_DAY; time < END; time += 300_000) {
    const cron = `CRON[${random.between(2_000, 30_000)}]`;
    add(
      time + 1_000,
      cron,
      'pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)',
    );
    add(time + 2_000, cron, 'pam_unix(cron:session): session closed for user root');
  }
  for (let day = 0; day < DAYS; day++) {
    const time = FIRST_DAY + day * DAY + 10 * HOUR + random.between(0, HOUR);
    const sshd = `sshd[${random.between(2_000, 30_000)}]`;
    add(
      time,
      sshd,
      `Accepted publickey for deploy from ${HOSTS.adminDesk.ip} port ${random.between(40_000, 60_000)} ssh2: ED25519 SHA256:u6l2xZ0n0eXyq7Yb0yYg2c3h5jq8Yd2uVQm1h0b4r9E`,
    );
    add(time, sshd, 'pam_unix(sshd:session): session opened for user deploy(uid=1001) by (uid=0)');
    add(
      time + 40_000,
      'sudo',
      '  deploy : TTY=pts/0 ; PWD=/srv/www ; USER=root ; COMMAND=/usr/bin/systemctl reload nginx',
    );
    add(time + 300_000, sshd, 'pam_unix(sshd:session): session closed for user deploy');
  }
  // The internet knocks all the time; what matters is who does it often and who gets in.
  for (let time = FIRST_DAY + 400_000; time < END; time += random.between(400_000, 2_400_000)) {
    const user = random.pick(GUESSES);
    add(
      time,
      `sshd[${random.between(2_000, 30_000)}]`,
      `Failed password for ${LOCAL_ACCOUNTS.has(user) ? '' : 'invalid user '}${user} from 203.0.113.${random.between(70, 250)} port ${random.between(40_000, 60_000)} ssh2`,
    );
  }
}

function intrusion(random: Random, add: Add): void {
  const from = `from ${INTRUDER.scan} port`;
  for (let i = 0; i < 264; i++) {
    const user = random.pick(GUESSES);
    add(
      at('2026-05-13T01:04:10') + i * 3_700 + random.between(0, 900),
      `sshd[${18_000 + i}]`,
      `Failed password for ${LOCAL_ACCOUNTS.has(user) ? '' : 'invalid user '}${user} ${from} ${40_000 + i} ssh2`,
    );
  }
  const entry = at('2026-05-13T01:22:31');
  add(entry, 'sshd[18311]', `Accepted password for backup ${from} 41022 ssh2`);
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
    at('2026-05-13T08:51:02'),
    'sshd[21944]',
    `Accepted publickey for deploy from ${HOSTS.adminDesk.ip} port 51544 ssh2: ED25519 SHA256:u6l2xZ0n0eXyq7Yb0yYg2c3h5jq8Yd2uVQm1h0b4r9E`,
  );
  add(
    at('2026-05-13T08:52:14'),
    'sudo',
    '  deploy : TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/usr/sbin/usermod -L sysupd',
  );
}

import { ownText } from '../../../text/own-text.ts';
import { readPeer } from '../../../text/peer.ts';
import { readAccounts } from './accounts.ts';
import { readAnacron, readCron } from './cron.ts';
import { readDhclient, readDhcpd } from './dhcp.ts';
import { readKernel } from './kernel.ts';
import { readLogin } from './login.ts';
import { readNamed } from './named.ts';
import { readPam } from './pam.ts';
import type { ProgramReader } from './program.ts';
import { readSshd } from './sshd.ts';
import { readSu } from './su.ts';
import { readSudo } from './sudo.ts';
import { readLogind, readSystemd } from './systemd.ts';

const readers = new Map<string, ProgramReader>([
  ['sshd', readSshd],
  ['sshd-session', readSshd],
  ['sshd-auth', readSshd],
  ['sudo', readSudo],
  ['su', readSu],
  ['su-l', readSu],
  ['login', readLogin],
  ['CRON', readCron],
  ['cron', readCron],
  ['crond', readCron],
  ['crontab', readCron],
  ['anacron', readAnacron],
  ['useradd', readAccounts],
  ['adduser', readAccounts],
  ['userdel', readAccounts],
  ['usermod', readAccounts],
  ['groupadd', readAccounts],
  ['groupdel', readAccounts],
  ['groupmod', readAccounts],
  ['passwd', readAccounts],
  ['chpasswd', readAccounts],
  ['gpasswd', readAccounts],
  ['chage', readAccounts],
  ['chfn', readAccounts],
  ['chsh', readAccounts],
  ['systemd-logind', readLogind],
  ['systemd', readSystemd],
  ['kernel', readKernel],
  ['dhclient', readDhclient],
  ['dhcpd', readDhcpd],
  ['named', readNamed],
]);

const readOther: ProgramReader = (message, event, fields) => {
  const isPam = message.startsWith('pam_') || message.startsWith('PAM ');
  if (!isPam || !readPam(message, event, fields)) readPeer(message, event);
};

/** Tags met that are not plain names, or of programs without a reader; bounded, since evidence chooses them. */
const others = new Map<string, ProgramReader>();
const MAX_OTHERS = 10_000;

/** The reader for a tag: `/usr/sbin/cron` and `su(pam_unix)` are cron and su. */
export function readerOf(tag: string): ProgramReader {
  const known = readers.get(tag) ?? others.get(tag);
  if (known !== undefined) return known;
  const reader = readers.get(bareName(tag)) ?? readOther;
  if (others.size < MAX_OTHERS) others.set(ownText(tag), reader);
  return reader;
}

const bareName = (tag: string): string =>
  tag.substring(tag.lastIndexOf('/') + 1).replace(/\(pam_\w+\)$/, '');

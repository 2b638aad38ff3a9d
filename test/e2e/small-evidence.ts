import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLog } from '#main/parse/evtx-writer/log-writer.ts';
import type { LogEvent } from '#main/parse/evtx-writer/log-event.ts';

/** Evidence of one short day, as files: what each holds is known, so that counts can be checked. */
export interface SmallEvidence {
  readonly evtx: string;
  readonly syslog: string;
  readonly accessLog: string;
  readonly files: readonly string[];
  /** Events in each. */
  readonly counts: { readonly evtx: number; readonly syslog: number; readonly accessLog: number };
}

/** 12 May 2026, 09:00 UTC, in ns. */
export const MORNING = BigInt(Date.UTC(2026, 4, 12, 9)) * 1_000_000n;
const SECOND = 1_000_000_000n;

const logon = (n: number, failed: boolean): LogEvent => ({
  provider: 'Microsoft-Windows-Security-Auditing',
  channel: 'Security',
  computer: 'dc1.harbour.example',
  eventId: failed ? 4625 : 4624,
  time: MORNING + BigInt(n) * 20n * SECOND,
  data: [
    ['TargetUserName', failed ? 'administrator' : 'alice'],
    ['TargetDomainName', 'HARBOUR'],
    ['LogonType', 3],
    ['IpAddress', failed ? '203.0.113.7' : '10.0.4.17'],
  ],
});

const clock = (seconds: number): string =>
  new Date(Number(MORNING / 1_000_000n) + seconds * 1_000).toISOString();

const LOGONS = 120;
const FAILED = 30;
const SSH_LINES = 90;
const REQUESTS = 400;

const sshLine = (n: number): string =>
  n % 3 === 0
    ? `${clock(n * 40)} web1 sshd[${800 + n}]: Accepted publickey for deploy from 10.0.4.20 port ${40_000 + n} ssh2`
    : `${clock(n * 40)} web1 sshd[${800 + n}]: Failed password for invalid user admin from 203.0.113.7 port ${50_000 + n} ssh2`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May'];
function request(n: number): string {
  const at = new Date(clock(n * 9));
  const day = `${String(at.getUTCDate()).padStart(2, '0')}/${MONTHS[at.getUTCMonth()] ?? ''}/2026`;
  const path = n % 50 === 7 ? '/upload/shell.php?cmd=whoami' : `/harbour/berth/${String(n % 40)}`;
  return `10.0.9.${String(n % 7)} - - [${day}:${at.toISOString().slice(11, 19)} +0000] "GET ${path} HTTP/1.1" 200 ${String(512 + n)} "-" "Mozilla/5.0"`;
}

/** Failed sign-ins are the first 30 of 120; 60 of 90 ssh lines fail; 8 of 400 requests reach a web shell. */
export function writeSmallEvidence(folder: string): SmallEvidence {
  mkdirSync(folder, { recursive: true });
  const lines = (count: number, line: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => line(n) + '\n').join('');
  const evtx = join(folder, 'dc1-Security.evtx');
  const syslog = join(folder, 'web1-auth.log');
  const accessLog = join(folder, 'web1-access.log');
  writeFileSync(evtx, writeLog(Array.from({ length: LOGONS }, (_, n) => logon(n, n < FAILED))));
  writeFileSync(syslog, lines(SSH_LINES, sshLine));
  writeFileSync(accessLog, lines(REQUESTS, request));
  return {
    evtx,
    syslog,
    accessLog,
    files: [evtx, syslog, accessLog],
    counts: { evtx: LOGONS, syslog: SSH_LINES, accessLog: REQUESTS },
  };
}

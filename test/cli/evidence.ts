import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipFile } from '#test/evidence/zip-writer.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** 40 lines: failures from one address, then one success. */
export const AUTH = Array.from(
  { length: 40 },
  (_, n) =>
    `2026-05-12T09:${two(n)}:00Z web1 sshd[${1_000 + n}]: ${
      n < 39 ? 'Failed' : 'Accepted'
    } password for root from 203.0.113.9 port ${40_000 + n} ssh2\n`,
).join('');

/** Hostile on purpose: what a spreadsheet would run, and what a terminal would obey. */
export const HOSTILE = [
  {
    timestamp: '2026-05-12T10:00:00Z',
    message: '=HYPERLINK("http://203.0.113.9","x")',
    host: 'pc1',
  },
  { timestamp: '2026-05-12T10:00:01Z', message: '+1+1', host: '@pc2' },
  { timestamp: '2026-05-12T10:00:02Z', message: 'two\nlines, "quoted"', host: 'pc3' },
  { timestamp: '2026-05-12T10:00:03Z', message: '\u001b[2Jcleared\u202e', host: 'pc4' },
]
  .map((record) => `${JSON.stringify(record)}\n`)
  .join('');

/** A folder of evidence of each kind of outcome. */
export function writeEvidence(folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'auth.log'), AUTH);
  writeFileSync(join(folder, 'empty.log'), '');
  writeFileSync(join(folder, 'events.jsonl'), HOSTILE);
  writeFileSync(join(folder, 'old.log.gz'), gzipSync(AUTH.replaceAll('web1', 'web2')));
  writeFileSync(
    join(folder, 'triage.zip'),
    zipFile([
      { name: 'a/auth.log', data: AUTH.replaceAll('web1', 'web3'), method: 8 },
      { name: 'a/again.log', data: AUTH },
      { name: 'locked', data: 'x', flags: 1 },
    ]),
  );
  writeFileSync(
    join(folder, 'unknown.bin'),
    Buffer.from(Array.from({ length: 3_000 }, (_, n) => (n * n * 7 + 13) % 256)),
  );
  symlinkSync('/etc/hostname', join(folder, 'link'));
}

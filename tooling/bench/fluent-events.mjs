import { writeFileSync } from 'node:fs';

const START = Date.UTC(2026, 4, 11, 6);
const STEP_MS = 2_000;

/**
 * Writes a log of JSON lines whose events name the entities in turn, some far more often than others.
 * @param {string} file
 * @param {number} count
 * @param {ReturnType<typeof import('./fluent-names.mjs').entityNames>['seen']} names
 */
export function writeEvents(file, count, { host, account, ip, domain, file: path, hash }) {
  /** Every name at least once where there are enough events; those at the front more often. @param {readonly string[]} of @param {number} n */
  const pick = (of, n) => of[n % 3 === 0 ? n % Math.max(1, of.length >> 3) : n % of.length] ?? '';
  const lines = Array.from({ length: count }, (_, n) => {
    const base = {
      '@timestamp': new Date(START + n * STEP_MS).toISOString(),
      'host.name': pick(host, n),
      'user.name': pick(account, n + 1),
    };
    const more = [
      {
        'event.category': 'network',
        message: `Connection ${n} to a name that was resolved shortly before`,
        'source.ip': pick(ip, n + 2),
        'destination.ip': pick(ip, n * 7 + 5),
        'dns.question.name': pick(domain, n + 3),
      },
      {
        'event.category': 'process',
        message: `Process ${n} started by a service of the same machine`,
        'process.name': pick(path, n + 4),
        'file.hash.sha256': pick(hash, n + 5),
      },
      {
        'event.category': 'file',
        message: `File written in the course of an update, number ${n}`,
        'file.path': pick(path, n + 6),
        'file.hash.sha256': pick(hash, n + 7),
      },
    ][n % 3];
    return JSON.stringify({ ...base, ...more });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
}

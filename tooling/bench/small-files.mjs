import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowOf } from './rounds.mjs';

export const name = 'small-files';
export const title =
  'A thousand small files through the command line, beside the same lines in three files';

const FILES = 1_000;
const LINES = 20;

/** @param {import('./rows.mjs').BenchContext} context @returns {Promise<import('./rows.mjs').BenchRow[]>} */
export async function run({ root, scratch, rounds, say }) {
  const [small, large] = [join(scratch, 'small'), join(scratch, 'large')];
  if (!existsSync(large)) writeBoth(small, large);
  /** @type {{ ours: Taken[], peer: Taken[] }} */
  const measured = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    /** @type {('ours' | 'peer')[]} */
    const turns = ['ours', 'peer'];
    for (const who of round % 2 === 0 ? turns : turns.reverse()) {
      measured[who].push(ingest(root, scratch, who === 'ours' ? small : large, say));
    }
  }
  /** @param {(one: Taken) => number} of */
  const row = (of) => ({ ours: measured.ours.map(of), peer: measured.peer.map(of) });
  const events = FILES * LINES;
  const peerName = 'in 3 files';
  return [
    rowOf({
      name: `${FILES} files of ${LINES} lines`,
      unit: 's',
      peerName,
      ...row(({ seconds }) => seconds),
    }),
    rowOf({
      name: 'CPU of all threads',
      unit: 's',
      peerName,
      atMost: 20,
      ...row(({ cpu }) => cpu),
    }),
    rowOf({
      name: 'events found',
      unit: 'events',
      peerName,
      atLeast: events,
      ...row((one) => one.events),
    }),
  ];
}

/** @typedef {{ seconds: number, cpu: number, events: number }} Taken */

/**
 * A new case, and the folder taken into it, sealed and parsed.
 * @param {string} root @param {string} scratch @param {string} folder @param {(text: string) => void} say @returns {Taken}
 */
function ingest(root, scratch, folder, say) {
  const home = join(scratch, 'home');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const used = join(scratch, 'used.json');
  const cli = (/** @type {readonly string[]} */ ...words) =>
    execFileSync(
      process.execPath,
      [
        '--import',
        join(root, 'tooling/bench/tell-usage.mjs'),
        join(root, 'out/main/cli.js'),
        ...words,
      ],
      {
        cwd: home,
        env: {
          ...process.env,
          FIRELINE_HOME: home,
          FIRELINE_USER_DATA: join(home, 'user'),
          FIRELINE_USAGE: used,
        },
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1 << 28,
      },
    ).toString();
  cli('new', 'c.fireline', '--title', 'Small files', '--analyst', 'Bench');
  const started = performance.now();
  cli('ingest', 'c.fireline', folder);
  const seconds = (performance.now() - started) / 1000;
  const { cpu } = JSON.parse(readFileSync(used, 'utf8'));
  const events = Number(cli('events', 'c.fireline', '-q', '', '--format', 'count'));
  say(`${folder}: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${events} events`);
  rmSync(home, { recursive: true, force: true });
  return { seconds, cpu, events };
}

/** The same lines of three kinds, one file each, and in as many files as there are of each kind. @param {string} small @param {string} large */
function writeBoth(small, large) {
  mkdirSync(small, { recursive: true });
  mkdirSync(large, { recursive: true });
  const kinds = [
    { end: 'log', head: '', line: syslogLine },
    { end: 'jsonl', head: '', line: jsonLine },
    { end: 'csv', head: 'timestamp,host,user,action,bytes\n', line: csvLine },
  ];
  for (const [k, { end, head, line }] of kinds.entries()) {
    let all = head;
    for (let file = k; file < FILES; file += kinds.length) {
      let text = '';
      for (let i = 0; i < LINES; i++) text += line(file, i);
      writeFileSync(join(small, `host${String(file).padStart(4, '0')}.${end}`), head + text);
      all += text;
    }
    writeFileSync(join(large, `all.${end}`), all);
  }
}

const START = Date.UTC(2026, 4, 4);
/** @param {number} file @param {number} i */
const timeOf = (file, i) => new Date(START + file * 60_000 + i * 1_000).toISOString();

/** @param {number} file @param {number} i */
const syslogLine = (file, i) =>
  `${timeOf(file, i)} host${file} sshd[${1000 + i}]: Failed password for user${i % 7} from 10.0.${file % 250}.${i} port ${20_000 + i} ssh2\n`;

/** @param {number} file @param {number} i */
const jsonLine = (file, i) =>
  `${JSON.stringify({ timestamp: timeOf(file, i), host: `host${file}`, user: `user${i % 7}`, action: 'login', source: { ip: `10.0.${file % 250}.${i}` }, message: `request ${i} of host ${file}` })}\n`;

/** @param {number} file @param {number} i */
const csvLine = (file, i) => `${timeOf(file, i)},host${file},user${i % 7},download,${i * 4096}\n`;

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bundle as bundleOf } from './bundle.mjs';
import { chunksOf, realChunks, writeInput } from './evtx-input.mjs';
import { busyness } from './machine.mjs';
import { interleave, rowOf } from './rounds.mjs';

export const name = 'evtx-records';
export const title = 'EVTX to records, 512 MB, one thread, checksums checked';

const BYTES = 512_000_000;
const COLD_TARGET = 15;
const WARM_TARGET = 20;
const LIBEVTX = 'evtxexport (libevtx)';
const RUST = 'evtx_dump -t 1 (Rust)';

/** @typedef {{ readonly wall: number, readonly cpu: number }} Seconds */

/** @param {import('./rows.mjs').BenchContext} context @returns {Promise<import('./rows.mjs').BenchRow[]>} */
export async function run({ root, scratch, rounds, say }) {
  const bundle = join(scratch, 'bundle');
  await bundleOf('evtx', bundle);
  const file = join(scratch, 'big.evtx');
  const { records, from } = await input(root, bundle, file, say);
  const peer = lookUp('evtxexport');
  const rust = lookUp('evtx_dump');
  if (peer === undefined)
    say('evtxexport is not here (Debian: apt-get install libevtx-utils); measured without it');
  const worker = new Worker(new URL('./evtx-read.mjs', import.meta.url));
  const own = await ask(worker, bundle, file);
  const theirs = peer === undefined ? undefined : countOf(peer, file, scratch, say);

  /** @type {Record<string, () => Seconds | Promise<Seconds>>} */
  const programs = {
    cold: () => timed(process.execPath, [join(root, 'tooling/bench/evtx-read.mjs'), bundle, file]),
    warm: () => timedIn(() => ask(worker, bundle, file)),
    ...(peer !== undefined && { peer: () => timed(peer, [file]) }),
    ...(rust !== undefined && { rust: () => timed(rust, ['-t', '1', '-o', 'jsonl', file]) }),
  };
  /** Records a second of CPU time, by program and round. @type {Record<string, number[]>} */
  const cpu = {};
  /** @type {Record<string, () => Promise<number>>} */
  const contestants = {};
  for (const [who, measure] of Object.entries(programs)) {
    contestants[who] = async () => {
      const seconds = await measure();
      say(`${who}: ${seconds.wall.toFixed(1)} s, ${seconds.cpu.toFixed(1)} s of CPU`);
      (cpu[who] ??= []).push(records / seconds.cpu);
      return records / seconds.wall;
    };
  }
  /** @type {Record<string, number[]>} */
  const wall = await interleave(rounds, contestants);
  await worker.terminate();

  const { busy, text } = busyness();
  const note = `${from}; ${text}${busy ? ', so only CPU time is held against the targets' : ''}`;
  /**
   * Each of ours beside libevtx, by wall clock and by CPU time (user and system).
   * @param {'cold' | 'warm'} who @param {string} label @param {number} target
   */
  const rowsOf = (who, label, target) => [
    rowOf({
      name: label,
      unit: 'records/s',
      ours: wall[who] ?? [],
      ...(wall['peer'] !== undefined && { peer: wall['peer'], peerName: LIBEVTX }),
      ...(!busy && { times: target }),
      note,
    }),
    rowOf({
      name: `${label}, by CPU time`,
      unit: 'records/s',
      ours: cpu[who] ?? [],
      ...(wall['peer'] !== undefined && { peer: cpu['peer'] ?? [], peerName: LIBEVTX }),
      times: target,
    }),
  ];
  return [
    ...rowsOf('cold', 'cold process', COLD_TARGET),
    ...rowsOf('warm', 'warm worker', WARM_TARGET),
    ...(wall['rust'] === undefined
      ? []
      : [
          rowOf({
            name: 'warm worker beside a whole Rust process, by CPU time',
            unit: 'records/s',
            ours: cpu['warm'] ?? [],
            peer: cpu['rust'] ?? [],
            peerName: RUST,
            note: 'the other writes JSON besides',
          }),
        ]),
    {
      name: 'records found',
      unit: 'records',
      ours: own.records,
      ...(theirs !== undefined && { peer: theirs, peerName: LIBEVTX }),
      target: 'all, and never fewer than the peer',
      pass: own.records === records && own.issues === 0 && own.records >= (theirs ?? 0),
    },
  ];
}

/**
 * The log to read, built once and kept.
 * @param {string} root @param {string} bundle @param {string} file @param {(text: string) => void} say
 */
async function input(root, bundle, file, say) {
  const description = `${file}.json`;
  if (existsSync(file) && existsSync(description))
    return /** @type {{ records: number, from: string }} */ (
      JSON.parse(readFileSync(description, 'utf8'))
    );
  say('building a log of 512 MB');
  const real = realChunks(join(root, '../shared/evidence/files'));
  const pool = real.length > 0 ? real : chunksOf(await writtenLog(bundle));
  const records = writeInput(file, BYTES, pool);
  const from = `${pool.length} ${real.length > 0 ? 'chunks of real logs' : 'chunks we wrote'}, repeated`;
  writeFileSync(description, JSON.stringify({ records, from }));
  return { records, from };
}

/** A log of a few kinds of events, for machines without real ones. @param {string} bundle */
async function writtenLog(bundle) {
  const { writeLog } = await import(pathToFileURL(`${bundle}/writer.js`).href);
  const start = 1_780_000_000_000_000_000n;
  return writeLog(
    Array.from({ length: 8000 }, (_, n) => ({
      provider: 'Microsoft-Windows-Security-Auditing',
      providerGuid: '54849625-5478-4994-a5ba-3e3b0328c30d',
      channel: 'Security',
      computer: `WS-${n % 7}.acme.example`,
      eventId: n % 3 === 0 ? 4688 : 4624,
      keywords: 0x8020_0000_0000_0000n,
      time: start + BigInt(n) * 1_370_000_000n,
      data:
        n % 3 === 0
          ? [
              ['SubjectUserName', `user${n % 41}`],
              ['SubjectDomainName', 'ACME'],
              ['NewProcessId', n * 4],
              ['NewProcessName', `C:\\Windows\\System32\\tool-${n % 97}.exe`],
              ['CommandLine', `tool-${n % 97}.exe --job ${n}`],
            ]
          : [
              ['TargetUserName', `user${n % 41}`],
              ['TargetDomainName', 'ACME'],
              ['LogonType', n % 2 === 0 ? 3 : 2],
              ['IpAddress', `10.0.${n % 5}.${n % 251}`],
              ['AuthenticationPackageName', 'Kerberos'],
            ],
    })),
  );
}

/** How many records the peer finds; it takes as long as a round, so the answer is kept. @param {string} peer @param {string} file @param {string} scratch @param {(text: string) => void} say */
function countOf(peer, file, scratch, say) {
  const kept = join(scratch, 'peer-records.json');
  const { size, mtimeMs } = statSync(file);
  const key = `${size} ${mtimeMs}`;
  if (existsSync(kept)) {
    const known = JSON.parse(readFileSync(kept, 'utf8'));
    if (known.key === key) return Number(known.records);
  }
  say('counting what evtxexport finds');
  const script = '"$1" "$2" | grep -c "^Event number"';
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', peer, file], { encoding: 'utf8' });
  const records = Number(stdout);
  writeFileSync(kept, JSON.stringify({ key, records }));
  return records;
}

/** Wall and CPU time of a program whose output goes nowhere. @param {string} program @param {readonly string[]} args */
function timed(program, args) {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1';
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const [wall, user, system] = stderr.trim().split(' ').map(Number);
  if (status !== 0 || wall === undefined || user === undefined || system === undefined)
    throw new Error(`${program} ended with ${status}: ${stderr}`);
  return { wall, cpu: user + system };
}

/** The same of something in this process. @param {() => Promise<unknown>} work */
async function timedIn(work) {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

/** Has the worker read the log. @param {Worker} worker @param {string} bundle @param {string} file */
async function ask(worker, bundle, file) {
  worker.postMessage({ bundle, file });
  const [found] = await once(worker, 'message');
  return /** @type {{ records: number, issues: number }} */ (found);
}

/** Where a program is on this machine. @param {string} program @returns {string | undefined} */
function lookUp(program) {
  const { stdout } = spawnSync('bash', ['-c', 'command -v "$1"', 'bash', program], {
    encoding: 'utf8',
  });
  return stdout.trim() || undefined;
}

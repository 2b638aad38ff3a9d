// SHA-256, SHA-1 and MD5 of one large file in one pass, beside hashdeep (Debian package hashdeep).
import { spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { interleave, rowOf } from './rounds.mjs';

export const name = 'hash';
export const title = 'Hashing: SHA-256, SHA-1 and MD5 of a file in one pass';

const BYTES = 1_200_000_000;
const BLOCK = 4 * 2 ** 20;

/** @param {import('./rows.mjs').BenchContext} context */
export async function run({ scratch, rounds, say }) {
  const file = join(scratch, 'evidence.bin');
  if (!existsSync(file) || statSync(file).size !== BYTES) {
    say(`writing ${BYTES / 1e9} GB of random bytes`);
    writeRandom(file);
  }
  const hasher = await builtHasher(scratch);
  const peer = existing('hashdeep');
  if (!peer)
    say('hashdeep is not installed (Debian: apt-get install hashdeep); measuring without it');
  warm(file);
  const expected = peer ? hashdeep(file) : undefined;
  const mine = await digest(hasher, file);
  if (expected !== undefined && mine.sha256 !== expected.sha256) {
    throw new Error(`our SHA-256 is ${mine.sha256}, hashdeep's is ${expected.sha256}`);
  }
  /** @type {{ ours: number[], peer: number[] }} */
  const cpu = { ours: [], peer: [] };
  const wall = await interleave(rounds, {
    ours: async () => {
      const { seconds, cpuSeconds } = await digest(hasher, file);
      cpu.ours.push(BYTES / 1e6 / cpuSeconds);
      return BYTES / 1e6 / seconds;
    },
    peer: () => {
      if (!peer) return Number.NaN;
      const { seconds, cpuSeconds } = hashdeep(file);
      cpu.peer.push(BYTES / 1e6 / cpuSeconds);
      return BYTES / 1e6 / seconds;
    },
  });
  await hasher.close();
  const theirs = peer ? { peerName: 'hashdeep -c md5,sha1,sha256' } : {};
  return [
    rowOf({
      name: 'three hashes in one pass',
      unit: 'MB/s',
      ours: wall.ours,
      ...(peer && { peer: wall.peer, ...theirs }),
      times: 3,
      note: 'from the page cache, two worker threads',
    }),
    rowOf({
      name: 'the same by CPU time',
      unit: 'MB/s',
      ours: cpu.ours,
      ...(peer && { peer: cpu.peer, ...theirs }),
      note: 'all threads together; does not depend on what else the machine does',
    }),
  ];
}

/** @param {string} file */
function writeRandom(file) {
  const block = Buffer.alloc(BLOCK);
  const part = `${file}.part`;
  const out = openSync(part, 'w');
  for (let left = BYTES; left > 0; left -= BLOCK) {
    randomFillSync(block);
    writeSync(out, block, 0, Math.min(BLOCK, left));
  }
  closeSync(out);
  renameSync(part, file);
}

/** Reads the file once, so that both find it in memory. @param {string} file */
function warm(file) {
  const block = Buffer.alloc(BLOCK);
  const input = openSync(file, 'r');
  while (readSync(input, block) > 0);
  closeSync(input);
}

/** @param {string} scratch */
async function builtHasher(scratch) {
  const program = join(scratch, 'program');
  await bundle('hasher', program);
  const { Hasher } = await import(pathToFileURL(join(program, 'hasher.js')).href);
  return new Hasher(join(program, 'hash-worker.js'));
}

/** @param {any} hasher @param {string} path */
async function digest(hasher, path) {
  const file = await open(path, 'r');
  const before = process.cpuUsage();
  const started = performance.now();
  const { sha256 } = await hasher.digest(
    async (/** @type {Uint8Array} */ buffer) =>
      (await file.read(buffer, 0, buffer.length, null)).bytesRead,
  );
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  await file.close();
  return { sha256, seconds, cpuSeconds: (user + system) / 1e6 };
}

/** @param {string} file */
function hashdeep(file) {
  // bash's own `time` is the only one that is everywhere and says CPU time.
  const script = 'TIMEFORMAT="%R %U %S"; time hashdeep -c md5,sha1,sha256 -- "$0"';
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script, file], { encoding: 'utf8' });
  const times = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  const [seconds = Number.NaN, user = Number.NaN, system = Number.NaN] = times;
  if (status !== 0 || Number.isNaN(seconds)) throw new Error(`hashdeep failed: ${stderr}`);
  const line = stdout.split('\n').find((text) => text.startsWith(`${BYTES},`));
  return { sha256: line?.split(',')[3], seconds, cpuSeconds: user + system };
}

/** @param {string} program */
const existing = (program) => spawnSync('bash', ['-c', `command -v ${program}`]).status === 0;

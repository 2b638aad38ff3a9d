import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { busyness } from './machine.mjs';
import { interleave, rowOf } from './rounds.mjs';
import { writeJsonLines, writeNginx, writeSyslog } from './text-logs.mjs';

export const name = 'text-records';
export const title = 'Text logs to column batches, one thread';

const BYTES = 256_000_000;
const AWK = 'awk {n+=length($1)}';
const JQ = 'jq -c .host';

const CONTEXT = {
  name: 'bench',
  zone: 'UTC',
  reference: BigInt(Date.UTC(2026, 11, 31)) * 1_000_000n,
};

/** @typedef {{ readonly wall: number, readonly cpu: number }} Seconds */
/** @typedef {{ readonly lines: number, readonly seconds: Seconds }} Parsed */

const LOGS = [
  { label: 'syslog', parser: 'syslog', write: writeSyslog, peer: AWK, program: awk },
  { label: 'nginx', parser: 'access-log', write: writeNginx, peer: AWK, program: awk },
  { label: 'JSON lines', parser: 'json', write: writeJsonLines, peer: JQ, program: jq },
];

/** @param {import('./rows.mjs').BenchContext} context @returns {Promise<import('./rows.mjs').BenchRow[]>} */
export async function run({ scratch, rounds, say }) {
  const built = join(scratch, 'built');
  await bundle('pool', built);
  const { ParsePool } = await import(pathToFileURL(join(built, 'parse-client.js')).href);
  const pool = new ParsePool({ threads: 1, workerFile: join(built, 'parse-worker.js') });
  const rows = [];
  for (const { label, parser, write, peer, program } of LOGS) {
    const file = join(scratch, `${parser}.log`);
    if (!existsSync(file)) write(file, BYTES);
    // Warms the thread, as it is after its first files.
    const { lines } = await parse(pool, parser, file);
    const known = timed(program(file)) !== undefined;
    if (!known) say(`${peer.split(' ')[0]} is not here; measured without it`);
    /** Lines a CPU second. @type {{ own: number[], peer: number[] }} */
    const cpu = { own: [], peer: [] };
    /** @type {Record<string, () => number | Promise<number>>} */
    const contestants = {
      own: async () => {
        const { seconds } = await parse(pool, parser, file);
        cpu.own.push(lines / seconds.cpu);
        return lines / seconds.wall;
      },
      ...(known && {
        peer: () => {
          const seconds = timed(program(file)) ?? { wall: Number.NaN, cpu: Number.NaN };
          cpu.peer.push(lines / seconds.cpu);
          return lines / seconds.wall;
        },
      }),
    };
    /** @type {Record<string, number[]>} */
    const wall = await interleave(rounds, contestants);
    const size = statSync(file).size / 1e6;
    const note = `${lines.toLocaleString('en-US')} lines, ${Math.round(size)} MB; ${busyness().text}`;
    for (const [what, own, theirs] of /** @type {const} */ ([
      ['', wall['own'] ?? [], wall['peer']],
      [', by CPU time', cpu.own, known ? cpu.peer : undefined],
    ]))
      rows.push(
        rowOf({
          name: `${label}${what}`,
          unit: 'lines/s',
          ours: own,
          ...(theirs !== undefined && { peer: theirs, peerName: peer }),
          note,
        }),
      );
  }
  await pool.close();
  return rows;
}

/** @param {any} pool @param {string} parser @param {string} file @returns {Promise<Parsed>} */
async function parse(pool, parser, file) {
  const { size } = statSync(file);
  const before = process.cpuUsage();
  const outcome = await pool.run(
    { path: file, size, parser, context: CONTEXT },
    { batch() {}, issues() {} },
  );
  if (outcome.status !== 'done') throw new Error(outcome.failure?.message);
  const { user, system } = process.cpuUsage(before);
  return {
    lines: outcome.account.records,
    seconds: { wall: outcome.seconds, cpu: (user + system) / 1e6 },
  };
}

/** @param {string} file @returns {[string, ...string[]]} */
function awk(file) {
  return ['awk', '{n+=length($1)} END {print n}', file];
}

/** @param {string} file @returns {[string, ...string[]]} */
function jq(file) {
  return ['jq', '-c', '.host', file];
}

/**
 * Wall and CPU time of a program, its output thrown away; the shell's `times` tells what its child has used.
 * Undefined when the machine lacks it.
 * @param {readonly string[]} command @returns {Seconds | undefined}
 */
function timed(command) {
  const started = performance.now();
  const shell = spawnSync('sh', ['-c', '"$@" >/dev/null || exit 9; times', 'sh', ...command], {
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8',
  });
  if (shell.status !== 0) return undefined;
  const wall = (performance.now() - started) / 1000;
  const child = shell.stdout.trim().split('\n').at(-1) ?? '';
  const cpu = [...child.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { wall, cpu };
}

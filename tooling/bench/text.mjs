// Parses generated text logs on one worker thread: lines a second, by wall clock and by CPU, beside awk.
//   node tooling/bench/text.mjs [--mb 200] [--rounds 3] [--format syslog|nginx]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { root } from '../project.mjs';
import { writeNginx, writeSyslog } from './text-logs.mjs';

const { values: options } = parseArgs({
  options: {
    mb: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
    format: { type: 'string' },
  },
});
const folder = `${root}.cache/bench/`;
const megabytes = Number(options.mb);

const { ParsePool } = await built();
for (const [format, writer, parser] of /** @type {const} */ ([
  ['syslog', writeSyslog, 'syslog'],
  ['nginx', writeNginx, 'access-log'],
])) {
  if (options.format !== undefined && options.format !== format) continue;
  const file = `${folder}${format}-${megabytes}.log`;
  if (!existsSync(file)) writer(file, megabytes * 1_000_000);
  const { size } = statSync(file);
  const pool = new ParsePool({ threads: 1, workerFile: `${folder}text/parse-worker.js` });
  for (let round = 1; round <= Number(options.rounds); round++) {
    const mine = await parse(pool, parser, file, size);
    const awk = timeAwk(file);
    const heat = round === 1 ? 'cold' : 'warm';
    console.log(
      `${format} ${heat}: ${mine.lines} lines, ${thousand(mine.lines / mine.seconds)} lines/s, ${thousand(mine.lines / mine.cpu)} lines a CPU second, ${(size / 1e6 / mine.seconds).toFixed(0)} MB/s; awk ${awk.toFixed(2)} s, we ${mine.seconds.toFixed(2)} s, ratio ${(mine.seconds / awk).toFixed(2)}`,
    );
  }
  await pool.close();
}

/** @param {number} value */
function thousand(value) {
  return `${Math.round(value / 1000)} k`;
}

/** The pool and its worker as a build of their own, so that nothing in out/ is touched. */
async function built() {
  mkdirSync(folder, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir: `${folder}text`,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: {
          'parse-client': 'main/parse/parse-client.ts',
          'parse-worker': 'main/parse/parse-worker.ts',
        },
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true },
  });
  return import(pathToFileURL(`${folder}text/parse-client.js`).href);
}

/** @param {any} pool @param {string} parser @param {string} file @param {number} size */
async function parse(pool, parser, file, size) {
  const cpu = process.cpuUsage();
  const context = {
    name: file,
    zone: 'UTC',
    reference: BigInt(Date.UTC(2026, 11, 31)) * 1_000_000n,
  };
  const outcome = await pool.run(
    { path: file, size, parser, context },
    { batch() {}, issues() {} },
  );
  const used = process.cpuUsage(cpu);
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome.failure));
  return {
    lines: outcome.account.records,
    seconds: outcome.seconds,
    cpu: (used.user + used.system) / 1e6,
  };
}

/** The "simple native field split" of the design notes. @param {string} file */
function timeAwk(file) {
  const started = performance.now();
  spawnSync('awk', ['{n+=length($1)} END {print n}', file], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  return (performance.now() - started) / 1000;
}

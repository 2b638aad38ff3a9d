// Reads one log into a new store through a parse worker, as the engine does, and tells what it took:
//   node tooling/bench/ingest-once.mjs <bundle folder> <store> <log> <parser>
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [bundle = '', path = '', log = '', parser = ''] = process.argv.slice(2);
/** @param {string} name */
const bundled = (name) => import(pathToFileURL(join(bundle, `${name}.js`)).href);
const { EventStore } = await bundled('event-store');
const { ParsePool } = await bundled('parse-client');

for (const end of ['', '.wal', '.lines']) rmSync(path + end, { force: true });
const store = await EventStore.open(path, new Map());
const pool = new ParsePool({ threads: 1, workerFile: join(bundle, 'parse-worker.js') });
const { size } = statSync(log);
const reference = BigInt(Date.UTC(2026, 11, 31)) * 1_000_000n;
const context = { name: log, zone: 'UTC', reference, options: undefined };
const evidence = { index: 0, sha256: 'ab'.repeat(32), name: log, parser, parserVersion: 1 };

const started = performance.now();
const writer = await store.write(evidence, () => undefined);
const outcome = await pool.run(
  { path: log, size, parser, context },
  { batch: (/** @type {any} */ batch) => writer.add(batch), issues() {} },
);
await writer.finish();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
const { total } = await store.count({ query: '' });
await store.close();
await pool.close();
const highest = Number(
  /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN,
);
if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome.failure));
process.stdout.write(
  JSON.stringify({
    records: outcome.account.records,
    events: total,
    seconds,
    cpu: (user + system) / 1e6,
    memory: highest / 1024,
  }),
);

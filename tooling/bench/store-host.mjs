// One side of the store's bench in a process of its own, asked over IPC: `ours` holds a store, `sql` a plain table.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { generate, planFiles } from './store-events.mjs';
import { questions } from './store-questions.mjs';

const [side = '', folder = '', bundle = ''] = process.argv.slice(2);

/** Rows that are generated with the clock stopped, then taken in with the clock running. */
const PORTION = 368_640;

/** @param {string} name */
const bundled = (name) => import(pathToFileURL(join(bundle, `${name}.js`)).href);

/** Takes in `events` generated events; how long the store took, and how much CPU. @param {number} events */
async function ingest(events) {
  const { EventStore } = await bundled('event-store');
  const { BatchColumns } = await bundled('batch-columns');
  const { blankEvent } = await bundled('parser');
  const store = await EventStore.open(join(folder, 'events.duckdb'), new Map());
  const columns = new BatchColumns(20_480);
  let [ms, cpu, rows] = [0, 0, 0];
  /** @type {(() => Promise<void>)[]} */
  let waiting = [];
  let index = 0;
  const takeIn = async () => {
    const [started, used] = [performance.now(), process.cpuUsage()];
    for (const step of waiting) await step();
    await store.settle();
    ms += performance.now() - started;
    const after = process.cpuUsage(used);
    cpu += (after.user + after.system) / 1000;
    waiting = [];
    rows = 0;
  };
  for (const file of planFiles(events)) {
    const sha256 = String(index).padStart(64, '0');
    /** @type {any} */
    let writer;
    const evidence = { index: index++, sha256, name: file.name, parser: 'bench', parserVersion: 1 };
    waiting.push(async () => {
      writer = await store.write(evidence, () => undefined);
    });
    let first = 0;
    const send = () => {
      const batch = columns.take(first);
      first += batch.rows;
      rows += batch.rows;
      waiting.push(() => writer.add(batch));
    };
    generate(file, blankEvent(), (event) => {
      columns.add(event);
      if (columns.rows === 20_480) send();
    });
    if (columns.rows > 0) send();
    waiting.push(() => writer.finish());
    if (rows >= PORTION) await takeIn();
  }
  await takeIn();
  const [started, used] = [performance.now(), process.cpuUsage()];
  await store.close();
  const after = process.cpuUsage(used);
  return {
    ms: ms + performance.now() - started,
    cpu: cpu + (after.user + after.system) / 1000,
  };
}

/** @type {any} */
let store;
/** @type {import('@duckdb/node-api').DuckDBConnection | undefined} */
let connection;
/** @type {readonly import('./store-questions.mjs').Question[]} */
let asked = [];

async function open() {
  const started = performance.now();
  if (side === 'ours') {
    const { EventStore } = await bundled('event-store');
    store = await EventStore.open(join(folder, 'events.duckdb'), new Map());
  } else {
    const instance = await DuckDBInstance.create(join(folder, 'plain.duckdb'), {
      memory_limit: '1GB',
    });
    connection = await instance.connect();
  }
  return performance.now() - started;
}

/** A text that stands in one event, or very few: the last letters of a file's name. */
async function rareText() {
  const query = 'code:11 "appdata" *.dll*';
  const { total } = await store.count({ query });
  const [row] = await store.page({
    query,
    order: 'time-ascending',
    start: total >> 1,
    count: 1,
  });
  return /-[0-9a-f]{8}\.dll/.exec(row.message)?.[0] ?? row.message;
}

/** The events of the store as one table without dictionaries, in the order they came in. */
async function plainTable() {
  const instance = await DuckDBInstance.create(join(folder, 'plain.duckdb'), {
    memory_limit: '4GB',
  });
  const sql = await instance.connect();
  const coded = [
    'category',
    'action',
    'outcome',
    'level',
    'host',
    'user',
    'source_ip',
    'destination_ip',
    'process',
    'code',
    'channel',
    'provider',
  ];
  const { CODED_COLUMN_NAMES } = await bundled('schema');
  const columns = coded.map((name, i) => {
    const text = `t${i}.text`;
    const address = `concat_ws('.', e.${name} >> 24, (e.${name} >> 16) & 255, (e.${name} >> 8) & 255, e.${name} & 255)`;
    const value = name.endsWith('_ip')
      ? `CASE WHEN e.${name} >= 16777216 THEN ${address} ELSE ${text} END`
      : text;
    return `${value} AS "${name}"`;
  });
  const joins = coded.map((name, i) => {
    const dictionary = CODED_COLUMN_NAMES.indexOf(name === 'destination_ip' ? 'source_ip' : name);
    return `LEFT JOIN s.term t${i} ON t${i}.dictionary = ${dictionary} AND t${i}.code = e."${name}"`;
  });
  await sql.run(`ATTACH '${join(folder, 'events.duckdb')}' AS s (READ_ONLY)`);
  await sql.run(
    `CREATE TABLE event AS SELECT e."row" AS key, e."time", e.evidence, e."offset", e.length, e.record, ${columns.join(', ')}, e.message, e.fields, e.search FROM s.event e ${joins.join(' ')} ORDER BY e."row"`,
  );
  await sql.run('CHECKPOINT plain');
}

/** @param {number} n */
async function ask(n) {
  const question = asked[n];
  if (question === undefined) throw new Error(`no question ${n}`);
  const started = performance.now();
  if (store !== undefined) await question.ours(store);
  else for (const sql of question.sql ?? []) await connection?.runAndReadAll(sql);
  return performance.now() - started;
}

/** Resident memory of this process now and at its highest, MB. */
function memory() {
  const status = readFileSync('/proc/self/status', 'utf8');
  const field = (/** @type {string} */ name) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: field('VmRSS'), highest: field('VmHWM') };
}

/** @param {{ what: string, value?: any }} order */
async function obey({ what, value }) {
  switch (what) {
    case 'ingest':
      return ingest(value);
    case 'plain table':
      return plainTable();
    case 'open':
      return open();
    case 'rare text':
      return rareText();
    case 'questions':
      asked = questions(value);
      return asked.map(({ name, limit, sql }) => ({ name, limit, sql: sql !== undefined }));
    case 'ask':
      return ask(value);
    case 'memory':
      return memory();
    default:
      throw new Error(`unknown order ${what}`);
  }
}

process.on('message', (/** @type {any} */ order) => {
  obey(order).then(
    (value) => process.send?.({ value }),
    (error) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});

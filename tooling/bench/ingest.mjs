import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle as bundleOf } from './bundle.mjs';
import { realChunks, writeInput } from './evtx-input.mjs';
import { rowOf } from './rounds.mjs';
import { writeNginx, writeSyslog } from './text-logs.mjs';

export const name = 'ingest';
export const title =
  'Evidence to a searchable store: parse worker, store and all indexes, until it is on disk';

const MEGABYTE = 1 << 20;

/** @param {import('./rows.mjs').BenchContext} context @returns {Promise<import('./rows.mjs').BenchRow[]>} */
export async function run({ root, scratch, rounds, say }) {
  const bundle = join(scratch, 'bundle');
  await bundleOf('store', bundle);
  const rows = [];
  for (const { what, file, parser, unit, atLeast } of inputs(root, scratch, say)) {
    const measured = [];
    for (let round = 0; round < rounds; round++) {
      const said = execFileSync(process.execPath, [
        join(root, 'tooling/bench/ingest-once.mjs'),
        bundle,
        join(scratch, 'events.duckdb'),
        file,
        parser,
      ]);
      const one = JSON.parse(said.toString());
      if (one.events < one.records) throw new Error(`${one.records - one.events} records are lost`);
      say(`${what}: ${one.seconds.toFixed(1)} s, ${one.cpu.toFixed(1)} s of CPU`);
      measured.push(one);
    }
    const megabytes = statSync(file).size / 1e6;
    rows.push(
      rowOf({ name: what, unit, ours: measured.map((one) => one.records / one.seconds), atLeast }),
      rowOf({
        name: `${what}: bytes`,
        unit: 'MB/s',
        ours: measured.map((one) => megabytes / one.seconds),
      }),
      // Two cores at most, whatever else the machine does: what a quiet one can give.
      rowOf({
        name: `${what}: by CPU time of two cores`,
        unit,
        ours: measured.map((one) => (one.records / one.cpu) * 2),
      }),
      rowOf({
        name: `${what}: highest memory`,
        unit: 'MB',
        ours: measured.map((one) => one.memory),
        atMost: 1_500,
      }),
    );
  }
  return rows;
}

/** Logs, built once and kept. @param {string} root @param {string} scratch @param {(text: string) => void} say */
function inputs(root, scratch, say) {
  const found = [];
  const evtx = join(scratch, 'real.evtx');
  if (!existsSync(evtx)) {
    const real = realChunks(join(root, '../shared/evidence/files'));
    if (real.length > 0) writeInput(evtx, 300 * MEGABYTE, real);
    else say('no real event logs are here: measured without EVTX');
  }
  if (existsSync(evtx)) {
    found.push({ what: 'EVTX', file: evtx, parser: 'evtx', unit: 'records/s', atLeast: 75_000 });
  }
  for (const [what, parser, write] of /** @type {const} */ ([
    ['syslog', 'syslog', writeSyslog],
    ['web access log', 'access-log', writeNginx],
  ])) {
    const file = join(scratch, `${parser}.log`);
    if (!existsSync(file)) write(file, 100_000_000);
    found.push({ what, file, parser, unit: 'lines/s', atLeast: 100_000 });
  }
  return found;
}

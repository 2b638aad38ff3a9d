import { fork } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.mjs';
import { bundle as bundleOf } from './bundle.mjs';
import { interleave, rowOf } from './rounds.mjs';

/** Limits are given for so many events; fewer events have proportionally less time, but never less than a fifth. */
const WHOLE = 10_000_000;

/**
 * Takes in so many events and asks all questions, Fireline and plain SQL in turn.
 * @param {number} events
 * @param {import('./rows.mjs').BenchContext} context
 */
export async function benchStore(events, { scratch, rounds, say }) {
  const bundle = join(scratch, 'bundle');
  const data = join(scratch, 'data');
  const plain = join(data, 'plain.duckdb');
  await bundleOf('store', bundle);
  mkdirSync(data, { recursive: true });
  for (const end of ['', '.wal', '.lines'])
    rmSync(join(data, `events.duckdb${end}`), { force: true });

  say(`taking in ${events.toLocaleString('en-US')} events`);
  const writer = host('ours', data, bundle);
  const { ms, cpu } = await writer.order('ingest', events);
  await writer.end();
  const size =
    (statSync(join(data, 'events.duckdb')).size +
      statSync(join(data, 'events.duckdb.lines')).size) /
    events;
  if (!existsSync(plain)) {
    say('making the plain table');
    const maker = host('sql', data, bundle);
    await maker.order('plain table');
    await maker.end();
  }

  const [ours, sql] = [host('ours', data, bundle), host('sql', data, bundle)];
  const opened = await ours.order('open');
  await sql.order('open');
  const rare = await ours.order('rare text');
  const questions = await ours.order('questions', rare);
  await sql.order('questions', rare);
  const rows = [
    rowOf({
      name: 'taking in, with all its indexes',
      unit: 'events/s',
      ours: [(events / ms) * 1000],
      atLeast: 75_000,
    }),
    rowOf({ name: 'CPU of taking in', unit: 'µs an event', ours: [(cpu * 1000) / events] }),
    rowOf({ name: 'disk', unit: 'bytes an event', ours: [size] }),
    rowOf({ name: 'opening', unit: 'ms', ours: [opened] }),
  ];
  const share = Math.max(0.2, events / WHOLE);
  for (const [n, question] of questions.entries()) {
    say(question.name);
    // The first time brings columns into memory; what is promised is every time after it.
    const first = await ours.order('ask', n);
    const measured = await interleave(rounds, {
      ours: () => ours.order('ask', n),
      ...(question.sql && { sql: () => sql.order('ask', n) }),
    });
    rows.push(
      rowOf({
        name: question.name,
        unit: 'ms',
        ours: measured['ours'] ?? [],
        ...(question.sql && { peer: measured['sql'] ?? [], peerName: 'SQL' }),
        ...(question.limit !== undefined && { atMost: question.limit * share }),
        note: `first time ${first.toFixed(0)}`,
      }),
    );
  }
  const { now, highest } = await ours.order('memory');
  rows.push(
    rowOf({
      name: 'memory of the process after all of it',
      unit: 'MB',
      ours: [now],
      atMost: 1_500,
    }),
    rowOf({ name: 'its highest', unit: 'MB', ours: [highest] }),
  );
  await ours.end();
  await sql.end();
  return rows;
}

/** @param {'ours' | 'sql'} side @param {string} folder @param {string} bundle */
function host(side, folder, bundle) {
  const child = fork(join(root, 'tooling', 'bench', 'store-host.mjs'), [side, folder, bundle]);
  return {
    /** @param {string} what @param {unknown} [value] @returns {Promise<any>} */
    order: (what, value) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error(`the ${side} process ended while asked: ${what}`));
        child.once('exit', ended);
        child.once('message', (/** @type {any} */ answer) => {
          child.off('exit', ended);
          if ('error' in answer) reject(new Error(answer.error));
          else resolve(answer.value);
        });
        child.send({ what, value });
      }),
    /** Resolves when it is gone, and with it its hold on the files. */
    end: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill();
      }),
  };
}

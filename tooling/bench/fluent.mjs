// A large case in the real app: how soon each screen can be used, and whether it keeps up with hands. Beside it a case of
// a hundredth of the size, in the same window and the same minutes: the ratio says what size costs.
import { startApp } from './fluent-app.mjs';
import { madeCases } from './fluent-case.mjs';
import { giveOut } from './fluent-exports.mjs';
import { visit } from './fluent-screens.mjs';
import { percentile } from './fluent-steps.mjs';
import { memoryOf } from './process-memory.mjs';
import { figure, rowOf } from './rounds.mjs';

export const name = 'fluent';
export const title =
  'A large case: 2,000 board items, 5,000 entities, 1,000 tasks, a report of more than 200 pages';

/** @type {Readonly<Record<'Large' | 'Small', import('./fluent-acts.mjs').CaseSize>>} */
const SIZES = {
  Large: { items: 2_000, entities: 5_000, tasks: 1_000, events: 60_000, chapters: 36 },
  Small: { items: 20, entities: 50, tasks: 10, events: 600, chapters: 2 },
};
/** More would take longer than anybody waits for one table. */
const MOST_ROUNDS = 2;

/** @typedef {import('./fluent-screens.mjs').Visit} Visit */

/** @param {import('./rows.mjs').BenchContext} context @returns {Promise<import('./rows.mjs').BenchRow[]>} */
export async function run({ root, scratch, rounds, say }) {
  const made = await madeCases(root, scratch, SIZES, say);
  const bench = await startApp(root, made);
  /** @type {Visit[]} */
  const large = [];
  /** @type {Visit[]} */
  const small = [];
  try {
    // Code of screens is read when it is first needed; that is no matter of the case.
    await visit(bench.page, 'Small');
    const first = await visit(bench.page, 'Large');
    say(`first opening of the large case ${figure(first.opening)} ms`);
    for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
      small.push(await visit(bench.page, 'Small'));
      large.push(await visit(bench.page, 'Large'));
      say(`round ${round + 1}: opening ${figure(large.at(-1)?.opening ?? Number.NaN)} ms`);
    }
    const exports = await giveOut(bench, 'Large');
    return [
      rowOf({
        name: 'first opening, until all work is kept in the window too',
        unit: 'ms',
        ours: [first.opening],
      }),
      compared('opening again', (one) => one.opening, { large, small }),
      ...readyRows({ large, small }),
      ...doneRows({ large, small }),
      compared(
        'an act or its undoing, until it is on both disks',
        (one) => percentile(one.saved, 0.5),
        {
          large,
          small,
        },
      ),
      ...exportRows(exports),
      rowOf({
        name: 'memory with the large case open, all processes',
        unit: 'MB',
        ours: [memoryOf(bench.pid)],
      }),
    ];
  } finally {
    await bench.close();
  }
}

/** @typedef {{ readonly large: readonly Visit[], readonly small: readonly Visit[] }} Visits */

/**
 * @param {string} name
 * @param {(visit: Visit) => number} of
 * @param {Visits} visits
 * @param {{ atMost?: number, note?: string }} [more]
 */
const compared = (name, of, { large, small }, more = {}) =>
  rowOf({
    name,
    unit: 'ms',
    ours: large.map(of),
    peer: small.map(of),
    peerName: 'small case',
    ...more,
  });

/** @param {Visits} visits */
const readyRows = (visits) =>
  Object.keys(visits.large[0]?.ready ?? {}).map((screen) =>
    compared(
      `${screen}: from the key to a screen that can be used`,
      ({ ready }) => ready[screen] ?? Number.NaN,
      visits,
      {
        atMost: 300,
      },
    ),
  );

/** What is done by keys is judged by the key, what is done by the wheel by the tasks that held it up. @param {Visits} visits */
const doneRows = (visits) =>
  Object.keys(visits.large[0]?.done ?? {}).flatMap((what) => {
    const seen = (/** @type {Visit} */ visit) =>
      visit.done[what] ?? { keys: [], tasks: [], frames: [] };
    const worst = (/** @type {Visit} */ visit) => Math.max(0, ...seen(visit).tasks);
    if (what.endsWith('scrolling')) {
      const tasks = visits.large.map((one) => seen(one).tasks.length);
      return [
        compared(`${what}: longest task`, worst, visits, {
          atMost: 50,
          note: `${tasks.join(', ')} above 50 ms`,
        }),
      ];
    }
    const keys = visits.large.flatMap((one) => seen(one).keys);
    const note = `${keys.length} keys, at most ${figure(Math.max(...keys))}`;
    const share = (/** @type {number} */ of) => (/** @type {Visit} */ visit) =>
      percentile(seen(visit).keys, of);
    const typing = what === 'report: typing';
    return [
      ...(typing
        ? [
            compared(`${what}: from a key to the painted letter, median`, share(0.5), visits, {
              atMost: 30,
            }),
          ]
        : []),
      compared(`${what}: from a key to what it did, 95 of 100`, share(0.95), visits, {
        atMost: 50,
        note,
      }),
    ];
  });

/** @param {import('./fluent-exports.mjs').Exports} exports */
const exportRows = ({ preview, written, pages, cancelled }) => [
  rowOf({ name: 'report: pages as PDF', unit: 'pages', ours: [pages] }),
  rowOf({ name: 'report: preview', unit: 's', ours: [preview / 1_000] }),
  ...Object.entries(written).map(([format, ms]) =>
    rowOf({
      name: `report: ${format}, with its proof pack`,
      unit: 's',
      ours: [ms / 1_000],
      ...(format === 'PDF' && { atMost: 60 }),
    }),
  ),
  rowOf({
    name: 'report: PDF cancelled, until that is so',
    unit: 'ms',
    ours: [cancelled],
    atMost: 1_000,
  }),
];

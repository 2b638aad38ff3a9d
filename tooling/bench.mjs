// npm run bench [-- name… --rounds=5 --no-page]: measures speed beside the peers, prints the tables and writes them into
// docs/performance.md. Names are those of the bench modules; without any, all of them run, one after another.
//
// A bench module is a file in tooling/bench/ that has
//
//   export const name = 'hash';                        // its name on the command line and its marker on the page
//   export const title = 'Hashing of evidence';        // heading of its table
//   export async function run({ root, scratch, rounds, say }) → BenchRow[]   // types: tooling/bench/rows.mjs
//
// `scratch` is a folder of the module's own that is kept between runs, for generated input; `rounds` is how often
// everything is measured; `say(text)` tells what is being done. A module measures itself and its peer in turn, round
// by round (`interleave` in tooling/bench/rounds.mjs), because a shared machine changes its speed within seconds: a
// row's ratio is the median of the rounds' ratios. A peer that this machine lacks leaves `peer` and `ratio` out.
// Importing a module must do nothing.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { busyness, machine } from './bench/machine.mjs';
import { writeTable } from './bench/page.mjs';
import { printTable } from './bench/table.mjs';
import { ensureBuilt } from './built.mjs';
import { root } from './project.mjs';
import { runCommand, say, SetupError } from './say.mjs';
import { setUp } from './setup/setup.mjs';

await runCommand('bench', async () => {
  const { values: options, positionals: wanted } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      'no-page': { type: 'boolean', default: false },
    },
  });
  const rounds = Number(options.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new SetupError('--rounds takes a whole number from 1');
  const files = modules(wanted);
  await setUp({ commands: [] });
  ensureBuilt(root);

  say('bench', machine());
  let missed = 0;
  for (const file of files) {
    /** @type {import('./bench/rows.mjs').BenchModule} */
    const module = await import(pathToFileURL(file).href);
    const scratch = join(root, '.cache', 'bench', module.name);
    mkdirSync(scratch, { recursive: true });
    const before = busyness();
    if (before.busy) say('bench', `${before.text}: figures will be worse than on a quiet machine`);
    const rows = await module.run({
      root,
      scratch,
      rounds,
      say: (text) => say(`bench ${module.name}`, text),
    });
    printTable(module.title, rows);
    if (!options['no-page']) await writeTable(module, rows, rounds, busyness().text);
    missed += rows.filter((row) => !row.pass).length;
  }
  if (missed > 0) say('bench', `${missed} of the targets were missed`);
  return missed === 0 ? 0 : 1;
});

/**
 * The files of the wanted modules, in order of name.
 * @param {readonly string[]} wanted
 */
function modules(wanted) {
  const folder = join(root, 'tooling', 'bench');
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.mjs'))
    .filter((file) =>
      /^export (async )?function run\b/m.test(readFileSync(join(folder, file), 'utf8')),
    )
    .map((file) => ({ file: join(folder, file), name: file.replace('.mjs', '') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const unknown = wanted.find((name) => !found.some((module) => module.name === name));
  if (unknown !== undefined) {
    throw new SetupError(
      `there is no bench “${unknown}”; there are ${found.map(({ name }) => name).join(', ')}`,
    );
  }
  return found
    .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
    .map(({ file }) => file);
}

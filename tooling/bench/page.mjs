import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from '../project.mjs';
import { machine } from './machine.mjs';
import { markdownTable } from './table.mjs';

const page = join(root, 'docs', 'performance.md');

/**
 * Puts a module's table on the page, between its markers; one that is new goes to the end.
 * @param {import('./rows.mjs').BenchModule} module
 * @param {readonly import('./rows.mjs').BenchRow[]} rows
 * @param {number} rounds
 * @param {string} load
 */
export async function writeTable({ name, title }, rows, rounds, load) {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const date = new Date().toISOString().slice(0, 10);
  const part = `${open}\n\n### ${title}\n\n${date}, ${machine()}; medians of ${rounds} rounds, ${load}.\n\n${markdownTable(rows)}\n\n${close}`;
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '# Performance\n';
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  const whole =
    start >= 0 && end > start
      ? `${text.slice(0, start)}${part}${text.slice(end + close.length)}`
      : `${text.trimEnd()}\n\n${part}\n`;
  writeFileSync(page, await format(whole, { parser: 'markdown', printWidth: 100 }));
}

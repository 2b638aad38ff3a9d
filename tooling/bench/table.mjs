import { figure } from './rounds.mjs';

const HEADINGS = ['', 'unit', 'Fireline', 'best', 'peer', 'ratio', 'target', 'met'];

/** @param {import('./rows.mjs').BenchRow} row @returns {string[]} */
const cellsOf = (row) => [
  row.note === undefined ? row.name : `${row.name} (${row.note})`,
  row.unit,
  figure(row.ours),
  row.best === undefined ? '' : figure(row.best),
  row.peer === undefined
    ? ''
    : `${figure(row.peer)}${row.peerName === undefined ? '' : ` ${row.peerName}`}`,
  row.ratio === undefined ? '' : `${figure(row.ratio)}x`,
  row.target ?? '',
  row.target === undefined ? '' : row.pass ? 'yes' : 'NO',
];

/**
 * The table on the terminal: it is the program's result, so it goes to stdout.
 * @param {string} title
 * @param {readonly import('./rows.mjs').BenchRow[]} rows
 */
export function printTable(title, rows) {
  const lines = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)));
  const text = lines.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`\n${title}\n${text.join('\n')}\n`);
}

/** @param {readonly import('./rows.mjs').BenchRow[]} rows */
export function markdownTable(rows) {
  const lines = [HEADINGS, HEADINGS.map(() => '---'), ...rows.map(cellsOf)];
  return lines
    .map((line) => `| ${line.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

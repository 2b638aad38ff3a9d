import { say } from '../say.mjs';

/**
 * `failures` names each failed test and how it failed, where the check knows.
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: readonly string[] }} Counts
 */

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} what one clause
 * @property {() => Counts} run
 */

/**
 * Runs every check, whatever the others gave, and closes with what failed and one line that adds them up: the end of
 * a long output is what is kept of it.
 * @param {readonly Check[]} checks
 * @returns {number} the exit code
 */
export function summarise(checks) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const table = [];
  const failures = [];
  for (const check of checks) {
    say('test', `${check.name}: ${check.what}`);
    const started = Date.now();
    const counts = check.run();
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    failures.push(...(counts.failures ?? []));
    table.push(
      `${counts.failed > 0 ? 'FAILED' : 'ok    '} ${check.name.padEnd(8)} ${countsText(counts)} in ${seconds} s`,
    );
  }
  process.stdout.write(`\n${[...failures, ...table].join('\n')}\n\n${countsText(total)}\n`);
  return total.failed === 0 ? 0 : 1;
}

/** @param {Counts} counts */
function countsText({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

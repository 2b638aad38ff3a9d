/** @typedef {import('./checks.mjs').TestReport} TestReport */
/** @typedef {import('./checks.mjs').TestFile} TestFile */

/**
 * What these hold is lost data and open doors: failing once is failing, however it goes the next time.
 */
const ONCE = /test[\\/](security[\\/]|e2e[\\/](work-|evidence|explore-marks))/;

/** @param {TestFile} file */
const failed = ({ status }) => status === 'failed';

/**
 * Files that failed and may be run once more: what they drive is a real window, whose timing a busy machine upsets.
 * None where a file failed that has no second run.
 * @param {TestReport} report
 * @returns {readonly string[]}
 */
export function filesToRunAgain({ testResults }) {
  const names = testResults.filter(failed).map(({ name }) => name);
  return names.some((name) => ONCE.test(name)) ? [] : names;
}

/**
 * One report of two runs, the second of the files that failed in the first; and the files that passed only then.
 * @param {TestReport} first
 * @param {TestReport} second
 * @returns {{ report: TestReport, unstable: readonly TestFile[] }}
 */
export function ofBothRuns(first, second) {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  const testResults = first.testResults.map((file) => again.get(file.name) ?? file);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  /** @param {string} status */
  const count = (status) => tests.filter((test) => test.status === status).length;
  return {
    report: {
      numPassedTests: count('passed'),
      numFailedTests: count('failed'),
      numPendingTests: count('pending') + count('skipped'),
      numTodoTests: count('todo'),
      testResults,
    },
    unstable: first.testResults.filter(
      (file) => failed(file) && again.get(file.name)?.status === 'passed',
    ),
  };
}

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../project.mjs';
import { say } from '../say.mjs';
import { filesToRunAgain, ofBothRuns } from './second-run.mjs';

/** @typedef {import('./summary.mjs').Check} Check */
/** @typedef {import('./summary.mjs').Counts} Counts */

/**
 * @typedef {object} TestFile
 * @property {string} name path
 * @property {string} status
 * @property {string} [message] why a file could not be loaded
 * @property {readonly { status: string, fullName: string, failureMessages?: readonly string[] | null }[]} assertionResults
 */

/**
 * What of vitest's JSON report is read.
 * @typedef {object} TestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly TestFile[]} testResults
 */

/**
 * A command that passes or fails as one.
 * @param {string} name
 * @param {string} what
 * @param {readonly string[]} command
 * @returns {Check}
 */
export function commandCheck(name, what, command) {
  return {
    name,
    what,
    run: () => {
      const passed = runTool(command) === 0;
      return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
    },
  };
}

/**
 * A vitest project, counted test by test.
 * @param {string} project
 * @param {string} what
 * @param {{ secondRun?: boolean }} [options] files that fail are run once more, and those that pass then are named
 * @returns {Check}
 */
export function testCheck(project, what, { secondRun = false } = {}) {
  return {
    name: project,
    what,
    run() {
      const first = runTests(project, project, []);
      if (first === undefined) return { passed: 0, failed: 1, skipped: 0 };
      const counts = countTests(first.report, first.status);
      const files = secondRun ? filesToRunAgain(first.report) : [];
      if (files.length === 0) return counts;
      say('test', `${project}: ${files.length} files failed and are run once more`);
      const second = runTests(project, `${project}-again`, files);
      if (second === undefined) return counts;
      const { report, unstable } = ofBothRuns(first.report, second.report);
      const both = countTests(report, second.status);
      const named = unstable
        .flatMap(failuresOf)
        .map((line) => line.replace('FAILED', 'UNSTABLE, passed when run again:'));
      return { ...both, failures: [...(both.failures ?? []), ...named] };
    },
  };
}

/**
 * @param {string} project
 * @param {string} name of the report
 * @param {readonly string[]} files all of the project where none is named
 * @returns {{ report: TestReport, status: number } | undefined} nothing where vitest wrote no report
 */
function runTests(project, name, files) {
  const path = join('test-results', `${name}.json`);
  const status = runTool([
    'vitest',
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path}`,
    ...files.map((file) => relative(root, file)),
  ]);
  const file = join(root, path);
  return existsSync(file) ? { report: JSON.parse(readFileSync(file, 'utf8')), status } : undefined;
}

/**
 * A file that could not be loaded holds no failed test, and an error outside any test belongs to none; each
 * still counts as a failure, and so does a run in which nothing ran.
 * @param {TestReport} report
 * @param {number} status vitest's exit code
 * @returns {Counts}
 */
export function countTests(report, status) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  const passed = report.numPassedTests;
  const unexplained = failed === 0 && (status !== 0 || passed === 0);
  return {
    passed,
    failed: unexplained ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(failuresOf),
  };
}

/**
 * @param {TestFile} file
 * @returns {readonly string[]}
 */
function failuresOf({ name, status, message = '', assertionResults }) {
  const path = relative(root, name);
  if (status === 'failed' && assertionResults.length === 0)
    return [`FAILED ${path}\n${opening(message)}`];
  return assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `FAILED ${path}: ${test.fullName}\n${opening(test.failureMessages?.[0] ?? '')}`);
}

/**
 * The first lines of a failure; what was found stands before the stack.
 * @param {string} message
 */
function opening(message) {
  return message
    .split('\n')
    .slice(0, 12)
    .map((line) => `  ${line.slice(0, 300)}`)
    .join('\n');
}

/**
 * @param {readonly string[]} command `node`, or a tool of node_modules, and its arguments
 * @returns {number} exit code
 */
function runTool([tool = 'node', ...args]) {
  const windows = process.platform === 'win32';
  const file =
    tool === 'node'
      ? process.execPath
      : join(root, 'node_modules', '.bin', windows ? `${tool}.cmd` : tool);
  const run = spawnSync(file, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows && tool !== 'node',
  });
  return run.status ?? 1;
}

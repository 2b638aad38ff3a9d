import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { root } from '../../tooling/project.mjs';
import { countTests } from '../../tooling/testing/checks.mjs';
import { filesToRunAgain, ofBothRuns } from '../../tooling/testing/second-run.mjs';
import { summarise } from '../../tooling/testing/summary.mjs';

const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [
    {
      name: join(root, 'test/one.test.ts'),
      status: 'passed',
      assertionResults: ['a', 'b', 'c'].map((fullName) => ({ status: 'passed', fullName })),
    },
  ],
};

describe('counting what vitest reports', () => {
  it('adds up tests', () => {
    expect(countTests({ ...report, numFailedTests: 2, numPendingTests: 1 }, 1)).toMatchObject({
      passed: 3,
      failed: 2,
      skipped: 1,
    });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const name = join(root, 'test/two.test.ts');
    const unloaded = { name, status: 'failed', message: 'no such file', assertionResults: [] };
    const counts = countTests({ ...report, testResults: [unloaded] }, 1);
    expect(counts.failed).toBe(1);
    expect(counts.failures).toEqual(['FAILED test/two.test.ts\n  no such file']);
  });

  it('tells of each failed test what was found', () => {
    const failed = {
      name: join(root, 'test/two.test.ts'),
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'adds' },
        {
          status: 'failed',
          fullName: 'divides',
          failureMessages: ['expected 2 to be 3\n    at x'],
        },
      ],
    };
    expect(countTests({ ...report, numFailedTests: 1, testResults: [failed] }, 1).failures).toEqual(
      ['FAILED test/two.test.ts: divides\n  expected 2 to be 3\n      at x'],
    );
  });

  it('counts an error outside any test, and a run of nothing, as a failure', () => {
    expect(countTests(report, 1).failed).toBe(1);
    expect(countTests({ ...report, numPassedTests: 0, testResults: [] }, 0).failed).toBe(1);
    expect(countTests(report, 0).failed).toBe(0);
  });
});

describe('a second run', () => {
  const file = (name: string, ...statuses: string[]) => ({
    name: join(root, name),
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status, n) => ({ status, fullName: `test ${n}` })),
  });
  const of = (...testResults: ReturnType<typeof file>[]) => ({ ...report, testResults });

  it('is of the files that failed, and of none when one of them may not fail once', () => {
    const board = file('test/e2e/board.test.ts', 'passed', 'failed');
    const fine = file('test/e2e/report.test.ts', 'passed');
    expect(filesToRunAgain(of(board, fine))).toEqual([board.name]);
    for (const name of ['test/security/network.test.ts', 'test/e2e/work-log.test.ts'])
      expect(filesToRunAgain(of(board, file(name, 'failed')))).toEqual([]);
  });

  it('stands in place of the first, and says which files passed only then', () => {
    const board = file('test/e2e/board.test.ts', 'passed', 'failed');
    const shell = file('test/e2e/shell.test.ts', 'failed');
    const fine = file('test/e2e/report.test.ts', 'passed', 'passed', 'pending');
    const again = of(
      file('test/e2e/board.test.ts', 'passed', 'passed'),
      file('test/e2e/shell.test.ts', 'failed'),
    );
    const both = ofBothRuns(of(board, shell, fine), again);
    expect(countTests(both.report, 1)).toMatchObject({ passed: 4, failed: 1, skipped: 1 });
    expect(both.unstable).toEqual([board]);
  });
});

describe('the summary', () => {
  let out = '';
  beforeEach(() => {
    out = '';
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text);
      return true;
    });
  });
  afterEach(() => vi.restoreAllMocks());

  const check = (name: string, passed: number, failed: number, skipped = 0) => ({
    name,
    what: 'something',
    run: () => ({
      passed,
      failed,
      skipped,
      failures: failed > 0 ? [`FAILED a test of ${name}`] : [],
    }),
  });

  it('closes with the sum alone on a line', () => {
    expect(summarise([check('types', 1, 0), check('unit', 40, 0)])).toBe(0);
    expect(out.split('\n').at(-2)).toBe('41 passed, 0 failed');
  });

  it('fails when anything failed, after running everything', () => {
    expect(summarise([check('types', 0, 1), check('unit', 40, 0, 2)])).toBe(1);
    expect(out.split('\n').at(-2)).toBe('40 passed, 1 failed, 2 skipped');
    expect(out).toMatch(/FAILED a test of types\n(.|\n)*FAILED types/);
  });
});

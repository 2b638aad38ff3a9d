// npm test: everything a fresh machine needs, then every check; the last line says how many passed.
import { rmSync } from 'node:fs';
import { ensureBuilt } from './built.mjs';
import { root } from './project.mjs';
import { testRuntime } from './runtime/resolve.mjs';
import { runCommand, SetupError } from './say.mjs';
import { setUp } from './setup/setup.mjs';
import { commandCheck, testCheck } from './testing/checks.mjs';
import { summarise } from './testing/summary.mjs';

await runCommand('test', async () => {
  const runtime = await setUp({ commands: ['Xvfb', 'pdftotext', 'pdfinfo'] });
  await testRuntime(root, runtime);
  rmSync(`${root}test-results`, { recursive: true, force: true });

  const checks = [
    commandCheck('types', 'typecheck of every layer', ['node', 'tooling/typecheck.mjs']),
    commandCheck('lint', 'oxlint, type-aware', ['oxlint', '--type-aware', '--deny-warnings']),
    commandCheck('format', 'prettier', ['prettier', '--check', '--log-level', 'warn', '.']),
    buildCheck(),
    testCheck('unit', 'unit and integration tests'),
    testCheck('e2e', 'end-to-end and security tests on the real runtime, under Xvfb', {
      secondRun: true,
    }),
  ];
  return summarise(checks);
});

/** @returns {import('./testing/summary.mjs').Check} */
function buildCheck() {
  return {
    name: 'build',
    what: 'the three targets',
    run() {
      try {
        ensureBuilt(root);
        return { passed: 1, failed: 0, skipped: 0 };
      } catch (error) {
        if (!(error instanceof SetupError)) throw error;
        return { passed: 0, failed: 1, skipped: 0 };
      }
    },
  };
}

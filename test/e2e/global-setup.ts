import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../tooling/built.mjs';
import { root } from '../../tooling/project.mjs';
import { developmentSwitches } from '../../tooling/runtime/launch.mjs';
import { testRuntime } from '../../tooling/runtime/resolve.mjs';
import { presentDisplay, startVirtualDisplay } from '../../tooling/setup/display.mjs';
import { setUp } from '../../tooling/setup/setup.mjs';

/** Folders that the apps under test write to; gone when the tests are. */
export const SCRATCH = join(root, 'test-results', 'scratch');

/** How the tests start the app; decided once for all of them. */
export interface ElectronUnderTest {
  readonly executable: string;
  /** Before any argument of a test's own. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

declare module 'vitest' {
  interface ProvidedContext {
    electron: ElectronUnderTest;
  }
}

/** A runtime that Playwright can drive, a fresh build, and a display of the tests' own. */
export default async function prepare(project: TestProject): Promise<() => void> {
  const linux = process.platform === 'linux';
  const runtime = await testRuntime(root, await setUp({ commands: linux ? ['Xvfb'] : [] }));
  ensureBuilt(root);
  const display = linux ? await startVirtualDisplay() : presentDisplay();
  project.provide('electron', {
    executable: runtime.executable,
    args: [...runtime.appArguments, ...developmentSwitches(display)],
    env: display.env,
  });
  return () => {
    display.stop();
    rmSync(SCRATCH, { recursive: true, force: true });
  };
}

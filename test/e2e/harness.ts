import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CDPSession, ElectronApplication, Page } from 'playwright-core';
import { _electron } from 'playwright-core';
import { inject } from 'vitest';
import { SCRATCH, type ElectronUnderTest } from './global-setup.ts';
import { networkAttempts } from './network-log.ts';
import { killTree } from './process-tree.ts';

const SCREENSHOTS = resolve(import.meta.dirname, '../../test-results/screenshots');

export interface LaunchOptions {
  /** Paths given on the command line. */
  readonly evidence?: readonly string[];
  /** Folder for cases, and for settings; temporary ones, removed after the tests, unless given. */
  readonly home?: string;
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

export interface Fireline {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly home: string;
  readonly userData: string;
  /** Drops real files on an element (the whole page unless told), as the desktop would. */
  dropFiles(paths: readonly string[], selector?: string): Promise<void>;
  /** Keeps a picture of the page in test-results/screenshots and returns its path. */
  screenshot(name: string): Promise<string>;
  /** Closes as a person would, in order. */
  close(): Promise<void>;
  /** Ends every process of the app at once with SIGKILL. */
  kill9(): Promise<void>;
  /** Every request, name look-up and connection that anything in the app tried. To be asked after `close` or `kill9`; a killed app's log lacks its last moments. */
  networkAttempts(): readonly string[];
}

/** Starts the real app on the real runtime and waits for its page. */
export async function launchFireline(options: LaunchOptions = {}): Promise<Fireline> {
  const electron: ElectronUnderTest = inject('electron');
  mkdirSync(SCRATCH, { recursive: true });
  const scratch = mkdtempSync(join(SCRATCH, 'app-'));
  const home = options.home ?? join(scratch, 'home');
  const userData = options.userData ?? join(scratch, 'user-data');
  const netLog = join(scratch, 'net-log.json');
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [
      ...electron.args,
      `--log-net-log=${netLog}`,
      ...(options.args ?? []),
      '--',
      ...(options.evidence ?? []),
    ],
    env: {
      ...environment(),
      ...electron.env,
      FIRELINE_HOME: home,
      FIRELINE_USER_DATA: userData,
      ...options.env,
    },
  });
  const asked: string[] = [];
  app.context().on('request', (request) => asked.push(request.url()));
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const cdp = await page.context().newCDPSession(page);
  const main = app.process();
  let attempts: readonly string[] | undefined;

  return {
    app,
    page,
    cdp,
    home,
    userData,
    dropFiles: (paths, selector = 'body') => drop(page, cdp, paths, selector),
    screenshot: async (name) => {
      mkdirSync(SCREENSHOTS, { recursive: true });
      const path = join(SCREENSHOTS, `${name}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      return path;
    },
    close: async () => {
      if (attempts !== undefined) return;
      await app.close();
      attempts = networkAttempts(netLog, asked);
    },
    kill9: async () => {
      if (main.pid === undefined) throw new Error('the app has no process');
      await killTree(main.pid);
      attempts = networkAttempts(netLog, asked);
    },
    networkAttempts: () => {
      if (attempts === undefined) throw new Error('ask after close()');
      return attempts;
    },
  };
}

async function drop(
  page: Page,
  cdp: CDPSession,
  paths: readonly string[],
  selector: string,
): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not on screen`);
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...point, data });
  }
}

/** Our own environment, less what would change how Electron starts. */
function environment(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE' && name !== 'NODE_OPTIONS') {
      env[name] = value;
    }
  }
  return env;
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, session } from 'electron';
import { AppScheme, declareScheme } from './app-scheme.ts';
import { appPaths } from './app-paths.ts';
import { readArguments } from './arguments.ts';
import { closeInOrder } from './closing.ts';
import { runCommandLine } from './command-line.ts';
import { EngineHost } from './engine-host.ts';
import { headlessContext } from './headless/context.ts';
import { runHeadlessJob } from './headless/headless-job.ts';
import { answerPage } from './host-calls.ts';
import { keepStorage } from './keep-storage.ts';
import { loadPage, openMainWindow } from './main-window.ts';
import { reportBugs } from './bugs.ts';
import { setMenu } from './menu.ts';
import { cutNetworkSwitches } from './offline.ts';
import { PageLink } from './page-link.ts';
import { runPrintJob } from './print-job.ts';
import { lockContents, lockSessions } from './security.ts';
import { WindowBounds } from './window-bounds.ts';
import { standInWithoutDisplay } from './without-display.ts';

app.setName('Fireline');
const request = readArguments(process.argv.slice(process.defaultApp ? 2 : 1), process.cwd());
const headless = request.kind === 'headless-job';
const done = standInWithoutDisplay(request.kind === 'window' || headless);
if (done !== undefined) process.exit(done);
const paths = appPaths();

reportBugs(request.kind === 'window');
declareScheme();
cutNetworkSwitches();
lockSessions();
lockContents();

switch (request.kind) {
  case 'command':
    alone((_scheme) => runCommandLine(paths, request.args));
    break;
  case 'print':
    alone((scheme) => runPrintJob(scheme, request.job));
    break;
  case 'headless-job':
  case 'window':
    workbench(request.paths);
    break;
}

/** Something without a window: its profile is its own and is gone with it, so that it runs beside the workbench. */
function alone(run: (scheme: AppScheme) => Promise<number>): void {
  const profile = mkdtempSync(join(tmpdir(), 'fireline-'));
  app.setPath('userData', profile);
  // Chromium's other processes may write a last file while it is taken away.
  app.on('quit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 10 }));
  void app.whenReady().then(async () => {
    app.exit(await run(new AppScheme(session.defaultSession, paths.renderer)));
  });
}

function workbench(evidence: readonly string[]): void {
  mkdirSync(paths.userData, { recursive: true });
  app.setPath('userData', paths.userData);
  // A second start hands its evidence to the first and ends.
  if (!app.requestSingleInstanceLock({ paths: evidence })) {
    app.quit();
    return;
  }
  const early: string[] = [];
  app.on('open-file', (_event, path) => early.push(path));
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => openWorkbench([...evidence, ...early]));
}

async function openWorkbench(evidence: readonly string[]): Promise<void> {
  const scheme = new AppScheme(session.defaultSession, paths.renderer);
  const bounds = new WindowBounds(paths.userData);
  const window = openMainWindow(paths.preload, bounds);
  // The headless job opens its evidence itself.
  const page = new PageLink(window.webContents, headless ? [] : evidence);
  const engine = new EngineHost({
    entry: paths.engine,
    env: { FIRELINE_HOME: paths.home, FIRELINE_USER_DATA: paths.userData },
    onState: (state) => page.engineState(state),
  });
  answerPage({ window, page, engine, scheme, home: paths.home, headless });
  setMenu((id) => page.command(id));
  let exitCode = 0;
  closeInOrder(window, page, engine, bounds, () => app.exit(exitCode));
  app.on('open-file', (_event, path) => page.open([path]));
  app.on('second-instance', (_event, _argv, _folder, data) => {
    page.open(handedOver(data));
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  keepStorage(session.defaultSession);
  engine.start();
  await loadPage(window);
  if (!headless) return;
  exitCode = await runHeadlessJob(headlessContext(window, paths.home, evidence));
  window.close();
}

/** What the second start sent with its claim to the lock. */
function handedOver(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('paths' in data)) return [];
  const { paths: list } = data;
  return Array.isArray(list) ? list.filter((path): path is string => typeof path === 'string') : [];
}

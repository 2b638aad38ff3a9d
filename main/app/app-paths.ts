import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/** Where things lie, decided once at start. All absolute. */
export interface AppPaths {
  /** The built page, the only folder the app:// scheme serves. */
  readonly renderer: string;
  readonly preload: string;
  readonly engine: string;
  readonly cli: string;
  /** Cases go here unless the analyst says otherwise: FIRELINE_HOME, or `Fireline` in the home folder. */
  readonly home: string;
  /** Settings, IndexedDB, the analyst's key: FIRELINE_USER_DATA, or beside the cases, as for the command line. */
  readonly userData: string;
}

export function appPaths(): AppPaths {
  const out = join(app.getAppPath(), 'out');
  const home = resolve(process.env['FIRELINE_HOME'] ?? join(homedir(), 'Fireline'));
  return {
    renderer: join(out, 'renderer'),
    preload: join(out, 'preload', 'preload.cjs'),
    engine: join(out, 'main', 'engine.js'),
    cli: join(out, 'main', 'cli.js'),
    home,
    userData: resolve(process.env['FIRELINE_USER_DATA'] ?? join(home, '.fireline')),
  };
}

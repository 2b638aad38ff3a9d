import { join } from 'node:path';
import { app } from 'electron';
import { enginePaths, type EnginePaths } from '../engine/engine-paths.ts';

/** Where things lie, decided once at start. All absolute. */
export interface AppPaths extends EnginePaths {
  /** The built page, the only folder the app:// scheme serves. */
  readonly renderer: string;
  readonly preload: string;
  readonly engine: string;
  readonly cli: string;
}

export function appPaths(): AppPaths {
  const out = join(app.getAppPath(), 'out');
  return {
    renderer: join(out, 'renderer'),
    preload: join(out, 'preload', 'preload.cjs'),
    engine: join(out, 'main', 'engine.js'),
    cli: join(out, 'main', 'cli.js'),
    ...enginePaths(process.env),
  };
}

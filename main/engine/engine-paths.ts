import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folders outside any case, each overridable for tests and portable installs. Absolute. */
export interface EnginePaths {
  /** Where new cases go, and where the case list looks: FIRELINE_HOME, or `Fireline` in the home folder. */
  readonly home: string;
  /** Settings, IndexedDB, the analyst's key, the list of recent cases: FIRELINE_USER_DATA, or beside the cases. */
  readonly userData: string;
}

export function enginePaths(env: Readonly<Record<string, string | undefined>>): EnginePaths {
  const home = resolve(given(env['FIRELINE_HOME']) ?? join(homedir(), 'Fireline'));
  return { home, userData: resolve(given(env['FIRELINE_USER_DATA']) ?? join(home, '.fireline')) };
}

/** What is set to nothing is not set: else cases would go wherever the program was started. */
const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

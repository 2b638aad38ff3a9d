import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folders outside any case, each overridable for tests and portable installs. */
export interface EnginePaths {
  /** Where new cases go, and where the case list looks. */
  readonly home: string;
  /** The analyst's identity and the list of recent cases. */
  readonly userData: string;
}

export function enginePaths(env: Readonly<Record<string, string | undefined>>): EnginePaths {
  const home = env['FIRELINE_HOME'] ?? join(homedir(), 'Fireline');
  return { home, userData: env['FIRELINE_USER_DATA'] ?? join(home, '.fireline') };
}

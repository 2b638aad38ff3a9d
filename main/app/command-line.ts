import { app, utilityProcess } from 'electron';
import type { AppPaths } from './app-paths.ts';

/**
 * Runs `fireline <command> …` of the packaged program: the command line's own process, plain Node without electron,
 * with our stdout and stderr.
 * @returns its exit code
 */
export function runCommandLine(paths: AppPaths, args: readonly string[]): Promise<number> {
  const child = utilityProcess.fork(paths.cli, [...args], {
    serviceName: 'fireline-cli',
    stdio: 'inherit',
    env: {
      ...process.env,
      FIRELINE_HOME: paths.home,
      FIRELINE_USER_DATA: paths.userData,
      FIRELINE_PRINTER: process.env['FIRELINE_PRINTER'] ?? JSON.stringify([app.getPath('exe')]),
    },
  });
  return new Promise((resolve) => child.once('exit', resolve));
}

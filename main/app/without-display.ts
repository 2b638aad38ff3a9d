import { spawnSync } from 'node:child_process';

const HEADLESS = '--ozone-platform=headless';

/**
 * On Linux without a display Chromium ends before it is ready. What opens no window is started once more on its
 * display-less platform, which can only be chosen on the command line; a window has to be refused with a reason.
 * @returns the exit code when this process is thereby done, undefined when it goes on
 */
export function standInWithoutDisplay(opensWindow: boolean): number | undefined {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) {
    return undefined;
  }
  if (process.argv.includes(HEADLESS)) return undefined;
  if (opensWindow) {
    process.stderr.write(
      'fireline: there is no display to open a window on ($DISPLAY is not set)\n',
    );
    return 1;
  }
  const again = spawnSync(
    process.execPath,
    [HEADLESS, '--disable-gpu', '--log-level=3', ...process.argv.slice(1)],
    { stdio: 'inherit' },
  );
  return again.status ?? 1;
}

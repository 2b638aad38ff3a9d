import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';

/** What the headless job works with: the real window and page, which it drives as an analyst would. */
export interface HeadlessContext {
  readonly window: BrowserWindow;
  /** Where the case, the report and the screenshots go. */
  readonly home: string;
  /** Evidence named on the command line; empty for the sample case. */
  readonly paths: readonly string[];
  /** Writes `home/screenshots/<name>.png` of the whole page and returns its path. */
  screenshot(name: string): Promise<string>;
  /** One line to the person who waits. */
  say(line: string): void;
}

export function headlessContext(
  window: BrowserWindow,
  home: string,
  paths: readonly string[],
): HeadlessContext {
  return {
    window,
    home,
    paths,
    screenshot: async (name) => {
      const folder = join(home, 'screenshots');
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${name}.png`);
      await writeFile(path, (await window.webContents.capturePage()).toPNG());
      return path;
    },
    say: (line) => void process.stdout.write(`${line}\n`),
  };
}

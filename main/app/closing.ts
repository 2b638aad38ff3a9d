import type { BrowserWindow } from 'electron';
import { session } from 'electron';
import type { EngineHost } from './engine-host.ts';
import type { PageLink } from './page-link.ts';
import type { WindowBounds } from './window-bounds.ts';

/** Together: for the page to store what is pending, and for the engine to close the case. */
const LIMIT_MS = 3_000;

/**
 * Holds the window open until page and engine have stored what they hold, three seconds at most; then it goes, and
 * `end` ends the program.
 */
export function closeInOrder(
  window: BrowserWindow,
  page: PageLink,
  engine: EngineHost,
  bounds: WindowBounds,
  end: () => void,
): void {
  let closing = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void (async () => {
      const started = Date.now();
      bounds.keep(window);
      await page.flush(LIMIT_MS);
      // The engine gets what is left, and a moment in any case: it holds the case's lock.
      await engine.stop(Math.max(LIMIT_MS - (Date.now() - started), 500));
      session.defaultSession.flushStorageData();
      window.destroy();
      end();
    })();
  });
}

import { BrowserWindow } from 'electron';
import { PAGE_URL } from './app-scheme.ts';
import { SANDBOXED } from './security.ts';
import type { WindowBounds } from './window-bounds.ts';

/** A page that fell this often within the window below is not loaded again. */
const FALLS_ALLOWED = 3;
const FALLS_WINDOW_MS = 60_000;

/** The one window. It is shown when there is something to see. */
export function openMainWindow(preload: string, bounds: WindowBounds): BrowserWindow {
  const before = bounds.read();
  const window = new BrowserWindow({
    width: before?.width ?? 1440,
    height: before?.height ?? 900,
    ...(before === undefined ? {} : { x: before.x, y: before.y }),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Fireline',
    webPreferences: { ...SANDBOXED, preload },
  });
  if (before?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  reloadAfterCrash(window);
  return window;
}

export const loadPage = (window: BrowserWindow): Promise<void> => window.loadURL(PAGE_URL);

/** Everything shown is stored, so a page that crashed is loaded again, unless it does nothing but crash. */
function reloadAfterCrash(window: BrowserWindow): void {
  let falls: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = Date.now();
    falls = [...falls.filter((at) => now - at < FALLS_WINDOW_MS), now];
    if (falls.length <= FALLS_ALLOWED) window.webContents.reload();
  });
}

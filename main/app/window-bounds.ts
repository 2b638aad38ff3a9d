import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { screen } from 'electron';
import { z } from 'zod';

const stored = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
});
type StoredBounds = z.infer<typeof stored>;

/** Remembers where the window was. A missing or damaged file means a first start; nothing hangs on it. */
export class WindowBounds {
  readonly #file: string;

  constructor(userData: string) {
    this.#file = join(userData, 'window.json');
  }

  /** The stored place, if it still lies on a screen that is there. */
  read(): StoredBounds | undefined {
    const parsed = stored.safeParse(this.#content());
    return parsed.success && isOnScreen(parsed.data) ? parsed.data : undefined;
  }

  keep(window: BrowserWindow): void {
    const bounds: StoredBounds = {
      ...window.getNormalBounds(),
      maximized: window.isMaximized(),
    };
    writeFileSync(this.#file, JSON.stringify(bounds));
  }

  #content(): unknown {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8'));
    } catch (error) {
      if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) {
        return undefined;
      }
      throw error;
    }
  }
}

/** At least a grip's worth of it. */
function isOnScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const wide =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) -
      Math.max(bounds.x, workArea.x);
    const high =
      Math.min(bounds.y + bounds.height, workArea.y + workArea.height) -
      Math.max(bounds.y, workArea.y);
    return wide >= 200 && high >= 100;
  });
}

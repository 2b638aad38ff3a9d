import { join } from 'node:path';

/** How long what moves may take to come to rest, ms. */
const rest = 400;

/**
 * Takes the page as it is, in both themes.
 * @typedef {(name: string) => Promise<void>} Camera
 */

/**
 * @param {import('playwright-core').Page} page
 * @param {string} folder
 * @returns {{ take: Camera, count: () => number }}
 */
export function openCamera(page, folder) {
  let count = 0;
  return {
    take: async (name) => {
      for (const theme of /** @type {const} */ (['dark', 'light'])) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.waitForTimeout(rest);
        await page.screenshot({
          path: join(folder, `${name}-${theme}.png`),
          animations: 'disabled',
          caret: 'hide',
        });
        count++;
      }
    },
    count: () => count,
  };
}

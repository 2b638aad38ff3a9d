import { act, goTo, openCase, closeCase, press, scroll, type, watched } from './fluent-steps.mjs';

/** @typedef {import('./fluent-steps.mjs').Seen} Seen */

/**
 * What one visit of all screens of a case measured.
 * @typedef {object} Visit
 * @property {number} opening ms
 * @property {Record<string, number>} ready by screen, ms
 * @property {Record<string, Seen>} done by what was done
 * @property {readonly number[]} saved ms of acts until they are saved
 */

const SCREENS = /** @type {const} */ ([
  ['board', 'b', 'body:has(.fl-drawn-label):has([aria-label="Board"] .fl-grid-row)'],
  ['entities', 'n', '[aria-label="Entities"][role="grid"] .fl-grid-row [data-column="2"]'],
  ['tasks', 'p', '.fl-task-card'],
  ['report', 'r', '.fl-report-section .fl-prose'],
  ['activity', 'a', '.fl-act'],
]);
const WALK = 25;

/**
 * Opens a case, goes through its screens and does on each what a person does there.
 * @param {import('playwright-core').Page} page @param {string} title
 * @returns {Promise<Visit>}
 */
export async function visit(page, title) {
  const opening = await openCase(page, title);
  /** @type {Record<string, number>} */
  const ready = {};
  /** @type {Record<string, Seen>} */
  const done = {};
  /** @type {number[]} */
  const saved = [];
  for (const [screen, key, selector] of SCREENS) {
    ready[screen] = await goTo(page, key, selector);
    await page.waitForTimeout(500);
    const measure = async (
      /** @type {string} */ what,
      /** @type {() => Promise<unknown>} */ work,
    ) => {
      done[`${screen}: ${what}`] = await watched(page, work);
    };
    await PLAYS[screen](page, measure, saved);
  }
  await closeCase(page);
  return { opening, ready, done, saved };
}

/**
 * @typedef {(
 *   page: import('playwright-core').Page,
 *   measure: (what: string, work: () => Promise<unknown>) => Promise<void>,
 *   saved: number[],
 * ) => Promise<void>} Play
 */

/** @type {Record<(typeof SCREENS)[number][0], Play>} */
const PLAYS = {
  board: async (page, measure, saved) => {
    const grid = '[aria-label="Board"][role="grid"]';
    await measure('scrolling', () => scroll(page, grid));
    await page.locator(grid).focus();
    await page.keyboard.press('Home');
    await measure('keys through rows', async () => {
      await press(page, 'ArrowDown', WALK);
      await press(page, 'PageDown', 5);
    });
    await measure('an edit, undone', async () => {
      saved.push(await act(page, 'Shift+ArrowRight'), await act(page, 'Control+z'));
    });
  },
  entities: async (page, measure, saved) => {
    const grid = '[aria-label="Entities"][role="grid"]';
    await measure('scrolling', () => scroll(page, grid));
    await page.locator(grid).focus();
    await page.keyboard.press('Home');
    await measure('keys through rows', async () => {
      await press(page, 'ArrowDown', WALK);
      await press(page, 'PageDown', 5);
    });
    await page.getByRole('textbox', { name: 'Filter entities' }).focus();
    await measure('typing in the filter', async () => {
      await type(page, 'user00');
      await press(page, 'Backspace', 6);
    });
    await page.locator(grid).focus();
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: 'Role' }).fill('Looked at again');
    await page.getByRole('button', { name: 'Save', exact: true }).focus();
    await measure('an edit, undone', async () => {
      saved.push(await act(page, 'Enter'));
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.locator(grid).focus();
      saved.push(await act(page, 'Control+z'));
    });
  },
  tasks: async (page, measure, saved) => {
    const cards = '.fl-task-cards[data-state="open"]';
    await measure('scrolling', () => scroll(page, cards));
    await page.locator(cards).focus();
    await page.keyboard.press('Home');
    await measure('keys through cards', () => press(page, 'ArrowDown', WALK));
    await measure('an edit, undone', async () => {
      saved.push(await act(page, 's'), await act(page, 'Control+z'));
    });
    await page.getByRole('radio', { name: 'List' }).press('Space');
    const grid = '[aria-label="Tasks"][role="grid"]';
    await page.locator(grid).focus();
    await page.keyboard.press('Home');
    await measure('keys through rows', async () => {
      await press(page, 'ArrowDown', WALK);
      await press(page, 'PageDown', 5);
    });
    await page.getByRole('radio', { name: 'Board' }).press('Space');
  },
  report: async (page, measure) => {
    await measure('scrolling', () => scroll(page, '.fl-report-scroll'));
    const link = page.locator('.fl-outline-link');
    await measure('going to a chapter', async () => {
      await link.nth(Math.floor((await link.count()) / 2) - 4).press('Enter');
      await page.locator('.fl-prose:focus').waitFor();
    });
    await page.keyboard.press('End');
    await measure('typing', () =>
      type(page, ' and then the shift lead rang the plant, who knew of nothing'),
    );
    await page.getByText('Saved', { exact: true }).waitFor();
  },
  activity: async (page, measure) => {
    await measure('scrolling', () => scroll(page, '.fl-activity-scroll'));
  },
};

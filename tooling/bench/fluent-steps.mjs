// What a person does in the app, and what the page's probe saw meanwhile.

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} Seen
 * @property {readonly number[]} keys ms from each key to the frame that shows what it did
 * @property {readonly number[]} tasks that held the page up longer than 50 ms
 * @property {readonly number[]} frames ms between frames
 */

const SETTLE_MS = 400;

/** @param {Page} page @param {() => Promise<unknown>} work @returns {Promise<Seen>} */
export async function watched(page, work) {
  await page.evaluate(() => /** @type {any} */ (globalThis).fluent.begin());
  await work();
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate(() => /** @type {any} */ (globalThis).fluent.seen());
}

/**
 * From a key to the first frame that shows what a selector names, ms.
 * @param {Page} page @param {string} key @param {string} ready
 * @returns {Promise<number>}
 */
export async function untilReady(page, key, ready) {
  await page.evaluate(
    (selector) => /** @type {any} */ (globalThis).fluent.awaitAfterKey(selector),
    ready,
  );
  await page.keyboard.press(key);
  return page.evaluate(() => /** @type {any} */ (globalThis).fluent.awaited());
}

/** Opens a case from the list of cases; until all its work is read, ms. @param {Page} page @param {string} title */
export async function openCase(page, title) {
  await page.getByRole('row', { name: title }).waitFor();
  const begun = performance.now();
  await page.getByRole('row', { name: title }).click();
  await page.locator('.fl-case-menu', { hasText: title }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  return performance.now() - begun;
}

/** Closes the open case, back to the list. @param {Page} page */
export async function closeCase(page) {
  await run(page, 'Close the case');
  await page.getByText('No case is open').waitFor();
}

/** Runs a command of the palette by its name. @param {Page} page @param {string} name */
export async function run(page, name) {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search events, or type a command').fill(`>${name}`);
  await page.keyboard.press('Enter');
}

/**
 * Goes to a screen from the settings; from the key until it can be used, ms.
 * @param {Page} page @param {string} key after g @param {string} ready
 */
export async function goTo(page, key, ready) {
  const screens = page.getByRole('navigation', { name: 'Screens' });
  await screens.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
  await page.waitForTimeout(SETTLE_MS);
  await page.keyboard.press('g');
  return untilReady(page, key, ready);
}

/** Turns the wheel over an element, line by line and then by screens. @param {Page} page @param {string} selector */
export async function scroll(page, selector) {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not on screen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let n = 0; n < 60; n++) {
    await page.mouse.wheel(0, n < 30 ? 100 : 900);
    await page.waitForTimeout(16);
  }
}

/** Presses a key so often, each when the one before is shown. @param {Page} page @param {string} key @param {number} times */
export async function press(page, key, times) {
  for (let n = 0; n < times; n++) {
    await page.keyboard.press(key);
    await page.evaluate(
      () => new Promise((done) => /** @type {any} */ (globalThis).requestAnimationFrame(done)),
    );
  }
}

/** @param {Page} page @param {string} text */
export async function type(page, text) {
  for (const letter of text) await press(page, letter, 1);
}

/** An act by key, until the screen says that it is saved; ms. @param {Page} page @param {string} key */
export async function act(page, key) {
  const begun = performance.now();
  await press(page, key, 1);
  await page.getByText('Saved', { exact: true }).waitFor();
  return performance.now() - begun;
}

/** @param {readonly number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

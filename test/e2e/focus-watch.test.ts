import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { focusFaults } from './focus-watch.ts';
import type { Hands } from './hands.ts';
import { takeHands } from './hands.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';

/* What keyboard-only.test.ts rests on: whatever is done to the app by other means than keys is told. */
let app: Fireline;
let hands: Hands;

beforeAll(async () => {
  app = await launchFireline();
});
afterAll(() => app.close());
beforeEach(async () => {
  // A page anew, so that what one test did is not told to the next.
  await app.page.reload();
  await app.page.getByRole('heading', { name: 'No cases yet' }).waitFor();
  hands = await takeHands(app.page, app.cdp);
  await hands.at('textbox', 'Your name');
});

const newCase = () => app.page.getByRole('button', { name: /^New case/ }).first();

it('tells nothing of keys, though the app itself moves the focus', async () => {
  await hands.type('Marta Lindqvist');
  await hands.enter('button', /^New case/);
  await hands.at('textbox', 'Case name or number');
  await hands.press('Escape');
  await hands.focused();
  expect(await hands.faults()).toEqual([]);
});

it('tells a click, a move of the pointer, the wheel and a touch', async () => {
  await newCase().click();
  const faults = await hands.faults();
  expect(faults).toContainEqual(expect.stringMatching(/^pointerdown on \w+ New case/));
  expect(faults).toContainEqual(expect.stringMatching(/^mousedown on \w+ New case/));
  await app.page.mouse.move(400, 300);
  await app.page.mouse.move(420, 310);
  expect(await hands.faults()).toContainEqual(expect.stringMatching(/^pointer moved to /));
  await app.page.mouse.wheel(0, 40);
  await expect.poll(() => hands.faults()).toContainEqual(expect.stringMatching(/^wheel on /));
  await app.cdp.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [{ x: 400, y: 300 }],
  });
  await expect.poll(() => hands.faults()).toContainEqual(expect.stringMatching(/^touchstart on /));
});

it('tells a focus, a click and an event that a script of the test made', async () => {
  await newCase().focus();
  expect(await hands.faults()).toEqual([expect.stringMatching(/^focus by script on button New/)]);
  await app.page.evaluate(() => document.querySelector('input')?.focus());
  expect(await hands.faults()).toContainEqual(expect.stringMatching(/^focus by script on input/));
  await newCase().dispatchEvent('click');
  expect(await hands.faults()).toContainEqual(
    expect.stringMatching(/^click by script on button New/),
  );
  await app.page.getByRole('dialog', { name: 'New case' }).waitFor();
});

it('tells a text that was filled in', async () => {
  await app.page.getByLabel('Your name').fill('Marta Lindqvist');
  expect(await hands.faults()).toEqual([expect.stringMatching(/^text by script in input/)]);
});

it('tells a focus that is nowhere, out of sight, covered, or not to be seen', async () => {
  const { page } = app;
  const style = (css: string) =>
    page.addStyleTag({ content: `:focus { ${css} }` }).then(
      (tag) => () =>
        tag.evaluate((one) => {
          (one as Element).remove();
        }),
    );
  let undo = await style('position: fixed !important; left: -9999px !important');
  expect((await focusFaults(page)).join()).toMatch(/it is out of sight at -9999/);
  await undo();
  undo = await style(
    'display: block !important; width: 0 !important; height: 0 !important; min-height: 0 !important; padding: 0 !important; border: 0 !important',
  );
  expect((await focusFaults(page)).join()).toMatch(/it has no size/);
  await undo();
  await page.evaluate(() => {
    const sheet = document.createElement('div');
    sheet.style.cssText = 'position: fixed; inset: 0; z-index: 99999';
    document.body.append(sheet);
  });
  expect((await focusFaults(page)).join()).toMatch(/covers it/);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  expect(await focusFaults(page)).toContain('nothing has the focus');
});

it('tells a focus that shows nowhere', async () => {
  const { page } = app;
  await page.addStyleTag({
    content:
      '*, *::before { outline: none !important; box-shadow: none !important; border-color: red !important; background: white !important; transition: none !important }',
  });
  await focusFaults(page);
  await hands.press('Tab');
  expect((await focusFaults(page)).join()).toMatch(/the focus did not show on input/);
});

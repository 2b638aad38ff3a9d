import { openCamera } from './camera.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Making the sample case on a busy machine, ms. */
const long = 300_000;

/** @param {Page} page @param {string} screen */
async function go(page, screen) {
  const screens = page.getByRole('navigation', { name: 'Screens' });
  await screens.getByRole('button', { name: screen, exact: true }).click();
  await settled(page);
}

/** @param {Page} page */
async function settled(page) {
  await page.getByRole('progressbar').first().waitFor({ state: 'hidden', timeout: long });
  await page.waitForTimeout(900);
}

/** Names of the screens that need an open case, in the order of the window. */
const inCase = [
  'Evidence',
  'Explore',
  'Board',
  'Findings',
  'Entities',
  'Incident',
  'Response',
  'Learning',
  'Report',
  'Activity',
];

/**
 * What each screen says before there is anything on it.
 * @param {Page} page @param {string} folder
 */
export async function emptyScreens(page, folder) {
  const { take, count } = openCamera(page, folder);
  await page.getByRole('heading', { name: 'No cases yet' }).waitFor();
  await settled(page);
  await take('cases-empty');
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New case' });
  await dialog.getByLabel('Case name or number').fill('ACME-2026-014');
  await dialog.getByLabel('Your name').fill('Karin Nyberg');
  await take('new-case');
  await dialog.getByRole('button', { name: 'Create case' }).click();
  await dialog.waitFor({ state: 'hidden' });
  for (const screen of inCase) {
    await go(page, screen);
    await take(`${screen.toLowerCase()}-empty`);
  }
  return count();
}

/**
 * Every screen on the sample case, with something chosen where that shows more.
 * @param {Page} page @param {string} folder
 */
export async function fullScreens(page, folder) {
  const { take, count } = openCamera(page, folder);
  await page.getByLabel('Your name').fill('Karin Nyberg');
  await page.getByRole('button', { name: 'Open the sample case' }).click();
  const status = page.getByRole('contentinfo', { name: 'Status' });
  await status.getByText(/^[\d,]+ events$/).waitFor({ timeout: long });
  await page
    .getByRole('button', { name: /^\d+ jobs?/ })
    .waitFor({ state: 'hidden', timeout: long });
  await settled(page);

  await go(page, 'Explore');
  await take('explore');
  await page.keyboard.press('/');
  await page.keyboard.insertText('updsvc.exe');
  await page.keyboard.press('Enter');
  await settled(page);
  await page.getByRole('gridcell').filter({ hasText: 'WS07' }).nth(1).click();
  await page.keyboard.press('Enter');
  await settled(page);
  await take('explore-event');
  for (const mode of ['Stack', 'Gaps', 'Compare', 'List']) {
    await page.locator('.fl-segment', { hasText: mode }).click();
    await settled(page);
    if (mode !== 'List') await take(`explore-${mode.toLowerCase()}`);
  }

  await go(page, 'Evidence');
  await take('evidence');
  await page
    .getByRole('gridcell', { name: /DC1-Security/ })
    .first()
    .click();
  await page.keyboard.press('Enter');
  await settled(page);
  await take('evidence-file');

  for (const screen of ['Board', 'Findings', 'Report', 'Activity', 'Settings', 'Cases']) {
    await go(page, screen);
    await take(screen.toLowerCase());
  }
  await go(page, 'Entities');
  await take('entities');
  await page.getByRole('gridcell', { name: /WS07/ }).first().click();
  await page.keyboard.press('Enter');
  await settled(page);
  await take('entities-host');
  for (const [tab, name] of [
    ['Graph', 'graph'],
    ['Logons between hosts', 'logons'],
    ['Transfers', 'transfers'],
    ['Impact', 'impact'],
  ]) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await settled(page);
    await take(`entities-${name}`);
  }
  await page.getByRole('tab', { name: 'List' }).click();
  await page.getByRole('button', { name: 'Rehearse' }).click();
  await settled(page);
  await take('entities-rehearsal');

  await go(page, 'Incident');
  for (const tab of ['Record', 'People', 'Clocks', 'Log', 'Hand-over']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await settled(page);
    await take(`incident-${tab.toLowerCase()}`);
  }
  await go(page, 'Response');
  for (const tab of ['Actions', 'Playbooks', 'Tasks']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await settled(page);
    await take(`response-${tab.toLowerCase()}`);
  }
  await page.getByRole('option', { name: /Decide on notifications/ }).click();
  await settled(page);
  await take('response-task');
  await go(page, 'Learning');
  for (const tab of ['Two clocks', 'Techniques', 'Root cause', 'Looked for', 'Improvements']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await settled(page);
    await take(`learning-${tab.toLowerCase().replace(' ', '-')}`);
  }
  await go(page, 'Findings');
  await page.getByRole('gridcell', { name: /domain was taken/ }).click();
  await page.keyboard.press('Enter');
  await settled(page);
  await take('finding');
  await go(page, 'Explore');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('report');
  await take('palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await take('keys');
  return count();
}

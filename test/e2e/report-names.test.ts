import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { command } from './board-page.ts';
import type { Fireline } from './harness.ts';
import { readPdf } from './pdf-pages.ts';
import { actIn, curated, newReportCase, type ReportCase } from './report-case.ts';
import {
  createReport,
  exportAs,
  openReport,
  saved,
  scratchFolder,
  textOf,
} from './report-screen.ts';

let scratch: string;
let made: ReportCase;
let app: Fireline;
let page: Page;

beforeAll(async () => {
  scratch = scratchFolder();
  made = newReportCase(scratch);
  await actIn(made, curated(made));
  app = await openReport(made.home, made.userData);
  page = app.page;
  await createReport(page);
}, 120_000);
afterAll(() => app.close());

const summary = (): Locator => textOf(page, '1 Summary');
const names = (): Locator => summary().locator('.fl-cite-entity');
const list = (): Locator => page.getByRole('listbox', { name: 'Entities to name' });
const option = (): Locator => list().getByRole('option', { selected: true });
const said = async (): Promise<string> => (await summary().innerText()).trimEnd();
const screen = (name: string): Locator =>
  page.getByRole('navigation', { name: 'Screens' }).getByText(name, { exact: true });
const settled = async (): Promise<void> => {
  // Longer than the pause after which typing becomes an act.
  await page.waitForTimeout(1_800);
  await saved(page);
};

/** Opens the first entity that contains some words on the screen Entities. */
async function find(words: string): Promise<void> {
  await screen('Entities').click();
  await page.getByRole('grid', { name: 'Entities' }).waitFor();
  await page.getByRole('textbox', { name: 'Filter entities' }).fill(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
}

it('is asked for by @, listed for eyes, keys and screen readers, and named by Enter', async () => {
  await summary().click();
  await page.keyboard.type('The intruder moved from @ws');
  await list().waitFor();
  await expect.poll(() => option().innerText()).toMatch(/ws7\.harbour\.example/);
  expect(await option().innerText()).toMatch(/^Host/);
  const active = await summary().getAttribute('aria-activedescendant');
  expect(await page.locator(`[id="${active}"]`).innerText()).toBe(await option().innerText());
  expect(await axeFindings(page)).toEqual([]);
  await app.screenshot('report-name-light');
  await command(page, 'Switch light and dark');
  await summary().click();
  await page.keyboard.press('Control+End');
  expect(await list().count()).toBe(0);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('@ws');
  await list().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await app.screenshot('report-name-dark');
  // Round once: the last line leads to all else, the first is what was meant.
  await page.keyboard.press('ArrowUp');
  expect(await option().innerText()).toMatch(/Search all that can be cited/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await list().waitFor({ state: 'detached' });
  await page.keyboard.type(' to @dc1');
  await expect.poll(() => option().innerText()).toMatch(/dc1/);
  await option().click();
  await page.keyboard.type('.');
  await expect
    .poll(said)
    .toBe('The intruder moved from ws7.harbour.example to dc1.harbour.example.');
  expect(await summary().getAttribute('aria-activedescendant')).toBeNull();
  await command(page, 'Switch light and dark');
  await settled();
});

it('stays text after Escape, and in an address', async () => {
  await summary().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Mail @nobody');
  await list().waitFor();
  await page.keyboard.press('Escape');
  await list().waitFor({ state: 'detached' });
  // Escape left the list, and not the text.
  await page.keyboard.type(' from a@ws7 goes on.');
  expect(await list().count()).toBe(0);
  await expect.poll(said).toMatch(/example\. Mail @nobody from a@ws7 goes on\.$/);
  for (let n = 0; n < ' Mail @nobody from a@ws7 goes on.'.length; n++) {
    await page.keyboard.press('Backspace');
  }
  await settled();
});

it('says on pointing at it what it is, and when events name it', async () => {
  await names().first().hover();
  await expect
    .poll(() => names().first().getAttribute('title'))
    .toMatch(/^Host, verdict unknown · first seen 2026-\d\d-\d\d .*, last seen .* UTC/);
});

it('follows a rename in the text, the preview and every file', async () => {
  await find('ws7');
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Name for it' }).fill('Finance desk 7');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: 'Entity Finance desk 7' });
  await drawer
    .getByRole('region', { name: 'Where it is named' })
    .getByRole('button', { name: /, 1 Summary$/ })
    .click();
  const sentence = 'The intruder moved from Finance desk 7 to dc1.harbour.example.';
  await expect.poll(said).toBe(sentence);
  await app.screenshot('report-names-light');
  await command(page, 'Preview the report');
  const frame = page.frameLocator('iframe[title="Preview of the printed report"]');
  await expect.poll(() => frame.locator('main p').first().innerText()).toBe(sentence);
  // The template prints a table of entities, so a name leads there.
  await expect.poll(() => frame.locator('main p').first().locator('a.name').count()).toBe(2);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  const file = (ending: string): string => join(scratch, `names.${ending}`);
  for (const [format, ending] of [
    ['Markdown', 'md'],
    ['HTML', 'html'],
    ['PDF', 'pdf'],
    ['Word', 'docx'],
  ] as const) {
    await exportAs(app, file(ending), format);
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(readFileSync(file('md'), 'utf8')).toMatch(
    /The intruder moved from \[Finance desk 7\]\(#entity-\d+\) to/,
  );
  expect(readFileSync(file('html'), 'utf8')).toMatch(
    /The intruder moved from <a class="name" href="#entity-\d+">Finance desk 7<\/a> to/,
  );
  const { pages } = await readPdf(file('pdf'));
  expect(pages.join(' ')).toContain(sentence);
});

it('goes back with the rename when that is undone', async () => {
  await screen('Entities').click();
  await page.getByRole('grid', { name: 'Entities' }).focus();
  await page.keyboard.press('Control+z');
  await screen('Report').click();
  await expect
    .poll(said)
    .toBe('The intruder moved from ws7.harbour.example to dc1.harbour.example.');
});

it('is put by on the screen Entities, taken from there, and undone as one act', async () => {
  await find('svc_backup');
  // Other lists have keys of these letters too.
  await page.keyboard.press('m');
  await page.getByRole('dialog', { name: /^Merge/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: /^Merge/ }).waitFor({ state: 'detached' });
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Open the report' }).click();
  const tray = page.getByRole('listbox', { name: 'What can be cited' });
  await tray.getByText('Put by in Entities').waitFor();
  await summary().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' As ');
  await tray
    .getByRole('option', { name: /svc_backup/ })
    .first()
    .click();
  await expect.poll(said).toMatch(/ As .*svc_backup$/);
  await expect.poll(() => tray.getByText('Put by in Entities').count()).toBe(0);
  await settled();
  // The entity had no record before it was named: it goes with its name.
  await page.getByRole('tab', { name: 'Citations' }).click();
  await page.getByText('All 3 citations resolve.').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('All 2 citations resolve.').waitFor();
  await expect.poll(said).not.toMatch(/svc_backup/);
  await find('svc_backup');
  await page.getByRole('complementary', { name: /^Entity .*svc_backup/ }).waitFor();
  expect(await page.getByRole('complementary').getByText('History').count()).toBe(0);
  await screen('Report').click();
});

/** All of a PDF's bytes with its streams unpacked, and without the zeros of UTF-16. */
function unpacked(path: string): string {
  const bytes = readFileSync(path);
  const parts = [bytes];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const from = at + 6 + (bytes[at + 6] === 13 ? 2 : 1);
    const to = bytes.indexOf('endstream', from);
    if (bytes[from] !== 0x78 || to < 0) continue;
    parts.push(inflateSync(bytes.subarray(from, to), { finishFlush: 2 }));
  }
  return Buffer.concat(parts).toString('latin1').replaceAll('\0', '');
}

it('is in no byte of a PDF from which it is redacted', async () => {
  const open = join(scratch, 'open.pdf');
  await exportAs(app, open, 'PDF');
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  const hidden = /ws7/i;
  expect((await readPdf(open)).pages.join(' ')).toMatch(hidden);
  await command(page, 'Redactions of the report');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add a redaction…' }).click();
  await dialog.getByLabel('What it protects').fill('A desk');
  await dialog.getByText('An entity', { exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Entity' }).fill('ws7');
  await page.getByRole('option', { name: /ws7/ }).first().click();
  await dialog.getByLabel('Printed in its place').fill('[desk]');
  await dialog.getByRole('button').last().click();
  await dialog.getByText(/^\d+ places?$/).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
  const path = join(scratch, 'redacted.pdf');
  await exportAs(app, path, 'PDF');
  await dialog.getByRole('button', { name: 'Done' }).click();
  const { pages } = await readPdf(path);
  expect(pages.join(' ')).toContain('The intruder moved from [desk] to dc1.harbour.example.');
  expect(hidden.exec(pages.join(' '))?.[0]).toBeUndefined();
  expect(hidden.exec(unpacked(path))?.[0]).toBeUndefined();
  expect(unpacked(open).length).toBeGreaterThan(readFileSync(open).length);
});

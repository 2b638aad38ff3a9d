import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardItem } from '#shared/model/board.ts';
import type { OpBody } from '#shared/work/op.ts';
import { board as harbourBoard } from '../report/harbour-board.ts';
import { work as harbourWork } from '../report/harbour-case.ts';
import { HOSTILE } from '../report/hostile-case.ts';
import { axeFindings } from './axe.ts';
import { boardRows, cells, command, goTo, saved } from './board-page.ts';
import { openOnlyCase } from './only-case.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import type { ReportCase } from './report-case.ts';
import { actIn, fireline as cli, newReportCase } from './report-case.ts';

let scratch: string;
let app: Fireline;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-board-'));
});
afterEach(async () => {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
});

type Folders = Pick<ReportCase, 'home' | 'userData' | 'folder'>;

/** A case without evidence, with this done to it. */
async function caseWith(bodies: readonly OpBody[]): Promise<Folders> {
  const home = join(scratch, 'home');
  const made = { home, userData: join(scratch, 'user-data'), folder: join(home, 'b.fireline') };
  cli(['new', made.folder, '--title', 'Board', '--analyst', 'Ada'], made.userData, home);
  await actIn(made, bodies);
  return made;
}

async function openBoard({ home, userData }: Folders): Promise<void> {
  app = await launchFireline({ home, userData });
  await openOnlyCase(app);
  await goTo(app.page, 'g b', 'Board');
}

const harbour: readonly OpBody[] = [
  ...harbourBoard.map((item): OpBody => ({ kind: 'board.add', item })),
  ...[...harbourWork.links.values()].map((link): OpBody => ({ kind: 'board.link', link })),
];

const first = (): BoardItem => {
  const [item] = harbourBoard;
  if (item === undefined) throw new Error('the board is empty');
  return item;
};

describe('the board', () => {
  it('is filled from events and by hand, by keyboard alone, and survives a kill', async () => {
    const made = newReportCase(scratch);
    app = await launchFireline({ home: made.home, userData: made.userData });
    await openOnlyCase(app);
    const { page } = app;
    const { keyboard } = page;
    await goTo(page, 'g b', 'Board');
    await page.getByText('The board is empty').waitFor();

    // Two events are promoted.
    for (const key of ['g', 'x']) await keyboard.press(key);
    const events = page.getByRole('grid', { name: 'Events' });
    await events.locator('.fl-grid-row').filter({ hasText: '2026-' }).first().waitFor();
    await events.focus();
    for (const key of ['x', 'j', 'x', 'b']) await keyboard.press(key);
    await page.getByLabel('Why does it matter?').fill('First sign of the intruder');
    await keyboard.press('Enter');
    await page.getByText(/on the board and 1 more change/).waitFor();

    // One is made by hand, which must say who says so.
    await goTo(page, 'g b', 'Board');
    await expect.poll(() => cells(page, 0)).toEqual(['B1', 'B2']);
    await page.getByRole('grid', { name: 'Board' }).focus();
    await keyboard.press('n');
    await page.getByLabel('What happened').fill('Helpdesk was called');
    await page.getByRole('textbox', { name: /^Time/ }).fill('2026-05-12 09:05');
    await page.getByLabel('Why it belongs to the story').fill('The first anyone noticed');
    await keyboard.press('Control+Enter');
    await page.getByLabel('What happened').press('Enter');
    await page.getByText('Say who or what says so').waitFor();
    await page.getByLabel('Who or what says so').fill('M. Holm, by telephone on 13 May');
    await page.getByLabel('What happened').press('Enter');
    await expect.poll(() => cells(page, 0)).toEqual(['B1', 'B2', 'B3']);
    await saved(page);

    // Undo and redo.
    await keyboard.press('Control+z');
    await expect.poll(() => cells(page, 0)).toEqual(['B1', 'B2']);
    await keyboard.press('Control+Shift+z');
    await expect.poll(() => cells(page, 0)).toEqual(['B1', 'B2', 'B3']);

    // To the next lane, and edited.
    await page.getByRole('grid', { name: 'Board' }).focus();
    await keyboard.press('End');
    await keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await cells(page, 3)).at(-1)).toBe('Execution');
    await keyboard.press('e');
    await page.getByRole('radio', { name: 'Low' }).check({ force: true });
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    const mark = page.getByRole('img', { name: 'inferred, low confidence' });
    await expect.poll(() => mark.count()).toBeGreaterThan(0);

    // Linked to the first.
    await keyboard.press('l');
    await page.getByRole('button', { name: 'Link', exact: true }).press('Enter');
    await page.getByText(/^Linked/).waitFor();
    await saved(page);
    const before = await Promise.all([0, 1, 2, 3].map((column) => cells(page, column)));
    await app.kill9();

    await openBoard(made);
    await expect
      .poll(() => Promise.all([0, 1, 2, 3].map((column) => cells(app.page, column))))
      .toEqual(before);
    await expect.poll(() => app.page.locator('.fl-drawn-links path').count()).toBe(1);
    await app.screenshot('board-after-kill');
    await app.close();
    expect(app.networkAttempts()).toEqual([]);
  });

  it('draws lanes, links, gaps and doubtful order, and says the same in its table', async () => {
    await openBoard(await caseWith(harbour));
    const { page } = app;
    await expect.poll(() => cells(page, 0)).toHaveLength(harbourBoard.length);
    const lanes = page.locator('.fl-drawn-lane');
    await expect.poll(() => lanes.allTextContents()).toContain('Lateral Movement');
    await expect.poll(() => page.locator('.fl-drawn-links path').count()).toBe(3);
    expect(await boardRows(page).filter({ hasText: 'without items' }).count()).toBe(2);
    expect(await page.locator('.vis-background.fl-drawn-gap').count()).toBeGreaterThan(0);
    await page.getByLabel(/order uncertain: both have the same/).waitFor();
    await app.screenshot('board');
    await page.getByText('Host', { exact: true }).first().click();
    await expect.poll(() => lanes.allTextContents()).toContain('WS07');

    // What is shown of an item names its links.
    const grid = page.getByRole('grid', { name: 'Board' });
    await grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('complementary', { name: 'Board item B2' });
    await drawer.getByText('led to').waitFor();
    await app.screenshot('board-item');
    expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await cells(page, 4))[1]).toBe('WS07');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await cells(page, 4))[1]).toBe('mail');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('lets items of one time change places, and says why others do not', async () => {
    const item = first();
    const twin = { ...item, id: 'twin' as BoardItem['id'], title: 'Twin', rank: 'z' };
    const bodies = [
      { kind: 'board.add', item },
      { kind: 'board.add', item: { ...twin, rank: `${item.rank}V` } },
    ] as const;
    await openBoard(await caseWith(bodies));
    const { page } = app;
    await expect.poll(() => cells(page, 2)).toEqual([item.title, 'Twin']);
    await page.getByRole('grid', { name: 'Board' }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+ArrowUp');
    await expect.poll(() => cells(page, 2)).toEqual(['Twin', item.title]);
    await page.keyboard.press('Control+ArrowUp');
    await page.getByText('It is already the first of the items with this time.').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => cells(page, 2)).toEqual([item.title, 'Twin']);
  });

  it('keeps the key times of the incident', async () => {
    await openBoard(await caseWith(harbour));
    const { page } = app;
    const key = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} `) });
    await page.getByRole('button', { name: /^First activity 2026-05-11 22:14:00/ }).waitFor();
    await key('Detected').click();
    await page.getByText('A time', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Time', exact: true }).fill('2026-05-13 12:14');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page
      .getByRole('button', { name: 'Detected 2026-05-13 12:14:00 1 d 14 h dwell time' })
      .waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Detected not set/ }).waitFor();
    await page.keyboard.press('Control+Shift+z');
    await key('Contained').click();
    await page.getByText('A time', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Time', exact: true }).fill('2026-05-13 09:00');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page
      .getByRole('button', { name: 'Contained 2026-05-13 09:00:00 ! before detected' })
      .waitFor();
    await app.screenshot('board-key-times');
    await saved(page);
    await app.kill9();
    app = await launchFireline({ home: app.home, userData: app.userData });
    await openOnlyCase(app);
    await goTo(app.page, 'g b', 'Board');
    const contained = app.page.getByRole('button', { name: /^Contained/ });
    await expect.poll(() => contained.textContent()).toContain('! before detected');
  });

  it('shows hostile text as text, wherever it stands', async () => {
    const item: BoardItem = {
      ...first(),
      title: HOSTILE.replaceAll(/[\p{Cc}\u2028\u2029\p{Cs}]/gu, '?')
        .slice(0, 480)
        .trim(),
      reason: HOSTILE,
      host: '<img src=x onerror=alert(1)>',
      actor: '"><svg onload=alert(2)>',
    };
    const sane = { ...item, title: item.title.normalize() };
    await openBoard(await caseWith([{ kind: 'board.add', item: sane }]));
    const { page } = app;
    const alerts: string[] = [];
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.dismiss();
    });
    await expect.poll(() => page.locator('.fl-drawn-label').count()).toBe(1);
    expect(await page.locator('.fl-drawn-label').textContent()).toContain('<script>alert(1)');
    for (const lanes of ['Host', 'Actor']) {
      await page.getByText(lanes, { exact: true }).first().click();
      await expect.poll(() => page.locator('.fl-drawn-lane').textContent()).toMatch(/^["<]/);
    }
    await page.getByRole('grid', { name: 'Board' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Board item B1' }).waitFor();
    expect(await page.locator('[onerror], [onload], [src=x], a[href^=javascript]').count()).toBe(0);
    await app.screenshot('board-hostile');
    await page.keyboard.press('e');
    await page.getByLabel('What happened').waitFor();
    expect(alerts).toEqual([]);
  });

  it('has nothing that axe objects to, empty and full, light and dark', async () => {
    const made = await caseWith([]);
    await openBoard(made);
    const empty = await axeFindings(app.page);
    await command(app.page, 'Switch light and dark');
    const emptyDark = await axeFindings(app.page);
    await app.close();
    await actIn(made, harbour);
    await openBoard(made);
    await expect.poll(() => cells(app.page, 0)).toHaveLength(harbourBoard.length);
    await app.page.getByRole('grid', { name: 'Board' }).focus();
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('complementary', { name: 'Board item B1' }).waitFor();
    await app.screenshot('board-dark');
    const fullDark = await axeFindings(app.page);
    await command(app.page, 'Switch light and dark');
    const full = await axeFindings(app.page);
    await app.page.getByRole('grid', { name: 'Board' }).focus();
    await app.page.keyboard.press('e');
    await app.page.getByLabel('What happened').waitFor();
    const dialog = await axeFindings(app.page);
    expect({ empty, emptyDark, full, fullDark, dialog }).toEqual({
      empty: [],
      emptyDark: [],
      full: [],
      fullDark: [],
      dialog: [],
    });
  });
});

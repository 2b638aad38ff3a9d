import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { command, goTo, saved } from './board-page.ts';
import { explorePage } from './explore-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { readPdf } from './pdf-pages.ts';
import { fireline as cli } from './report-case.ts';
import { writeReportEvidence } from './report-evidence.ts';
import { saveTo } from './report-screen.ts';

let scratch: string;
let app: Fireline;
beforeEach(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-whole-'));
  app = await launchFireline({ home: join(scratch, 'home'), userData: join(scratch, 'user-data') });
});
afterEach(async () => {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
});

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().press('Enter');

/** Sets a key time of the incident by hand. */
async function keyTime(page: Page, name: string, time: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).press('Enter');
  const dialog = page.getByRole('dialog', { name: `Key time: ${name}` });
  const byHand = dialog.getByText('A time', { exact: true });
  if (await byHand.isVisible()) await byHand.click();
  await dialog.getByRole('textbox', { name: 'Time', exact: true }).fill(time);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Every open task done, one after another, by its key; how many. */
async function doAll(page: Page): Promise<number> {
  const progress = page.getByRole('list', { name: 'Playbooks of this case' });
  const counts = async (): Promise<readonly number[]> =>
    /(\d+) of (\d+) done/
      .exec((await progress.textContent()) ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  const [, all = 0] = await counts();
  const open = page.getByRole('listbox', { name: 'Open: tasks' });
  for (let done = 0; done < all; done += 1) {
    await open.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('d');
    await expect.poll(async () => (await counts())[0]).toBe(done + 1);
  }
  return all;
}

it(
  'an incident is run from its first event to the printed post-mortem',
  { timeout: 240_000 },
  async () => {
    const { page } = app;
    const { keyboard } = page;
    const explore = explorePage(app);

    // Detect: evidence dropped, the event found, put on the board, concluded from.
    await explore.addEvidence(writeReportEvidence(join(scratch, 'evidence')), 'HARBOUR-2026-031');
    await expect.poll(() => explore.matches(), { timeout: 60_000 }).toBeGreaterThan(200);
    await explore.query('EncodedCommand');
    await explore.settled((count) => count > 0 && count < 30);
    await explore.focusFirst();
    await keyboard.press('b');
    await page.getByLabel('Why does it matter?').fill('PowerShell was started hidden');
    await keyboard.press('Enter');
    await page
      .getByText(/^Put .+ on the board/)
      .first()
      .waitFor();
    await explore.focusFirst();
    await keyboard.press('f');
    await page.getByRole('textbox', { name: /^Finding/ }).fill('WS7 ran a hidden PowerShell');
    await keyboard.press('Enter');
    await page
      .getByText(/^Recorded the finding/)
      .first()
      .waitFor();

    // Put by, to be cited wherever something rests on it.
    await explore.focusFirst();
    await keyboard.press('c');

    // What was looked for and is not there.
    await explore.query('mimikatz');
    await page.getByText(/^None of/).waitFor();
    await command(page, 'Record as looked for');
    const lookedFor = page.getByRole('dialog', { name: 'Record as looked for' });
    await lookedFor.getByText(/^Nothing found among/).waitFor();
    await lookedFor.getByLabel('What was looked for').fill('Mimikatz by its name');
    await keyboard.press('Enter');
    await page
      .getByText(/^Added a negative finding/)
      .first()
      .waitFor();

    // Judge: key times from which everything else is counted.
    await goTo(page, 'g b', 'Board');
    await keyTime(page, 'Detected', '2026-05-12 09:15');
    await keyTime(page, 'Contained', '2026-05-12 12:45');
    await keyTime(page, 'Aware', '2026-05-12 10:00');
    await goTo(page, 'g i', 'Incident');
    await command(page, 'Change severity or status of the incident…');
    const judge = page.getByRole('dialog', { name: 'Severity and status' });
    await judge.getByRole('radio', { name: 'High' }).press('Space');
    await judge.getByLabel('Why').fill('Code of the intruder ran on WS7');
    await keyboard.press('Enter');
    await page.getByRole('tab', { name: /^Clocks/ }).click();
    await press(page, 'Add from rules…');
    await page.getByRole('checkbox', { name: /^GDPR: notify/ }).press('Space');
    await press(page, /^Add 1 deadline/);
    const deadlines = page.getByRole('grid', { name: 'Deadlines' });
    await deadlines.getByText('2026-05-15 10:00 UTC').waitFor();

    // Respond: a playbook followed to its end, and what was done on record.
    await goTo(page, 'g p', 'Response');
    await press(page, 'Choose a playbook');
    await page.getByRole('grid', { name: 'Playbooks' }).getByText('Malware outbreak').click();
    await page.getByRole('region', { name: 'Playbook Malware outbreak' }).waitFor();
    await page.getByRole('grid', { name: 'Playbooks' }).focus();
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Use “Malware outbreak”' }).waitFor();
    await keyboard.press('Enter');
    const progress = page.getByRole('list', { name: 'Playbooks of this case' });
    await progress.getByText(/^0 of \d+ done/).waitFor();
    expect(await doAll(page)).toBeGreaterThan(15);
    await page.getByRole('tab', { name: /^Actions/ }).click();
    await press(page, /New action/);
    await page.getByRole('textbox', { name: /^Action/ }).fill('Taken off the network');
    await page.getByRole('combobox', { name: /^Where/ }).fill('ws7.harbour.example');
    await keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByRole('grid', { name: 'Actions' }).getByText('Taken off the network').waitFor();

    // Learn: what is to change.
    await keyboard.press('Escape');
    await goTo(page, 'g l', 'Learning');
    await page.getByRole('tab', { name: /^Root cause/ }).click();
    await press(page, /^New control/);
    await page.getByRole('textbox', { name: 'Control' }).fill('Script logging');
    await press(page, 'Attach 1 event put by in Explore');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByRole('grid', { name: 'Controls' }).getByText('Script logging').waitFor();
    await page.getByRole('tab', { name: /^Improvements/ }).click();
    await press(page, /^New improvement/);
    await page
      .getByRole('textbox', { name: 'What is to be done' })
      .fill('Log scripts on every workstation');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByRole('grid', { name: 'Improvements' }).getByText('Log scripts').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    // Report: the facts write themselves.
    await goTo(page, 'g r', 'No report yet');
    await press(page, 'Create the report…');
    await press(page, 'Create report');
    await page.getByRole('navigation', { name: 'Outline' }).waitFor();
    await saved(page);
    const pdf = join(scratch, 'post-mortem.pdf');
    await saveTo(app, pdf);
    await press(page, 'Export…');
    await page.getByRole('dialog').getByText('PDF', { exact: true }).click();
    await page.getByRole('button', { name: 'Choose where…' }).click();
    await page
      .getByRole('heading', { name: 'The report is exported' })
      .waitFor({ timeout: 60_000 });
    const { pages, tagged } = await readPdf(pdf);
    const text = pages.join(' ');
    expect(tagged).toBe(true);
    for (const said of [
      'HARBOUR-2026-031',
      'WS7 ran a hidden PowerShell',
      'Mimikatz by its name',
      'Taken off the network',
      'Log scripts on every workstation',
      'GDPR: notify the supervisory authority',
      '2026-05-15 10:00',
    ]) {
      expect(text, said).toContain(said);
    }
    // By hand: from 09:15 to 12:45.
    expect(text).toMatch(/Time to contain 3 h 30 min/);

    // And it proves itself.
    await page.getByRole('button', { name: 'Done' }).press('Enter');
    await app.close();
    expect(app.networkAttempts()).toEqual([]);
    const [folder = ''] = readdirSync(app.home).filter((name) => name.endsWith('.fireline'));
    const pack = readdirSync(scratch).find(
      (name) => name.startsWith('post-mortem') && !name.endsWith('.pdf'),
    );
    const verified = cli(
      ['verify', join(scratch, pack ?? ''), '--case', join(app.home, folder)],
      app.userData,
      app.home,
    );
    expect(verified).toContain('Intact: ');
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Tagged: +yes/);
  },
);

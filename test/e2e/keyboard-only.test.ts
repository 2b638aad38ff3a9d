import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saved } from './board-page.ts';
import type { Hands } from './hands.ts';
import { takeHands } from './hands.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { readPdf } from './pdf-pages.ts';
import { writeReportEvidence } from './report-evidence.ts';
import { saveTo } from './report-screen.ts';

/*
 * One analyst runs a whole incident without a mouse. Everything done to the app goes through `hands`, which knows only
 * keys; `page` is only read. After each step something must have the focus, in sight and to be seen.
 */
let scratch: string;
let app: Fireline;
let page: Page;
let hands: Hands;

const EVENTS = 357;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-keys-'));
  app = await launchFireline({ home: join(scratch, 'home'), userData: join(scratch, 'user-data') });
  page = app.page;
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('heading', { name: 'No cases yet' }).waitFor();
  hands = await takeHands(page, app.cdp);
});
afterAll(async () => {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
});

const dialog = (name: string | RegExp = /./): Locator => page.getByRole('dialog', { name });
const gone = (name?: RegExp): Promise<void> => dialog(name).waitFor({ state: 'detached' });
const grid = (name: string): Locator => page.getByRole('grid', { name, exact: true });
const drawer = (name: RegExp): Locator => page.getByRole('complementary', { name });
const heading = (name: string): Promise<void> =>
  page.getByRole('heading', { name, exact: true }).waitFor();

/** Goes to a field by Tab and types. */
async function write(field: string | RegExp, text: string): Promise<void> {
  await hands.tabTo('textbox', field);
  await hands.type(text);
}

/** Enter in a field of a dialog saves and closes it. */
async function sent(): Promise<void> {
  await hands.press('Enter');
  await gone();
}

const said = (text: RegExp): Promise<void> => page.getByText(text).first().waitFor();

/** What else than keys was used until now; the focus must be somewhere, in sight and to be seen. */
async function notByKeys(): Promise<readonly string[]> {
  await hands.focused();
  return hands.faults();
}

/** Opens a dialog, types into the field where it begins, and saves. */
async function add(button: RegExp, text: string, list: string): Promise<void> {
  await hands.enter('button', button);
  await dialog().waitFor();
  await hands.at('textbox', /./);
  await hands.type(text);
  await hands.enter('button', 'Save');
  await gone();
  await grid(list).getByText(text).waitFor();
}

async function keyTime(name: string, time: string): Promise<void> {
  await hands.enter('button', new RegExp(`^${name} `), { back: true });
  await dialog(`Key time: ${name}`).waitFor();
  if ((await hands.focused()).role === 'radio') {
    await hands.pick('A time');
    await hands.tabTo('textbox', 'Time');
  }
  await hands.type(time);
  await hands.press('Enter');
  await gone();
}

describe('a whole incident by keyboard alone', () => {
  it('begins: a case, evidence, sealed and parsed', async () => {
    await hands.at('textbox', 'Your name');
    // What the system calls them is written over.
    await expect.poll(() => page.getByLabel('Your name').inputValue()).not.toBe('');
    await hands.type('Marta Lindqvist');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Marta Lindqvist');
    await hands.enter('button', 'New case');
    await dialog('New case').waitFor();
    await hands.at('textbox', 'Case name or number');
    await hands.type('HARBOUR-2026-032');
    await hands.press('Enter');
    await heading('No evidence yet');
    const files = writeReportEvidence(join(scratch, 'evidence'));
    await app.app.evaluate(({ dialog: system }, filePaths) => {
      system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
    }, files);
    await hands.at('button', /^Add files/);
    await hands.press('Enter');
    await dialog(/^Add 18 files/).waitFor();
    await hands.at('textbox', 'Where do they come from?');
    await hands.type('Triage of 12 May');
    await hands.press('Tab');
    await hands.type('Alert on WS7');
    await hands.enter('button', 'Seal and parse');
    await gone();
    await hands.at('treegrid', 'Evidence');
    const status = page.getByRole('contentinfo', { name: 'Status' });
    await status.getByText(`${EVENTS} events`, { exact: true }).waitFor({ timeout: 60_000 });
    await hands.press('Enter');
    await drawer(/./).waitFor();
    await hands.press('Escape');
    expect(await notByKeys()).toEqual([]);
  });

  it('explores: a query, a facet, details, a tag, the board, a finding, what is not there', async () => {
    const rows = (count: number): Promise<void> =>
      page.locator(`[role=grid][aria-busy=false][aria-rowcount="${count + 1}"]`).waitFor();
    await hands.press('g x');
    await rows(EVENTS);
    await hands.at('grid', 'Events');
    // A facet: its values are one tab stop.
    await hands.press('F6');
    await hands.tabTo('button', /^Host/);
    await hands.tabTo('button', /events\. Only this/, { within: 3 });
    await hands.press('ArrowDown ArrowUp ArrowRight');
    await hands.at('button', /^Not /);
    await hands.press('ArrowLeft Enter');
    await page.getByRole('button', { name: /^host:/ }).waitFor();
    await hands.command('Show all events');
    await rows(EVENTS);
    await hands.press('/');
    await hands.type('EncodedCommand');
    await hands.press('Enter');
    await rows(4);
    await hands.press('Home Enter');
    await drawer(/^Event$/).waitFor();
    await hands.press('F6 F6');
    await hands.at('tab', 'Event');
    await hands.pick('Fields');
    await hands.press('Escape');
    await drawer(/^Event$/).waitFor({ state: 'detached' });
    await hands.at('grid', 'Events');
    await hands.press('t');
    await dialog().waitFor();
    await hands.type('execution');
    await sent();
    await said(/^Tagged/);
    await hands.press('b');
    await dialog().waitFor();
    await hands.at('textbox', 'Why does it matter?');
    await hands.type('PowerShell was started hidden');
    await sent();
    await hands.press('f');
    await dialog().waitFor();
    await hands.at('textbox', /^Finding/);
    await hands.type('WS7 ran a hidden PowerShell');
    await sent();
    await hands.press('c');
    await hands.press('/');
    await hands.type('mimikatz');
    await hands.press('Enter');
    await page.getByText(/^None of/).waitFor();
    await hands.command('Record as looked for');
    await dialog('Record as looked for')
      .getByText(/^Nothing found among/)
      .waitFor();
    await write('What was looked for', 'Mimikatz by its name');
    await sent();
    await hands.command('Show all events');
    await rows(EVENTS);
    expect(await notByKeys()).toEqual([]);
  });

  it('tells the story: an item by hand, moved, linked, taken off and back, key times', async () => {
    await hands.press('g b');
    await heading('Board');
    await hands.at('grid', 'Board');
    await hands.press('n');
    await dialog().waitFor();
    await hands.at('textbox', 'What happened');
    await hands.type('Helpdesk was called');
    await write(/^Time/, '2026-05-12 09:05');
    await write('Who or what says so', 'M. Holm, by telephone');
    await write('Why it belongs to the story', 'The first anyone noticed');
    await hands.enter('button', 'Save');
    await gone();
    await grid('Board').getByText('Helpdesk was called').waitFor();
    await hands.press('End Shift+ArrowRight l');
    await dialog().waitFor();
    await hands.enter('button', 'Link');
    await said(/^Linked/);
    await hands.press('Enter');
    await drawer(/^Board item/).waitFor();
    await hands.press('Escape');
    await hands.press('Delete');
    await grid('Board').getByText('Helpdesk was called').waitFor({ state: 'detached' });
    await hands.at('grid', 'Board');
    await hands.press('Control+z');
    await grid('Board').getByText('Helpdesk was called').waitFor();
    await keyTime('Detected', '2026-05-12 09:15');
    await keyTime('Contained', '2026-05-12 12:45');
    await keyTime('Aware', '2026-05-12 10:00');
    expect(await notByKeys()).toEqual([]);
  });

  it('concludes: a finding confirmed, another written', async () => {
    await hands.press('g f');
    await heading('Findings');
    await hands.at('grid', 'Findings');
    await hands.press('Home y');
    await grid('Findings').getByText('Confirmed').waitFor();
    await hands.press('n');
    await dialog().waitFor();
    await hands.at('textbox', 'Finding');
    await hands.type('The VPN takes passwords alone');
    await hands.press('Escape');
    await gone();
    await hands.at('grid', 'Findings');
    expect(await notByKeys()).toEqual([]);
  });

  it('judges who is in it: a verdict, a host cleared, the graph, a rehearsal', async () => {
    const judge = async (words: string, verdict: string, why: string): Promise<void> => {
      await hands.press('Control+f Control+a');
      await hands.type(words);
      await hands.press('Enter Home e');
      await dialog(/^Judge/).waitFor();
      await hands.pick(verdict);
      await write('Why', why);
      await sent();
      await grid('Entities').getByText(verdict).waitFor();
    };
    await hands.press('g n');
    await heading('Entities');
    await grid('Entities').getByText('ws7.harbour.example').waitFor();
    await hands.at('grid', 'Entities');
    await judge('srv0', 'Cleared', 'Only sessions of root');
    await judge('ws7', 'Compromised', 'Hidden PowerShell ran here');
    await hands.press('Home Enter');
    await drawer(/^Entity ws7/).waitFor();
    await hands.press('F6');
    await hands.enter('button', 'Graph');
    await grid('Edges').locator('.fl-grid-row').first().waitFor();
    await hands.tabTo('button', /^Host ws7/);
    await hands.press('ArrowLeft');
    expect((await hands.focused()).name).toMatch(/^(?:Account|IP address) /);
    await hands.press('ArrowRight');
    await hands.tabTo('grid', 'Edges');
    await hands.view(/^List/);
    await hands.tabTo('grid', 'Entities');
    await hands.press('F6');
    await hands.enter('button', 'Rehearse');
    await page.getByRole('region', { name: 'Rehearsal' }).waitFor();
    await hands.enter('button', 'Keep with an action…');
    await dialog(/^Keep/).waitFor();
    await hands.enter('button', 'Save');
    await gone();
    expect(await notByKeys()).toEqual([]);
  });

  it('leads: severity, identity, a person, a deadline, a decision, the hand-over', async () => {
    await hands.press('g i');
    await heading('Incident');
    await hands.command('Change severity or status');
    await dialog('Severity and status').waitFor();
    await hands.pick('High');
    await write('Why', 'Code of the intruder ran on WS7');
    await sent();
    await hands.enter('button', 'Edit: Identity');
    await dialog().waitFor();
    await hands.at('textbox', 'Number');
    await hands.type('INC-2207');
    await sent();
    await hands.view(/^People/);
    await add(/^New person/, 'Sara Holm', 'People');
    await hands.view(/^Clocks/);
    await hands.enter('button', /^Add from rules/);
    await hands.tabTo('checkbox', /^GDPR: notify/);
    await hands.press('Space');
    await hands.enter('button', 'Add 1 deadline');
    await gone();
    await grid('Deadlines').getByText('2026-05-15 10:00 UTC').waitFor();
    await hands.tabTo('grid', 'Deadlines');
    await hands.press('Enter m');
    await dialog().waitFor();
    await hands.press('Escape');
    await gone();
    await hands.view(/^Log/);
    await hands.enter('button', /^New decision/);
    await dialog().waitFor();
    await hands.type('Take WS7 off the network');
    await hands.tabTo('combobox', 'Add to decided by');
    await hands.type('Sara');
    await hands.press('ArrowDown Enter');
    await write(/^Why/, 'Memory may still be read');
    await hands.enter('button', 'Save');
    await grid('Log').getByText('decided by Sara Holm').waitFor();
    await hands.view(/^Hand-over/);
    await hands.enter('button', 'Copy as Markdown');
    await page.getByText('Copied the hand-over as Markdown.').waitFor();
    expect(await notByKeys()).toEqual([]);
  });

  it('responds: a playbook, a task done, one that waits for another, an action', async () => {
    await hands.press('g p');
    await heading('No tasks yet');
    await hands.enter('button', 'Choose a playbook');
    await hands.tabTo('grid', 'Playbooks');
    const wanted = page.getByRole('region', { name: 'Playbook Malware outbreak' });
    const names = await grid('Playbooks')
      .locator('.fl-grid-row [data-column="0"]')
      .allTextContents();
    for (let n = names.findIndex((name) => name.includes('Malware outbreak')); n > 0; n -= 1) {
      await hands.press('ArrowDown');
    }
    await wanted.waitFor();
    await hands.press('Enter');
    await heading('Use “Malware outbreak”');
    await sent();
    const progress = page.getByRole('list', { name: 'Playbooks of this case' });
    await progress.getByText(/^0 of \d+ done/).waitFor();
    // The next card comes under the cursor.
    await hands.at('listbox', 'Open: tasks');
    await hands.press('Home d d');
    await progress.getByText(/^2 of \d+ done/).waitFor();
    await hands.at('listbox', 'Open: tasks');
    await hands.press('e');
    await dialog('Edit task').waitFor();
    await hands.tabTo('combobox', /after these tasks/i);
    await hands.press('ArrowDown Enter');
    await hands.enter('button', 'Save');
    await gone();
    await hands.view(/^Actions/);
    await hands.enter('button', /^New action/);
    await dialog().waitFor();
    await hands.type('Taken off the network');
    await hands.tabTo('combobox', /^Where/);
    await hands.type('ws7.harbour.example');
    await hands.enter('button', 'Save');
    await gone();
    await grid('Actions').getByText('Taken off the network').waitFor();
    expect(await notByKeys()).toEqual([]);
  });

  it('learns: what was known when, a technique, why, what was not found, what is to change', async () => {
    await hands.press('g l');
    await page.getByRole('slider', { name: 'Known at' }).waitFor();
    await hands.at('slider', 'Known at');
    const then = page.getByRole('region', { name: 'Known then' });
    await hands.press('Home');
    await then.getByText('0 on the board').waitFor();
    await hands.press('ArrowRight End');
    await then.getByText(/[1-9] on the board/).waitFor();
    await hands.view(/^Techniques/);
    await hands.enter('button', 'Show all techniques');
    await grid('Techniques by tactic').waitFor();
    await hands.tabTo('grid', 'Techniques by tactic');
    await hands.press('Home ArrowDown Enter');
    await drawer(/^Technique/).waitFor();
    await hands.press('Escape');
    await drawer(/^Technique/).waitFor({ state: 'detached' });
    await hands.view(/^Root cause/);
    const cause = async (text: string): Promise<void> => {
      await dialog().waitFor();
      await hands.type(text);
      await sent();
      await page.getByRole('treegrid', { name: 'Causes' }).getByText(text).waitFor();
    };
    await hands.enter('button', /^New cause/);
    await cause('The VPN was entered with a password');
    await hands.tabTo('treegrid', 'Causes');
    await hands.press('w');
    await cause('It asks for no second factor');
    await add(/^New control/, 'Script logging', 'Controls');
    await hands.view(/^Looked for/);
    await hands.tabTo('grid', 'Looked for');
    await hands.press('Enter');
    await drawer(/Mimikatz/).waitFor();
    await hands.press('Escape');
    await hands.view(/^Improvements/);
    await add(/^New improvement/, 'Log scripts on every workstation', 'Improvements');
    // Sorted by the column under the cursor.
    await hands.tabTo('grid', 'Improvements');
    await hands.press('Shift+S');
    await grid('Improvements').locator('[aria-sort=ascending]').waitFor();
    expect(await notByKeys()).toEqual([]);
  });

  it('reports: text, a citation, a frozen block, a comment, a state, a redaction', async () => {
    await hands.press('g r');
    await heading('No report yet');
    await hands.at('button', 'Create the report…');
    await hands.press('Enter');
    await dialog().waitFor();
    await hands.enter('button', 'Create report');
    await gone();
    await hands.at('button', /^1 Summary/);
    await hands.press('Enter');
    await hands.at('textbox', 'Text of 1 Summary');
    await hands.type('A hidden PowerShell ran ');
    await hands.type('@encodedcommand');
    await page.getByRole('option', { name: /for “encodedcommand”/, selected: true }).waitFor();
    await hands.press('Enter');
    await dialog('Cite').waitFor();
    await dialog('Cite')
      .getByRole('option')
      .first()
      .filter({ hasText: 'EncodedCommand' })
      .waitFor();
    await hands.press('ArrowDown Enter');
    await gone();
    await page.locator('[data-state=resolves]').first().waitFor();
    await hands.type('and stayed.');
    await hands.press('Escape');
    await hands.at('button', /^1 Summary/);
    const titles = await page.locator('.fl-outline-link').allTextContents();
    for (let n = titles.findIndex((text) => text.includes('Timeline')); n > 0; n -= 1) {
      await hands.press('ArrowDown');
    }
    await hands.press('Enter');
    await hands.at('textbox', /^Text of .*Timeline/);
    await hands.enter('button', 'Freeze', { within: 6 });
    await said(/^frozen \d+/);
    await hands.press('F6');
    await hands.at('tab', /./);
    await hands.pick('Review');
    await write(/^Comment on/, 'Who told the authority?');
    await hands.enter('button', 'Add the comment');
    await page.getByText('1 comment is open.').waitFor();
    await hands.enter('button', 'Settle', { within: 10 });
    await page.getByText('1 comment is open.').waitFor({ state: 'detached' });
    await hands.tabTo('radio', 'Draft', { back: true });
    await hands.pick('In review');
    await hands.command('Redactions of the report');
    await dialog('Redactions').waitFor();
    await hands.enter('button', /^Add/);
    await hands.at('textbox', 'What it protects');
    await hands.type('A name of a person');
    await write('Text or pattern', 'Sara Holm');
    await hands.enter('button', 'Save');
    await page.getByText('A name of a person').first().waitFor();
    await hands.enter('button', 'Done');
    await gone();
    await saved(page);
    expect(await notByKeys()).toEqual([]);
  });

  it('ends: the PDF, an act taken back, the case closed and opened again', async () => {
    const pdf = join(scratch, 'post-mortem.pdf');
    await saveTo(app, pdf);
    await hands.command('Export the report as PDF');
    await dialog().waitFor();
    await hands.enter('button', 'Choose where…');
    await page
      .getByRole('heading', { name: 'The report is exported' })
      .waitFor({ timeout: 60_000 });
    await hands.enter('button', 'Done');
    await gone();
    const text = (await readPdf(pdf)).pages.join(' ');
    for (const said of [
      'HARBOUR-2026-032',
      'A hidden PowerShell ran',
      'WS7 ran a hidden PowerShell',
      'Helpdesk was called',
      'Mimikatz by its name',
      'Taken off the network',
      'Log scripts on every workstation',
    ]) {
      expect(text, said).toContain(said);
    }
    expect(text).not.toContain('Sara Holm');
    expect(text).toMatch(/Time to contain 3 h 30 min/);
    await hands.command('Go to Activity');
    await heading('Activity');
    await hands.enter('button', /^Take back: Added a redaction/);
    await said(/^Took back/);
    await hands.press('?');
    await dialog('Keys here').waitFor();
    await hands.press('Escape');
    await gone();
    await hands.command('Close the case');
    await heading('Cases');
    await hands.at('row', /^HARBOUR-2026-032/);
    await hands.press('Enter');
    const status = page.getByRole('contentinfo', { name: 'Status' });
    await status.getByText(`${EVENTS} events`, { exact: true }).waitFor();
    expect(await notByKeys()).toEqual([]);
  });
});

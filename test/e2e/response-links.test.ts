import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { entityId } from '#shared/entities/entity-key.ts';
import type { BoardItemId, FindingId, RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import { RECORD_KINDS, recordTitle } from '#shared/records/record-kinds.ts';
import type { OpBody } from '#shared/work/op.ts';
import { axeFindings } from './axe.ts';
import { command, goTo, saved } from './board-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { openOnlyCase } from './only-case.ts';
import type { ReportCase } from './report-case.ts';
import { actIn, curated, newReportCase } from './report-case.ts';

let scratch: string;
let made: ReportCase;
let app: Fireline;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-links-'));
  made = newReportCase(scratch);
});
afterEach(async () => {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function open(keys: string, heading: string, bodies: readonly OpBody[]): Promise<Page> {
  await actIn(made, bodies);
  app = await launchFireline({
    home: made.home,
    userData: made.userData,
    env: { TZ: 'Asia/Kolkata' },
  });
  await openOnlyCase(app);
  await goTo(app.page, keys, heading);
  return app.page;
}

const add = (record: CaseRecord): OpBody => ({ kind: 'record.add', record });
const task = (id: string, title: string, after: readonly string[] = []): OpBody =>
  add({
    id: id as RecordId,
    type: 'task',
    title,
    phase: 'containment',
    state: 'open',
    after: after as readonly RecordId[],
    rank: id,
  });
const waits = (id: string, after: string): OpBody => ({
  kind: 'record.edit',
  type: 'task',
  record: id as RecordId,
  change: { after: [after as RecordId] },
});

const drawer = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('complementary', { name });

it('refuses a ring of tasks by its names, and tells one that a merge has closed', async () => {
  const page = await open('g p', 'Response', [
    task('a0', 'Block the address'),
    task('a1', 'Tell the owner', ['a0']),
    task('a2', 'Write to the provider', ['a1']),
    task('m0', 'Reset the account', ['m1']),
    task('m1', 'Ask for the mandate'),
    waits('m1', 'm0'),
  ]);
  const { keyboard } = page;
  const cards = page.getByRole('listbox', { name: 'Open: tasks' });
  await cards.focus();
  await keyboard.press('Home');
  await keyboard.press('e');
  const form = page.getByRole('dialog', { name: 'Edit task' });
  const more = form.getByRole('combobox', { name: 'Add to after these tasks' });
  await more.fill('provider');
  await page.getByRole('option', { name: 'Write to the provider', exact: true }).click();
  // The list closes on a choice; the field has the focus still, and a click opens it again.
  await page
    .getByRole('listbox', { name: 'Add to after these tasks' })
    .waitFor({ state: 'detached' });
  expect(await more.inputValue()).toBe('');
  await more.click();
  await page.getByRole('option', { name: 'Tell the owner', exact: true }).waitFor();
  await keyboard.press('Escape');
  const refusal = form.getByText(
    'This closes a ring: “Block the address” waits for “Write to the provider”, which waits for “Tell the owner”, which waits for “Block the address”. None of them could begin. Take one out.',
  );
  await refusal.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  expect(await form.isVisible()).toBe(true);
  // Where it is wrong is where one goes on typing.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Add to after these tasks');
  await form.getByRole('button', { name: 'Take out Write to the provider' }).click();
  await refusal.waitFor({ state: 'detached' });
  // The focus moves on to a neighbour, and opens no list over the dialog.
  expect(await page.getByRole('listbox', { name: 'Add to after these tasks' }).isVisible()).toBe(
    false,
  );
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });

  // The ring that came with the log is told, is no bar to another change, and is a way to its members.
  await cards.getByText('Reset the account').click();
  await keyboard.press('Enter');
  const ring = drawer(page, 'Task Reset the account').getByRole('note').filter({ hasText: 'ring' });
  await expect
    .poll(() => ring.textContent())
    .toContain('this task waits for Ask for the mandate, which waits for this task again');
  await keyboard.press('e');
  await form.getByRole('textbox', { name: /^Task/ }).fill('Reset the account twice');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });
  await ring.getByRole('button', { name: 'Ask for the mandate' }).click();
  await drawer(page, 'Task Ask for the mandate').waitFor();
});

it('keeps the board to what an action says, and draws both sides along one time', async () => {
  const at = (BigInt(Date.UTC(2026, 4, 12, 18)) * 1_000_000n) as Instant;
  const action = {
    id: 'cut' as RecordId,
    type: 'action',
    title: 'Taken off the network',
    kind: 'containment',
    state: 'done',
    where: 'ws7',
    at,
  } as const;
  const page = await open('g p', 'Response', [...curated(made), add(action)]);
  const { keyboard } = page;
  await page.getByRole('tab', { name: /^Actions/ }).click();
  const sides = page.getByRole('group', { name: 'Both sides over time' });
  await sides.locator('[data-mark="action-cut"]').waitFor();
  expect(await sides.locator('.fl-sides-intruder').count()).toBeGreaterThan(5);
  expect(await axeFindings(page)).toEqual([]);
  const drawn = sides.getByRole('img');
  await drawn.getByText('UTC', { exact: true }).waitFor();
  expect(await sides.locator('[data-mark="action-cut"] title').textContent()).toContain(
    '18:00 UTC',
  );
  await command(page, 'Show times in UTC or local time');
  await drawn.getByText('Local time', { exact: true }).waitFor();
  expect(await sides.locator('[data-mark="action-cut"] title').textContent()).toContain(
    '23:30 local',
  );
  const grid = page.getByRole('grid', { name: 'Actions' });
  await grid.focus();
  await keyboard.press('Enter');
  const details = drawer(page, /^Action /);
  await details.getByRole('button', { name: 'To board' }).click();
  await details.getByRole('button', { name: 'Show on the board' }).waitFor();

  // An edit is one act in both places, and one Undo.
  await grid.focus();
  await keyboard.press('e');
  const form = page.getByRole('dialog', { name: 'Edit action' });
  await form.getByText('what you change here is changed there too').waitFor();
  await form.getByRole('textbox', { name: /^Action/ }).fill('Cable pulled');
  await form.getByRole('button', { name: 'Save' }).click();
  await saved(page);
  await details.getByRole('button', { name: 'Show on the board' }).click();
  const item = drawer(page, /^Board item/);
  await item.getByRole('heading', { name: 'Cable pulled: ws7' }).waitFor();
  await keyboard.press('Control+z');
  await item.getByRole('heading', { name: 'Taken off the network: ws7' }).waitFor();

  // Written otherwise on the board, it is told, with the way back to what the record says.
  await keyboard.press('e');
  const itemForm = page.getByRole('dialog', { name: 'Edit board item' });
  await itemForm.getByRole('textbox', { name: /What happened/ }).fill('ws7 is off');
  await itemForm.getByRole('button', { name: 'Save' }).click();
  await item
    .getByText('what: “ws7 is off” on the board, “Taken off the network: ws7” in the action')
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await item.getByRole('button', { name: 'Take from the action' }).click();
  await item.getByRole('heading', { name: 'Taken off the network: ws7' }).waitFor();
  await item.getByText('The board says otherwise').waitFor({ state: 'detached' });

  // Back to the action; with it goes its item, and both come back.
  await item.getByRole('button', { name: 'Show the action' }).click();
  await details.waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Actions');
  await keyboard.press('Delete');
  await page.getByText('No actions yet').waitFor();
  await goTo(page, 'g b', 'Board');
  const onBoard = page.getByRole('grid', { name: 'Board' }).getByText('Taken off the network: ws7');
  await onBoard.waitFor({ state: 'detached' });
  await keyboard.press('Control+z');
  await onBoard.waitFor();
});

it('opens the very item that names an entity, of every kind', async () => {
  const at = (BigInt(Date.UTC(2026, 4, 12, 18)) * 1_000_000n) as Instant;
  const base = (type: string) => ({ id: `r-${type}` as RecordId, title: `The ${type} on zeta9` });
  const records: readonly CaseRecord[] = [
    { ...base('action'), type: 'action', kind: 'containment', state: 'done', where: 'x', at },
    { ...base('task'), type: 'task', phase: 'containment', state: 'done', after: [], rank: 'a0' },
    { ...base('transfer'), type: 'transfer', state: 'left', standing: 'assumed', events: [] },
    { ...base('impact'), type: 'impact', area: 'systems', standing: 'assumed' },
    { ...base('cause'), type: 'cause', kind: 'root', standing: 'assumed', rank: 'a0' },
    { ...base('control'), type: 'control', verdict: 'failed' },
    {
      ...base('negative-finding'),
      type: 'negative-finding',
      query: 'zeta9',
      soughtAt: at,
      matched: 0,
      denominator: 9,
      evidence: [],
    },
    { ...base('decision'), type: 'decision', at, by: [], why: 'It had to be.' },
    {
      ...base('communication'),
      type: 'communication',
      at,
      direction: 'told',
      channel: 'e-mail',
      people: [],
      text: 'Be warned.',
    },
    { ...base('lesson'), type: 'lesson', kind: 'was-luck' },
    { ...base('improvement'), type: 'improvement', state: 'proposed', priority: 'high' },
  ];
  const page = await open('g n', 'Entities', [
    ...curated(made),
    add({
      id: entityId({ kind: 'host', value: 'zeta9' }),
      type: 'entity',
      kind: 'host',
      value: 'zeta9',
      aliases: [],
      verdict: 'suspected',
      analysis: 'not-started',
    }),
    {
      kind: 'finding.add',
      finding: {
        id: 'f-zeta' as FindingId,
        title: 'A finding on zeta9',
        severity: 'low',
        confidence: 'low',
        status: 'dismissed',
        statement: 'Nothing.',
        events: [],
      },
    },
    {
      kind: 'board.edit',
      item: 'board-3' as BoardItemId,
      change: { host: 'zeta9', title: 'The board item on zeta9' },
    },
    ...records.map(add),
  ]);
  const titles: readonly (readonly [string, string])[] = [
    ['finding', 'A finding on zeta9'],
    ['board', 'The board item on zeta9'],
    ...records.map((record) => [RECORD_KINDS[record.type].noun, recordTitle(record)] as const),
  ];
  const list = page.getByRole('grid', { name: 'Entities' });
  await page.getByRole('textbox', { name: 'Filter entities' }).fill('zeta9');
  await page.keyboard.press('Enter');
  await list.getByText('zeta9').first().waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const named = page.getByRole('region', { name: 'Where it is named' });
  for (const [noun, title] of titles) {
    await named.waitFor();
    const all = named.getByRole('button', { name: /^Show all/ });
    if (await all.isVisible()) await all.click();
    await named.getByRole('button', { name: title, exact: true }).click();
    // The item itself: its details, and the cursor of its list with the focus.
    const details = page.getByRole('complementary').filter({ hasText: title }).last();
    await details.getByRole('heading', { name: title }).waitFor();
    await expect
      .poll(() => page.evaluate(focusedRow), { message: `${noun}: the row with the focus` })
      .toContain(title);
    await goTo(page, 'g n', 'Entities');
    await page.getByRole('tab', { name: 'List' }).click();
  }
});

it('keeps with a result what it ran over, and says when more evidence has come', async () => {
  const page = await open('g p', 'Response', [
    add({
      id: 'q1' as RecordId,
      type: 'task',
      title: 'Look for failures',
      phase: 'containment',
      state: 'open',
      after: [],
      rank: 'a0',
      query: 'outcome:failure',
    }),
  ]);
  await page.getByRole('listbox', { name: 'Open: tasks' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('r');
  const details = drawer(page, 'Task Look for failures');
  await details.getByText(/Result recorded: .+ of [\d,]+ events match/).waitFor();
  await details.getByText('What it ran over').click();
  await details.locator('.fl-task-coverage').filter({ hasText: /file/ }).waitFor();
  expect(await axeFindings(page)).toEqual([]);

  const late = join(scratch, 'late.log');
  writeFileSync(late, '<13>1 2026-05-12T10:00:00Z ws9 app - - - nothing of note\n');
  await app.dropFiles([late]);
  const dialog = page.getByRole('dialog', { name: /^Add / });
  await dialog.getByLabel('Where do they come from?').fill('A second stick');
  await dialog.getByLabel('Why are they added?').fill('Came later');
  await dialog.getByRole('button', { name: 'Seal and parse' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await goTo(page, 'g p', 'Response');
  const stale = details.getByText('1 file came since the result was recorded. Record it again.');
  await stale.waitFor();
  await details.getByRole('button', { name: 'Record result' }).click();
  await stale.waitFor({ state: 'detached' });
});

it('looks for a name by hand in the fields that mean it, and says apart where else it stands', async () => {
  const page = await open('g n', 'Entities', [
    add({
      id: entityId({ kind: 'service', value: 'powershell' }),
      type: 'entity',
      kind: 'service',
      value: 'powershell',
      aliases: [],
      verdict: 'suspected',
      analysis: 'not-started',
    }),
  ]);
  await page.getByRole('textbox', { name: 'Filter entities' }).fill('powershell');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const details = drawer(page, 'Entity powershell');
  await details.getByRole('button', { name: /^0 events/ }).waitFor();
  await details.getByRole('button', { name: /with the name in the text$/ }).click();
  const found = page.getByRole('grid', { name: 'Events' }).getByText(/powershell/i);
  await expect.poll(() => found.count()).toBeGreaterThan(0);
});

/** The text of the row that keys act on. */
function focusedRow(): string {
  const focused = document.activeElement;
  const id = focused?.getAttribute('aria-activedescendant') ?? '';
  const at = document.getElementById(id);
  return (at?.closest('[role=row]') ?? at)?.textContent ?? '';
}

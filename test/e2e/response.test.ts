import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import { TASK_STATES } from '#shared/records/kinds/task.ts';
import type { OpBody } from '#shared/work/op.ts';
import { rankBetween } from '#shared/work/rank.ts';
import { axeFindings } from './axe.ts';
import { command, goTo, saved } from './board-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { openOnlyCase } from './only-case.ts';
import { readPdf } from './pdf-pages.ts';
import type { ReportCase } from './report-case.ts';
import { actIn, newReportCase } from './report-case.ts';
import { saveTo } from './report-screen.ts';

let scratch: string;
let made: ReportCase;
let app: Fireline;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-response-'));
  made = newReportCase(scratch);
});
afterEach(async () => {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function openResponse(): Promise<Page> {
  app = await launchFireline({ home: made.home, userData: made.userData });
  await openOnlyCase(app);
  await goTo(app.page, 'g p', 'Response');
  return app.page;
}

const column = (page: Page, name: string): Locator =>
  page.getByRole('listbox', { name: `${name}: tasks` });

/** The task that has the cursor, by the id of its card. */
const at = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? '');

/** By arrows, from where the cursor is downwards. */
async function moveTo(page: Page, step: string): Promise<void> {
  for (let n = 0; n < 30 && !(await at(page)).endsWith(`--${step}`); n += 1) {
    await page.keyboard.press('ArrowDown');
  }
  expect(await at(page)).toContain(`--${step}`);
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).press('Enter');

describe('the response', () => {
  it('follows a playbook by keyboard alone', async () => {
    const page = await openResponse();
    const { keyboard } = page;
    await page.getByText('No tasks yet').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    // A playbook becomes tasks, in one act.
    await press(page, 'Choose a playbook');
    await page.getByRole('grid', { name: 'Playbooks' }).focus();
    for (let n = 0; n < 6; n += 1) await keyboard.press('j');
    await page.getByRole('region', { name: 'Playbook Phishing' }).waitFor();
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Use “Phishing”' }).waitFor();
    await keyboard.press('Enter');
    const progress = page.getByRole('list', { name: 'Playbooks of this case' });
    await progress.getByText('0 of 20 done').waitFor();
    await saved(page);
    const blocked = page.getByRole('button', { name: /blocked$/ });
    expect(await blocked.textContent()).toBe('19 blocked');
    await keyboard.press('Control+z');
    await page.getByText('No tasks yet').waitFor();
    await keyboard.press('Control+Shift+z');
    await progress.getByText('0 of 20 done').waitFor();

    // Done asks nothing, frees what waited, and is undone.
    await column(page, 'Open').focus();
    expect(await at(page)).toContain('--name-lead');
    await keyboard.press('d');
    await progress.getByText('1 of 20 done').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await blocked.textContent()).toBe('17 blocked');
    await keyboard.press('Control+z');
    await progress.getByText('0 of 20 done').waitFor();
    expect(await blocked.textContent()).toBe('19 blocked');
    // The cursor had gone on to the next card.
    await keyboard.press('Home');
    await expect.poll(() => at(page)).toContain('--name-lead');

    // A card is carried from column to column, and the focus with it.
    await keyboard.press('Shift+ArrowRight');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.ariaLabel))
      .toBe('In progress: tasks');
    await keyboard.press('Shift+ArrowRight');
    expect(await column(page, 'Blocked').getByRole('option').count()).toBe(1);

    // What the evidence says is counted live and recorded with its denominator.
    await keyboard.press('ArrowLeft');
    await expect.poll(() => at(page)).not.toContain('--name-lead');
    await keyboard.press('Home');
    await moveTo(page, 'sign-ins');
    await keyboard.press('r');
    const drawer = page.getByRole('complementary', { name: /^Task/ });
    await drawer.getByText(/Result recorded: .+ of [\d,]+ events match.+UTC/).waitFor();

    // Nothing found can become a negative finding.
    await moveTo(page, 'mailbox-rules');
    await keyboard.press('r');
    await drawer.getByText(/Result recorded: None of [\d,]+ events match/).waitFor();
    await drawer.getByRole('button', { name: 'Record as not found…' }).press('Enter');
    await page.getByRole('textbox', { name: 'What was looked for' }).fill('Rules of mailboxes');
    await page.getByRole('button', { name: 'Record', exact: true }).press('Enter');
    await drawer.getByText('Recorded as looked for and not found.').waitFor();

    // Quick add, and the list.
    await column(page, 'Open').focus();
    await keyboard.press('Shift+N');
    await keyboard.type('Ring the postmaster');
    await keyboard.press('Enter');
    await page.getByText('Added a task “Ring the postmaster”').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await command(page, 'Switch light and dark');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Board' }).focus();
    await keyboard.press('ArrowRight');
    const list = page.getByRole('grid', { name: 'Tasks' });
    await list.waitFor();
    expect(await list.getAttribute('aria-rowcount')).toBe('22');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('keeps actions, prints checklists and carries tables and playbooks in and out', async () => {
    await actIn(made, someTasks(1_000));
    const page = await openResponse();
    const { keyboard } = page;

    // A thousand tasks: only what is in view is drawn, and a step of the cursor is at once.
    await column(page, 'Open').getByRole('option').first().waitFor();
    expect(await page.getByRole('option').count()).toBeLessThan(100);
    await column(page, 'Open').focus();
    const times = await timesOf(page, 'ArrowDown', 40);
    const median = times[Math.floor(times.length / 2)] ?? 0;
    console.log(
      `1,000 tasks: a step of the cursor takes ${Math.round(median)} ms (median), ${Math.round(times.at(-1) ?? 0)} ms at most`,
    );
    expect(median).toBeLessThan(100);
    await keyboard.press('End');
    await expect.poll(() => at(page)).toBe('task-card-many-5');
    await column(page, 'Open').locator('#task-card-many-5').waitFor();

    // By pointer too.
    await column(page, 'Open').locator('#task-card-many-5').dragTo(column(page, 'Blocked'));
    await page.getByText('Set the task “Look at host 5” to blocked').waitFor();
    await column(page, 'Blocked').locator('#task-card-many-5').waitFor();

    // An action, its place on the board, and both taken back as one.
    await page.getByRole('tab', { name: /^Actions/ }).click();
    await press(page, /New action/);
    await page.getByRole('textbox', { name: /^Action/ }).fill('Taken off the network');
    await page.getByRole('combobox', { name: /^Where/ }).fill('dc');
    await page.getByRole('option').first().click();
    const where = await page.getByRole('combobox', { name: /^Where/ }).inputValue();
    expect(where).toMatch(/dc/i);
    await page.getByRole('button', { name: 'Save' }).click();
    const actions = page.getByRole('grid', { name: 'Actions' });
    await actions.getByText('Taken off the network').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await goTo(page, 'g b', 'Board');
    await page.getByText(`Taken off the network: ${where}`).first().waitFor();
    await keyboard.press('Control+z');
    await page.getByText(`Taken off the network: ${where}`).first().waitFor({ state: 'hidden' });
    await keyboard.press('Control+Shift+z');
    await goTo(page, 'g p', 'Response');
    await actions.getByText('Taken off the network').waitFor();

    // Checklist.
    for (const [paper, width] of [
      ['A4', 595],
      ['Letter', 612],
    ] as const) {
      const path = join(scratch, `${paper}.pdf`);
      await saveTo(app, path);
      await page.getByRole('button', { name: 'Checklist…' }).click();
      await page.getByRole('button', { name: /Tasks/ }).last().click();
      await page.getByRole('option', { name: 'Triage of hosts' }).click();
      await page.getByText(paper, { exact: true }).click();
      await page.getByRole('button', { name: 'Save as PDF…' }).click();
      await page.getByRole('heading', { name: 'Print a checklist' }).waitFor({ state: 'hidden' });
      await page.getByText('The checklist is saved.').first().waitFor();
      const { pages, size, tagged, outline } = await readPdf(path);
      const text = pages.join(' ');
      expect(tagged).toBe(true);
      expect(Math.round(size[0])).toBe(width);
      expect(outline).toContain('Containment');
      expect(text).toMatch(/response checklist/i);
      expect(text).toContain('Look at host 0');
      expect(text).toContain('Preserve first: memory');
      expect(text).toContain('Overdue');
      expect(text).not.toContain('Look at host 999');
    }

    // Tables.
    for (const [entry, file, lines] of [
      ['Tasks as CSV…', 'tasks.csv', 1_001],
      ['Actions as CSV…', 'actions.csv', 2],
    ] as const) {
      await saveTo(app, join(scratch, file));
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem', { name: entry }).click();
      await page
        .getByText(/^Exported /)
        .first()
        .waitFor();
      await expect
        .poll(() => readFileSync(join(scratch, file), 'utf8').trimEnd().split('\r\n').length)
        .toBe(lines);
    }

    // Playbooks of one's own.
    await page.getByRole('tab', { name: 'Playbooks' }).click();
    const own = { ...OWN, steps: [{ ...OWN.steps[0], title: '<b>Block</b>' }] };
    await importing(JSON.stringify(own));
    await page.getByText('steps[0].title (“block”) holds HTML; write plain text.').waitFor();
    await importing(JSON.stringify(OWN));
    const playbooks = page.getByRole('grid', { name: 'Playbooks' });
    await playbooks.getByText('Stolen badge').waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save tasks as a playbook…' }).click();
    await page.getByRole('textbox', { name: /^Title/ }).fill('Triage as we do it');
    await page.getByRole('textbox', { name: /^When to use it/ }).fill('Many hosts at once.');
    await page
      .getByRole('button', { name: /Tasks$/ })
      .last()
      .click();
    await page.getByRole('option', { name: 'Triage of hosts' }).click();
    await page.getByRole('button', { name: 'Save 8 steps' }).click();
    await playbooks.getByText('Triage as we do it').waitFor();
    await playbooks.getByText('Triage as we do it').click();
    await saveTo(app, join(scratch, 'out.json'));
    await page.getByRole('button', { name: 'Export the playbook…' }).click();
    await page.getByText('Exported the playbook “Triage as we do it”.').waitFor();
    const out: unknown = JSON.parse(readFileSync(join(scratch, 'out.json'), 'utf8'));
    expect(out).toMatchObject({ id: 'triage-as-we-do-it', steps: { length: 8 } });
  });
});

const OWN = {
  fireline: 'playbook/1',
  id: 'stolen-badge',
  revision: 1,
  title: 'Stolen badge',
  category: 'devices',
  use: 'A badge is gone.',
  steps: [{ id: 'block', title: 'Block the badge', phase: 'containment' }],
} as const;

/** Imports a file of this content, as if somebody had chosen it. */
async function importing(content: string): Promise<void> {
  const path = join(scratch, 'in.json');
  writeFileSync(path, content);
  await app.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await app.page.getByRole('button', { name: 'Import…' }).click();
}

/** Tasks in all states and phases, the first ten of them from a playbook. */
function someTasks(count: number): readonly OpBody[] {
  const use = 'playbook-triage' as RecordId;
  const startedAt = (BigInt(Date.UTC(2026, 4, 12, 10)) * 1_000_000n) as Instant;
  let rank: string | undefined;
  const tasks = Array.from({ length: count }, (_, n): OpBody => {
    rank = rankBetween(rank, undefined);
    return {
      kind: 'record.add',
      record: {
        id: `many-${n}` as RecordId,
        type: 'task',
        title: `Look at host ${n}`,
        phase: RESPONSE_PHASES[n < 10 ? 2 : n % 5] ?? 'containment',
        state: TASK_STATES[n % 5] ?? 'open',
        after: n % 7 === 3 ? [`many-${n - 1}` as RecordId] : [],
        rank,
        due: startedAt,
        ...(n < 10 && { playbook: use, guidance: 'Preserve first: memory.\nDo not: log on.' }),
      },
    };
  });
  const record = {
    id: use,
    type: 'playbook',
    title: 'Triage of hosts',
    source: 'triage',
    version: 1,
    startedAt,
  } as const;
  return [{ kind: 'record.add', record }, ...tasks];
}

/** Times in ms from a key until the cursor has moved and the page was drawn, over so many presses, in order. */
async function timesOf(page: Page, key: string, presses: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    const seen = window as unknown as { times: number[] };
    seen.times = [];
    window.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        requestAnimationFrame(() => setTimeout(() => seen.times.push(performance.now() - start)));
      },
      { capture: true },
    );
  });
  for (let n = 0; n < presses; n += 1) {
    const before = await at(page);
    await page.keyboard.press(key);
    await expect.poll(() => at(page)).not.toBe(before);
  }
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
  return [...times].sort((a, b) => a - b);
}

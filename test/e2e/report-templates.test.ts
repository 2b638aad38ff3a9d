import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf, textOf as wordsOf } from '#test/report/docx-parts.ts';
import { axeFindings } from './axe.ts';
import type { Fireline } from './harness.ts';
import { actIn, curated, newReportCase } from './report-case.ts';
import { createReport, exportAs, openReport, saveTo, scratchFolder } from './report-screen.ts';

let fireline: Fireline;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = scratchFolder();
  const made = newReportCase(folder);
  await actIn(made, curated(made));
  fireline = await openReport(made.home, made.userData);
  page = fireline.page;
  await createReport(page);
}, 120_000);
afterAll(() => fireline.close());

/** From now on the system's open dialog answers with this path, as if somebody had chosen it. */
const openFrom = (path: string): Promise<void> =>
  fireline.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);

const dialog = () => page.getByRole('dialog');

async function newReport(): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'New report…' }).click();
  await dialog().getByRole('radio', { name: 'Hand-over' }).waitFor({ state: 'attached' });
}

async function word(text: string): Promise<string> {
  const path = join(folder, `${text.length}-letter.docx`);
  const children = ['Acme letterhead', text].map((line) => new Paragraph(line));
  writeFileSync(path, await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return path;
}

describe('templates on the screen', { timeout: 120_000 }, () => {
  it('are exported as a file, taken in again as one’s own, and a report begins with them', async () => {
    const file = join(folder, 'hand-over.json');
    await newReport();
    await dialog().getByText('Hand-over', { exact: true }).click();
    await saveTo(fireline, file);
    await dialog().getByRole('button', { name: 'Export this one…' }).click();
    await expect.poll(() => existsSync(file)).toBe(true);
    const template = JSON.parse(readFileSync(file, 'utf8')) as { sections: { title: string }[] };
    expect(template.sections[0]?.title).toBe('Where we are');

    writeFileSync(file, JSON.stringify({ ...template, title: 'Night shift', kind: 'Night brief' }));
    await openFrom(file);
    await dialog().getByRole('button', { name: 'Import a template…' }).click();
    const own = dialog().getByRole('radio', { name: /Night shift.*yours/ });
    await own.waitFor({ state: 'attached' });
    await expect.poll(() => own.isChecked()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await fireline.screenshot('report-templates');
    await dialog().getByLabel('Title').fill('What the night must know');
    await dialog().getByRole('button', { name: 'Create report' }).click();
    await page.getByRole('textbox', { name: 'Text of 1 Where we are', exact: true }).waitFor();
  });

  it('that are none are refused with the reason', async () => {
    const file = join(folder, 'none.json');
    writeFileSync(file, '{"fireline": "playbook"}');
    await newReport();
    await openFrom(file);
    await dialog().getByRole('button', { name: 'Import a template…' }).click();
    await page
      .getByText(/The template .*report.template/i)
      .first()
      .waitFor();
    expect(await dialog().getByRole('radio', { name: /yours/ }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});

describe('a Word template of one’s own', { timeout: 120_000 }, () => {
  async function chooseTemplate(path: string): Promise<void> {
    await openFrom(path);
    await page.getByRole('button', { name: 'Export…' }).click();
    await dialog().getByText('Word', { exact: true }).click();
    await dialog().getByText('A template of my own').click();
    await dialog().getByText(path, { exact: true }).waitFor();
  }

  it('is chosen at the export and filled', async () => {
    await chooseTemplate(await word('On {{title}}'));
    const out = join(folder, 'letter.docx');
    await saveTo(fireline, out);
    await fireline.screenshot('report-word-template');
    await dialog().getByRole('button', { name: 'Choose where…' }).click();
    await page.getByRole('heading', { name: 'The report is exported' }).waitFor();
    await dialog().getByRole('button', { name: 'Done' }).click();
    const text = wordsOf((await partsOf(readFileSync(out))).get('word/document.xml') ?? '');
    expect(text).toBe('Acme letterhead\nOn What the night must know');
    expect(existsSync(`${out}.fireline-proof.json`)).toBe(true);
  });

  it('that asks for what is not there is told so, and nothing is written', async () => {
    await chooseTemplate(await word('{{section Nowhere}} and more'));
    const out = join(folder, 'never.docx');
    await saveTo(fireline, out);
    await dialog().getByRole('button', { name: 'Choose where…' }).click();
    await dialog()
      .getByText(/asks for \{\{section Nowhere\}\}/)
      .waitFor();
    expect(existsSync(out)).toBe(false);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'detached' });
  });
});

describe('freezing at the export', { timeout: 120_000 }, () => {
  it('keeps every live block as it went out', async () => {
    const out = join(folder, 'frozen.md');
    await page.getByRole('button', { name: 'Export…' }).click();
    const freeze = dialog().getByRole('checkbox', { name: /^Freeze \d+ live blocks first/ });
    await freeze.waitFor({ state: 'attached' });
    await dialog()
      .getByText(/^Freeze \d+ live blocks first/)
      .click();
    expect(await freeze.isChecked()).toBe(true);
    await dialog().getByText('Markdown', { exact: true }).click();
    await saveTo(fireline, out);
    await dialog().getByRole('button', { name: 'Choose where…' }).click();
    await page.getByRole('heading', { name: 'The report is exported' }).waitFor();
    await dialog().getByRole('button', { name: 'Done' }).click();
    const notes = readFileSync(out, 'utf8').match(/As of \d{1,2} \w{3} \d{4} \d\d:\d\d UTC/g) ?? [];
    expect(notes.length).toBe(9);
    // On the screen too, and there is nothing left to freeze.
    await page
      .getByRole('button', { name: /Make live/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Export…' }).click();
    await dialog().getByText('Before it goes out').waitFor();
    await dialog().getByText('Nothing is redacted.').waitFor();
    expect(
      await dialog()
        .getByText(/^Freeze \d+ live/)
        .count(),
    ).toBe(0);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'detached' });
    await exportAs(fireline, join(folder, 'again.md'), 'Markdown');
    await dialog().getByRole('button', { name: 'Done' }).click();
  });
});

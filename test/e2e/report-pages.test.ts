import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withRunningHead } from '#main/app/running-head.ts';
import { root } from '../../tooling/project.mjs';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { layoutOf } from './pdf-layout.ts';
import { bodyOf, pageFaults } from './page-faults.ts';
import { type PdfContent, readPdf } from './pdf-pages.ts';
import { partsOf, textOf } from '#test/report/docx-parts.ts';
import { exportAs, scratchFolder } from './report-screen.ts';

/** Kept, to be looked at. */
const folder = join(root, 'test-results', 'report-pages');

/** As in resources/print/print.css and main/report/docx/report-docx.ts. */
const MARGINS = { top: 23, bottom: 20, sides: 19 };
const WORD_MARGINS = { top: 22.9, bottom: 19.9, sides: 19 };

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('skipped: Word documents are not laid out, there is no LibreOffice');

/** What a text says, however its lines fall; signs and brackets are set by the page's style. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]|\u02bc/gu, '');

let fireline: Fireline;
let page: Page;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  fireline = await launchFireline();
  page = fireline.page;
  await page.getByLabel('Your name').fill('Karin Nyberg');
  await page.getByRole('button', { name: 'Open the sample case' }).click();
  const status = page.getByRole('contentinfo', { name: 'Status' });
  await status.getByText(/^[\d,]+ events$/).waitFor({ timeout: 120_000 });
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Report' })
    .click();
  await page.getByRole('heading', { name: 'Report', exact: true }).waitFor();
}, 180_000);
afterAll(() => fireline.close());

/** What the sample has written already; the rest is begun from its template. */
const WRITTEN: Readonly<Record<string, string>> = {
  'Post-mortem': 'Intrusion at Lindholm, 11 to 13 May 2026',
  'Executive summary': 'The intrusion at Lindholm, for the board',
};

async function choose(template: string): Promise<void> {
  const written = WRITTEN[template];
  if (written !== undefined) {
    await page.locator('.fl-screen-head').getByRole('button').first().click();
    await page.getByRole('option', { name: written }).click();
    return;
  }
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'New report…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New report' });
  await dialog.getByLabel('Title').fill(`${template} of the Lindholm intrusion`);
  await dialog.getByRole('radio', { name: template }).click({ force: true });
  await dialog.getByRole('button', { name: 'Create report' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/**
 * What two files made one after the other do not share (the moment, the ends of both logs, the ledger's lines on reports),
 * and what Word's first page says that a short document leaves to its head, its foot or its last page. A row as long as
 * that of an intake is divided between pages, with other cells in between.
 */
const OF_THE_FILE = new RegExp(
  [
    '^(Case|Case id|Analyst|Report made|Status|Evidence|Citations)$',
    '^TLP:|sealed files$|, all resolve$|^[0-9a-f]{8}-[0-9a-f-]{27}$',
    '(^|· )(\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d UTC( ·|$)|^\\d\\d:\\d\\d:\\d\\d$',
    '^Intake: |^entry \\d|^\\d+ entries\\b|^Report .* sealed|^[0-9a-f]{12}$|^[0-9a-f]{64}$',
  ].join('|'),
);

const TEMPLATES = [
  'Post-mortem',
  'Executive summary',
  'Regulator notification',
  'Hand-over',
  'Evidence and custody statement',
  'Lessons-learned minutes',
] as const;
const PAPERS = ['A4', 'Letter'] as const;

const fileOf = (template: string, paper: string, ending: string): string =>
  join(folder, `${template.toLowerCase().replaceAll(' ', '-')}-${paper.toLowerCase()}.${ending}`);

/** What the contents of a Word document say wrongly; one page is as near as a page can be told without Word. */
function contentsFaults({ pages }: PdfContent): readonly string[] {
  const contents = pages.findIndex((text) => / Contents 1 /.test(text));
  if (contents < 0) return [];
  const listed = pages[contents]?.split(' Contents ')[1] ?? '';
  const lines = [...listed.matchAll(/(\d[\d.]*|[A-Z]) ([^.]+?) ?\.{4,} ?(\d*)/g)];
  if (lines.length < 5) return ['the contents have no lines'];
  return lines.flatMap(([, number = '', title = '', page]) => {
    const at = pages.findIndex((text, n) => n > contents && text.includes(`${number} ${title}`));
    const near = page !== '' && Math.abs(Number(page) - at - 1) <= 1;
    return near ? [] : [`${number} ${title} is said to be on page ${page}, and is on ${at + 1}`];
  });
}

async function exported(path: string, format: 'PDF' | 'Word', paper: 'A4' | 'Letter') {
  await exportAs(fireline, path, format, paper);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
}

describe('the pages of a report', { timeout: 120_000 }, () => {
  describe.each(TEMPLATES)('%s', (template) => {
    it.each(PAPERS)('is whole on %s', async (paper) => {
      if (paper === 'A4') await choose(template);
      const path = fileOf(template, paper, 'pdf');
      await exported(path, 'PDF', paper);
      expect(pageFaults(await layoutOf(path), MARGINS)).toEqual([]);
      // What management reads is two pages; what proves it is a sheet of its own.
      if (template !== 'Executive summary') return;
      const { pages } = await readPdf(path);
      expect(pages).toHaveLength(3);
      expect(pages[2]).toMatch(/A Sources/);
      expect(pages[1]).not.toMatch(/A Sources/);
    });

    it('says the same in Word', async () => {
      for (const paper of PAPERS) await exported(fileOf(template, paper, 'docx'), 'Word', paper);
      const word = await partsOf(readFileSync(fileOf(template, 'A4', 'docx')));
      const document = word.get('word/document.xml') ?? '';
      const written = textOf(document.replaceAll('<w:br/>', '<w:t>\n</w:t>'));
      const sheets = await layoutOf(fileOf(template, 'A4', 'pdf'));
      const printed = sheets.flatMap((sheet) => bodyOf(sheet, MARGINS));
      const paper = letters(printed.map(({ text }) => text).join(''));
      const parts = written.split(/\n|\t| {2}/).filter((part) => !OF_THE_FILE.test(part));
      expect(parts.filter((part) => !paper.includes(letters(part)))).toEqual([]);
      const all = letters(written);
      const lost = printed.filter(
        ({ text, role }) =>
          role !== 'Figure' && !OF_THE_FILE.test(text) && !all.includes(letters(text)),
      );
      expect(lost.map(({ text }) => text)).toEqual([]);
    });
  });

  it('carry the classification on paper printed by the system’s dialog', async () => {
    await choose('Post-mortem');
    const source = join(folder, 'paper.html');
    await exportAs(fireline, source, 'HTML', 'A4');
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    const html = withRunningHead(readFileSync(source, 'utf8'), 'TLP:AMBER · on <b>paper</b>');
    const path = join(folder, 'paper.pdf');
    const job = join(folder, 'paper.json');
    const none = '<span></span>';
    writeFileSync(job, JSON.stringify({ html, page: 'A4', path, header: none, footer: none }));
    execFileSync(process.execPath, [join(root, 'tooling', 'electron.mjs'), `--print-job=${job}`]);
    const { pages } = await readPdf(path);
    expect(pages.length).toBeGreaterThan(40);
    for (const text of pages) expect(text).toContain('TLP:AMBER · on <b>paper</b>');
    expect(pageFaults(await layoutOf(path), MARGINS)).toEqual([]);
    // Pages break where those of the PDF do, by which the table of contents is numbered.
    const printed = await readPdf(fileOf('Post-mortem', 'A4', 'pdf'));
    for (const title of ['3 Timeline', '5 Root cause', '7 Response', 'A Findings', 'C Evidence']) {
      const at = printed.pages.findIndex((text, n) => n > 1 && text.includes(title));
      expect(pages[at], title).toContain(title);
    }
  });

  it.skipIf(!office)('are whole in LibreOffice too', { timeout: 300_000 }, async () => {
    const files = TEMPLATES.flatMap((one) => PAPERS.map((paper) => fileOf(one, paper, 'docx')));
    const out = join(folder, 'libreoffice');
    execFileSync('soffice', [
      `-env:UserInstallation=file://${scratchFolder()}/profile`,
      '--headless',
      '--convert-to',
      'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
      '--outdir',
      out,
      ...files,
    ]);
    const faults: string[] = [];
    for (const file of files) {
      const pdf = join(out, basename(file).replace(/docx$/, 'pdf'));
      const found = pageFaults(await layoutOf(pdf), WORD_MARGINS);
      faults.push(...found.map((fault) => `${basename(file)}, ${fault}`));
      if (basename(file).startsWith('executive-summary')) {
        expect((await readPdf(pdf)).pages, basename(file)).toHaveLength(3);
      }
      faults.push(
        ...contentsFaults(await readPdf(pdf)).map((fault) => `${basename(file)}, ${fault}`),
      );
    }
    expect(faults).toEqual([]);
  });
});

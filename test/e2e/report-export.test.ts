import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { citationNode, liveNode } from '#shared/report/document-parts.ts';
import type { ReportNode, ReportSection } from '#shared/model/report.ts';
import type { BoardItemId, FindingId, ReportId, SectionId } from '#shared/model/ids.ts';
import { axeFindings } from './axe.ts';
import type { Fireline } from './harness.ts';
import { readPdf, type PdfContent } from './pdf-pages.ts';
import {
  actIn,
  CASE_TITLE,
  curated,
  fireline as cli,
  newReportCase,
  type ReportCase,
} from './report-case.ts';
import { HOSTILE } from './report-evidence.ts';
import { partsOf, textOf as wordsOf } from '#test/report/docx-parts.ts';
import { exportAs, openReport, saveTo, scratchFolder } from './report-screen.ts';

const CLASSIFICATION = 'TLP:AMBER+STRICT · Privileged';
const TITLE = 'Intrusion at Harbour Ltd, <b>May</b> 2026';

let made: ReportCase;
let fireline: Fireline;
let page: Page;
let pdf: string;

const text = (value: string): ReportNode => ({ type: 'text', text: value });
const paragraph = (...content: ReportNode[]): ReportNode => ({ type: 'paragraph', content });
const doc = (...content: ReportNode[]): ReportNode => ({ type: 'doc', content });

function sections({ events }: ReportCase): readonly ReportSection[] {
  const cited = events.filter((_, n) => n % 30 === 0).slice(0, 12);
  const hostile = events.find(({ message }) => message.includes('onerror'));
  if (hostile === undefined) throw new Error('the hostile event is not in the evidence');
  const parts: readonly Omit<ReportSection, 'id' | 'rank'>[] = [
    {
      title: 'Summary',
      level: 1,
      appendix: false,
      content: doc(
        ...cited.map(({ id }, n) =>
          paragraph(
            text(`Fact ${n + 1} rests on `),
            citationNode({ kind: 'event', event: id }),
            text('.'),
          ),
        ),
        paragraph(
          text('A service was named to break the reader: '),
          citationNode({ kind: 'event', event: hostile.id }),
          text('; see '),
          citationNode({ kind: 'board', item: 'board-4' as BoardItemId }),
          text(' and '),
          citationNode({ kind: 'finding', finding: 'finding-1' as FindingId }),
          text(`. ${HOSTILE}`),
        ),
      ),
    },
    { title: 'In figures', level: 2, appendix: false, content: doc(liveNode({ kind: 'metrics' })) },
    {
      title: 'Timeline',
      level: 1,
      appendix: false,
      content: doc(liveNode({ kind: 'board-figure' }), liveNode({ kind: 'board-table' })),
    },
    {
      title: 'Log-ons',
      level: 1,
      appendix: false,
      content: doc(
        liveNode({ kind: 'events', query: 'user:root', limit: 40 }),
        liveNode({ kind: 'events', query: 'code:4688', limit: 30 }),
        liveNode({ kind: 'events', query: 'no-such-word-anywhere', limit: 10 }),
      ),
    },
    {
      title: 'Techniques',
      level: 1,
      appendix: false,
      content: doc(liveNode({ kind: 'techniques' })),
    },
    { title: 'Findings', level: 1, appendix: true, content: doc(liveNode({ kind: 'findings' })) },
    { title: 'Evidence', level: 1, appendix: true, content: doc(liveNode({ kind: 'evidence' })) },
    {
      title: 'Chain of custody',
      level: 1,
      appendix: true,
      content: doc(liveNode({ kind: 'custody' })),
    },
    { title: 'Coverage', level: 1, appendix: true, content: doc(liveNode({ kind: 'coverage' })) },
  ];
  return parts.map((part, n) => ({ ...part, id: `section-${n}` as SectionId, rank: `a${n}` }));
}

beforeAll(async () => {
  const scratch = scratchFolder();
  made = newReportCase(scratch);
  await actIn(made, [
    ...curated(made),
    {
      kind: 'report.create',
      report: 'report-1' as ReportId,
      header: {
        title: TITLE,
        classification: CLASSIFICATION,
        organisation: 'Harbour Ltd',
        template: 'post-mortem',
      },
      sections: sections(made),
    },
  ]);
  fireline = await openReport(made.home, made.userData);
  page = fireline.page;
  pdf = join(scratch, 'report.pdf');
}, 120_000);
afterAll(() => fireline.close());

const done = () => page.getByRole('button', { name: 'Done' }).click();

interface Verdict {
  readonly code: number;
  readonly said: string;
}

/** `fireline verify` of a proof pack, with the case at hand. */
function verify(pack: string): Verdict {
  try {
    return {
      code: 0,
      said: cli(['verify', pack, '--case', made.folder], made.userData, made.home),
    };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, said: stdout };
  }
}

/** The same file with one byte of its middle changed, and its pack, elsewhere. */
function withChangedByte(path: string, beside: readonly string[]): string {
  const folder = scratchFolder();
  for (const one of [path, ...beside]) copyFileSync(one, join(folder, basename(one)));
  const copy = join(folder, basename(path));
  const bytes = readFileSync(copy);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(copy, bytes);
  return copy;
}

/** All that a file says, by whatever way: its bytes, what is packed in them, its text and its properties. */
async function everythingIn(path: string): Promise<readonly string[]> {
  const bytes = readFileSync(path);
  const raw = bytes.toString('latin1');
  if (path.endsWith('.docx')) {
    const parts = await partsOf(bytes);
    return [raw, ...parts.values(), ...[...parts.values()].map(wordsOf)];
  }
  if (!path.endsWith('.pdf')) return [raw, bytes.toString('utf8')];
  const streams = [...raw.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: word }) => {
    const start = index + word.length;
    const packed = bytes.subarray(start, raw.indexOf('endstream', start));
    try {
      return [inflateSync(packed).toString('latin1')];
    } catch {
      // Not every stream is packed; as it stands it is in the raw bytes.
      return [];
    }
  });
  const { pages, outline, properties } = await readPdf(path);
  return [raw, ...streams, ...pages, ...outline, JSON.stringify(properties)];
}

describe('the exported report', { timeout: 120_000 }, () => {
  it('is previewed as it prints, on both papers', async () => {
    await page.getByRole('button', { name: 'Preview' }).click();
    const frame = page.frameLocator('iframe[title="Preview of the printed report"]');
    await frame.getByText('Chain of custody').first().waitFor();
    expect(await frame.locator('script, img, iframe, object, embed').count()).toBe(0);
    expect(await frame.locator('p.title').textContent()).toBe(TITLE);
    const faces = () =>
      page.evaluate(() => document.querySelector('iframe')?.contentDocument?.fonts.size);
    await expect.poll(faces).toBeGreaterThan(5);
    await page.getByRole('dialog').getByText('Letter', { exact: true }).click();
    await page.getByRole('button', { name: 'Larger' }).click();
    await expect
      .poll(() =>
        page.evaluate(
          () => document.querySelector('iframe')?.contentDocument?.documentElement.style.zoom,
        ),
      )
      .toBe('1');
    expect(await axeFindings(page)).toEqual([]);
    await fireline.screenshot('report-preview');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('says what was written and what ties it to the evidence', async () => {
    await exportAs(fireline, pdf, 'PDF', 'A4');
    const dialog = page.getByRole('dialog');
    const digest = createHash('sha256').update(readFileSync(pdf)).digest('hex');
    await dialog.getByText(digest).waitFor();
    await dialog.getByText(pdf, { exact: true }).waitFor();
    expect(await dialog.getByText(/^(\d+) of \1 resolve to sealed evidence$/).count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await fireline.screenshot('report-exported');
    await done();
  });

  it('is cancelled while its pages are set, and nothing is written', async () => {
    const path = join(dirname(pdf), 'cancelled.pdf');
    await saveTo(fireline, path);
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('PDF', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Choose where…' }).click();
    await dialog.getByText('Step 2 of 3: setting its pages').waitFor();
    await fireline.screenshot('report-exporting');
    await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
    await dialog.getByText(/^Step/).waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Choose where…' }).waitFor();
    expect(existsSync(path)).toBe(false);
    expect(existsSync(`${path}.fireline-proof.json`)).toBe(false);
    await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
  });

  it('is read on where it was left', async () => {
    const top = (): Promise<number> =>
      page.evaluate(() => {
        const section = document.getElementById('report-section-section-3');
        const view = document.querySelector('.fl-report-scroll');
        return Math.round(
          (section?.getBoundingClientRect().top ?? Number.NaN) -
            (view?.getBoundingClientRect().top ?? Number.NaN),
        );
      });
    await page.locator('.fl-outline-link', { hasText: 'Log-ons' }).press('Enter');
    await expect.poll(top).toBeLessThan(60);
    const before = await top();
    await page.locator('body').press('Escape');
    await page.getByRole('navigation', { name: 'Screens' }).getByText('Board').click();
    await page.getByRole('grid', { name: 'Board' }).waitFor();
    await page.getByRole('navigation', { name: 'Screens' }).getByText('Report').click();
    await expect.poll(top).toBe(before);
    // Every text becomes an editor by and by, and what is read stays where it is.
    await expect.poll(() => page.locator('.fl-prose').count()).toBe(9);
    await expect.poll(top).toBe(before);
  });

  it('is a tagged PDF with an outline, and every section, label and page number on its pages', async () => {
    const read: PdfContent = await readPdf(pdf);
    expect(read.tagged).toBe(true);
    expect(Math.round(read.size[0])).toBe(595);
    const all = read.pages.join(' ');
    for (const title of [
      'Summary',
      'In figures',
      'Timeline',
      'Log-ons',
      'Techniques',
      'Findings',
      'Evidence',
      'Chain of custody',
      'Coverage',
      'Cited events',
    ]) {
      expect(
        read.outline.some((entry) => entry.includes(title)),
        title,
      ).toBe(true);
      expect(all).toContain(title);
    }
    const pack = JSON.parse(readFileSync(`${pdf}.fireline-proof.json`, 'utf8')) as object;
    const labels = new Set(all.match(/\bE\d+\b/g));
    const cited = Number(/Citations (\d+) events, all resolve/.exec(all)?.[1]);
    expect(cited).toBeGreaterThan(13);
    for (let n = 1; n <= cited; n++) expect(labels.has(`E${n}`), `E${n}`).toBe(true);
    expect(JSON.stringify(pack)).toContain('"citations"');
    for (const [n, content] of read.pages.entries()) {
      expect(content).toContain(CLASSIFICATION);
      expect(content).toContain(TITLE);
      expect(content).toContain(`Page ${n + 1} of ${read.pages.length}`);
      expect(content).toContain(CASE_TITLE);
    }
    // The table of contents names the page on which each chapter begins.
    const contents = read.pages[1] ?? '';
    const timeline = Number(/Timeline\s*(\d+)/.exec(contents)?.[1]);
    expect(read.pages[timeline - 1]).toMatch(/2 Timeline/);
    // A table that goes on says again what its columns are.
    const custody = read.pages.filter((content) => content.includes('Hash (begins)'));
    expect(custody.length).toBeGreaterThan(1);
    expect(all).toContain('no-such-word-anywhere: none');
    // What is copied out of it is what is read: a digest, a path, a time.
    expect(all).toContain('SHA-256');
    expect(all).toMatch(/2026-05-12T\d\d:\d\d:\d\dZ \(/);
    const tool = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    expect(tool).toContain('E1');
  });

  it('prints on Letter too', async () => {
    const letter = join(dirname(pdf), 'letter.pdf');
    await exportAs(fireline, letter, 'PDF', 'Letter');
    await done();
    const { size, pages } = await readPdf(letter);
    expect(size.map(Math.round)).toEqual([612, 792]);
    // The cover is one page there too.
    expect(pages[1]).toContain('Contents');
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  });

  it('keeps hostile text as text in PDF, HTML and Markdown', async () => {
    const all = (await readPdf(pdf)).pages.join(' ').replaceAll(/\s/g, '');
    expect(all).toContain('<imgsrc=xonerror=alert(1)><script>alert(2)</script>');
    expect(all).toContain('\\u{202e}');
    expect(all).not.toContain('\u202e');
    const html = join(dirname(pdf), 'report.html');
    await exportAs(fireline, html, 'HTML', 'A4');
    await done();
    const source = readFileSync(html, 'utf8');
    // Not the whole of it in the message of a failed test.
    expect(source.replaceAll('<wbr>', '').includes('&lt;script&gt;alert(2)&lt;/script&gt;')).toBe(
      true,
    );
    expect(/<script|<img|\u202e/.exec(source)?.[0]).toBeUndefined();
    const markdown = join(dirname(pdf), 'report.md');
    await exportAs(fireline, markdown, 'Markdown');
    await done();
    const plain = readFileSync(markdown, 'utf8');
    expect(plain.includes('Chain of custody')).toBe(true);
    expect(
      /(?<!\\)<script|(?<!\\)<img|(?<!\\)\]\(javascript|\u202e/.exec(plain)?.[0],
    ).toBeUndefined();
  });

  it('is a Word file of the same content, that names who made it', async () => {
    const word = join(dirname(pdf), 'report.docx');
    await exportAs(fireline, word, 'Word', 'A4');
    await done();
    const parts = await partsOf(readFileSync(word));
    const all = wordsOf(parts.get('word/document.xml') ?? '');
    for (const title of ['Summary', 'Timeline', 'Coverage', 'Cited events']) {
      expect(all).toContain(title);
    }
    expect(all.replaceAll(/\s/g, '')).toContain('<script>alert(2)</script>');
    expect(parts.get('docProps/core.xml')).toContain('Harbour Ltd');
  });

  it('holds nothing that is redacted, in any of its forms and nowhere in them', async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Redactions…' }).click();
    await page.getByRole('button', { name: 'Add a redaction…' }).click();
    await page.getByLabel('What it protects').fill('The customer');
    await page.getByLabel('Text or pattern').fill('harbour');
    await page.getByLabel('Printed in its place').fill('[customer]');
    await page.getByRole('dialog').getByRole('button').last().click();
    const count = page.getByRole('dialog').getByText(/^\d+ places?$/);
    await count.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await done();
    const folder = scratchFolder();
    for (const [format, ending] of [
      ['PDF', 'pdf'],
      ['Word', 'docx'],
      ['HTML', 'html'],
      ['Markdown', 'md'],
    ] as const) {
      const path = join(folder, `out.${ending}`);
      await exportAs(fireline, path, format);
      await done();
      const pack = readFileSync(`${path}.fireline-proof.json`, 'utf8');
      const shown = [...(await everythingIn(path)), pack].join('\n');
      expect(/harbour/i.exec(shown)?.[0], format).toBeUndefined();
      expect(shown, format).toContain('[customer]');
      expect(verify(`${path}.fireline-proof.json`).code, format).toBe(0);
    }
  });

  it('is proven by its pack, and a changed byte in report, pack or evidence is found', async () => {
    await fireline.close();
    const pack = `${pdf}.fireline-proof.json`;
    const whole = verify(pack);
    expect(whole.said).toContain('Intact');
    expect(whole.code).toBe(0);
    const otherPdf = withChangedByte(pdf, [pack]);
    expect(verify(`${otherPdf}.fireline-proof.json`)).toMatchObject({ code: 1 });
    const otherPack = withChangedByte(pack, [pdf]);
    expect(verify(otherPack).code).not.toBe(0);
    const sealed = execFileSync(
      'find',
      [join(made.folder, 'evidence'), '-type', 'f', '-size', '+2k'],
      { encoding: 'utf8' },
    )
      .trim()
      .split('\n')[0];
    if (sealed === undefined) throw new Error('no sealed file');
    const bytes = readFileSync(sealed);
    execFileSync('chmod', ['u+w', sealed]);
    writeFileSync(
      sealed,
      Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]),
    );
    const altered = verify(pack);
    expect(altered.code).toBe(1);
    expect(altered.said).toContain('FAIL  evidence');
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { signText } from '#main/report/content/sign-text.ts';
import { reportDocx } from '#main/report/docx/report-docx.ts';
import { gatherReport } from '#main/report/gather.ts';
import { outgoing } from '#main/report/outgoing.ts';
import type { ReportSources } from '#main/report/sources.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { harbourCase, REPORT, work } from './harbour-case.ts';
import { RECORDS, recordsBy } from './harbour-records.ts';
import { HOSTILE, hostileCase } from './hostile-case.ts';
import { partsOf, textOf } from './docx-parts.ts';

const docxOf = async (sources: ReportSources): Promise<Uint8Array> =>
  reportDocx(outgoing(valueOf(await gatherReport(REPORT, sources))), 'A4');

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('skipped: the Word document is not laid out, there is no LibreOffice');

describe('the report in Word', { timeout: 60_000 }, () => {
  it('holds every section, table row and cited event of the case, in Word’s own styles', async () => {
    const parts = await partsOf(await docxOf(harbourCase));
    const document = parts.get('word/document.xml') ?? '';
    const headings = [...document.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(
      ([, level]) => level,
    );
    expect(headings.filter((level) => level === '1')).toHaveLength(12);
    expect(new Set(headings)).toEqual(new Set(['1', '2', '3']));
    for (const style of ['Title', 'Subtitle', 'Caption', 'TableText', 'EntryTitle']) {
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    }
    expect(document).toContain('<w:tblStyle w:val="FirelineTable"/>');
    expect(parts.get('word/styles.xml')).toContain('w:styleId="FirelineTable"');
    expect(document.match(/<w:tblHeader/g)?.length).toBeGreaterThan(8);
    expect(document).toContain('<w:numPr>');
    const text = textOf(document);
    for (const { title, reason } of work.board.values()) {
      expect(text).toContain(title);
      expect(text).toContain(reason);
    }
    for (const { title } of work.findings.values()) expect(text).toContain(title);
    for (const { sha256 } of harbourCase.evidence) expect(text).toContain(sha256);
    expect(document.match(/w:name="f_event_e\d+"/g)).toHaveLength(15);
  });

  it('has links whose targets are there, page furniture, contents and metadata', async () => {
    const parts = await partsOf(await docxOf(harbourCase));
    const document = parts.get('word/document.xml') ?? '';
    const marks = new Set(
      [...document.matchAll(/w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name]) => name),
    );
    const links = [...document.matchAll(/<w:hyperlink[^>]*w:anchor="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((name) => !marks.has(name))).toEqual([]);
    expect(document.match(/PAGEREF f_section_/g)).toHaveLength(13);
    const header = [...parts].find(([name]) => name.startsWith('word/header'))?.[1] ?? '';
    const footer = [...parts].find(([name]) => name.startsWith('word/footer'))?.[1] ?? '';
    expect(textOf(header)).toContain('TLP:AMBER · Confidential');
    expect(footer).toMatch(/NUMPAGES/);
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain('Intrusion into the Lindholm domain');
    expect(core).toContain('Maria Lind');
    expect([...parts.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(1);
  });

  it('has its contents as a field, filled in, that asks nothing when it is opened', async () => {
    const parts = await partsOf(await docxOf(harbourCase));
    const document = parts.get('word/document.xml') ?? '';
    expect(document).toMatch(/<w:docPartGallery w:val="Table of Contents"\/>/);
    expect(document).toMatch(/TOC [^<]*1-2/);
    expect(document).not.toContain('w:dirty="true"');
    const lines = [...document.matchAll(/<w:pStyle w:val="TOC[12]"\/>[\s\S]*?<\/w:p>/g)];
    expect(lines).toHaveLength(13);
    const numbers = lines.map(([line]) => Number(/>(\d+)<\/w:t>[^t]*$/.exec(line)?.[1] ?? NaN));
    expect(numbers.every((page) => page >= 3)).toBe(true);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('sets what it marks by styles, says how sure an item is, and in which language it is', async () => {
    const parts = await partsOf(await docxOf(harbourCase));
    const document = parts.get('word/document.xml') ?? '';
    const styles = parts.get('word/styles.xml') ?? '';
    for (const style of ['Reference', 'Code', 'CodeSmall', 'Faint']) {
      expect(document).toContain(`<w:rStyle w:val="${style}"/>`);
      expect(styles).toContain(`w:type="character" w:styleId="${style}"`);
    }
    for (const style of ['TableHead', 'TableEnd', 'TOC1', 'Classification', 'CoverKind']) {
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
      expect(styles.split(`w:styleId="${style}"`)).toHaveLength(2);
    }
    expect(styles).toMatch(/<w:lang w:val="en-GB"/);
    // Every paragraph in a cell has a style of tables, those of the analyst's own tables too.
    for (const [, cell = ''] of document.matchAll(/<w:tc>([\s\S]*?)<\/w:tc>/g)) {
      expect(cell).toMatch(/<w:pStyle w:val="Table(?:Text|Head|Small)"\/>/);
    }
    const text = textOf(document);
    const signs = [...work.board.values()].map(({ standing, confidence }) =>
      signText({ kind: 'mark', standing, confidence }),
    );
    expect(signs.some((sign) => '◐○⬖◇◧□'.includes(sign))).toBe(true);
    for (const sign of signs) expect(text).toContain(`${sign} `);
    // In running text a reference is in brackets; in a table it is not.
    expect(text).toMatch(/[a-z] \[E\d+\]/);
    expect(text).not.toMatch(/^\[E\d+\]$/m);
    expect(parts.get('docProps/custom.xml')).toContain('TLP:AMBER · Confidential');
  });

  it('keeps hostile text as text', async () => {
    const parts = await partsOf(await docxOf(hostileCase));
    const document = parts.get('word/document.xml') ?? '';
    expect(textOf(document)).toContain('<script>alert(1)</script>');
    expect(document).not.toContain('<script');
    expect(HOSTILE).toContain('\u0000');
    for (const [name, text] of parts) {
      if (!name.endsWith('.xml')) continue;
      for (const hidden of ['\u0000', '\u0007', '\u202e']) expect(text).not.toContain(hidden);
    }
    const links = [...parts].filter(([name]) => name.endsWith('.rels'));
    for (const [, text] of links) expect(text).not.toContain('TargetMode="External"');
  });

  it('holds nothing that is redacted, in no part of the file', async () => {
    const redaction = {
      id: 'r1' as RecordId,
      type: 'redaction' as const,
      title: 'x',
      by: 'pattern' as const,
      what: '(?i)lindholm|maria lind|svc_backup',
      label: '[redacted]',
    };
    const records = recordsBy([...RECORDS, redaction]);
    const bytes = await docxOf({ ...harbourCase, work: { ...work, records } });
    const parts = await partsOf(bytes);
    for (const [name, text] of parts) {
      expect(
        /lindholm|maria lind|svc_backup/i.exec(`${text} ${textOf(text)}`)?.[0],
        name,
      ).toBeUndefined();
    }
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/lindholm/i);
    expect(textOf(parts.get('word/document.xml') ?? '')).toContain('[redacted]');
  });

  it.skipIf(!office)(
    'is laid out by LibreOffice with its contents, figure and page numbers',
    { timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'fireline-docx-'));
      try {
        const path = join(folder, 'report.docx');
        writeFileSync(path, await docxOf(harbourCase));
        execFileSync('soffice', [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          path,
        ]);
        const pdf = readFileSync(join(folder, 'report.pdf'));
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(8);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

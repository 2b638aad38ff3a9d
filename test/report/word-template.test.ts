import {
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import yazl from 'yazl';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#main/report/docx/check-template.ts';
import { fillTemplate } from '#main/report/docx/fill-template.ts';
import { gatherReport } from '#main/report/gather.ts';
import { outgoing } from '#main/report/outgoing.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { partsOf, textOf } from './docx-parts.ts';
import { harbourCase, REPORT } from './harbour-case.ts';

const going = async () => outgoing(valueOf(await gatherReport(REPORT, harbourCase)));

const template = (...lines: string[]): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: {
            default: new Header({ children: [new Paragraph('{{classification}} of Acme')] }),
          },
          children: [
            new Paragraph({ children: [new TextRun({ text: 'Acme letterhead', bold: true })] }),
            ...lines.map((line) => new Paragraph(line)),
          ],
        },
      ],
    }),
  );

/** One red pixel. */
const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

/** A letter as a firm has it: a logo, a style and a table of its own, a header and a footer. */
const letterhead = (): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      styles: {
        paragraphStyles: [
          {
            id: 'AcmeLead',
            name: 'Acme Lead',
            run: { size: 30, color: '3A5F0B', font: 'Georgia' },
          },
        ],
      },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('{{classification}}')] }) },
          footers: { default: new Footer({ children: [new Paragraph('Made {{made}}')] }) },
          children: [
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'png',
                  data: LOGO,
                  transformation: { width: 40, height: 40 },
                }),
              ],
            }),
            new Paragraph({
              style: 'AcmeLead',
              children: [
                new TextRun('Re: {{ti'),
                new TextRun({ text: 'tle', bold: true }),
                new TextRun('}}.'),
              ],
            }),
            new Table({
              rows: [
                new TableRow({
                  children: ['By {{analyst}}', '{{block techniques}}'].map(
                    (text) => new TableCell({ children: [new Paragraph(text)] }),
                  ),
                }),
              ],
            }),
          ],
        },
      ],
    }),
  );

/** A Word file with one part more, or one part other. */
async function withPart(name: string, content: string): Promise<Uint8Array> {
  const parts = new Map(await partsOf(await template('{{title}}')));
  parts.set(name, content);
  const zip = new yazl.ZipFile();
  for (const [path, text] of parts) zip.addBuffer(Buffer.from(text, 'utf8'), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const relation = (type: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://198.51.100.9/x" TargetMode="External"/></Relationships>`;

describe('a Word template of the user’s own', { timeout: 60_000 }, () => {
  it('is filled with lines, sections and tables, and keeps all the rest', async () => {
    const filled = valueOf(
      await fillTemplate(
        await template(
          'On {{ title }} by {{analyst}}, {{analyst}}',
          '{{section Timeline}}',
          '{{report}}',
        ),
        await going(),
      ),
    );
    const parts = await partsOf(filled);
    const document = parts.get('word/document.xml') ?? '';
    const text = textOf(document);
    expect(text).toContain('Acme letterhead');
    expect(text).toContain(
      'On Intrusion into the Lindholm domain, 11 to 13 May 2026 by Maria Lind, Maria Lind',
    );
    expect(text).toContain('Word starts hidden PowerShell');
    expect(text).not.toContain('{{');
    expect(document).toContain('<w:tbl>');
    expect([...parts.keys()].some((name) => name.endsWith('.png'))).toBe(true);
    const header = [...parts].find(([name]) => name.startsWith('word/header'))?.[1] ?? '';
    expect(textOf(header)).toBe('TLP:AMBER · Confidential of Acme');
    expect(parts.get('docProps/core.xml')).toContain('Maria Lind');
  });

  it('names no style that the template does not have, in a cell or elsewhere', async () => {
    const parts = await partsOf(
      valueOf(
        await fillTemplate(
          await template('{{report}}', '{{section Timeline}}', '{{block techniques}}'),
          await going(),
        ),
      ),
    );
    const document = parts.get('word/document.xml') ?? '';
    const known = new Set(
      [...(parts.get('word/styles.xml') ?? '').matchAll(/w:styleId="([^"]+)"/g)].map(
        ([, id]) => id,
      ),
    );
    const named = [...document.matchAll(/<w:(?:p|r|tbl)Style w:val="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
    // What the styles would say is said beside the text.
    expect(document).toMatch(/<w:tblHeader\/>[\s\S]{0,400}<w:b\/>[\s\S]{0,80}<w:sz w:val="17"\/>/);
  });

  it('keeps picture, tables, styles, header and footer as they are, and fills what stands in them', async () => {
    const own = await letterhead();
    const before = await partsOf(own);
    const after = await partsOf(valueOf(await fillTemplate(own, await going())));
    const body = after.get('word/document.xml') ?? '';
    const text = textOf(body);
    // Cut into runs of different looks, in a cell, and as a table of the case in a cell.
    expect(text).toContain('Re: Intrusion into the Lindholm domain, 11 to 13 May 2026.');
    expect(text).toContain('Maria Lind');
    expect(text).toContain('PowerShell');
    expect(text).not.toContain('{{');
    expect(body.match(/<w:tbl>/g)?.length).toBe(2);
    expect(body).toContain('<w:pStyle w:val="AcmeLead"/>');
    const furniture = [...after].filter(([name]) => /^word\/(header|footer)\d\.xml$/.test(name));
    expect(furniture.map(([, xml]) => textOf(xml)).sort()).toEqual([
      expect.stringMatching(/^Made \d{4}-/),
      'TLP:AMBER · Confidential',
    ]);
    // What is not text with placeholders is the same byte for byte, but for the lists and links that came in.
    const filled =
      /^(word\/(document|header\d|footer\d|footnotes|endnotes|numbering)\.xml|docProps\/core\.xml|\[Content_Types\]\.xml)$/;
    for (const [name, content] of before) {
      if (filled.test(name)) continue;
      if (!name.endsWith('.rels')) expect(after.get(name) === content, name).toBe(true);
      const relations = content.match(/<Relationship [^>]*>/g) ?? [];
      const kept = new Set(after.get(name)?.match(/Target="[^"]*"/g));
      for (const one of relations) {
        if (!name.endsWith('.rels')) continue;
        expect(kept.has(/Target="[^"]*"/.exec(one)?.[0] ?? ''), `${name}: ${one}`).toBe(true);
      }
    }
    expect([...before.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
  });

  it('that asks for what no report has, or for nothing, is refused in one line', async () => {
    const report = await going();
    const unknown = await fillTemplate(await template('{{tittle}}'), report);
    expect(unknown.ok ? '' : unknown.failure.message).toMatch(
      /asks for \{\{tittle\}\}; this report has: title,/,
    );
    const none = await fillTemplate(
      await Packer.toBuffer(new Document({ sections: [{ children: [] }] })),
      report,
    );
    expect(none.ok ? '' : none.failure.message).toContain('has no placeholder');
  });

  it.each([
    ['macros', 'word/vbaProject.bin', 'x', 'it holds macros'],
    ['embedded objects', 'word/embeddings/oleObject1.bin', 'x', 'it holds embedded objects'],
    [
      'a remote template',
      'word/_rels/settings.xml.rels',
      relation('attachedTemplate'),
      'it loads something from elsewhere',
    ],
    [
      'a remote picture',
      'word/_rels/document2.xml.rels',
      relation('image'),
      'it loads something from elsewhere',
    ],
    [
      'entities',
      'word/styles2.xml',
      '<!DOCTYPE x [<!ENTITY a "b">]><x/>',
      'it declares XML entities',
    ],
    [
      'a field that loads',
      'word/footnotes2.xml',
      '<w:r><w:instrText> INCLUDEPICTURE "http://198.51.100.9/x" </w:instrText></w:r>',
      'a field in it loads something',
    ],
  ])('with %s is refused', async (_what, name, content, why) => {
    const checked = await checkTemplate(await withPart(name, content));
    expect(checked.ok ? '' : checked.failure.message).toBe(
      `The Word template cannot be used: ${why}.`,
    );
  });

  it('with a link that is only followed when it is clicked is taken', async () => {
    expect(
      await checkTemplate(await withPart('word/_rels/x.xml.rels', relation('hyperlink'))),
    ).toMatchObject({ ok: true });
  });

  it('that is no Word file, is cut short or unpacks to too much is refused', async () => {
    const whole = await template('{{title}}');
    for (const bytes of [
      Buffer.from('PK'),
      whole.subarray(0, whole.length - 40),
      Buffer.alloc(0),
    ]) {
      expect(await checkTemplate(bytes)).toMatchObject({ ok: false });
    }
    const bomb = await checkTemplate(await withPart('word/bomb.bin', ' '.repeat(210 * 2 ** 20)));
    expect(bomb.ok ? '' : bomb.failure.message).toContain('unpacks to more than 200 MiB');
  });
});

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { gatherReport } from '#main/report/gather.ts';
import { inlineHtml } from '#main/report/html/inline-html.ts';
import { reportHtml } from '#main/report/html/report-html.ts';
import { text } from '#shared/report/content/inline.ts';
import type { ReportSources } from '#main/report/sources.ts';
import { outgoing } from '#main/report/outgoing.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { harbourCase, REPORT } from './harbour-case.ts';
import { HOSTILE, hostileCase } from './hostile-case.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

async function printed(sources: ReportSources): Promise<{
  document: Document;
  html: string;
  header: string;
  footer: string;
}> {
  const report = reportHtml(outgoing(valueOf(await gatherReport(REPORT, sources))), 'A4');
  return { ...report, document: parse(report.html) };
}

/** All that a report is made of. Anything else was not put there by Fireline. */
const ELEMENTS = new Set(
  `html head meta title style body section p br div nav ol ul li a span h1 h2 h3 h4 main table caption colgroup
  col thead tbody tr th td dl dt dd code pre em strong u s hr blockquote figure figcaption wbr
  svg rect line path text tspan g title`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `lang charset name content http-equiv class id href title style scope colspan rowspan start data-page-of role
  aria-label aria-hidden viewBox xmlns font-family font-size font-weight font-style fill stroke stroke-width
  stroke-dasharray stroke-linejoin paint-order text-anchor x y x1 x2 y1 y2 d width height rx`.split(
    /\s+/,
  ),
);

const elementsOf = (document: Document): readonly Element[] => [...document.querySelectorAll('*')];

describe('a line', () => {
  it('may end within a host or a path at its separators, and not within a date or a number', () => {
    const said = 'WS07.lindholm.example C:\\Users on 2026-05-12, 1,024 bytes, 100 % read';
    const html = inlineHtml([text(said)], new Set()).join('');
    expect(html.replaceAll('<wbr>', '|')).toBe(
      'WS07.|lindholm.|example C:\\|Users on <span class="whole">2026-05-12</span>, 1,024 bytes, <span class="whole">100 %</span> read',
    );
    expect(parse(html).body.textContent).toBe(said);
  });
});

describe('hostile text', () => {
  it('makes no element and no attribute, wherever in the case it stands', async () => {
    const { document, header, footer } = await printed(hostileCase);
    for (const part of [document, parse(header), parse(footer)]) {
      const elements = elementsOf(part);
      expect(
        elements.map(({ localName }) => localName).filter((name) => !ELEMENTS.has(name)),
      ).toEqual([]);
      const attributes = elements.flatMap((element) => element.getAttributeNames());
      expect(attributes.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
    }
    expect(document.querySelectorAll('style')).toHaveLength(1);
    expect(document.querySelectorAll('body')).toHaveLength(1);
    expect(document.body.getAttributeNames()).toEqual([]);
  });

  it('adds nothing to the structure of the report', async () => {
    const shape = (document: Document) =>
      ['section', 'table', 'tr', 'figure', 'h1', 'h2', 'h3', 'li', 'dl'].map(
        (name) => `${name} ${document.querySelectorAll(name).length}`,
      );
    const clean = await printed(harbourCase);
    const dirty = await printed(hostileCase);
    // A ledger that is not intact is said in one paragraph more; lists and tables are the same.
    expect(shape(dirty.document)).toEqual(shape(clean.document));
  });

  it('is printed whole, with what is hidden in it spelt out', async () => {
    const { document, html } = await printed(hostileCase);
    const message = [...document.querySelectorAll('.facts-title')].at(-1)?.textContent ?? '';
    expect(message).toContain('<script>alert(1)</script>');
    expect(message).toContain('\\u{202e}gnp.exe\\u{202c} \\u{0} \\u{7} \\u{d800} \\u{e0041}');
    expect(HOSTILE).toContain('\u202e');
    for (const hidden of ['\u202e', '\u202c', '\u0000', '\u0007'])
      expect(html).not.toContain(hidden);
  });

  it('is never a link, and no link leaves the document', async () => {
    const { document } = await printed(hostileCase);
    const links = [...document.querySelectorAll('a')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((href) => !/^#[a-z0-9-]+$/.test(href))).toEqual([]);
  });
});

describe('the document', () => {
  it('holds all it needs and may load nothing', async () => {
    const { document, html } = await printed(harbourCase);
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(html).not.toMatch(/url\((?!data:font\/woff2;base64,)/);
    expect(html).not.toMatch(/@import|src=/);
  });

  it('has a target for each link and each target once', async () => {
    const { document } = await printed(harbourCase);
    const ids = elementsOf(document)
      .map(({ id }) => id)
      .filter((id) => id !== '');
    expect(new Set(ids).size).toBe(ids.length);
    const missing = [...document.querySelectorAll('a')]
      .map((link) => link.getAttribute('href')?.slice(1) ?? '')
      .filter((anchor) => !ids.includes(anchor));
    expect(missing).toEqual([]);
  });

  it('numbers citations in the order of their first mention', async () => {
    const { document } = await printed(harbourCase);
    const inText = [...document.querySelectorAll('main p > a.ref')]
      .map(({ textContent }) => textContent)
      .filter((label) => label.startsWith('E'));
    expect(inText).toEqual(['E1', 'E2', 'E5']);
    const cited = [...document.querySelectorAll('.facts[id^="event-"] .number')].map(
      ({ textContent }) => textContent,
    );
    expect(cited).toEqual(cited.map((_, n) => `E${n + 1}`));
    expect(cited.length).toBe(15);
  });

  it('gives for each cited event what is needed to find its bytes again', async () => {
    const { document } = await printed(harbourCase);
    const first = document.querySelector('#event-e1');
    const text = first?.textContent ?? '';
    expect(text).toContain('Process created');
    expect(text).toContain('2026-05-12T09:12:04.1130000Z');
    expect(text).toContain('offset 7,248 (0x1c50), 1,184 bytes, record 30002');
    expect(text).toContain('evtx@1');
    expect(text).toMatch(/SHA-256 [0-9a-f]{64}/);
  });

  it('says which sections were not written, and prints no guidance', async () => {
    const model = valueOf(await gatherReport(REPORT, harbourCase));
    expect(model.gaps.unwritten).toEqual(['2 Impact']);
    const { document } = await printed(harbourCase);
    expect(document.body.textContent).not.toContain('Who and what was affected');
    expect(document.querySelector('.chapter .notice em')?.textContent).toBe(
      'Nothing was written in this section.',
    );
  });
});

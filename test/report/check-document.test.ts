import { describe, expect, it } from 'vitest';
import type { ReportNode } from '#shared/model/report.ts';
import { checkDocument, EMPTY_DOCUMENT } from '#shared/report/check-document.ts';
import { document, paragraph, sections } from './harbour-sections.ts';

const refusal = (node: unknown): string => {
  const checked = checkDocument(node as ReportNode);
  return checked.ok ? 'accepted' : checked.failure.message;
};

describe('the schema of a section', () => {
  it('accepts what the editor makes', () => {
    for (const { content } of sections) expect(refusal(content)).toBe('accepted');
    expect(refusal(EMPTY_DOCUMENT)).toBe('accepted');
  });

  it.each<readonly [string, unknown, RegExp]>([
    ['another root', paragraph('x'), /begins with “paragraph”/],
    ['an empty document', { type: 'doc', content: [] }, /doc is empty/],
    ['an unknown node', document({ type: 'iframe' }), /may not hold “iframe”/],
    ['an image', document({ type: 'image', attrs: { src: 'data:,' } }), /may not hold “image”/],
    ['a name every object has', document({ type: 'constructor' }), /may not hold “constructor”/],
    [
      'a link',
      document({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:0' } }] },
        ],
      }),
      /unknown mark “link”/,
    ],
    [
      'a mark with attributes',
      document({
        type: 'paragraph',
        content: [{ type: 'text', text: 'x', marks: [{ type: 'bold', attrs: { style: 'x' } }] }],
      }),
      /“bold” with attributes/,
    ],
    [
      'an unknown attribute',
      document({ type: 'paragraph', attrs: { style: 'color:red' }, content: [] }),
      /unknown attribute “style”/,
    ],
    [
      'a heading above the section’s own',
      document({ type: 'heading', attrs: { level: 1 }, content: [] }),
      /wrong “level”/,
    ],
    [
      'a live block of an unknown kind',
      document({ type: 'live', attrs: { kind: 'html' } }),
      /wrong “kind”/,
    ],
    [
      'more rows than a page takes',
      document({ type: 'live', attrs: { kind: 'events', query: '', limit: 100_000 } }),
      /wrong “limit”/,
    ],
    [
      'a mention by name instead of by identity',
      document({
        type: 'paragraph',
        content: [{ type: 'citation', attrs: { kind: 'entity', ref: 'CORP\\alice' } }],
      }),
      /wrong “ref”/,
    ],
    [
      'a citation that is markup',
      document({
        type: 'paragraph',
        content: [{ type: 'citation', attrs: { kind: 'event', ref: '"><script>' } }],
      }),
      /wrong “ref”/,
    ],
    [
      'a table in a table',
      document({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', content: [{ type: 'table', content: [] }] }],
          },
        ],
      }),
      /may not hold “table”/,
    ],
    [
      'text without text',
      document({ type: 'paragraph', content: [{ type: 'text' }] }),
      /without text/,
    ],
    [
      'text where none belongs',
      document({ type: 'horizontalRule', text: 'x' }),
      /text where none belongs/,
    ],
  ])('refuses %s', (_, node, why) => {
    expect(refusal(node)).toMatch(why);
  });

  it('refuses what is nested without end', () => {
    let node: ReportNode = paragraph('x');
    for (let depth = 0; depth < 100; depth++) node = { type: 'blockquote', content: [node] };
    expect(refusal(document(node))).toMatch(/may not hold|nested too deeply/);
    let list: ReportNode = { type: 'listItem', content: [paragraph('x')] };
    for (let depth = 0; depth < 100; depth++) {
      list = { type: 'listItem', content: [{ type: 'bulletList', content: [list] }] };
    }
    expect(refusal(document({ type: 'bulletList', content: [list] }))).toMatch(/nested too deeply/);
  });
});

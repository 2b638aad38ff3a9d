import { describe, expect, it } from 'vitest';
import { gatherReport } from '#main/report/gather.ts';
import { escapeMarkdown, inlineMarkdown } from '#main/report/markdown/inline-markdown.ts';
import { reportMarkdown } from '#main/report/markdown/report-markdown.ts';
import { outgoing } from '#main/report/outgoing.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { harbourCase, REPORT } from './harbour-case.ts';
import { hostileCase } from './hostile-case.ts';

describe('the report in Markdown', () => {
  it('has every section, table and cited event', async () => {
    const text = reportMarkdown(outgoing(valueOf(await gatherReport(REPORT, harbourCase))));
    expect(text.startsWith('# Intrusion into the Lindholm domain, 11 to 13 May 2026\n')).toBe(true);
    expect(text.match(/^## /gm)).toHaveLength(12);
    expect(text).toContain('## <a id="section-3"></a>3 Timeline');
    expect(text).toContain('| Measure | Value | Definition |\n| --- | --- | --- |\n');
    expect(text).toContain('[E1](#event-e1)');
    expect(text.match(/<a id="event-e\d+"><\/a>/g)).toHaveLength(15);
    expect(text).toContain('1\\. Macros in documents'.replace('\\', ''));
  });

  it('lets no hostile text become HTML, a link, an image or a table cell', async () => {
    const text = reportMarkdown(outgoing(valueOf(await gatherReport(REPORT, hostileCase))));
    const outsideCode = text.replace(/^ {4}.*$/gm, '').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
    const tags = outsideCode.match(/<[^>]*>/g) ?? [];
    expect(tags.filter((tag) => !/^<(br|\/a|a id="[a-z0-9-]+")>$/.test(tag))).toEqual([]);
    expect(outsideCode).not.toMatch(/[^\\]\]\((?!#)/);
    expect(outsideCode).not.toMatch(/!\[/);
    expect(outsideCode).not.toMatch(/https?:\/\//);
  });

  it('keeps rows of a table as wide as its head', async () => {
    const text = reportMarkdown(outgoing(valueOf(await gatherReport(REPORT, hostileCase))));
    const widths = text.split(/\n{2,}/).flatMap((block) => {
      const lines = block.split('\n').filter((line) => line.startsWith('| '));
      const counts = lines.map((line) => line.split(/(?<!\\)\|/).length);
      return counts.length === 0 ? [] : [new Set(counts).size];
    });
    expect(widths.length).toBeGreaterThan(5);
    expect(new Set(widths)).toEqual(new Set([1]));
  });

  it.each([
    ['1. not a list', '1\\. not a list'],
    ['a\nb', 'a  \nb'],
    ['_x_ *y* `z`', '\\_x\\_ \\*y\\* \\`z\\`'],
    ['http://e.example', 'http&#58;//e.example'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
  ])('escapes %j', (given, expected) => {
    expect(escapeMarkdown(given)).toBe(expected);
  });

  it('fences code with more backticks than it holds', () => {
    expect(inlineMarkdown([{ kind: 'code', text: 'a``b' }])).toBe('```a``b```');
    expect(inlineMarkdown([{ kind: 'code', text: '`' }])).toBe('`` ` ``');
  });
});

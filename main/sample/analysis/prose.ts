import type { ReportNode } from '#shared/model/report.ts';

/** What a name in braces cites: the id of an event, of a finding or of an entity. */
export type Cite = (name: string) => {
  readonly kind: 'event' | 'finding' | 'entity';
  readonly ref: string;
};

/**
 * The little markup of the sample's texts as blocks of a report. Paragraphs are parted by empty lines, `- ` begins an
 * item of a list, `| ` a row of a table whose cells are parted by ` | ` and whose first row is its head; `**…**` is
 * strong, `{name}` cites a key event, `{finding:name}` a finding, and `{@name}` names an entity.
 */
export const proseBlocks = (text: string, cite: Cite): ReportNode[] =>
  text.split(/\n\n+/).map((part) => {
    if (part.startsWith('- ')) return list(part, cite);
    return part.startsWith('| ') ? table(part, cite) : paragraph(part, cite);
  });

const list = (part: string, cite: Cite): ReportNode => ({
  type: 'bulletList',
  content: part
    .slice(2)
    .split(/\n- /)
    .map((item) => ({ type: 'listItem', content: [paragraph(item, cite)] })),
});

const table = (part: string, cite: Cite): ReportNode => ({
  type: 'table',
  content: part.split('\n').map((row, n) => ({
    type: 'tableRow',
    content: row
      .slice(2)
      .split(' | ')
      .map((cell) => ({
        type: n === 0 ? 'tableHeader' : 'tableCell',
        content: [paragraph(cell, cite)],
      })),
  })),
});

function paragraph(text: string, cite: Cite): ReportNode {
  const content: ReportNode[] = [];
  for (const part of text.split(/(\*\*[^*]+\*\*|\{[\w:@.-]+\})/)) {
    if (part === '') continue;
    if (part.startsWith('**'))
      content.push({ type: 'text', text: part.slice(2, -2), marks: [{ type: 'bold' }] });
    else if (part.startsWith('{'))
      content.push({ type: 'citation', attrs: { ...cite(part.slice(1, -1)) } });
    else content.push({ type: 'text', text: part });
  }
  return { type: 'paragraph', content };
}

import type { ReportNode } from '#shared/model/report.ts';

/** What a name in braces cites: the id of an event or of a finding. */
export type Cite = (name: string) => { readonly kind: 'event' | 'finding'; readonly ref: string };

/** The little markup of the sample's texts (see report-text.ts) as blocks of a report. */
export function proseBlocks(text: string, cite: Cite): ReportNode[] {
  return text.split(/\n\n+/).map((part) =>
    part.startsWith('- ')
      ? {
          type: 'bulletList',
          content: part
            .slice(2)
            .split(/\n- /)
            .map((item) => ({ type: 'listItem', content: [paragraph(item, cite)] })),
        }
      : paragraph(part, cite),
  );
}

function paragraph(text: string, cite: Cite): ReportNode {
  const content: ReportNode[] = [];
  for (const part of text.split(/(\*\*[^*]+\*\*|\{[\w:]+\})/)) {
    if (part === '') continue;
    if (part.startsWith('**'))
      content.push({ type: 'text', text: part.slice(2, -2), marks: [{ type: 'bold' }] });
    else if (part.startsWith('{'))
      content.push({ type: 'citation', attrs: { ...cite(part.slice(1, -1)) } });
    else content.push({ type: 'text', text: part });
  }
  return { type: 'paragraph', content };
}

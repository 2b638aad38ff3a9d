import { redactedText, statusText } from '../html/front-matter.ts';
import type { ReportModel } from '../model.ts';
import type { OutgoingReport } from '../outgoing.ts';
import { blocksMarkdown, headingMarkdown } from './block-markdown.ts';
import { escapeMarkdown } from './inline-markdown.ts';

/** The report as one Markdown file: the same content as on paper, without the drawing. */
export function reportMarkdown({ model, chapters: all, tally }: OutgoingReport): string {
  const chapters = all.map(({ number, anchor, title, level, blocks }) => {
    const text = [{ kind: 'text', text: title, marks: [] }] as const;
    const heading = headingMarkdown({ kind: 'heading', level, number, anchor, text });
    const body = blocksMarkdown(blocks);
    return body === '' ? heading : `${heading}\n\n${body}`;
  });
  return `${[front(model, tally), ...chapters].join('\n\n')}\n`;
}

function front(
  { header, case: of, analyst, madeAt, tool, heads, custody }: ReportModel,
  tally: OutgoingReport['tally'],
): string {
  const facts = [
    ['Classification', escapeMarkdown(header.classification)],
    ['Organisation', escapeMarkdown(header.organisation ?? '')],
    ['Case', escapeMarkdown(of.title)],
    ['Case id', `\`${of.id}\``],
    ['Analyst', escapeMarkdown(analyst.name)],
    ['Status', header.state === undefined ? '' : escapeMarkdown(statusText(header))],
    ['Report made', `${madeAt.slice(0, 16).replace('T', ' ')} UTC`],
    [
      'Custody ledger',
      `entry ${heads.ledger.lines - 1}${custody.intact ? '' : ', **NOT INTACT**'}, \`${heads.ledger.hash}\``,
    ],
    ['Work log', `entry ${heads.work.lines - 1}, \`${heads.work.hash}\``],
    ['Signed by', `key \`${analyst.id}\``],
    ['Made with', escapeMarkdown(tool)],
    ['Redacted', tally.size === 0 ? '' : escapeMarkdown(redactedText(tally))],
  ].filter(([, value]) => value !== '');
  const subtitle = header.subtitle === undefined ? [] : [escapeMarkdown(header.subtitle)];
  return [
    `# ${escapeMarkdown(header.title)}`,
    ...subtitle,
    facts.map(([name = '', value = '']) => `- ${name}: ${value}`).join('\n'),
  ].join('\n\n');
}

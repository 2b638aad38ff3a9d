import { visibleText } from '../../report/markup.ts';
import type { Instant } from '../../model/time.ts';
import type { Brief, BriefLine } from './brief.ts';

type TimeText = (at: Instant) => string;

/** The hand-over as Markdown. What came from people or evidence is text in it: no markup, no line of its own. */
export function briefMarkdown(brief: Brief, timeText: TimeText): string {
  return [
    `# Hand-over: ${escaped(brief.title)}`,
    '',
    `From ${timeText(brief.since)} to ${timeText(brief.until)}`,
    ...brief.sections.flatMap(({ title, lines, none }) => [
      '',
      `## ${title}`,
      '',
      ...(lines.length === 0 ? [none] : lines.map((line) => markdownLine(line, timeText))),
    ]),
    '',
  ].join('\n');
}

function markdownLine({ at, text, detail, late }: BriefLine, timeText: TimeText): string {
  const when = at === undefined ? '' : `${timeText(at)}: `;
  const what = late === true ? `**${escaped(text)}**` : escaped(text);
  return `- ${when}${what}${detail === undefined ? '' : `\n  ${escaped(detail)}`}`;
}

/** The same without marks, for a message or a ticket. */
export function briefPlainText(brief: Brief, timeText: TimeText): string {
  return [
    `HAND-OVER: ${oneLine(brief.title)}`,
    `From ${timeText(brief.since)} to ${timeText(brief.until)}`,
    ...brief.sections.flatMap(({ title, lines, none }) => [
      '',
      title.toUpperCase(),
      ...(lines.length === 0
        ? [none]
        : lines.map(({ at, text, detail, late }) =>
            [
              late === true ? '! ' : '- ',
              at === undefined ? '' : `${timeText(at)}: `,
              oneLine(text),
              detail === undefined ? '' : `\n  ${oneLine(detail)}`,
            ].join(''),
          )),
    ]),
    '',
  ].join('\n');
}

const oneLine = (text: string): string => visibleText(text).replaceAll(/\s+/g, ' ').trim();

const escaped = (text: string): string => oneLine(text).replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&');

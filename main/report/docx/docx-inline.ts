import { InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import { visibleText } from '#shared/report/markup.ts';
import type { Inline, TextMark } from '#shared/report/content/inline.ts';
import type { Anchors } from '../html/inline-html.ts';
import { FAINT, MONO, ACCENT } from './docx-styles.ts';

/** A target of links as Word names it: a letter first, then letters, digits and underscores, at most 40. */
export const bookmarkName = (anchor: string): string =>
  `f_${anchor.replaceAll(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40);

export const docxInline = (
  parts: readonly Inline[],
  anchors: Anchors,
  look: Look = {},
): readonly ParagraphChild[] => parts.flatMap((part) => onePart(part, anchors, look));

/** How all of a line is set, where the style of its paragraph does not say it. */
export interface Look {
  readonly bold?: boolean;
}

const SIGNS = { proven: '●', inferred: '◆', assumed: '■' } as const;

function onePart(part: Inline, anchors: Anchors, look: Look): readonly ParagraphChild[] {
  switch (part.kind) {
    case 'text':
      return runs(part.text, { ...look, ...looks(part.marks) });
    case 'code':
      return runs(part.text, { ...look, font: MONO });
    case 'reference': {
      const text = runs(part.label, { bold: true });
      return anchors.has(part.anchor)
        ? [new InternalHyperlink({ anchor: bookmarkName(part.anchor), children: text })]
        : text;
    }
    case 'name': {
      const text = runs(part.text, look);
      return anchors.has(part.anchor)
        ? [new InternalHyperlink({ anchor: bookmarkName(part.anchor), children: text })]
        : text;
    }
    case 'number':
      return runs(part.label, { bold: true });
    case 'unresolved':
      return runs(`[${part.text}]`, { bold: true, color: ACCENT });
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'mark':
      return runs(SIGNS[part.standing], {});
  }
}

type RunLook = Omit<Exclude<ConstructorParameters<typeof TextRun>[0], string>, 'text' | 'children'>;

/** Word has no line feed within a run. */
const runs = (text: string, look: RunLook): TextRun[] =>
  visibleText(text)
    .split('\n')
    .map((line, n) => new TextRun({ ...look, text: line, ...(n > 0 && { break: 1 }) }));

const looks = (marks: readonly TextMark[]): RunLook => ({
  ...(marks.includes('strong') && { bold: true }),
  ...(marks.includes('emphasis') && { italics: true }),
  ...(marks.includes('underline') && { underline: {} }),
  ...(marks.includes('strike') && { strike: true }),
  ...(marks.includes('faint') && { color: FAINT }),
});

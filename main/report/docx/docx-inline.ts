import { InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import { visibleText } from '#shared/report/markup.ts';
import type { Inline, TextMark } from '#shared/report/content/inline.ts';
import type { Anchors } from '../html/inline-html.ts';
import { signText } from '../content/sign-text.ts';
import { FAINT, MONO, ACCENT } from './docx-styles.ts';

/** A target of links as Word names it: a letter first, then letters, digits and underscores, at most 40. */
export const bookmarkName = (anchor: string): string =>
  `f_${anchor.replaceAll(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40);

export interface InlineWriting {
  readonly anchors: Anchors;
  /**
   * Whether the document has a style: a template of the user's own has few of the report's. None is named that is not
   * there, because LibreOffice then takes the cells of a table apart.
   */
  has(style: string): boolean;
}

/** A paragraph's style, where the document has it. */
export const inStyle = (style: string, writing: InlineWriting): { readonly style?: string } =>
  writing.has(style) ? { style } : {};

export const docxInline = (
  parts: readonly Inline[],
  writing: InlineWriting,
  look: Look = {},
): readonly ParagraphChild[] => parts.flatMap((part) => onePart(part, writing, look));

/** How all of a line is set, where the style of its paragraph does not say it. */
export interface Look {
  readonly bold?: boolean;
  /** In running text a reference stands in brackets, `[E12]`, or it would read as a word of the sentence. */
  readonly bracketed?: boolean;
  /** In a table or a list of entries, whose type is smaller. */
  readonly small?: boolean;
  /** Half points, where no style says it. */
  readonly size?: number;
}

/** What is set by a style of the report's, or as that style sets it where it is not there. */
const STYLED = {
  reference: { style: 'Reference', otherwise: { bold: true } },
  code: { style: 'Code', otherwise: { font: MONO } },
  codeSmall: { style: 'CodeSmall', otherwise: { font: MONO } },
  faint: { style: 'Faint', otherwise: { color: FAINT } },
} as const;

const styled = (name: keyof typeof STYLED, writing: InlineWriting): RunLook =>
  writing.has(STYLED[name].style) ? { style: STYLED[name].style } : STYLED[name].otherwise;

function onePart(part: Inline, writing: InlineWriting, look: Look): readonly ParagraphChild[] {
  const { bold, bracketed = false, small = false, size } = look;
  const all: RunLook = {
    ...(bold !== undefined && { bold }),
    ...(size !== undefined && { size }),
  };
  switch (part.kind) {
    case 'text':
      return runs(part.text, { ...all, ...looks(part.marks, writing) });
    case 'code':
      return runs(part.text, { ...all, ...styled(small ? 'codeSmall' : 'code', writing) });
    case 'reference': {
      const label = bracketed ? `[${part.label}]` : part.label;
      if (!writing.anchors.has(part.anchor)) return runs(label, { ...all, bold: true });
      const children = runs(label, { ...all, ...styled('reference', writing) });
      return [new InternalHyperlink({ anchor: bookmarkName(part.anchor), children })];
    }
    case 'name': {
      const text = runs(part.text, all);
      return writing.anchors.has(part.anchor)
        ? [new InternalHyperlink({ anchor: bookmarkName(part.anchor), children: text })]
        : text;
    }
    case 'number':
      return runs(part.label, { ...all, bold: true });
    case 'unresolved':
      return runs(`[${part.text}]`, { ...all, bold: true, color: ACCENT });
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'mark':
      return runs(signText(part), all);
  }
}

type RunLook = Omit<Exclude<ConstructorParameters<typeof TextRun>[0], string>, 'text' | 'children'>;

/** Word has no line feed within a run. */
const runs = (text: string, look: RunLook): TextRun[] =>
  visibleText(text)
    .split('\n')
    .map((line, n) => new TextRun({ ...look, text: line, ...(n > 0 && { break: 1 }) }));

const looks = (marks: readonly TextMark[], writing: InlineWriting): RunLook => ({
  ...(marks.includes('faint') && styled('faint', writing)),
  ...(marks.includes('strong') && { bold: true }),
  ...(marks.includes('emphasis') && { italics: true }),
  ...(marks.includes('underline') && { underline: {} }),
  ...(marks.includes('strike') && { strike: true }),
});

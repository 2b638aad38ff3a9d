import {
  AlignmentType,
  BorderStyle,
  type IPropertiesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';

/** Lengths are in twips (a twentieth of a point), sizes of type in half points, as Word has them. */

export const INK = '16181D';
export const SOFT = '4A4D55';
export const FAINT = '62656E';
export const ACCENT = 'A63A12';
export const LINK = '1D3F8F';
export const HAIR = 'D5D6D9';
export const WASH = 'F5F5F3';
export const MONO = 'Consolas';

/** The report's table style: a rule above and below, thin lines between rows, the head strong. */
export const TABLE_STYLE = 'FirelineTable';

/**
 * What the library has no options for. It says nothing of type, which the paragraphs' styles do: LibreOffice would set
 * it over the styles of characters.
 */
export const TABLE_STYLES = `<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="Fireline Table"/><w:uiPriority w:val="99"/><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="${INK}"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="${INK}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${HAIR}"/></w:tblBorders><w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="${INK}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style></w:styles>`;

/** Of what stands at the head and foot of every page, in half points. */
const SMALL = 15;

/** Word's own styles, so that whoever goes on writing finds them where they are used to. */
export const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { language: { value: 'en-GB' } },
    },
    title: {
      run: { font: 'Arial', size: 52, bold: true, color: INK },
      paragraph: { spacing: { before: 120, after: 160 } },
    },
    heading1: {
      run: { font: 'Arial', size: 32, bold: true, color: INK },
      paragraph: { spacing: { before: 480, after: 160 }, keepNext: true, outlineLevel: 0 },
    },
    heading2: {
      run: { font: 'Arial', size: 25, bold: true, color: INK },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true, outlineLevel: 1 },
    },
    heading3: {
      run: { font: 'Arial', size: 21, bold: true, color: INK },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true, outlineLevel: 2 },
    },
    heading4: {
      run: { font: 'Arial', size: 19, bold: true, color: INK },
      paragraph: { spacing: { before: 200, after: 60 }, keepNext: true, outlineLevel: 3 },
    },
  },
  paragraphStyles: [
    {
      // Not a default of the document: in a table LibreOffice sets those over the styles of characters.
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      run: { font: 'Arial', size: 19, color: INK },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 25, color: SOFT },
      paragraph: { spacing: { after: 240 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 16, color: SOFT },
      paragraph: { spacing: { before: 100, after: 160 } },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { color: SOFT },
      paragraph: { indent: { left: 340 } },
    },
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 120, after: 120 }, indent: { left: 170 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 16 },
      paragraph: { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TableHead',
      name: 'Table Head',
      basedOn: 'TableText',
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    { id: 'TableSmall', name: 'Table Small', basedOn: 'TableText', run: { size: 14 } },
    {
      // Word joins two tables with nothing between them.
      id: 'TableEnd',
      name: 'Table End',
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { after: 0, line: 200, lineRule: LineRuleType.EXACT } },
    },
    {
      id: 'TableCaption',
      name: 'Table Caption',
      basedOn: 'Caption',
      run: { bold: true, color: INK },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
    {
      id: 'EntryTitle',
      name: 'Entry Title',
      basedOn: 'Normal',
      run: { size: 18, bold: true },
      paragraph: { spacing: { before: 200, after: 40 }, keepNext: true },
    },
    {
      id: 'Listing',
      name: 'Listing',
      basedOn: 'Normal',
      run: { font: MONO, size: 16 },
      paragraph: { spacing: { after: 120, line: 250, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'DocumentKind',
      name: 'Document Kind',
      basedOn: 'Normal',
      run: { size: 18, bold: true, color: ACCENT, allCaps: true, characterSpacing: 20 },
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'CoverKind',
      name: 'Cover Kind',
      basedOn: 'DocumentKind',
      paragraph: {
        spacing: { before: 2_200 },
        border: { top: { style: BorderStyle.SINGLE, size: 24, color: ACCENT, space: 14 } },
      },
    },
    { id: 'Classification', name: 'Classification', basedOn: 'Normal', run: { bold: true } },
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 32, bold: true },
      paragraph: { spacing: { after: 200 }, keepNext: true },
    },
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      next: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 100, after: 40 } },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      next: 'Normal',
      paragraph: { spacing: { after: 40 }, indent: { left: 480 } },
    },
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: SMALL, color: FAINT } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: SMALL, color: FAINT } },
  ],
  characterStyles: [
    { id: 'Reference', name: 'Reference', run: { bold: true, color: LINK } },
    { id: 'Code', name: 'Code', run: { font: MONO, size: 17 } },
    { id: 'CodeSmall', name: 'Code Small', run: { font: MONO, size: 14 } },
    { id: 'Faint', name: 'Faint', run: { color: FAINT } },
  ],
};

export const NUMBERS = 'numbers';
export const BULLETS = 'bullets';

const levels = (format: (level: number) => { format: 'bullet' | 'decimal'; text: string }) =>
  Array.from({ length: 9 }, (_, level) => {
    const { format: kind, text } = format(level);
    return {
      level,
      format: kind === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 340 * (level + 1), hanging: 340 } } },
    };
  });

export const NUMBERING: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    { reference: BULLETS, levels: levels(() => ({ format: 'bullet', text: '•' })) },
    {
      reference: NUMBERS,
      levels: levels((level) => ({ format: 'decimal', text: `%${level + 1}.` })),
    },
  ],
};

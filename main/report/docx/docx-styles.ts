import { AlignmentType, type IPropertiesOptions, LevelFormat, LineRuleType } from 'docx';

/** Lengths are in twips (a twentieth of a point), sizes of type in half points, as Word has them. */

export const INK = '16181D';
export const SOFT = '4A4D55';
export const FAINT = '62656E';
export const ACCENT = 'A63A12';
export const HAIR = 'D5D6D9';
export const WASH = 'F5F5F3';
export const MONO = 'Consolas';

/** The report's table style: a rule above and below, thin lines between rows, the head strong. */
export const TABLE_STYLE = 'FirelineTable';

/** What the library has no options for. */
export const TABLE_STYLES = `<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="Fireline Table"/><w:uiPriority w:val="99"/><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="${INK}"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="${INK}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${HAIR}"/></w:tblBorders><w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="${INK}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style></w:styles>`;

/** Word's own styles, so that whoever goes on writing finds them where they are used to. */
export const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: 'Arial', size: 19, color: INK },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
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
    { id: 'Normal', name: 'Normal', quickFormat: true },
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

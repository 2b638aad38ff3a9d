import cyrillic from '@fontsource/inter/files/inter-cyrillic-400-normal.woff2?inline';
import cyrillicBold from '@fontsource/inter/files/inter-cyrillic-600-normal.woff2?inline';
import greek from '@fontsource/inter/files/inter-greek-400-normal.woff2?inline';
import greekBold from '@fontsource/inter/files/inter-greek-600-normal.woff2?inline';
import italic from '@fontsource/inter/files/inter-latin-400-italic.woff2?inline';
import regular from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline';
import bold from '@fontsource/inter/files/inter-latin-600-normal.woff2?inline';
import extended from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?inline';
import extendedBold from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?inline';
import mono from '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2?inline';
import sheet from '../../../resources/print/print.css?raw';

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const EXTENDED = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1D00-1DBF,U+1E00-1EFF,U+2C60-2C7F';
const CYRILLIC = 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116';
const GREEK = 'U+0370-03FF';

const face = (
  family: string,
  source: string,
  range: string,
  weight: 400 | 600,
  style = 'normal',
): string =>
  `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};src:url(${source}) format('woff2');unicode-range:${range}}`;

/**
 * The faces a report needs, inside it: it must look the same on a machine that has none of them. One file for each
 * weight, because Chromium's PDFs hold variable fonts as drawings, which are large and print worse.
 */
const FACES = [
  face('Fireline Sans', regular, LATIN, 400),
  face('Fireline Sans', bold, LATIN, 600),
  face('Fireline Sans', italic, LATIN, 400, 'italic'),
  face('Fireline Sans', extended, EXTENDED, 400),
  face('Fireline Sans', extendedBold, EXTENDED, 600),
  face('Fireline Sans', cyrillic, CYRILLIC, 400),
  face('Fireline Sans', cyrillicBold, CYRILLIC, 600),
  face('Fireline Sans', greek, GREEK, 400),
  face('Fireline Sans', greekBold, GREEK, 600),
  face('Fireline Mono', mono, LATIN, 400),
].join('\n');

/** Millimetres of the sheet, and of the cover's content: what its margins leave of the height. */
const PAPERS = {
  A4: { width: 210, height: 297, cover: 252 },
  Letter: { width: 216, height: 279, cover: 234 },
} as const;

/** The printed report's whole style sheet. */
export function reportStyle(page: 'A4' | 'Letter'): string {
  const { width, height, cover } = PAPERS[page];
  const lengths = `:root{--paper-width:${width}mm;--paper-height:${height}mm;--cover:${cover}mm}`;
  return `${FACES}\n@page{size:${page}}\n${lengths}\n${sheet}`;
}

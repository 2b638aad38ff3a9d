import italic from '@fontsource-variable/inter/files/inter-latin-wght-italic.woff2?inline';
import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?inline';
import extended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline';
import greek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?inline';
import regular from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?inline';
import sheet from '../../../resources/print/print.css?raw';

const face = (family: string, source: string, range: string, style = 'normal'): string =>
  `@font-face{font-family:'${family}';font-style:${style};font-weight:100 900;src:url(${source}) format('woff2');unicode-range:${range}}`;

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+2248,U+FEFF,U+FFFD';

/** The faces a report needs, inside it: it must look the same on a machine that has none of them. */
const FACES = [
  face('Fireline Sans', regular, LATIN),
  face('Fireline Sans', italic, LATIN, 'italic'),
  face('Fireline Sans', extended, 'U+0100-024F,U+0259,U+1E00-1EFF,U+2C60-2C7F,U+A720-A7FF'),
  face('Fireline Sans', cyrillic, 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'),
  face('Fireline Sans', greek, 'U+0370-03FF'),
  face('Fireline Mono', mono, LATIN),
].join('\n');

/** The printed report's whole style sheet. */
export const reportStyle = (page: 'A4' | 'Letter'): string =>
  `${FACES}\n@page{size:${page}}\n${sheet}`;

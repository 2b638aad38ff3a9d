import bold from '@fontsource/inter/files/inter-latin-600-normal.woff?inline';
import cyrillic from '@fontsource/inter/files/inter-cyrillic-400-normal.woff?inline';
import extended from '@fontsource/inter/files/inter-latin-ext-400-normal.woff?inline';
import greek from '@fontsource/inter/files/inter-greek-400-normal.woff?inline';
import italic from '@fontsource/inter/files/inter-latin-400-italic.woff?inline';
import regular from '@fontsource/inter/files/inter-latin-400-normal.woff?inline';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import program from '@resvg/resvg-wasm/index_bg.wasm?url&inline';
import { trueTypeOf } from './woff.ts';

export interface Picture {
  readonly png: Uint8Array;
  /** In CSS pixels, as the drawing has it. */
  readonly width: number;
  readonly height: number;
}

/** Dots for each CSS pixel: about 290 to the inch. */
const SCALE = 3;

/** A drawing as a picture, with the report's own faces; text in it is a picture too. */
export async function pictureOf(svg: string): Promise<Picture> {
  const drawing = new (await renderer())(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    background: '#ffffff',
    font: { fontBuffers: [...faces()], defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  });
  try {
    const { width, height } = drawing;
    return { png: drawing.render().asPng(), width, height };
  } finally {
    drawing.free();
  }
}

let ready: Promise<typeof Resvg> | undefined;

const renderer = (): Promise<typeof Resvg> =>
  (ready ??= initWasm(bytesOf(program)).then(() => Resvg));

let known: readonly Uint8Array[] | undefined;

const faces = (): readonly Uint8Array[] =>
  (known ??= [regular, bold, italic, extended, cyrillic, greek].map((face) =>
    trueTypeOf(bytesOf(face)),
  ));

/** The bytes of a data address. */
const bytesOf = (address: string): Buffer =>
  Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');

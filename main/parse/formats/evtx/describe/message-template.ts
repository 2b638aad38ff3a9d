import { type Reader, readerOf, type Values } from './place.ts';

/** A piece of a message bound to the fields of a shape. */
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly read: Reader }
  | { readonly kind: 'group'; readonly pieces: readonly Piece[] };

/** What stands for a field that is absent, outside brackets. */
const UNKNOWN = 'unknown';

/** A message template bound to one list of field names. */
export class MessageTemplate {
  readonly #pieces: readonly Piece[];

  constructor(template: string, keys: readonly string[]) {
    this.#pieces = bind(template, keys);
  }

  render(values: Values): string {
    let text = '';
    const pieces = this.#pieces;
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i] as Piece;
      if (piece.kind === 'text') text += piece.text;
      else if (piece.kind === 'field') text += piece.read(values) ?? UNKNOWN;
      else text += group(piece.pieces, values);
    }
    return text;
  }
}

/** A bracketed part: all of it, or nothing when one of its fields is absent. */
function group(pieces: readonly Piece[], values: Values): string {
  let text = '';
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    if (piece.kind === 'text') text += piece.text;
    else if (piece.kind === 'field') {
      const words = piece.read(values);
      if (words === undefined) return '';
      text += words;
    }
  }
  return text;
}

const PARTS = /\{([^{}]+)\}|\[([^[\]]*)\]/g;

function bind(template: string, keys: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  const literal = (text: string): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + text };
    else pieces.push({ kind: 'text', text });
  };
  let end = 0;
  for (const match of template.matchAll(PARTS)) {
    literal(template.slice(end, match.index));
    end = match.index + match[0].length;
    const [, place, bracketed] = match;
    if (place !== undefined) {
      const read = readerOf(place, keys);
      if (read === undefined) literal(UNKNOWN);
      else pieces.push({ kind: 'field', read });
    } else if (bracketed !== undefined && isShowable(bracketed, keys))
      pieces.push({ kind: 'group', pieces: bind(bracketed, keys) });
  }
  literal(template.slice(end));
  return pieces;
}

/** Whether records with these names can have every field of a bracketed part. */
function isShowable(template: string, keys: readonly string[]): boolean {
  const places = placesIn(template);
  if (places.length === 0) throw new Error(`Brackets without a field: [${template}]`);
  return places.every((place) => readerOf(place, keys) !== undefined);
}

/** The places that a message template names, brackets included. */
export function placesIn(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map(([, place = '']) => place);
}

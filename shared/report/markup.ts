/**
 * HTML and SVG text that is escaped by construction. Whatever is put into a `markup` template is text, unless it
 * was itself made by one; so no string from evidence or an analyst can become an element, an attribute or a script.
 */
export class Markup {
  constructor(private readonly source: string) {}

  toString(): string {
    return this.source;
  }
}

export type Part = Markup | string | number | bigint | false | undefined | readonly Part[];

/** Text for element content and quoted attribute values. Never use it inside `style` or `script`. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let source = strings[0] ?? '';
  for (const [n, part] of parts.entries()) source += sourceOf(part) + (strings[n + 1] ?? '');
  return new Markup(source);
}

export const join = (parts: readonly Part[], between = ''): Markup =>
  new Markup(parts.map(sourceOf).join(escapeText(between)));

/** For what Fireline itself ships, such as its style sheet. Never for text that came from outside. */
export const trusted = (source: string): Markup => new Markup(source);

export const EMPTY = new Markup('');

function sourceOf(part: Part): string {
  if (part === false || part === undefined) return '';
  if (part instanceof Markup) return part.toString();
  if (typeof part === 'object') return part.map(sourceOf).join('');
  return escapeText(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeText = (text: string): string =>
  visibleText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/**
 * Characters that would be invisible, reorder what is read, or be refused by HTML: controls (but tab and line
 * feed), bidirectional marks, zero-width space, byte-order mark, tags, lone surrogates.
 */
const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** The text with hidden characters spelt out as `\u{202e}`, so that what is printed is all there is. */
export const visibleText = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(HIDDEN, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);

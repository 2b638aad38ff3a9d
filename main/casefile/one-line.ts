/**
 * Controls (line feeds included), separators of lines, invisible and text-reordering characters, lone surrogates:
 * what could make a name from evidence look like another, or like a second line.
 */
const DECEPTIVE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Cs}]/gu;

/** Text from evidence as one honest line: every deceptive character is written as its escape, `\u202e`. */
export const oneLine = (text: string): string =>
  text.replace(DECEPTIVE, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);

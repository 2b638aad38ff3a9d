/**
 * Text from evidence as it may be shown: control characters, bidi controls and other invisible marks are spelled
 * out (`‹U+202E›`), so that a crafted name can neither hide nor turn around what is beside it. Tab and line feed stay.
 */
const HIDDEN =
  /(?![\t\n])\p{Cc}|[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Cs}/gu;

const spelled = (character: string): string =>
  `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;

export const visibleText = (text: string): string => text.replace(HIDDEN, spelled);

/** The same on one line: line breaks and tabs become visible marks. */
export const visibleLine = (text: string): string =>
  visibleText(text.replace(/\r\n|\n|\r/g, ' ⏎ ').replace(/\t/g, ' ⇥ '));

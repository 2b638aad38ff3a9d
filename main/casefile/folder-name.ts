/** What case folders end in. */
export const CASE_SUFFIX = '.fireline';

/** Bytes a name may have on common file systems is 255; a suffix and a number come on top. */
const MAX_LENGTH = 80;

/** Names that Windows keeps for devices, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** Separators, what Windows forbids, controls, halves of surrogate pairs, and characters that reorder or hide text. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd\p{Cs}]/gu;

/** A folder name for a case title that every file system takes; without the suffix. Never empty. */
export function folderNameFor(title: string): string {
  const cleaned = title.normalize('NFC').replace(UNSAFE, '-').replace(/\s+/g, ' ');
  let name = '';
  for (const character of cleaned) {
    if (Buffer.byteLength(name + character, 'utf8') > MAX_LENGTH * 2 || name.length >= MAX_LENGTH)
      break;
    name += character;
  }
  name = name.replace(/^[\s.-]+|[\s.-]+$/g, '');
  if (name === '') return 'case';
  return RESERVED.test(name) ? `case ${name}` : name;
}

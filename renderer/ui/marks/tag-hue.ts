/** One of the eight tag hues, 1 to 8, the same for a name every time. */
export function tagHue(tag: string): number {
  let hash = 7;
  for (const character of tag) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return (Math.abs(hash) % 8) + 1;
}

/** The number that a run of decimal digits is, if it can be written back as it was; any other text as it is. */
export function numberOr(text: string): number | string {
  const { length } = text;
  if (length === 0 || length > 16 || (length > 1 && text.charCodeAt(0) === 48)) return text;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return text;
    value = value * 10 + digit;
  }
  return value <= Number.MAX_SAFE_INTEGER ? value : text;
}

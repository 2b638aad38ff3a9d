/** The number that a run of decimal digits is, while it is exact; any other text as it is. */
export function numberOr(text: string): number | string {
  const { length } = text;
  if (length === 0 || length > 15) return text;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return text;
    value = value * 10 + digit;
  }
  return value;
}

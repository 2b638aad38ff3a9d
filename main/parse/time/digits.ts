/** Value of the digit at this place, or a number above 9. */
export const digitAt = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : 99;
};

/** Two digits as a number, or a number above 99 when they are not digits. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1000;
}

/** One or two digits, the first of them possibly a space; -1 when there is none. */
export function dayDigits(text: string, at: number): number {
  const ones = digitAt(text, at + 1);
  if (ones > 9) return -1;
  if (text.charCodeAt(at) === 32) return ones;
  const tens = digitAt(text, at);
  return tens > 9 ? -1 : tens * 10 + ones;
}

export function fourDigits(text: string, at: number): number {
  const high = twoDigits(text, at);
  const low = twoDigits(text, at + 2);
  return high > 99 || low > 99 ? -1 : high * 100 + low;
}

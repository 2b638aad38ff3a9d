/**
 * Places in a list as text, so that moving one item never touches another (fractional indexing, D. Greenspan
 * 2020). A rank is a whole number, whose first letter says how many digits it has (`a` to `z` two to 27 letters
 * rising, `Z` down to `A` the same below zero), and a fraction; base 62, text order is list order.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SMALLEST = `A${'0'.repeat(26)}`;
export const FIRST_RANK = 'a0';
const LONGEST = 500;
/** Salt makes ranks grow where many items are put at one place; past this it is left out. */
const LONGEST_SALTED = 60;

export function isRank(text: string): boolean {
  if (!/^[0-9A-Za-z]+$/.test(text) || text.length > LONGEST || text === SMALLEST) return false;
  const whole = wholeLength(text);
  return whole !== undefined && text.length >= whole && !text.slice(whole).endsWith('0');
}

/**
 * A rank after `a` and before `b`; either may be open. `salt` (random digits of this alphabet) keeps two
 * analysts who insert at the same place apart. Where `a` is not before `b` (two items with one rank), the
 * place right after `a`.
 */
export function rankBetween(a: string | undefined, b: string | undefined, salt = ''): string {
  const upper = a !== undefined && b !== undefined && a >= b ? undefined : b;
  const rank = between(a, upper);
  const salted = `${rank}${salt}V`;
  const fits = salted.length <= LONGEST_SALTED && (upper === undefined || salted < upper);
  return salt !== '' && fits ? salted : rank;
}

function between(a: string | undefined, b: string | undefined): string {
  if (a === undefined) {
    if (b === undefined) return FIRST_RANK;
    const { whole, fraction } = split(b);
    if (whole === SMALLEST) return whole + midpoint('', fraction);
    return fraction === '' ? step(whole, -1) : whole;
  }
  const low = split(a);
  if (b === undefined) return step(low.whole, 1) || low.whole + midpoint(low.fraction, undefined);
  const high = split(b);
  if (low.whole === high.whole) return low.whole + midpoint(low.fraction, high.fraction);
  const next = step(low.whole, 1);
  return next !== '' && next < b ? next : low.whole + midpoint(low.fraction, undefined);
}

function wholeLength(rank: string): number | undefined {
  const head = rank.charCodeAt(0);
  if (head >= 0x61 && head <= 0x7a) return head - 0x61 + 2;
  if (head >= 0x41 && head <= 0x5a) return 0x5a - head + 2;
  return undefined;
}

function split(rank: string): { whole: string; fraction: string } {
  if (!isRank(rank)) throw new RangeError(`“${rank}” is not a rank`);
  const length = wholeLength(rank);
  return { whole: rank.slice(0, length), fraction: rank.slice(length) };
}

/** The whole number one above or below; '' past the ends. */
function step(whole: string, by: 1 | -1): string {
  const wrapsAt = by === 1 ? 61 : 0;
  const digits = whole.slice(1).split('');
  for (let i = digits.length - 1; i >= 0; i--) {
    const digit = DIGITS.indexOf(digits[i] ?? '');
    if (digit !== wrapsAt) {
      digits[i] = DIGITS.charAt(digit + by);
      return whole.charAt(0) + digits.join('');
    }
    digits[i] = DIGITS.charAt(61 - wrapsAt);
  }
  return otherLength(whole.charAt(0), digits.length, by);
}

function otherLength(head: string, length: number, by: 1 | -1): string {
  if (head === (by === 1 ? 'z' : 'A')) return '';
  if (head === 'Z' && by === 1) return FIRST_RANK;
  if (head === 'a' && by === -1) return 'Zz';
  const next = String.fromCharCode(head.charCodeAt(0) + by);
  // Above zero a longer number is larger, below zero smaller.
  const grows = head >= 'a' === (by === 1);
  return next + (by === 1 ? '0' : 'z').repeat(grows ? length + 1 : length - 1);
}

/** A fraction strictly between two; fractions never end in 0, so there always is one. */
function midpoint(a: string, b: string | undefined): string {
  if (b !== undefined) {
    let same = 0;
    while ((a.charAt(same) || '0') === b.charAt(same)) same++;
    if (same > 0) return b.slice(0, same) + midpoint(a.slice(same), b.slice(same));
  }
  const low = a === '' ? 0 : DIGITS.indexOf(a.charAt(0));
  const high = b === undefined ? 62 : DIGITS.indexOf(b.charAt(0));
  if (high - low > 1) return DIGITS.charAt(Math.round((low + high) / 2));
  if (b !== undefined && b.length > 1) return b.charAt(0);
  return DIGITS.charAt(low) + midpoint(a.slice(1), undefined);
}

/** Bits of one pass: its counters fit the first-level cache. */
const DIGIT = 11;
const BUCKETS = 1 << DIGIT;

/**
 * Sorts rows by their times, keeping the order of equal ones. `times` are in the order of `rows`; both are
 * rearranged. Times that lie close together need fewer passes.
 */
export function sortByTime(times: BigInt64Array, rows: Uint32Array): void {
  const count = rows.length;
  if (count < 2) return;
  let [low, high] = [times[0] as bigint, times[0] as bigint];
  let sorted = true;
  let previous = low;
  for (let i = 1; i < count; i++) {
    const time = times[i] as bigint;
    if (time < previous) sorted = false;
    if (time < low) low = time;
    if (time > high) high = time;
    previous = time;
  }
  if (sorted) return;
  const width = BigInt.asUintN(64, high - low).toString(2).length;
  // As two halves without their common base, so that no pass makes a bigint.
  const lowBase = Number(BigInt.asUintN(32, low));
  const highBase = Number(BigInt.asIntN(32, low >> 32n));
  const halves = new Uint32Array(times.buffer, times.byteOffset, count * 2);
  let from: Halves & { readonly row: Uint32Array } = {
    lo: new Uint32Array(count),
    hi: new Uint32Array(count),
    row: rows,
  };
  for (let i = 0; i < count; i++) {
    const lo = halves[i * 2] as number;
    from.lo[i] = lo - lowBase;
    from.hi[i] = (halves[i * 2 + 1] as number) - highBase - (lo < lowBase ? 1 : 0);
  }
  let to: Halves & { readonly row: Uint32Array } = {
    lo: new Uint32Array(count),
    hi: new Uint32Array(count),
    row: new Uint32Array(count),
  };
  const starts = new Uint32Array(BUCKETS);
  const digits = new Uint16Array(count);
  for (let shift = 0; shift < width; shift += DIGIT) {
    fillDigits(digits, from, shift);
    starts.fill(0);
    for (let i = 0; i < count; i++) {
      const digit = digits[i] as number;
      starts[digit] = (starts[digit] as number) + 1;
    }
    let sum = 0;
    for (let b = 0; b < BUCKETS; b++) {
      const size = starts[b] as number;
      starts[b] = sum;
      sum += size;
    }
    for (let i = 0; i < count; i++) {
      const digit = digits[i] as number;
      const place = starts[digit] as number;
      starts[digit] = place + 1;
      to.lo[place] = from.lo[i] as number;
      to.hi[place] = from.hi[i] as number;
      to.row[place] = from.row[i] as number;
    }
    [from, to] = [to, from];
  }
  for (let i = 0; i < count; i++) {
    const lo = (from.lo[i] as number) + lowBase;
    halves[i * 2] = lo;
    halves[i * 2 + 1] = (from.hi[i] as number) + highBase + (lo > 0xffff_ffff ? 1 : 0);
  }
  if (from.row !== rows) rows.set(from.row);
}

interface Halves {
  readonly lo: Uint32Array;
  readonly hi: Uint32Array;
}

/** The digit at a bit position of each item; it may straddle the halves. */
function fillDigits(digits: Uint16Array, { lo, hi }: Halves, shift: number): void {
  const mask = BUCKETS - 1;
  const count = digits.length;
  if (shift >= 32) {
    for (let i = 0; i < count; i++) digits[i] = ((hi[i] as number) >>> (shift - 32)) & mask;
  } else if (shift + DIGIT <= 32) {
    for (let i = 0; i < count; i++) digits[i] = ((lo[i] as number) >>> shift) & mask;
  } else {
    for (let i = 0; i < count; i++) {
      digits[i] = (((lo[i] as number) >>> shift) | ((hi[i] as number) << (32 - shift))) & mask;
    }
  }
}

const SLASHED =
  /(?:^|[^\d/.-])(\d{1,2})(?:\/(\d{1,2})\/(?:\d{4}|\d{2})|-(\d{1,2})-\d{4})(?![\d/-])/g;

/**
 * Whether dates such as `03/04/2026` in a text begin with the day: when some first number cannot be a month and
 * no second number says the opposite. A text that gives no sign is read month first, as its tools write it.
 */
export function isDayFirst(sample: string): boolean {
  let day = 0;
  let month = 0;
  for (const [, first, slashed, dashed] of sample.matchAll(SLASHED)) {
    if (Number(first) > 12) day++;
    else if (Number(slashed ?? dashed) > 12) month++;
  }
  return day > month;
}

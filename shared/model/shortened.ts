const HALF = /[\uD800-\uDBFF]$/;

/** At most so many letters, `…` in place of the rest; no letter is halved. */
export const shortened = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .replace(HALF, '')
        .trimEnd()}…`;

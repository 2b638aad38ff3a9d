/** A line of a text log that is to be sorted into place. */
export interface Line {
  /** ms since 1970 UTC. */
  readonly at: number;
  readonly text: string;
}

/** All lines in the order of time, each ended by a line feed. */
export const linesInOrder = (lines: readonly Line[]): string =>
  `${[...lines]
    .sort((a, b) => a.at - b.at)
    .map((line) => line.text)
    .join('\n')}\n`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

const clock = (d: Date): string =>
  `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`;

/** RFC 3164: no year, no zone. The servers of the sample run on UTC. */
export function bsdTime(time: number): string {
  const d = new Date(time);
  return `${MONTHS[d.getUTCMonth()] ?? ''} ${String(d.getUTCDate()).padStart(2, ' ')} ${clock(d)}`;
}

/** The common log format's time. */
export function webTime(time: number): string {
  const d = new Date(time);
  return `${two(d.getUTCDate())}/${MONTHS[d.getUTCMonth()] ?? ''}/${d.getUTCFullYear()}:${clock(d)} +0000`;
}

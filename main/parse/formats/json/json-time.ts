import { readEpoch } from '../../time/epoch.ts';
import { TIME_FORMATS } from '../../time/formats.ts';
import type { Stamp } from '../../time/stamp.ts';

const DATED = TIME_FORMATS.filter((format) => format.yearless !== true && format.id !== 'epoch');
/** ASP.NET and Windows PowerShell write a DateTime so: milliseconds, and perhaps the offset it was shown with. */
const DOT_NET = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/;

/** How a time was read: a count since an epoch, which is UTC, or a text, which may state a zone or not. */
export type TimeKind = 'epoch' | 'text';

/** Reads a time from the text of a value, a number as its digits; undefined when it is none. */
export function readJsonTime(value: string, into: Stamp): TimeKind | undefined {
  const text = value.trim();
  const net = DOT_NET.exec(text);
  if (net !== null) {
    const ms = Number(net[1]);
    into.seconds = Math.floor(ms / 1000);
    into.nanos = (ms - into.seconds * 1000) * 1e6;
    into.precision = 'ms';
    into.offset = 0;
    return 'epoch';
  }
  if (whole(readEpoch, text, into)) return 'epoch';
  return DATED.some(({ read }) => whole(read, text, into)) ? 'text' : undefined;
}

const whole = (
  read: (text: string, at: number, into: Stamp) => boolean,
  text: string,
  into: Stamp,
): boolean => read(text, 0, into) && into.end === text.length;

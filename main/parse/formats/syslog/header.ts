import { isDate, isWeekdayAt, monthAt } from '../../time/civil.ts';
import { clockAt, readFraction, readZone } from '../../time/clock-text.ts';
import { digitAt, fourDigits, twoDigits } from '../../time/digits.ts';
import { readIso } from '../../time/iso.ts';
import { type Stamp, blankStamp } from '../../time/stamp.ts';
import { facilityNamed, severityNamed } from './priority.ts';

/** What stands before the message. One object is reused for all lines. */
export interface Header {
  /** -1 when the line has no priority. */
  facility: number;
  severity: number;
  /** RFC 5424, or the older conventions. */
  structured: boolean;
  /** Where the time stands; equal when there is none. */
  timeStart: number;
  timeEnd: number;
  stamp: Stamp;
  /** Month and day of a time without a year, which then has only its clock in `stamp.seconds`; else 0. */
  month: number;
  day: number;
  host: string | undefined;
  tag: string | undefined;
  pid: string | undefined;
  /** Where the message begins; for RFC 5424, where MSGID begins. */
  message: number;
}

export const blankHeader = (): Header => ({
  facility: -1,
  severity: -1,
  structured: false,
  timeStart: 0,
  timeEnd: 0,
  stamp: blankStamp(),
  month: 0,
  day: 0,
  host: undefined,
  tag: undefined,
  pid: undefined,
  message: 0,
});

/** Reads the header of a line; false when it has none. */
export function readHeader(text: string, into: Header): boolean {
  into.facility = -1;
  into.severity = -1;
  into.structured = false;
  into.month = 0;
  into.host = undefined;
  into.tag = undefined;
  into.pid = undefined;
  let at = 0;
  if (text.charCodeAt(0) === 60) {
    at = readPriority(text, into);
    if (at === 0) return false;
    if (digitAt(text, at) <= 9 && text.charCodeAt(at + 1) === 32) {
      return readStructured(text, at + 2, into);
    }
  }
  at = readTime(text, at, into);
  if (at < 0) return false;
  readOrigin(text, at, into);
  return true;
}

/** `<34>`; returns where it ends, 0 when it is none. */
function readPriority(text: string, into: Header): number {
  let at = 1;
  let value = 0;
  for (let digit = digitAt(text, at); digit <= 9 && at < 4; digit = digitAt(text, ++at))
    value = value * 10 + digit;
  if (at === 1 || text.charCodeAt(at) !== 62 || value > 191) return 0;
  into.facility = value >> 3;
  into.severity = value & 7;
  return at + 1;
}

/** RFC 5424 after the version: TIMESTAMP HOSTNAME APP-NAME PROCID, each possibly `-`. */
function readStructured(text: string, at: number, into: Header): boolean {
  into.structured = true;
  into.timeStart = at;
  into.timeEnd = at;
  let next = at + 1;
  if (text.charCodeAt(at) !== 45) {
    if (!readIso(text, at, into.stamp)) return false;
    into.timeEnd = into.stamp.end;
    next = into.stamp.end;
  }
  if (text.charCodeAt(next) !== 32) return false;
  const host = tokenEnd(text, next + 1);
  const tag = tokenEnd(text, host + 1);
  const pid = tokenEnd(text, tag + 1);
  if (pid > text.length || pid === tag) return false;
  into.host = present(text, next + 1, host);
  into.tag = present(text, host + 1, tag);
  into.pid = present(text, tag + 1, pid);
  into.message = pid + 1;
  return true;
}

const present = (text: string, from: number, to: number): string | undefined =>
  to - from === 1 && text.charCodeAt(from) === 45 ? undefined : text.substring(from, to);

export function tokenEnd(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 ? text.length : space;
}

/** Any of the time forms; returns where the rest begins, -1 when there is none. */
function readTime(text: string, start: number, into: Header): number {
  const { stamp } = into;
  let at = start;
  if (digitAt(text, at) > 9) {
    const after = readMonthTime(text, at, into);
    if (after >= 0 || !isWeekdayAt(text, at)) return after;
    at += 4;
  }
  // A space between date and clock is how applications write, not syslog daemons; except after a weekday.
  if (at === start && text.charCodeAt(at + 10) !== 84) return -1;
  if (!readIso(text, at, stamp) || stamp.precision === 'day') return -1;
  into.timeStart = start;
  into.timeEnd = stamp.end;
  return text.charCodeAt(stamp.end) === 32 ? stamp.end + 1 : -1;
}

/** `Oct 11 22:14:15`, with a year before or after the clock, a fraction, a zone, a colon after it. */
function readMonthTime(text: string, at: number, into: Header): number {
  const month = monthAt(text, at);
  if (month === 0 || text.charCodeAt(at + 3) !== 32) return -1;
  let next = at + 4;
  if (text.charCodeAt(next) === 32) next++;
  const wide = digitAt(text, next + 1) <= 9;
  const day = wide ? twoDigits(text, next) : digitAt(text, next);
  next += wide ? 3 : 2;
  let year = 0;
  if (text.charCodeAt(next + 2) !== 58) {
    year = fourDigits(text, next);
    next += 5;
  }
  const clock = clockAt(text, next);
  if (clock < 0 || year < 0) return -1;
  const { stamp } = into;
  stamp.end = next + 8;
  readFraction(text, stamp);
  if (year === 0 && isYearAt(text, stamp.end + 1)) {
    year = fourDigits(text, stamp.end + 1);
    stamp.end += 5;
  }
  readZone(text, stamp);
  if (!isDate(year === 0 ? 2000 : year, month, day)) return -1;
  into.month = month;
  into.day = day;
  stamp.seconds = clock;
  if (year > 0) {
    into.month = 0;
    stamp.seconds += Date.UTC(year, month - 1, day) / 1000;
  }
  into.timeStart = at;
  into.timeEnd = stamp.end;
  let { end } = stamp;
  if (text.charCodeAt(end) === 58) end++;
  return text.charCodeAt(end) === 32 ? end + 1 : -1;
}

function isYearAt(text: string, at: number): boolean {
  const year = fourDigits(text, at);
  return year >= 1970 && year <= 2100 && text.charCodeAt(at + 4) === 32;
}

/** Host and tag after the time. Either may be missing, and some daemons put facility and severity between. */
function readOrigin(text: string, from: number, into: Header): void {
  let at = from;
  if (text.charCodeAt(at) === 60) at = readWordPriority(text, at + 1, '>', into) || at;
  const end = tokenEnd(text, at);
  const last = text.charCodeAt(end - 1);
  const first = text.charCodeAt(at);
  if (last === 58 || first === 45 || text.startsWith('last message repeated', at)) {
    readTag(text, at, into);
    return;
  }
  const severity = end - at <= 9 ? severityNamed(text.substring(at, end)) : -1;
  if (severity >= 0) into.severity = severity;
  else into.host = text.substring(at, end);
  at = Math.min(end + 1, text.length);
  readTag(text, at, into);
  if (into.tag === undefined) {
    const after = readWordPriority(text, at, ' ', into);
    if (after > 0) readTag(text, after, into);
  }
}

/** `auth.info` up to the given mark, as BSD and busybox write; returns where the rest begins, 0 if it is none. */
function readWordPriority(text: string, from: number, mark: string, into: Header): number {
  const end = text.indexOf(mark, from);
  if (end < 0 || end - from > 20) return 0;
  const dot = text.indexOf('.', from);
  if (dot < 0 || dot > end) return 0;
  const severity = severityNamed(text.substring(dot + 1, end));
  const facility = facilityNamed(text.substring(from, dot));
  if (severity < 0 || facility < 0) return 0;
  into.facility = facility;
  into.severity = severity;
  const after = mark === ' ' ? end + 1 : end + 2;
  return Math.min(after, text.length);
}

/** Longest tag looked for; RFC 3164 says 32, daemons with paths write more. */
const MAX_TAG = 80;

/** `tag:` or `tag[pid]:`; what has neither colon nor brackets is message from the start. */
function readTag(text: string, from: number, into: Header): void {
  into.message = from;
  if (text.charCodeAt(from) === 91 && readBarePid(text, from, into)) return;
  const limit = Math.min(text.length, from + MAX_TAG);
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32) return;
    if (unit === 58) {
      const next = text.charCodeAt(at + 1);
      if (next !== 32 && at + 1 < text.length) continue;
      if (at === from) return;
      into.tag = text.substring(from, at);
      into.message = afterSpace(text, at + 1);
      return;
    }
    if (unit === 91 && at > from) {
      const close = text.indexOf(']', at);
      if (close < 0 || close - at > 24) return;
      const colon = text.charCodeAt(close + 1) === 58;
      if (!colon && text.charCodeAt(close + 1) !== 32) continue;
      into.tag = text.substring(from, at);
      into.pid = text.substring(at + 1, close);
      into.message = afterSpace(text, close + (colon ? 2 : 1));
      return;
    }
  }
}

/** `tag [pid]: message` without a host: what was taken for the host is the tag. */
function readBarePid(text: string, from: number, into: Header): boolean {
  const close = text.indexOf(']', from);
  if (close < 0 || close - from > 12 || text.charCodeAt(close + 1) !== 58) return false;
  for (let at = from + 1; at < close; at++) if (digitAt(text, at) > 9) return false;
  if (close === from + 1 || into.host === undefined) return false;
  into.tag = into.host;
  into.host = undefined;
  into.pid = text.substring(from + 1, close);
  into.message = afterSpace(text, close + 2);
  return true;
}

const afterSpace = (text: string, at: number): number => (text.charCodeAt(at) === 32 ? at + 1 : at);

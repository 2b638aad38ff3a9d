import { isIpv4, ipOf } from '../../text/ip.ts';
import { numberOr } from '../../text/number.ts';
import type { Stamp } from '../../time/stamp.ts';
import { readCommonLog } from '../../time/word-dates.ts';

/** The parts of one line. One object is reused for all lines. */
export interface AccessLine {
  /** Where the time stands. */
  timeStart: number;
  timeEnd: number;
  /** As written: an address or a name. */
  client: string;
  virtualHost: string | undefined;
  ident: string | undefined;
  user: string | undefined;
  /** Between the quotes, undefined when the line has none. */
  request: string | undefined;
  status: number | undefined;
  bytes: number | undefined;
  referrer: string | undefined;
  userAgent: string | undefined;
  /** What servers append to the combined format. */
  rest: string | undefined;
}

export const blankLine = (): AccessLine => ({
  timeStart: 0,
  timeEnd: 0,
  client: '',
  virtualHost: undefined,
  ident: undefined,
  user: undefined,
  request: undefined,
  status: undefined,
  bytes: undefined,
  referrer: undefined,
  userAgent: undefined,
  rest: undefined,
});

/** Reads a line of the common or combined log format or one of their relatives; false when it is none. */
export function readLine(text: string, into: AccessLine, stamp: Stamp): boolean {
  const bracket = timeBracket(text, stamp);
  if (bracket < 0) return false;
  into.timeStart = bracket + 1;
  into.timeEnd = stamp.end;
  readClient(text, bracket, into);
  into.request = undefined;
  into.status = undefined;
  into.bytes = undefined;
  into.referrer = undefined;
  into.userAgent = undefined;
  into.rest = undefined;
  const close = text.indexOf(']', stamp.end);
  if (close < 0) return true;
  const quote = text.indexOf('"', close);
  if (quote < 0) {
    into.rest = restOf(text, close + 1);
    return true;
  }
  const between = text.substring(close + 1, quote).trim();
  if (between !== '') into.virtualHost ??= between;
  const end = requestEnd(text, quote + 1);
  into.request = text.substring(quote + 1, end);
  readResponse(text, end + 1, into);
  return true;
}

/** The bracket before the time. A user name may hold brackets too, so what follows must be a time. */
function timeBracket(text: string, stamp: Stamp): number {
  for (let at = text.indexOf('['); at >= 0 && at < 1_000; at = text.indexOf('[', at + 1))
    if (at > 0 && readCommonLog(text, at + 1, stamp)) return at;
  return -1;
}

/** `client ident user`, with the virtual host before it, or less than that. The user may contain spaces. */
function readClient(text: string, bracket: number, into: AccessLine): void {
  into.virtualHost = undefined;
  into.ident = undefined;
  into.user = undefined;
  const end = text.charCodeAt(bracket - 1) === 32 ? bracket - 1 : bracket;
  let at = wordEnd(text, 0, end);
  into.client = text.substring(0, at);
  if (at < end && !isAddress(into.client)) {
    const next = wordEnd(text, at + 1, end);
    const second = text.substring(at + 1, next);
    if (isAddress(second)) {
      into.virtualHost = into.client;
      into.client = second;
      at = next;
    }
  }
  if (at >= end) return;
  const ident = wordEnd(text, at + 1, end);
  into.ident = present(text.substring(at + 1, ident));
  if (ident < end) into.user = present(text.substring(ident + 1, end));
}

const isAddress = (word: string): boolean => isIpv4(word) || ipOf(word) !== undefined;

function wordEnd(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 || space > limit ? limit : space;
}

const present = (word: string): string | undefined =>
  word === '-' || word === '' || word === '""' || word === '- -' ? undefined : word;

/**
 * The quote that ends the request. Apache and nginx escape quotes within it, others do not: then it is the quote
 * before the status.
 */
function requestEnd(text: string, from: number): number {
  const end = quoteEnd(text, from);
  if (isStatusAt(text, end + 1)) return end;
  for (let at = text.indexOf('"', end + 1); at >= 0; at = text.indexOf('"', at + 1))
    if (isStatusAt(text, at + 1)) return at;
  return end;
}

/** The next quote without a backslash before it; the end of the text when there is none. */
function quoteEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 92 && at - 1 - slashes >= from) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

/** ` 200 ` or ` - ` */
function isStatusAt(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 32) return false;
  const end = wordEnd(text, at + 1, text.length);
  const word = text.substring(at + 1, end);
  return word === '-' || (end - at === 4 && numberOr(word) !== word);
}

function readResponse(text: string, from: number, into: AccessLine): void {
  let at = from;
  const status = wordAt(text, at);
  if (status !== '') {
    into.status = numeric(status);
    at += status.length + 1;
  }
  const bytes = wordAt(text, at);
  if (bytes !== '') {
    into.bytes = numeric(bytes);
    at += bytes.length + 1;
  }
  if (text.charCodeAt(at + 1) === 34) {
    const end = quoteEnd(text, at + 2);
    into.referrer = present(text.substring(at + 2, end));
    at = end + 1;
    if (text.charCodeAt(at + 1) === 34) {
      const close = quoteEnd(text, at + 2);
      into.userAgent = present(text.substring(at + 2, close));
      at = close + 1;
    }
  }
  into.rest = restOf(text, at);
}

/** The word after the space at `at`, '' when a quote or nothing follows. */
function wordAt(text: string, at: number): string {
  if (text.charCodeAt(at) !== 32 || text.charCodeAt(at + 1) === 34) return '';
  return text.substring(at + 1, wordEnd(text, at + 1, text.length));
}

function numeric(word: string): number | undefined {
  const value = numberOr(word);
  return typeof value === 'number' ? value : undefined;
}

const restOf = (text: string, at: number): string | undefined =>
  at + 1 < text.length ? present(text.substring(at).trim()) : undefined;

import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** How the bytes of a text file become characters. `utf-8` covers ASCII. Others are names TextDecoder knows. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | (string & {});

export interface DetectedEncoding {
  readonly encoding: TextEncoding;
  /** Length of the byte order mark, 0 to 3. */
  readonly mark: number;
  /** Lines end with a return alone, as on the Macs before 2001. Absent: with a newline. */
  readonly newline?: 'return';
}

/** More zero bytes than this in a hundred, in one half of the byte pairs, is UTF-16 without a mark. */
const ZEROS_PERCENT = 70;

/**
 * The encoding of a text from its beginning: byte order mark, else the zero bytes of UTF-16, else UTF-8 when
 * it is valid, else Windows-1252, which gives every byte a character. Undefined when it is not text at all.
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding | undefined {
  const detected = encodingOf(head);
  return detected !== undefined && endsWithReturns(head)
    ? { ...detected, newline: 'return' }
    : detected;
}

/** A newline byte may also be half of another UTF-16 character: then lines are taken to end as usual. */
const endsWithReturns = (head: Uint8Array): boolean => head.includes(13) && !head.includes(10);

function encodingOf(head: Uint8Array): DetectedEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe && !(head[2] === 0 && head[3] === 0))
    return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  const { even, odd, control } = census(head);
  const pairs = head.length >> 1;
  if (pairs >= 4) {
    if (odd * 100 >= pairs * ZEROS_PERCENT && even * 20 <= pairs && control * 20 <= pairs)
      return { encoding: 'utf-16le', mark: 0 };
    if (even * 100 >= pairs * ZEROS_PERCENT && odd * 20 <= pairs && control * 20 <= pairs)
      return { encoding: 'utf-16be', mark: 0 };
  }
  if (!isText(head, even + odd, control)) return undefined;
  return { encoding: isUtf8(withoutCutSequence(head)) ? 'utf-8' : 'windows-1252', mark: 0 };
}

interface Census {
  /** Zero bytes at even and at odd places. */
  readonly even: number;
  readonly odd: number;
  /** Control characters that text does not use. */
  readonly control: number;
}

function census(head: Uint8Array): Census {
  let even = 0;
  let odd = 0;
  let control = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] as number;
    if (byte === 0) {
      if ((i & 1) === 0) even++;
      else odd++;
    } else if (byte < 0x20 && !isTextControl(byte)) control++;
  }
  return { even, odd, control };
}

/** Backspace, tab, newline, vertical tab, form feed, return, and escape (colours in terminal logs). */
const isTextControl = (byte: number): boolean => (byte >= 0x08 && byte <= 0x0d) || byte === 0x1b;

/**
 * Text with damage is still text: logs carry runs of zeros after a power cut, and attackers log raw bytes.
 * A file whose other bytes are text, and which has enough of those, is read as text.
 */
function isText(head: Uint8Array, zeros: number, control: number): boolean {
  const others = head.length - zeros;
  if (others === 0) return false;
  if (control * 50 > others) return false;
  return zeros === 0 || (zerosAreRuns(head, zeros) && others * 10 >= head.length);
}

/** Binary records have scattered zeros, a damaged log has few long runs of them. */
function zerosAreRuns(head: Uint8Array, zeros: number): boolean {
  let runs = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0 && head[i - 1] !== 0) runs++;
  return runs <= 2 || zeros / runs >= 16;
}

/** The head may end within a character; what belongs to it is left out of the judgement. */
function withoutCutSequence(head: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= head.length; back++) {
    const byte = head[head.length - back] as number;
    if (byte >= 0xc0) return head.subarray(0, head.length - back);
    if (byte < 0x80) return head;
  }
  return head;
}

/** Decodes whole text of a head, its lines ended by newlines; a character cut at the end is dropped. */
export function decodeHead(bytes: Uint8Array, detected: DetectedEncoding): string {
  const body = bytes.subarray(detected.mark);
  const decoder = new TextDecoder(detected.encoding, { ignoreBOM: true });
  const text = decoder.decode(detected.encoding === 'utf-8' ? withoutCutSequence(body) : body);
  return detected.newline === undefined ? text : text.replaceAll('\r', '\n');
}

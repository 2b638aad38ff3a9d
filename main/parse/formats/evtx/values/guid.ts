import { bytes, i32 } from '../window.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex = (at: number): string => HEX[bytes[at] as number] as string;

const SLOTS = 4096;
const words = new Int32Array(SLOTS * 4);
const texts: (string | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

/** A GUID as Windows prints it in event XML: `{54849625-5478-4994-a5ba-3e3b0328c30d}`. */
export function guid(at: number): string {
  const a = i32(at);
  const b = i32(at + 4);
  const c = i32(at + 8);
  const d = i32(at + 12);
  const slot = (Math.imul(a ^ Math.imul(c, 31), 0x9e37_79b1) ^ b ^ d) >>> 20;
  const word = slot * 4;
  const known = texts[slot];
  if (
    known !== undefined &&
    words[word] === a &&
    words[word + 1] === b &&
    words[word + 2] === c &&
    words[word + 3] === d
  )
    return known;
  words[word] = a;
  words[word + 1] = b;
  words[word + 2] = c;
  words[word + 3] = d;
  const text = format(at);
  texts[slot] = text;
  return text;
}

const format = (at: number): string =>
  `{${hex(at + 3)}${hex(at + 2)}${hex(at + 1)}${hex(at)}-${hex(at + 5)}${hex(at + 4)}-` +
  `${hex(at + 7)}${hex(at + 6)}-${hex(at + 8)}${hex(at + 9)}-` +
  `${hex(at + 10)}${hex(at + 11)}${hex(at + 12)}${hex(at + 13)}${hex(at + 14)}${hex(at + 15)}}`;

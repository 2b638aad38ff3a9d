import type { Sha256 } from '../model/ids.ts';
import type { EventSet } from './event-set.ts';

/** Places within one evidence file, ascending by offset, then ordinal, none twice. Both arrays are of one length. */
export interface Locators {
  /** Bytes; safe integers. */
  readonly offsets: Float64Array;
  readonly ordinals: Uint32Array;
}

type Member = EventSet['members'][number];

/** Codes places that are in order already. Throws a RangeError when they are not. */
export function encodeMember(evidence: Sha256, { offsets, ordinals }: Locators): Member {
  const bytes = new ByteWriter(offsets.length * 3);
  let previous = 0;
  let lastOrdinal = -1;
  for (let i = 0; i < offsets.length; i++) {
    const offset = offsets[i] ?? 0;
    const ordinal = ordinals[i] ?? 0;
    if (offset < previous || (offset === previous && ordinal <= lastOrdinal)) {
      throw new RangeError('places of an event set must be in order');
    }
    bytes.leb128(offset - previous);
    bytes.leb128(ordinal);
    previous = offset;
    lastOrdinal = ordinal;
  }
  return { evidence, count: offsets.length, locators: toBase64(bytes.written) };
}

/** The places of a member, or undefined when it is not well formed: a set may come from anywhere. */
export function decodeMember({ count, locators }: Member): Locators | undefined {
  const bytes = fromBase64(locators);
  if (bytes === undefined || count > bytes.length / 2) return undefined;
  const offsets = new Float64Array(count);
  const ordinals = new Uint32Array(count);
  let at = 0;
  let offset = 0;
  let ordinal = -1;

  const leb128 = (): number => {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
      const byte = bytes[at++] ?? 0x80;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    return Number.NaN;
  };

  for (let i = 0; i < count; i++) {
    const step = leb128();
    const next = leb128();
    // Also false for NaN, which is what an unfinished number reads as.
    const follows = step > 0 || (step === 0 && next > ordinal);
    if (!follows || !(next <= 0xffff_ffff)) return undefined;
    offset += step;
    ordinal = next;
    if (!Number.isSafeInteger(offset)) return undefined;
    offsets[i] = offset;
    ordinals[i] = ordinal;
  }
  return at === bytes.length ? { offsets, ordinals } : undefined;
}

class ByteWriter {
  private bytes: Uint8Array;
  private length = 0;

  constructor(guess: number) {
    this.bytes = new Uint8Array(Math.max(16, guess));
  }

  get written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  leb128(value: number): void {
    if (this.length + 8 > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = Uint8Array.from(ALPHABET, (digit) => digit.charCodeAt(0));
const VALUES = new Int16Array(128).fill(-1);
CODES.forEach((code, value) => (VALUES[code] = value));
const PAD = 0x3d;

/** Standard base64 with padding. The platform's own is not in this layer. */
function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PAD);
  for (let i = 0, out = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text[out++] = CODES[group >> 18] ?? 0;
    text[out++] = CODES[(group >> 12) & 63] ?? 0;
    if (left > 1) text[out++] = CODES[(group >> 6) & 63] ?? 0;
    if (left > 2) text[out++] = CODES[group & 63] ?? 0;
  }
  let result = '';
  for (let i = 0; i < text.length; i += 8_192) {
    result += String.fromCharCode(...text.subarray(i, i + 8_192));
  }
  return result;
}

function fromBase64(text: string): Uint8Array | undefined {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0) return undefined;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let group = 0;
  let out = 0;
  for (let i = 0; i < digits; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    if (value < 0) return undefined;
    group = (group << 6) | value;
    if (i % 4 === 1) bytes[out++] = (group >> 4) & 0xff;
    else if (i % 4 === 2) bytes[out++] = (group >> 2) & 0xff;
    else if (i % 4 === 3) {
      bytes[out++] = group & 0xff;
      group = 0;
    }
  }
  return bytes;
}

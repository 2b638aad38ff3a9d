/** The header of one member of a gzip file (RFC 1952, 2.3). */
export interface GzipHeader {
  /** Bytes it takes. */
  readonly length: number;
  /** The name the data had before, as text; never used as a path. */
  readonly name?: string;
  readonly modifiedAt?: Date;
}

/** More than any header takes: the extra field has at most 65,535 bytes, names and comments are short. */
export const LONGEST_HEADER = 3 * 65_536;

const CHECKSUM = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const RESERVED = 0xe0;

/** Undefined when these bytes do not begin with a whole header. */
export function gzipHeader(bytes: Buffer): GzipHeader | undefined {
  if (bytes.length < 10 || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) {
    return undefined;
  }
  const flags = bytes[3] ?? 0;
  if ((flags & RESERVED) !== 0) return undefined;
  const seconds = bytes.readUInt32LE(4);
  let at = 10;
  if ((flags & EXTRA) !== 0) {
    if (at + 2 > bytes.length) return undefined;
    at += 2 + bytes.readUInt16LE(at);
  }
  let name: string | undefined;
  for (const flag of [NAME, COMMENT]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return undefined;
    if (flag === NAME) name = textOf(bytes.subarray(at, end));
    at = end + 1;
  }
  if ((flags & CHECKSUM) !== 0) at += 2;
  if (at > bytes.length) return undefined;
  return {
    length: at,
    ...(name === undefined || name === '' ? {} : { name }),
    ...(seconds === 0 ? {} : { modifiedAt: new Date(seconds * 1000) }),
  };
}

/** The RFC says Latin-1; today's programs write UTF-8. */
function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('latin1').decode(bytes) : text;
}

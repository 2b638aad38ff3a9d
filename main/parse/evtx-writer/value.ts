/**
 * A substitution value with its binary type ([MS-EVEN6] 2.2.12). The writer shares nothing with the parser, so
 * that each can show the other wrong.
 */
export interface TypedValue {
  readonly type: number;
  /** The bytes as they stand in the record. */
  readonly bytes: Buffer;
}

/** Binary XML inside a value: written in place, because it points into its chunk. */
export interface FragmentValue {
  readonly fragment: Fragment;
}

export type Value = TypedValue | FragmentValue;

/** An element with what is in it; `slot` refers to the n-th value of the template it is part of. */
export interface XmlElement {
  readonly name: string;
  /** In a template: the slot on which the element depends; when that is null, the element is left out. */
  readonly dependency?: number;
  readonly attributes?: readonly (readonly [name: string, content: XmlContent])[];
  readonly children?: readonly (XmlElement | XmlContent)[];
}

export type XmlContent =
  | { readonly text: string }
  | { readonly slot: number; readonly type: number; readonly optional?: boolean }
  | { readonly cdata: string }
  | { readonly entity: string }
  | { readonly charCode: number }
  | { readonly instruction: string; readonly data: string };

/** Elements through a template and its values, or written out. */
export type Fragment =
  | { readonly kind: 'template'; readonly root: XmlElement; readonly values: readonly Value[] }
  | { readonly kind: 'elements'; readonly root: XmlElement };

const fixed = (type: number, size: number, write: (bytes: Buffer) => void): TypedValue => {
  const bytes = Buffer.alloc(size);
  write(bytes);
  return { type, bytes };
};

export const ARRAY = 0x80;

export const nothing: TypedValue = { type: 0x00, bytes: Buffer.alloc(0) };
export const text = (value: string): TypedValue => ({
  type: 0x01,
  bytes: Buffer.from(value, 'utf16le'),
});
export const ansi = (value: string): TypedValue => ({
  type: 0x02,
  bytes: Buffer.from(value, 'latin1'),
});
export const int8 = (value: number): TypedValue => fixed(0x03, 1, (b) => b.writeInt8(value));
export const uint8 = (value: number): TypedValue => fixed(0x04, 1, (b) => b.writeUInt8(value));
export const int16 = (value: number): TypedValue => fixed(0x05, 2, (b) => b.writeInt16LE(value));
export const uint16 = (value: number): TypedValue => fixed(0x06, 2, (b) => b.writeUInt16LE(value));
export const int32 = (value: number): TypedValue => fixed(0x07, 4, (b) => b.writeInt32LE(value));
export const uint32 = (value: number): TypedValue => fixed(0x08, 4, (b) => b.writeUInt32LE(value));
export const int64 = (value: bigint): TypedValue => fixed(0x09, 8, (b) => b.writeBigInt64LE(value));
export const uint64 = (value: bigint): TypedValue =>
  fixed(0x0a, 8, (b) => b.writeBigUInt64LE(value));
export const float32 = (value: number): TypedValue => fixed(0x0b, 4, (b) => b.writeFloatLE(value));
export const float64 = (value: number): TypedValue => fixed(0x0c, 8, (b) => b.writeDoubleLE(value));
export const bool = (value: boolean): TypedValue =>
  fixed(0x0d, 4, (b) => b.writeInt32LE(value ? 1 : 0));
export const binary = (bytes: Uint8Array): TypedValue => ({
  type: 0x0e,
  bytes: Buffer.from(bytes),
});
/** A pointer-sized number, of 8 bytes. */
export const sizeT = (value: bigint): TypedValue =>
  fixed(0x10, 8, (b) => b.writeBigUInt64LE(value));
export const hex32 = (value: number): TypedValue => fixed(0x14, 4, (b) => b.writeUInt32LE(value));
export const hex64 = (value: bigint): TypedValue =>
  fixed(0x15, 8, (b) => b.writeBigUInt64LE(value));

/** `54849625-5478-4994-a5ba-3e3b0328c30d`, with or without braces. */
export function guid(value: string): TypedValue {
  const hex = value.replaceAll(/[{}-]/g, '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError(`${value} is no GUID`);
  const bytes = Buffer.from(hex, 'hex');
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return { type: 0x0f, bytes };
}

/** 100 ns ticks between 1601 and 1970. */
const EPOCH_TICKS = 116_444_736_000_000_000n;

/** The FILETIME of an instant in nanoseconds since 1970, cut to 100 ns. */
export const ticksOf = (ns: bigint): bigint => BigInt.asUintN(64, ns / 100n + EPOCH_TICKS);

export const filetime = (ns: bigint): TypedValue => rawFiletime(ticksOf(ns));

/** A FILETIME as ticks since 1601; 0 is what Windows writes for "never". */
export const rawFiletime = (ticks: bigint): TypedValue =>
  fixed(0x11, 8, (b) => b.writeBigUInt64LE(ticks));

/** A SYSTEMTIME: year, month, day of week, day, hour, minute, second, millisecond. */
export const systemtime = (fields: readonly number[]): TypedValue =>
  fixed(0x12, 16, (b) => {
    for (let i = 0; i < 8; i++) b.writeUInt16LE(fields[i] ?? 0, i * 2);
  });

/** `S-1-5-21-…`. */
export function sid(value: string): TypedValue {
  const match = /^S-(\d+)-(\d+)((?:-\d+)*)$/.exec(value);
  if (match === null) throw new RangeError(`${value} is no SID`);
  const parts = (match[3] ?? '').split('-').slice(1).map(Number);
  return fixed(0x13, 8 + 4 * parts.length, (b) => {
    b.writeUInt8(Number(match[1]), 0);
    b.writeUInt8(parts.length, 1);
    b.writeUIntBE(Number(match[2]), 2, 6);
    parts.forEach((part, i) => b.writeUInt32LE(part, 8 + 4 * i));
  });
}

/** Several values of one type; strings are each ended by a NUL. */
export function list(values: readonly TypedValue[], type: number): TypedValue {
  const nul = type === 0x01 ? Buffer.alloc(2) : type === 0x02 ? Buffer.alloc(1) : Buffer.alloc(0);
  if (values.some((value) => value.type !== type)) throw new RangeError('An array has one type');
  return { type: type | ARRAY, bytes: Buffer.concat(values.flatMap(({ bytes }) => [bytes, nul])) };
}

/** The obvious type of a plain value. */
export function typed(value: string | number | bigint | boolean | null): TypedValue {
  if (value === null) return nothing;
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return bool(value);
  if (typeof value === 'bigint') return value < 0n ? int64(value) : uint64(value);
  if (!Number.isInteger(value)) return float64(value);
  if (value >= 0 && value <= 0xffff_ffff) return uint32(value);
  if (value < 0 && value >= -0x8000_0000) return int32(value);
  return value < 0 ? int64(BigInt(value)) : uint64(BigInt(value));
}

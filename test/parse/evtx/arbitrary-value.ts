import fc from 'fast-check';
import {
  ansi,
  binary,
  bool,
  float32,
  float64,
  guid,
  hex32,
  hex64,
  int16,
  int32,
  int64,
  int8,
  list,
  nothing,
  rawFiletime,
  sid,
  sizeT,
  systemtime,
  text,
  type TypedValue,
  uint16,
  uint32,
  uint64,
  uint8,
} from '#main/parse/evtx-writer/value.ts';

/** A value as it is written, and what a field must hold when it has been read: JSON, or null. */
export interface Known {
  readonly value: TypedValue;
  readonly read: unknown;
}

const EPOCH_SECONDS = 11_644_473_600;
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Text of whole characters. A NUL ends a string in Windows, so there is none inside. */
export const words = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: 'grapheme', maxLength }).filter((each) => !each.includes('\0'));

/** Integers beyond a double are kept as text. */
const integer = (value: bigint): number | string =>
  value >= -MAX_SAFE && value <= MAX_SAFE ? Number(value) : String(value);

/** JSON knows neither -0 nor what is no number. */
const float = (value: number): number | string => {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  return value === 0 ? 0 : value;
};

const ticksText = (ticks: bigint): string => {
  const seconds = Number(ticks / 10_000_000n) - EPOCH_SECONDS;
  const fraction = String(ticks % 10_000_000n).padStart(7, '0');
  return `${new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, '')}.${fraction}Z`;
};

const digits = (value: number, count: number): string => String(value).padStart(count, '0');

const latin = fc
  .array(fc.integer({ min: 1, max: 255 }), { maxLength: 20 })
  .map((codes) => String.fromCharCode(...codes));

/** A known value of each type, by the name of the type. */
const scalars: { readonly [type: string]: fc.Arbitrary<Known> } = {
  string: words(40).map((value) => ({ value: text(value), read: value })),
  ansi: latin.map((value) => ({ value: ansi(value), read: value })),
  int8: fc.integer({ min: -128, max: 127 }).map((value) => ({ value: int8(value), read: value })),
  uint8: fc.integer({ min: 0, max: 255 }).map((value) => ({ value: uint8(value), read: value })),
  int16: fc
    .integer({ min: -32_768, max: 32_767 })
    .map((value) => ({ value: int16(value), read: value })),
  uint16: fc
    .integer({ min: 0, max: 65_535 })
    .map((value) => ({ value: uint16(value), read: value })),
  int32: fc.integer().map((value) => ({ value: int32(value), read: value })),
  uint32: fc
    .integer({ min: 0, max: 0xffff_ffff })
    .map((value) => ({ value: uint32(value), read: value })),
  int64: fc
    .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    .map((value) => ({ value: int64(value), read: integer(value) })),
  uint64: fc
    .bigInt({ min: 0n, max: 2n ** 64n - 1n })
    .map((value) => ({ value: uint64(value), read: integer(value) })),
  float: fc.float().map((value) => ({ value: float32(value), read: float(value) })),
  double: fc.double().map((value) => ({ value: float64(value), read: float(value) })),
  boolean: fc.boolean().map((value) => ({ value: bool(value), read: value })),
  binary: fc.uint8Array({ minLength: 1, maxLength: 60 }).map((value) => ({
    value: binary(value),
    read: Buffer.from(value).toString('hex').toUpperCase(),
  })),
  guid: fc.uuid().map((value) => ({ value: guid(value), read: `{${value}}` })),
  sizeT: fc
    .bigInt({ min: 0n, max: 2n ** 64n - 1n })
    .map((value) => ({ value: sizeT(value), read: `0x${value.toString(16)}` })),
  filetime: fc
    .bigInt({ min: 0n, max: 2n ** 64n - 1n })
    .map((value) => ({ value: rawFiletime(value), read: ticksText(value) })),
  systemtime: fc
    .tuple(...[9999, 12, 6, 31, 23, 59, 59, 999].map((max) => fc.integer({ min: 0, max })))
    .map((value) => {
      const [year = 0, month = 0, , day = 0, hour = 0, minute = 0, second = 0, ms = 0] = value;
      return {
        value: systemtime(value),
        read:
          `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T` +
          `${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}.${digits(ms, 3)}Z`,
      };
    }),
  sid: fc
    .tuple(
      fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { maxLength: 15 }),
    )
    .map(([authority, parts]) => {
      const name = ['S-1', authority, ...parts].join('-');
      return { value: sid(name), read: name };
    }),
  hex32: fc
    .integer({ min: 0, max: 0xffff_ffff })
    .map((value) => ({ value: hex32(value), read: `0x${value.toString(16)}` })),
  hex64: fc
    .bigInt({ min: 0n, max: 2n ** 64n - 1n })
    .map((value) => ({ value: hex64(value), read: `0x${value.toString(16)}` })),
};

export const TYPE_NAMES: readonly string[] = Object.keys(scalars);

export const scalarOf = (type: string): fc.Arbitrary<Known> => {
  const scalar = scalars[type];
  if (scalar === undefined) throw new RangeError(`No values of type ${type}`);
  return scalar;
};

/** An array of values of one type. One item reads as that item and none as null, as event XML shows them. */
export const arrayOf = (type: string): fc.Arbitrary<Known> =>
  fc.array(scalarOf(type), { maxLength: 6 }).map((items) => {
    const [first] = items;
    if (first === undefined) return { value: nothing, read: null };
    return {
      value: list(
        items.map(({ value }) => value),
        first.value.type,
      ),
      read: items.length === 1 ? first.read : items.map(({ read }) => read),
    };
  });

/** Types of which Windows writes arrays: not of binary data, whose items would have no ends. */
export const ARRAY_NAMES: readonly string[] = TYPE_NAMES.filter((type) => type !== 'binary');

/** Any value at all. */
export const anyValue: fc.Arbitrary<Known> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Known>({ value: nothing, read: null }) },
  { weight: 12, arbitrary: fc.constantFrom(...TYPE_NAMES).chain(scalarOf) },
  { weight: 4, arbitrary: fc.constantFrom(...ARRAY_NAMES).chain(arrayOf) },
);

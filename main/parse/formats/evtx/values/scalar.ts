import type { FieldValue } from '#shared/model/event.ts';
import { TYPE } from '../binary-xml/tokens.ts';
import { bytes, i32, u16, u32, view } from '../window.ts';
import { filetimeText, systemtimeText } from './filetime.ts';
import { guid } from './guid.ts';
import { float, hex32, hex64, hexBytes, i64, u64 } from './number.ts';
import { sid, sidSize } from './sid.ts';
import { ansi, ansiTrimmed, utf16, utf16Trimmed } from './text.ts';

/**
 * A typed value as a field holds it. Numbers stay numbers; hex integers, sizes, times, SIDs and GUIDs are the
 * text that Windows prints in event XML. Null for the null type. A fixed-size type of another size is given as
 * its bytes in hex: nothing is guessed. Binary XML is not a scalar and is read by `nested.ts`.
 */
export function scalar(type: number, at: number, size: number): FieldValue {
  switch (type) {
    case TYPE.string:
      return utf16Trimmed(at, size);
    case TYPE.uint32:
      return size === 4 ? u32(at) : hexBytes(at, size);
    case TYPE.hexInt64:
      return size === 8 ? hex64(at) : hexBytes(at, size);
    case TYPE.hexInt32:
      return size === 4 ? hex32(at) : hexBytes(at, size);
    case TYPE.uint16:
      return size === 2 ? u16(at) : hexBytes(at, size);
    case TYPE.uint8:
      return size === 1 ? (bytes[at] as number) : hexBytes(at, size);
    case TYPE.sid:
      return sid(at, size) ?? hexBytes(at, size);
    case TYPE.guid:
      return size === 16 ? guid(at) : hexBytes(at, size);
    case TYPE.filetime:
      return size === 8 ? filetimeText(at) : hexBytes(at, size);
    case TYPE.uint64:
      return size === 8 ? u64(at) : hexBytes(at, size);
    case TYPE.null:
      return null;
    default:
      return rarer(type, at, size);
  }
}

function rarer(type: number, at: number, size: number): FieldValue {
  if ((type & TYPE.array) !== 0) return list(type & ~TYPE.array, at, size);
  switch (type) {
    case TYPE.ansiString:
      return ansiTrimmed(at, size);
    case TYPE.eventXml:
      return utf16Trimmed(at, size);
    case TYPE.int8:
      if (size === 1) return view.getInt8(at);
      break;
    case TYPE.int16:
      if (size === 2) return view.getInt16(at, true);
      break;
    case TYPE.int32:
      if (size === 4) return i32(at);
      break;
    case TYPE.int64:
      if (size === 8) return i64(at);
      break;
    case TYPE.float:
      if (size === 4) return float(view.getFloat32(at, true));
      break;
    case TYPE.double:
      if (size === 8) return float(view.getFloat64(at, true));
      break;
    case TYPE.boolean:
      if (size === 4) return i32(at) !== 0;
      if (size === 1) return bytes[at] !== 0;
      break;
    case TYPE.sizeT:
      if (size === 8) return hex64(at);
      if (size === 4) return hex32(at);
      break;
    case TYPE.systemtime:
      if (size === 16) return systemtimeText(at);
      break;
    default:
      break;
  }
  return hexBytes(at, size);
}

/** Element sizes of the types that arrays are cut by. */
const ELEMENT_SIZE: { readonly [type: number]: number } = {
  [TYPE.int8]: 1,
  [TYPE.uint8]: 1,
  [TYPE.int16]: 2,
  [TYPE.uint16]: 2,
  [TYPE.int32]: 4,
  [TYPE.uint32]: 4,
  [TYPE.int64]: 8,
  [TYPE.uint64]: 8,
  [TYPE.float]: 4,
  [TYPE.double]: 8,
  [TYPE.boolean]: 4,
  [TYPE.guid]: 16,
  [TYPE.sizeT]: 8,
  [TYPE.filetime]: 8,
  [TYPE.systemtime]: 16,
  [TYPE.hexInt32]: 4,
  [TYPE.hexInt64]: 8,
};

/** Bytes of one value of a type, or undefined for types of varying size. */
export const fixedSize = (type: number): number | undefined => ELEMENT_SIZE[type];

/**
 * An array as event XML shows it, one element per item: so one item is that item and none is null, and an
 * element written once or as an array of one reads the same.
 */
function list(type: number, at: number, size: number): FieldValue {
  const items = listItems(type, at, size);
  return items.length > 1 ? items : (items[0] ?? null);
}

function listItems(type: number, at: number, size: number): FieldValue[] {
  if (type === TYPE.string) return texts(at, size);
  if (type === TYPE.ansiString) return ansiTexts(at, size);
  if (type === TYPE.sid) return sids(at, size);
  const step = ELEMENT_SIZE[type];
  if (step === undefined) return [hexBytes(at, size)];
  const items: FieldValue[] = [];
  const end = at + size;
  let next = at;
  for (; next + step <= end; next += step) items.push(scalar(type, next, step));
  if (next < end) items.push(hexBytes(next, end - next));
  return items;
}

/** NUL-separated; whether the last one is ended by a NUL too varies by Windows version. */
function texts(at: number, size: number): string[] {
  const items: string[] = [];
  const end = at + (size & ~1);
  let start = at;
  for (let i = at; i < end; i += 2) {
    if (u16(i) !== 0) continue;
    items.push(utf16(start, i - start));
    start = i + 2;
  }
  if (start < end) items.push(utf16(start, end - start));
  return items;
}

/** The same of one byte a character. */
function ansiTexts(at: number, size: number): string[] {
  const items: string[] = [];
  const end = at + size;
  let start = at;
  for (let i = at; i < end; i++) {
    if (bytes[i] !== 0) continue;
    items.push(ansi(start, i - start));
    start = i + 1;
  }
  if (start < end) items.push(ansi(start, end - start));
  return items;
}

function sids(at: number, size: number): FieldValue[] {
  const items: FieldValue[] = [];
  const end = at + size;
  let next = at;
  while (next < end) {
    const length = sidSize(next, end - next);
    if (length === 0) {
      items.push(hexBytes(next, end - next));
      break;
    }
    items.push(sid(next, length) ?? null);
    next += length;
  }
  return items;
}

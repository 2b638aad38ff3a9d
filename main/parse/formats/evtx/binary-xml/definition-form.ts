import { CHUNK_SIZE } from '../layout.ts';
import { fixedSize } from '../values/scalar.ts';
import { bytes, u16, u32, view } from '../window.ts';
import { refuse } from './fault.ts';
import { nameAt, nameSize } from './names.ts';
import { MORE, TOKEN, TOKEN_MASK, TYPE } from './tokens.ts';
import { hasDependencyIds } from './tree.ts';

/**
 * The same template is written anew into every chunk, at other offsets and with other of its names in line, so
 * its bytes differ. Its form is what does not: the sequence of its tokens with names by id and text by its
 * characters. Two definitions of equal form are the same template; equality is tested in full, never by hash.
 */
const MAX_FORM = CHUNK_SIZE;
export const form = new Int32Array(MAX_FORM);

/** Writes the form of the definition's fragment into `form`; returns its length, or -1 with a fault. */
export function writeForm(start: number, end: number): number {
  let at = start;
  let length = 0;
  let dependencyIds: boolean | undefined;
  while (at < end) {
    if (length + 4 > MAX_FORM) return failed('template too long', at);
    const token = bytes[at] as number;
    form[length++] = token;
    switch (token & TOKEN_MASK) {
      case TOKEN.endOfFragment:
      case TOKEN.closeStartElement:
      case TOKEN.closeEmptyElement:
      case TOKEN.endElement:
        at += 1;
        break;
      case TOKEN.fragmentHeader:
        at += 4;
        break;
      case TOKEN.openStartElement: {
        dependencyIds ??= hasDependencyIds(at, end, true);
        at = named(at + (dependencyIds ? 7 : 5), end, length++);
        if (at < 0) return -1;
        if ((token & MORE) !== 0) at += 4;
        break;
      }
      case TOKEN.attribute:
      case TOKEN.entityRef:
      case TOKEN.piTarget:
        at = named(at + 1, end, length++);
        if (at < 0) return -1;
        break;
      case TOKEN.value:
        length =
          bytes[at + 1] === TYPE.string
            ? characters(at + 2, end, length)
            : literal(at + 1, end, length);
        if (length < 0) return -1;
        at += 2 + (fixedSize(bytes[at + 1] as number) ?? 2 + u16(at + 2) * 2);
        break;
      case TOKEN.cdata:
      case TOKEN.piData:
        at += 1;
        length = characters(at, end, length);
        if (length < 0) return -1;
        at += 2 + u16(at) * 2;
        break;
      case TOKEN.charRef:
        form[length++] = u16(at + 1);
        at += 3;
        break;
      case TOKEN.normalSubstitution:
      case TOKEN.optionalSubstitution:
        form[length++] = u16(at + 1);
        at += 4;
        break;
      default:
        return failed(`unknown token 0x${token.toString(16)}`, at);
    }
  }
  return length;
}

function failed(reason: string, at: number): -1 {
  refuse(reason, at);
  return -1;
}

/** Notes the id of the name referred to at `at`; returns where the next token is. */
function named(at: number, end: number, place: number): number {
  if (at + 4 > end) return failed('template ends within a name', at);
  const offset = u32(at);
  const name = nameAt(offset);
  if (name === undefined) return failed('no name where one is referred to', at);
  form[place] = name.id;
  return offset === at + 4 ? at + 4 + nameSize(offset) : at + 4;
}

/** Notes a typed literal, its type included; returns the new length of the form. */
function literal(at: number, end: number, place: number): number {
  const type = bytes[at] as number;
  const size = fixedSize(type);
  if (size === undefined || at + 1 + size > end || place + size + 2 > MAX_FORM)
    return failed(`literal of type 0x${type.toString(16)}`, at);
  form[place] = -type;
  for (let i = 0; i < size; i++) form[place + 1 + i] = bytes[at + 1 + i] as number;
  return place + 1 + size;
}

/** Notes the counted characters at `at`, two to a number; returns the new length of the form. */
function characters(at: number, end: number, place: number): number {
  const count = u16(at);
  const start = at + 2;
  if (start + count * 2 > end || place + (count >> 1) + 2 > MAX_FORM)
    return failed('text exceeds its template', at);
  let length = place;
  form[length++] = count;
  const pairsEnd = start + (count & ~1) * 2;
  for (let i = start; i < pairsEnd; i += 4) form[length++] = view.getInt32(i, true);
  if ((count & 1) !== 0) form[length++] = u16(pairsEnd);
  return length;
}

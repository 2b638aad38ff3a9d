import type { FieldValue } from '#shared/model/event.ts';

export interface StructuredData {
  readonly data: { readonly [id: string]: FieldValue } | undefined;
  /** Where the message begins. */
  readonly end: number;
  /** The text is not what RFC 5424 section 6.3 allows; it is then part of the message. */
  readonly broken: boolean;
}

/** Reads `-` or `[id name="value" …]…` at `at`, RFC 5424 section 6.3. */
export function readStructuredData(text: string, at: number): StructuredData {
  if (text.charCodeAt(at) === 45) return { data: undefined, end: at + 1, broken: false };
  const data: { [id: string]: FieldValue } = Object.create(null) as { [id: string]: FieldValue };
  let end = at;
  while (text.charCodeAt(end) === 91) {
    const element = readElement(text, end + 1);
    if (element === undefined) return { data: undefined, end: at, broken: true };
    data[element.id] = element.params;
    end = element.end;
  }
  return end === at ? { data: undefined, end: at, broken: true } : { data, end, broken: false };
}

interface Element {
  readonly id: string;
  readonly params: { readonly [name: string]: FieldValue };
  readonly end: number;
}

const ID = /[^ =\]"]{1,256}/y;

function readElement(text: string, from: number): Element | undefined {
  const id = nameAt(text, from);
  if (id === undefined) return undefined;
  const params: { [name: string]: FieldValue } = Object.create(null) as {
    [name: string]: FieldValue;
  };
  let at = from + id.length;
  while (text.charCodeAt(at) === 32) {
    const name = nameAt(text, at + 1);
    if (name === undefined) return undefined;
    at += 1 + name.length;
    if (text.charCodeAt(at) !== 61 || text.charCodeAt(at + 1) !== 34) return undefined;
    const close = closingQuote(text, at + 2);
    if (close < 0) return undefined;
    const value = text.substring(at + 2, close).replace(/\\(["\\\]])/g, '$1');
    const known = params[name];
    // A name may repeat: its values are then a list.
    if (known === undefined) params[name] = value;
    else params[name] = Array.isArray(known) ? [...(known as FieldValue[]), value] : [known, value];
    at = close + 1;
  }
  return text.charCodeAt(at) === 93 ? { id, params, end: at + 1 } : undefined;
}

function nameAt(text: string, at: number): string | undefined {
  ID.lastIndex = at;
  return ID.exec(text)?.[0];
}

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 92) at++;
    else if (unit === 34) return at;
  }
  return -1;
}

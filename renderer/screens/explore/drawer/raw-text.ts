import type { FieldValue } from '#shared/model/event.ts';

const LEAST_PRINTABLE = 0.95;

function printable(text: string): boolean {
  if (text === '') return false;
  let good = 0;
  let all = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    all += 1;
    if (
      code >= 0x20
        ? code !== 0xfffd && !(code >= 0x7f && code < 0xa0)
        : code === 9 || code === 10 || code === 13
    )
      good += 1;
  }
  return good / all >= LEAST_PRINTABLE;
}

/** The record as its text, where it is one (UTF-8, or UTF-16 with many zero bytes); undefined for binary records. */
export function recordText(bytes: Uint8Array): string | undefined {
  const zeros = bytes.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  const encoding = zeros > bytes.length / 4 ? 'utf-16le' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  return printable(text) ? text.replace(/[\r\n]+$/, '') : undefined;
}

/** Fields as indented JSON; integers beyond 2^53 keep all their digits, as text. */
export const fieldsJson = (fields: { readonly [key: string]: FieldValue }): string =>
  JSON.stringify(
    fields,
    (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    2,
  );

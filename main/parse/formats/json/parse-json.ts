import type { FieldValue } from '#shared/model/event.ts';

export type JsonObject = { readonly [key: string]: FieldValue };

const LONG_NUMBER = /\d{16}/;
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/**
 * JSON as values; undefined when it is none. A number that a double cannot hold exactly becomes the text it was
 * written as: an identifier must not come out as another one.
 */
export function parseJson(text: string): FieldValue | undefined {
  try {
    return JSON.parse(LONG_NUMBER.test(text) ? quoteLongNumbers(text) : text) as FieldValue;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const quoteLongNumbers = (text: string): string =>
  text.replaceAll(STRING_OR_NUMBER, (token) =>
    token.charCodeAt(0) === 0x22 || token.length < 16 || String(Number(token)) === token
      ? token
      : `"${token}"`,
  );

export const isObject = (value: FieldValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

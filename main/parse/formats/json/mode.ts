import { JsonCursor } from './cursor.ts';

/**
 * How the records lie in a file. lines: one value a line · array: elements of the top array · wrapped: elements of
 * an array inside an object, under this path of keys · sequence: values one after another, however broken into lines.
 */
export type JsonMode =
  | { readonly kind: 'lines' }
  | { readonly kind: 'array' }
  | { readonly kind: 'wrapped'; readonly path: readonly string[] }
  | { readonly kind: 'sequence' };

/** Under which keys exports put their records: CloudTrail, Azure Monitor, Microsoft Graph, the AWS CLI, Elasticsearch, … */
const WRAPPERS: readonly (readonly string[])[] = [
  ['Records'],
  ['records'],
  ['value'],
  ['Events'],
  ['events'],
  ['logEvents'],
  ['entries'],
  ['items'],
  ['results'],
  ['data'],
  ['logs'],
  ['hits', 'hits'],
];

const SAMPLE = 20;

/** Finds the mode from the beginning of a file; undefined when it does not begin as JSON. */
export function modeOf(head: string, whole: boolean): JsonMode | undefined {
  const text = withoutMark(head.replace(/^[\ufeff\s]+/, '')).trimStart();
  const first = text.charCodeAt(0);
  if (first !== 0x7b && first !== 0x5b) return undefined;
  const lines = text.split('\n', SAMPLE + 1);
  // The last line of a head that is not the whole file is cut.
  if (!whole || lines.length > SAMPLE) lines.pop();
  const filled = lines.map((line) => withoutMark(line).trim()).filter((line) => line !== '');
  const objects = filled.filter(isObject).length;
  if (objects >= 2 && objects * 2 >= filled.length) return { kind: 'lines' };
  if (first === 0x5b) return looksLikeValue(text) ? { kind: 'array' } : undefined;
  const path = wrapperOf(text);
  if (path !== undefined) return { kind: 'wrapped', path };
  if (objects === 1 && filled.length === 1 && !whole) return { kind: 'lines' };
  return looksLikeValue(text) ? { kind: 'sequence' } : undefined;
}

/** RFC 7464 puts a record separator before each text. */
export const withoutMark = (text: string): string =>
  text.charCodeAt(0) === 0x1e ? text.substring(1) : text;

function isObject(line: string): boolean {
  if (line.charCodeAt(0) !== 0x7b || !line.endsWith('}')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** A bracket in prose or in a log line is followed by anything; in JSON, by a key, a value or its end. */
const looksLikeValue = (text: string): boolean =>
  /^(?:\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\})|\[\s*(?:[{[\]"]|(?:-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)\s*[,\]]))/i.test(
    text,
  );

function wrapperOf(text: string): readonly string[] | undefined {
  return WRAPPERS.find((path) => {
    const cursor = new JsonCursor(text);
    return path.every((key) => cursor.enter(key)) && cursor.atArrayOfObjects();
  });
}

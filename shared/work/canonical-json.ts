/**
 * One text for one value, so that it can be hashed and signed: keys in UTF-16 order, no space, no undefined,
 * numbers and strings as ECMAScript writes them (RFC 8785, the JSON Canonicalization Scheme). Beyond JSON, a
 * bigint is `{"$bigint":"<decimal>"}`; no other object may have that key. Throws for what has no such text
 * (a function, NaN, a cycle): that is a bug of the caller.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON text`);
      return JSON.stringify(value);
    case 'bigint':
      return `{"${BIGINT}":"${value}"}`;
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    case 'undefined':
    case 'function':
    case 'symbol':
      break;
  }
  throw new TypeError(`a ${typeof value} has no JSON text`);
}

/** The value of a JSON text, bigints restored. Throws a SyntaxError for what is not JSON. */
export function parseCanonicalJson(text: string): unknown {
  return text.includes(BIGINT) ? JSON.parse(text, reviveBigint) : JSON.parse(text);
}

const BIGINT = '$bigint';

function canonicalArray(value: readonly unknown[]): string {
  const parts: string[] = [];
  for (const item of value) parts.push(canonicalJson(item));
  return `[${parts.join(',')}]`;
}

function canonicalObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('only plain objects have a JSON text');
  }
  const parts: string[] = [];
  const entries = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(entries).sort()) {
    const item = entries[key];
    if (item === undefined) continue;
    if (key === BIGINT) throw new TypeError(`${BIGINT} is kept for bigints`);
    parts.push(`${JSON.stringify(key)}:${canonicalJson(item)}`);
  }
  return `{${parts.join(',')}}`;
}

function reviveBigint(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, BIGINT)) return value;
  const digits = (value as Readonly<Record<string, unknown>>)[BIGINT];
  const alone = Object.keys(value).length === 1;
  return alone && typeof digits === 'string' && /^(0|-?[1-9]\d{0,38})$/.test(digits)
    ? BigInt(digits)
    : value;
}

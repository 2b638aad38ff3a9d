import type { Test } from '#shared/query/ast.ts';
import { isNamed, namedTest, testOfNames } from './bare-names.ts';
import { noBits, type Bits } from './bits.ts';
import type { Codes } from './coded-columns.ts';
import type { Database } from './database.ts';
import { fold } from './patterns.ts';
import { quoted, type CodedColumnName } from './schema.ts';
import { dictionaryOf, FIRST_ADDRESS, isAddress, type Terms } from './terms.ts';
import { Params } from './params.ts';
import { textTest } from './text-tests.ts';

/** Rows whose text in a coded column passes: the test is made once for each text, then codes are compared. */
export async function matchCodes(
  database: Database,
  terms: Terms,
  column: CodedColumnName,
  codes: Codes,
  test: Test,
  size: number,
  signal?: AbortSignal,
): Promise<Bits> {
  const wanted = new Uint8Array(terms.size(column));
  if (test.kind === 'exists') {
    wanted.fill(1, 1);
    return scan(codes, size, wanted, (code) => code >= FIRST_ADDRESS);
  }
  if (test.kind === 'exact') {
    const exact = terms.code(column, test.text);
    if (exact !== undefined && exact < wanted.length) wanted[exact] = 1;
    return scan(codes, size, wanted, (code) => code === exact);
  }
  const literals = literalsOf(test);
  if (literals !== undefined) {
    const named = isNamed(column) ? testOfNames(column, test) : undefined;
    const names = named === undefined ? undefined : literalsOf(named);
    const addresses = terms.literal(column, literals, (code) => (wanted[code] = 1), names);
    return scan(codes, size, wanted, addresses.size === 0 ? undefined : (c) => addresses.has(c));
  }
  const params = new Params();
  await database.words(
    {
      text: `SELECT code FROM term WHERE dictionary = ${dictionaryOf(column)} AND ${namedTest(column, 'text', test, params)}`,
      params: params.values,
    },
    [1],
    ([found]) => found?.forEach((code) => (wanted[code] = 1)),
    signal,
  );
  if (!isAddress(column)) return scan(codes, size, wanted, undefined);
  const addresses = await wantedAddresses(database, column, test, signal);
  return scan(codes, size, wanted, (code) => addresses.has(code));
}

/** Folded texts one of which is asked for as a whole; undefined for any other test. A network is no such text. */
function literalsOf(test: Test): ReadonlySet<string> | undefined {
  const patterns =
    test.kind === 'match' ? [test.pattern] : test.kind === 'any-of' ? test.patterns : [];
  const texts = new Set<string>();
  for (const pattern of patterns) {
    if (pattern.kind !== 'literal' || pattern.text.includes('/')) return undefined;
    texts.add(fold(pattern.text));
  }
  return texts.size === 0 ? undefined : texts;
}

/** IPv4 addresses are their own codes, so that they have no dictionary; each that occurs is tried once. */
async function wantedAddresses(
  database: Database,
  column: CodedColumnName,
  test: Test,
  signal?: AbortSignal,
): Promise<ReadonlySet<number>> {
  const params = new Params();
  const name = quoted(column);
  const text = `concat_ws('.', a >> 24, (a >> 16) & 255, (a >> 8) & 255, a & 255)`;
  const found = new Set<number>();
  await database.words(
    {
      text: `SELECT a FROM (SELECT DISTINCT ${name} AS a FROM event WHERE ${name} >= ${FIRST_ADDRESS}) WHERE ${textTest(text, test, params)}`,
      params: params.values,
    },
    [1],
    ([codes]) => codes?.forEach((code) => found.add(code)),
    signal,
  );
  return found;
}

function scan(
  codes: Codes,
  size: number,
  wanted: Uint8Array,
  address: ((code: number) => boolean) | undefined,
): Bits {
  const bits = noBits(size);
  const end = Math.min(size, codes.length);
  for (let row = 0, word = 0; row < end; word++) {
    const stop = Math.min(row + 32, end);
    let set = 0;
    for (let bit = 0; row < stop; row++, bit++) {
      const code = codes[row] as number;
      const hit =
        code < wanted.length ? wanted[code] === 1 : address !== undefined && address(code);
      if (hit) set |= 1 << bit;
    }
    bits[word] = set;
  }
  return bits;
}

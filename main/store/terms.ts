import { bareName } from '#shared/query/bare-name.ts';
import { FailureError } from '#shared/model/result.ts';
import { isNamed } from './bare-names.ts';
import { fold } from './patterns.ts';
import { CODED_COLUMN_NAMES, type CodedColumnName } from './schema.ts';

/** A text that has a number from now on. */
export interface NewTerm {
  readonly dictionary: number;
  readonly code: number;
  readonly text: string;
}

/** Below this a code of an address is that of a text (IPv6 and whatever else stands there), above it is IPv4 itself. */
export const FIRST_ADDRESS = 1 << 24;

const ADDRESS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** An IPv4 address in its one canonical form as its number; undefined for anything else, and for 0.0.0.0/8. */
export function addressCode(text: string): number | undefined {
  const match = ADDRESS.exec(text);
  if (match === null) return undefined;
  let code = 0;
  for (let i = 1; i <= 4; i++) {
    const part = match[i] ?? '';
    const byte = Number(part);
    if (byte > 255 || (part.length > 1 && part.startsWith('0'))) return undefined;
    code = code * 256 + byte;
  }
  return code < FIRST_ADDRESS ? undefined : code;
}

export const addressText = (code: number): string =>
  `${code >>> 24}.${(code >>> 16) & 255}.${(code >>> 8) & 255}.${code & 255}`;

export const isAddress = (column: CodedColumnName): boolean =>
  column === 'source_ip' || column === 'destination_ip';

/** Both columns of addresses share one dictionary. */
export const dictionaryOf = (column: CodedColumnName): number =>
  CODED_COLUMN_NAMES.indexOf(column === 'destination_ip' ? 'source_ip' : column);

/** The dictionaries: each repeating text of a column once, numbered from 1 in order of coming. */
export class Terms {
  readonly #texts: string[][] = CODED_COLUMN_NAMES.map(() => ['']);
  readonly #codes: Map<string, number>[] = CODED_COLUMN_NAMES.map(() => new Map<string, number>());
  readonly #unsaved: NewTerm[] = [];

  /** From the database, in the order of codes. */
  load({ dictionary, code, text }: NewTerm): void {
    const texts = this.#texts[dictionary];
    if (texts === undefined) return;
    texts[code] = text;
    this.#codes[dictionary]?.set(text, code);
  }

  /** Terms that the database does not have yet. They stay until it does, however many commits fail. */
  get unsaved(): readonly NewTerm[] {
    return this.#unsaved;
  }

  /** The first `count` of the unsaved ones are in the database. */
  saved(count: number): void {
    this.#unsaved.splice(0, count);
  }

  /** The codes of a batch's values, in their order; `''` is 0. Texts that were not known become terms. */
  codesOf(column: CodedColumnName, values: readonly string[]): Uint32Array {
    const dictionary = dictionaryOf(column);
    const codes = this.#codes[dictionary] ?? new Map<string, number>();
    const texts = this.#texts[dictionary] ?? [];
    const addresses = isAddress(column);
    const result = new Uint32Array(values.length);
    values.forEach((text, i) => {
      if (text === '') return;
      let code = (addresses ? addressCode(text) : undefined) ?? codes.get(text);
      if (code === undefined) {
        code = texts.length;
        if (addresses && code >= FIRST_ADDRESS) throw tooMany(column);
        texts.push(text);
        codes.set(text, code);
        this.#unsaved.push({ dictionary, code, text });
      }
      result[i] = code;
    });
    return result;
  }

  /** How many codes a column's dictionary has, with 0. */
  size(column: CodedColumnName): number {
    return this.#texts[dictionaryOf(column)]?.length ?? 1;
  }

  text(column: CodedColumnName, code: number): string | undefined {
    if (code === 0) return undefined;
    if (code >= FIRST_ADDRESS && isAddress(column)) return addressText(code);
    return this.#texts[dictionaryOf(column)]?.[code];
  }

  /** The code of exactly this text; undefined where it never came. */
  code(column: CodedColumnName, text: string): number | undefined {
    return (
      (isAddress(column) ? addressCode(text) : undefined) ??
      this.#codes[dictionaryOf(column)]?.get(text)
    );
  }

  /**
   * Visits the codes of terms that are one of the folded texts, or whose name without its domain is one of `names`, where
   * those are asked for.
   * @returns the codes of IPv4 addresses among the texts, which are no terms
   */
  literal(
    column: CodedColumnName,
    folded: ReadonlySet<string>,
    visit: (code: number) => void,
    names?: ReadonlySet<string>,
  ): ReadonlySet<number> {
    const named = names !== undefined && isNamed(column) ? column : undefined;
    this.#texts[dictionaryOf(column)]?.forEach((text, code) => {
      if (code === 0) return;
      const value = fold(text);
      if (folded.has(value)) visit(code);
      else if (named !== undefined && names?.has(bareName(named, value)) === true) visit(code);
    });
    const addresses = new Set<number>();
    if (isAddress(column)) {
      for (const text of folded) {
        const code = addressCode(text);
        if (code !== undefined) addresses.add(code);
      }
    }
    return addresses;
  }
}

const tooMany = (column: string): FailureError =>
  new FailureError({
    code: 'too-large',
    message: `There are more than ${FIRST_ADDRESS} different texts in ${column}.`,
  });

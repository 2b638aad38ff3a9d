import type { CodedColumn } from './event-batch.ts';

/** Codes one column of repeating text. Neighbouring rows mostly repeat, so the last value is tried first. */
export class CodedPacker {
  #codes = new Uint16Array(0);
  #values: string[] = [''];
  readonly #codeOf = new Map<string, number>();
  #last: string | undefined;
  #lastCode = 0;
  #row = 0;

  /** Makes room for a column of so many rows, before the first of them. */
  begin(rows: number): void {
    this.#codes = new Uint16Array(rows);
  }

  add(value: string | undefined): void {
    if (value !== this.#last) {
      this.#last = value;
      this.#lastCode = value === undefined || value === '' ? 0 : this.#code(value);
    }
    this.#codes[this.#row++] = this.#lastCode;
  }

  #code(value: string): number {
    const known = this.#codeOf.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#values.push(value);
    this.#codeOf.set(value, code);
    return code;
  }

  take(): CodedColumn {
    const column = { values: this.#values, codes: this.#codes.subarray(0, this.#row) };
    this.#codes = new Uint16Array(0);
    this.#values = [''];
    this.#codeOf.clear();
    this.#last = undefined;
    this.#lastCode = 0;
    this.#row = 0;
    return column;
  }
}

import type { Param } from './database.ts';

/** Values of one statement, in the order of their `$n`. */
export class Params {
  readonly values: Param[] = [];

  add(value: Param): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

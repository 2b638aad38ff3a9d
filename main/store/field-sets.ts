/** Evidence chooses its names; with more than these a run of rows is looked into for every name. */
const MOST = 500;

/** The names in the fields of a run of rows. Runs of one format have the same names, and share one set. */
export class FieldSets {
  readonly #known = new Map<string, ReadonlySet<string>>();

  of(names: readonly string[]): ReadonlySet<string> | undefined {
    return names.length > MOST ? undefined : this.#shared(JSON.stringify([...names].sort()));
  }

  /** From a cell of the database, which this wrote. */
  read(cell: unknown): ReadonlySet<string> | undefined {
    return typeof cell === 'string' ? this.#shared(cell) : undefined;
  }

  #shared(text: string): ReadonlySet<string> {
    let names = this.#known.get(text);
    if (names === undefined) {
      names = new Set(JSON.parse(text) as string[]);
      this.#known.set(text, names);
    }
    return names;
  }
}

/** As `FieldSets` reads it. */
export const fieldsCell = (names: ReadonlySet<string> | undefined): string | undefined =>
  names === undefined ? undefined : JSON.stringify([...names]);

import type { Draft } from './case-database.ts';
import type { CaseDatabase } from './case-database.ts';
import { storageFailure } from './case-database.ts';

export interface DraftsOptions {
  readonly database: CaseDatabase;
  readonly now: () => number;
  /** Whenever what `state` says may have changed. */
  readonly changed: () => void;
}

/** kept: on disk as it is on screen · typing: will be within a third of a second · failed: cannot be, and why. */
export type DraftState =
  { readonly state: 'kept' | 'typing' } | { readonly state: 'failed'; readonly why: string };

/**
 * After the first key stroke; later ones do not put it off, so that an analyst who types without a pause loses no
 * more than this either.
 */
const KEEP_AFTER_MS = 300;

/**
 * What is being typed, kept until it becomes an operation. Whatever was shown as kept is there again after the
 * program was killed.
 */
export class Drafts {
  private readonly known: Map<string, Draft>;
  private readonly dirty = new Set<string>();
  private writing: Promise<void> = Promise.resolve();
  private underway = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private why: string | undefined;

  private constructor(
    private readonly options: DraftsOptions,
    found: readonly Draft[],
  ) {
    this.known = new Map(found.map((draft) => [draft.key, draft]));
  }

  static async open(options: DraftsOptions): Promise<Drafts> {
    try {
      return new Drafts(options, await options.database.drafts.toArray());
    } catch (error) {
      const drafts = new Drafts(options, []);
      drafts.why = storageFailure(error).message;
      return drafts;
    }
  }

  get state(): DraftState {
    if (this.why !== undefined) return { state: 'failed', why: this.why };
    return { state: this.dirty.size + this.underway > 0 ? 'typing' : 'kept' };
  }

  /** What was typed and not made an operation of, from this run or one before. */
  read(key: string): Draft | undefined {
    return this.known.get(key);
  }

  /** Takes down what is on screen now; never waits. */
  write(key: string, value: unknown): void {
    this.known.set(key, { key, value, at: this.options.now() });
    this.soon(key);
  }

  /** The text is an operation now, or was given up. */
  clear(key: string): void {
    if (this.known.delete(key)) this.soon(key);
  }

  /** Returns when everything typed so far is on disk or refused. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.dirty.size === 0) return this.writing;
    const keys = [...this.dirty];
    this.dirty.clear();
    this.underway += 1;
    this.writing = this.writing.then(() => this.store(keys));
    return this.writing;
  }

  private soon(key: string): void {
    this.dirty.add(key);
    this.timer ??= setTimeout(() => void this.flush(), KEEP_AFTER_MS);
    this.options.changed();
  }

  private async store(keys: readonly string[]): Promise<void> {
    const { database } = this.options;
    try {
      await database.transaction('rw', database.drafts, async () => {
        await database.drafts.bulkPut(keys.flatMap((key) => this.known.get(key) ?? []));
        await database.drafts.bulkDelete(keys.filter((key) => !this.known.has(key)));
      });
      this.why = undefined;
    } catch (error) {
      this.why = storageFailure(error).message;
      for (const key of keys) this.dirty.add(key);
    } finally {
      this.underway -= 1;
    }
    this.options.changed();
  }
}

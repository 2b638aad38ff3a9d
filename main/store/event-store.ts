import type { EventFilter, EventsApi, SortOrder } from '#shared/ipc/events.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { EventId, EvidenceIndex } from '#shared/model/ids.ts';
import { applyMarks, replaceMarks, type MarkStep } from './annotations.ts';
import { Categories } from './categories.ts';
import { CodedColumns } from './coded-columns.ts';
import { commitBatches } from './commit-batches.ts';
import { CommitQueue, type Commit } from './commit-queue.ts';
import { compare } from './compare.ts';
import type { DatabaseOptions } from './database.ts';
import { EntityReader } from './entity-reader.ts';
import { EvidenceNames, type StoredEvidence } from './evidence-names.ts';
import { detailsOfPage, exportRows } from './export-rows.ts';
import { Extents } from './extents.ts';
import { complete, facet } from './facet.ts';
import type { Aliases } from './field-columns.ts';
import { FieldNames } from './field-names.ts';
import { FieldSets } from './field-sets.ts';
import { queryFields } from './query-fields.ts';
import { histogram } from './histogram.ts';
import { DamagedLines } from './lines-file.ts';
import { loadState, wholeFiles } from './load-state.ts';
import { detail, locate, locateDetails } from './lookups.ts';
import { Matcher } from './matcher.ts';
import { Matches } from './matches.ts';
import { openCopy, openFiles, type StoreFiles } from './open-files.ts';
import { page, position } from './pages.ts';
import { rhythm } from './rhythm.ts';
import { resolve, resolveKeys } from './resolve.ts';
import { stack } from './stack.ts';
import { StoredRows } from './stored-rows.ts';
import { Terms } from './terms.ts';
import { TextSearch } from './text-search.ts';
import { TimeOrder } from './time-order.ts';
import { Turns } from './turns.ts';
import { EvidenceWriter } from './writer.ts';

export type { StoredEvidence } from './evidence-names.ts';

type Call<M extends keyof EventsApi> = (
  params: Parameters<EventsApi[M]>[0],
  signal?: AbortSignal,
) => Promise<ReturnType<EventsApi[M]>>;

/** All events of one case, in three forms (docs/adr/0006). Derived from evidence: it can be thrown away and made again. */
export class EventStore {
  private readonly extents = new Extents();
  private readonly terms = new Terms();
  private readonly order = new TimeOrder(this.extents);
  private readonly queue = new CommitQueue(
    (commit) => this.commit(commit),
    () => this.manyCome(),
  );
  private readonly parts;
  /** Who and what the events name. */
  readonly entities: EntityReader;
  private readonly fieldNames = new FieldNames();
  private readonly fieldSets = new FieldSets();
  private readonly writing = new Set<EvidenceIndex>();
  /** Files that are in whole. */
  private readonly whole = new Set<EvidenceIndex>();
  /** When the last two files began to come in, the later one last. */
  private begun: readonly [number, number] = [-Infinity, -Infinity];
  private readonly turns = { layout: new Turns(), packing: new Turns() };
  private nextRow = 0;
  /** Files that were half in when the process ended; they were taken out. */
  private halves: readonly EvidenceIndex[] = [];

  private constructor(
    private readonly files: StoreFiles,
    aliases: Aliases,
  ) {
    const { extents, terms, order } = this;
    const { database, lines } = files;
    extents.add(files.extents);
    this.nextRow = extents.size;
    const names = new EvidenceNames(database);
    const columns = new CodedColumns(database, extents, terms);
    const search = new TextSearch(database, extents, lines);
    const shared = { database, lines, extents, terms, order, names, columns, search, aliases };
    const matches = new Matches(new Matcher(shared), order, () => extents.version);
    const categories = new Categories(columns, terms, order);
    this.parts = { ...shared, matches, categories, rows: new StoredRows(shared) };
    this.entities = new EntityReader(this.parts);
  }

  static async open(
    path: string,
    aliases: Aliases,
    options: DatabaseOptions = {},
  ): Promise<EventStore> {
    return EventStore.load(await openFiles(path, options), aliases);
  }

  /**
   * A copy of a store that another process has, as it is now: nothing that is done with it reaches the store itself.
   * @throws FailureError why it cannot be had
   */
  static async openCopy(
    path: string,
    aliases: Aliases,
    options: DatabaseOptions = {},
  ): Promise<EventStore> {
    return EventStore.load(await openCopy(path, options), aliases);
  }

  private static async load(files: StoreFiles, aliases: Aliases): Promise<EventStore> {
    const store = new EventStore(files, aliases);
    try {
      const { database } = store.files;
      await store.parts.names.load();
      await loadState(database, store.extents, store.terms, store.order);
      await store.fieldNames.load(database);
      for (const evidence of await wholeFiles(database)) store.whole.add(evidence);
      const met = new Set(store.extents.all.map(({ evidence }) => evidence));
      store.halves = [...met].filter((evidence) => !store.whole.has(evidence));
      for (const evidence of store.halves) await store.remove(evidence);
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** It was empty or had to be made anew, so evidence must be parsed again. */
  get fresh(): boolean {
    return this.files.fresh;
  }

  /** Of a copy: when it was taken, milliseconds since 1970. */
  get copiedAt(): number | undefined {
    return this.files.copy?.takenAt;
  }

  get interrupted(): readonly EvidenceIndex[] {
    return this.halves;
  }

  /** Which files are in whole. */
  get loaded(): ReadonlySet<EvidenceIndex> {
    return this.whole;
  }

  /** Events that are in, and whether all files are whole. */
  get tally(): { readonly all: number; readonly settled: boolean } {
    return { all: this.extents.count, settled: this.writing.size === 0 };
  }

  /** Replaces whatever the file had before. */
  async write(
    evidence: StoredEvidence,
    committed: (rows: number) => void,
  ): Promise<EvidenceWriter> {
    const { index } = evidence;
    await this.remove(index);
    this.parts.names.set(evidence);
    this.writing.add(index);
    this.begun = [this.begun[1], performance.now()];
    return new EvidenceWriter(this.queue, index, committed, () => {
      this.writing.delete(index);
    });
  }

  async remove(evidence: EvidenceIndex): Promise<void> {
    await this.queue.drop(evidence);
    this.writing.delete(evidence);
    if (!this.whole.has(evidence) && this.extents.of(evidence).length === 0) return;
    await this.files.database.transaction(async (connection) => {
      for (const table of ['event', 'extent', 'named', 'loaded']) {
        await connection.run(`DELETE FROM ${table} WHERE evidence = $1`, [BigInt(evidence)]);
      }
    });
    this.whole.delete(evidence);
    this.extents.remove(evidence);
    this.order.keep(this.extents.live());
  }

  /** Sorts in what came, so that the next question finds it done. */
  async settle(): Promise<void> {
    await this.queue.flush();
    this.order.settle();
  }

  async mark(steps: readonly MarkStep[]): Promise<void> {
    await applyMarks(this.files.database, steps);
    this.forgetMarks();
  }

  async replaceMarks(steps: readonly MarkStep[]): Promise<void> {
    await replaceMarks(this.files.database, steps);
    this.forgetMarks();
  }

  readonly count: Call<'events.count'> = async (filter, signal) => {
    const match = await this.parts.matches.of(filter, signal);
    const { total } = match.positions;
    return { total, ...this.tally };
  };

  readonly histogram: Call<'events.histogram'> = (params, signal) =>
    histogram(this.parts, params, signal);

  readonly facet: Call<'events.facet'> = (params, signal) => facet(this.parts, params, signal);

  readonly stack: Call<'events.stack'> = (params, signal) => stack(this.parts, params, signal);

  readonly rhythm: Call<'events.rhythm'> = (params, signal) => rhythm(this.parts, params, signal);

  readonly compare: Call<'events.compare'> = (params, signal) =>
    compare(this.parts, params, signal);

  readonly complete: Call<'events.complete'> = (params, signal) =>
    complete(this.parts, params, signal);

  readonly page: Call<'events.page'> = ({ order, start, count, ...filter }, signal) =>
    this.reading(page(this.parts, filter, order, start, count, signal));

  readonly position: Call<'events.position'> = ({ order, key, ...filter }, signal) =>
    position(this.parts, filter, order, key, signal);

  readonly detail: Call<'events.detail'> = ({ key }, signal) =>
    this.reading(detail(this.parts, key, signal));

  readonly details: Call<'events.details'> = ({ order, start, count, ...filter }, signal) =>
    this.reading(detailsOfPage(this.parts, filter, { order, start, count }, signal));

  readonly locate: Call<'events.locate'> = ({ ids }, signal) =>
    this.reading(locate(this.parts, ids, signal));

  /** Events in full, in the order of their identities; null where this store has no such event. */
  detailsOf(ids: readonly EventId[]): Promise<readonly (EventDetail | null)[]> {
    return this.reading(locateDetails(this.parts, ids));
  }

  readonly resolve: Call<'events.resolve'> = (params, signal) =>
    resolve(this.parts, params, signal);

  readonly resolveKeys: Call<'events.resolveKeys'> = ({ keys }, signal) =>
    resolveKeys(this.parts, keys, signal);

  readonly fields: Call<'events.fields'> = (_, signal) =>
    queryFields(this.files.database, this.parts.aliases, signal);

  /** Every match in full, in order. */
  rows(
    filter: EventFilter,
    order: SortOrder,
    signal?: AbortSignal,
  ): AsyncGenerator<readonly EventDetail[]> {
    return exportRows(this.parts, filter, order, signal);
  }

  async close(): Promise<void> {
    await this.queue.flush();
    await this.files.database.close();
    await this.files.lines.close();
    await this.files.copy?.remove();
  }

  private forgetMarks(): void {
    this.parts.matches.forget();
    this.parts.rows.forgetMarks();
  }

  /** Of files that come one after another within moments, several share a commit. */
  private manyCome(): boolean {
    return this.writing.size > 1 || this.begun[1] - this.begun[0] < 250;
  }

  private async commit(commit: Commit): Promise<void> {
    const { database, lines } = this.files;
    const claimRows = (count: number): number => {
      const row = this.nextRow;
      this.nextRow += count;
      return row;
    };
    const { terms, fieldNames, fieldSets } = this;
    const { names } = this.parts;
    const { extents, rows } = await commitBatches(
      { database, lines, terms, names, fieldNames, fieldSets, claimRows, ...this.turns },
      commit,
    );
    for (const { evidence } of commit.endings) this.whole.add(evidence);
    if (extents.length === 0) return;
    this.extents.add(extents);
    this.order.add(rows);
  }

  /** A store whose lines turn out damaged is made anew when it is opened next. */
  private async reading<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof DamagedLines) {
        await this.files.database.run({ text: 'UPDATE store_meta SET version = 0', params: [] });
      }
      throw error;
    }
  }
}

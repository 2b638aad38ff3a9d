import type { EventFilter, EventsApi, SortOrder } from '#shared/ipc/events.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { applyMarks, replaceMarks, type MarkStep } from './annotations.ts';
import { Categories } from './categories.ts';
import { CodedColumns } from './coded-columns.ts';
import { commitBatches } from './commit-batches.ts';
import { CommitQueue, type Incoming } from './commit-queue.ts';
import { compare } from './compare.ts';
import type { DatabaseOptions } from './database.ts';
import { EntityReader } from './entity-reader.ts';
import { EvidenceNames, type StoredEvidence } from './evidence-names.ts';
import { detailsOfPage, exportRows } from './export-rows.ts';
import { Extents } from './extents.ts';
import { complete, facet } from './facet.ts';
import type { Aliases } from './field-columns.ts';
import { queryFields } from './query-fields.ts';
import { histogram } from './histogram.ts';
import { DamagedLines } from './lines-file.ts';
import { halfLoaded, loadState } from './load-state.ts';
import { detail, locate } from './lookups.ts';
import { Matcher } from './matcher.ts';
import { Matches } from './matches.ts';
import { openFiles, type StoreFiles } from './open-files.ts';
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
  private readonly queue = new CommitQueue((batches) => this.commit(batches));
  private readonly parts;
  /** Who and what the events name. */
  readonly entities: EntityReader;
  private readonly writing = new Set<EvidenceIndex>();
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
    const store = new EventStore(await openFiles(path, options), aliases);
    try {
      const { database } = store.files;
      await store.parts.names.load();
      await loadState(database, store.extents, store.terms, store.order);
      store.halves = await halfLoaded(database, store.extents);
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

  get interrupted(): readonly EvidenceIndex[] {
    return this.halves;
  }

  /** Which files are in whole. */
  async loaded(): Promise<ReadonlySet<EvidenceIndex>> {
    const rows = await this.files.database.rows({
      text: 'SELECT evidence FROM loaded WHERE whole',
      params: [],
    });
    return new Set(rows.map((row) => Number(row['evidence']) as EvidenceIndex));
  }

  /** Replaces whatever the file had before. */
  async write(
    evidence: StoredEvidence,
    committed: (rows: number) => void,
  ): Promise<EvidenceWriter> {
    const { index } = evidence;
    await this.remove(index);
    await this.parts.names.set(evidence);
    this.writing.add(index);
    return new EvidenceWriter(this.files.database, this.queue, index, committed, () =>
      this.writing.delete(index),
    );
  }

  async remove(evidence: EvidenceIndex): Promise<void> {
    await this.queue.drop(evidence);
    this.writing.delete(evidence);
    const { database } = this.files;
    const params = [BigInt(evidence)];
    if (this.extents.of(evidence).length === 0) {
      await database.run({ text: 'DELETE FROM loaded WHERE evidence = $1', params });
      return;
    }
    await database.transaction(async (connection) => {
      for (const table of ['event', 'extent', 'loaded']) {
        await connection.run(`DELETE FROM ${table} WHERE evidence = $1`, params);
      }
    });
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
    return { total, all: this.extents.count, settled: this.writing.size === 0 };
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
  }

  private forgetMarks(): void {
    this.parts.matches.forget();
    this.parts.rows.forgetMarks();
  }

  private async commit(batches: readonly Incoming[]): Promise<void> {
    const { database, lines } = this.files;
    const claimRows = (count: number): number => {
      const row = this.nextRow;
      this.nextRow += count;
      return row;
    };
    const { extents, rows } = await commitBatches(
      { database, lines, terms: this.terms, claimRows, ...this.turns },
      batches,
    );
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

import type { EventFilter, EventsApi } from '#shared/ipc/events.ts';
import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import type { EventDetail } from '#shared/model/event.ts';
import { applyMarks, clearMarks, type MarkStep } from './annotations.ts';
import { Database, type DatabaseOptions } from './database.ts';
import { exportRows } from './export-rows.ts';
import { complete, facet } from './facet.ts';
import { KNOWN_FIELDS, type Aliases } from './field-columns.ts';
import { histogram } from './histogram.ts';
import { detail, locate } from './lookups.ts';
import { Pages } from './pages.ts';
import { resolve, resolveKeys } from './resolve.ts';
import { settle, unsettledRows } from './settle.ts';
import { EvidenceWriter, removeEvidence, removeHalfLoaded } from './writer.ts';

type Call<M extends keyof EventsApi> = (
  params: Parameters<EventsApi[M]>[0],
  signal?: AbortSignal,
) => Promise<ReturnType<EventsApi[M]>>;

/** What the store has to know of a file to give its events their identity. */
export interface StoredEvidence {
  readonly index: EvidenceIndex;
  readonly sha256: Sha256;
  readonly name: string;
  readonly parser: string;
  readonly parserVersion: number;
}

/** All events of one case. Derived from evidence: it can be thrown away and made again. */
export class EventStore {
  private readonly pages: Pages;
  private all: number | undefined;

  private constructor(
    private readonly database: Database,
    private readonly aliases: Aliases,
    /** It was empty or had to be made anew, so evidence must be parsed again. */
    readonly fresh: boolean,
    /** Files that were half in when the process ended; they were taken out. */
    readonly interrupted: readonly EvidenceIndex[],
  ) {
    this.pages = new Pages(database, aliases);
  }

  static async open(
    path: string,
    aliases: Aliases,
    options: DatabaseOptions = {},
  ): Promise<EventStore> {
    const { database, fresh } = await Database.open(path, options);
    return new EventStore(database, aliases, fresh, await removeHalfLoaded(database));
  }

  /** Which files are in whole. */
  async loaded(): Promise<ReadonlySet<EvidenceIndex>> {
    const rows = await this.database.rows({
      text: 'SELECT evidence FROM loaded WHERE whole',
      params: [],
    });
    return new Set(rows.map((row) => Number(row['evidence']) as EvidenceIndex));
  }

  async write(
    evidence: StoredEvidence,
    committed: (rows: number) => void,
  ): Promise<EvidenceWriter> {
    await this.database.run({
      text: 'INSERT OR REPLACE INTO evidence_name VALUES ($1, $2, $3, $4, $5)',
      params: [
        BigInt(evidence.index),
        evidence.sha256,
        evidence.name,
        evidence.parser,
        BigInt(evidence.parserVersion),
      ],
    });
    return EvidenceWriter.begin(this.database, evidence.index, (rows) => {
      this.changed();
      committed(rows);
    });
  }

  async remove(evidence: EvidenceIndex): Promise<void> {
    await removeEvidence(this.database, evidence);
    this.changed();
  }

  async settle(signal?: AbortSignal): Promise<void> {
    await settle(this.database, signal);
    this.changed();
  }

  async mark(steps: readonly MarkStep[]): Promise<void> {
    await applyMarks(this.database, steps);
    this.pages.forget();
  }

  async replaceMarks(steps: readonly MarkStep[]): Promise<void> {
    await clearMarks(this.database);
    await this.mark(steps);
  }

  readonly count: Call<'events.count'> = async (filter, signal) => {
    this.all ??= await this.pages.total({ query: '' }, signal);
    const total = await this.pages.total(filter, signal);
    return { total, all: this.all, settled: (await unsettledRows(this.database)) === 0 };
  };

  readonly histogram: Call<'events.histogram'> = (params, signal) =>
    histogram(this.database, params, this.aliases, signal);

  readonly facet: Call<'events.facet'> = (params, signal) =>
    facet(this.database, params, this.aliases, signal);

  readonly complete: Call<'events.complete'> = (params, signal) =>
    complete(this.database, params, this.aliases, signal);

  readonly page: Call<'events.page'> = ({ order, start, count, ...filter }, signal) =>
    this.pages.page(filter, order, start, count, signal);

  readonly position: Call<'events.position'> = ({ order, key, ...filter }, signal) =>
    this.pages.position(filter, order, key, signal);

  readonly detail: Call<'events.detail'> = ({ key }, signal) => detail(this.database, key, signal);

  readonly locate: Call<'events.locate'> = ({ ids }, signal) => locate(this.database, ids, signal);

  readonly resolve: Call<'events.resolve'> = (params, signal) =>
    resolve(this.database, params, this.aliases, signal);

  readonly resolveKeys: Call<'events.resolveKeys'> = ({ keys }, signal) =>
    resolveKeys(this.database, keys, signal);

  readonly fields: Call<'events.fields'> = async (_, signal) => {
    const met = await this.database.rows(
      { text: 'SELECT name FROM field_name ORDER BY name', params: [] },
      signal,
    );
    const known = KNOWN_FIELDS.map(({ name, target }) => ({
      name,
      label: name,
      kind:
        target.kind === 'time'
          ? ('time' as const)
          : target.kind === 'number'
            ? ('number' as const)
            : name.endsWith('ip')
              ? ('ip' as const)
              : ('text' as const),
      hot: true,
    }));
    const aliased = [...this.aliases.keys()].map((name) => ({
      name,
      label: name,
      kind: 'text' as const,
      hot: false,
    }));
    const own = met.map((row) => ({
      name: String(row['name']),
      label: String(row['name']),
      kind: 'text' as const,
      hot: false,
    }));
    return [...known, ...aliased, ...own];
  };

  /** Every match in full, in order. */
  rows(
    filter: EventFilter,
    order: 'time-ascending' | 'time-descending',
    signal?: AbortSignal,
  ): AsyncGenerator<readonly EventDetail[]> {
    return exportRows(this.database, this.pages, filter, order, this.aliases, signal);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private changed(): void {
    this.all = undefined;
    this.pages.forget();
  }
}

import type { EntitiesApi, EntityGraph, EntityList } from '#shared/ipc/entities.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import { columnEntities } from './entity-columns.ts';
import { entityCoverage } from './entity-coverage.ts';
import { fieldEntities, type FieldParts } from './entity-fields.ts';
import { fieldValues, type ValuesParts } from './entity-values.ts';
import { graphAround } from './relation-graph.ts';
import { networkLogons, ownAddresses } from './relation-logons.ts';
import type { RelationParts, RelationTables } from './relation-pairs.ts';
import { relationTables } from './relation-table.ts';

type Params<M extends keyof EntitiesApi> = Parameters<EntitiesApi[M]>[0];
type Value<M extends keyof EntitiesApi> = ReturnType<EntitiesApi[M]>;

/** Tables of pairs are kept for so many ranges of time. */
const REMEMBERED = 2;

/** Who and what the events name, and how they stand to one another. What was counted is kept until events change. */
export class EntityReader {
  private version = -1;
  private ofFields: EntityList | undefined;
  private readonly tables = new Map<string, Promise<RelationTables>>();

  constructor(private readonly parts: RelationParts & FieldParts & ValuesParts) {}

  columns(signal?: AbortSignal): Promise<EntityList> {
    return columnEntities(this.parts, signal);
  }

  /** Already counted, when nothing came since. */
  get knownFields(): EntityList | undefined {
    this.fresh();
    return this.ofFields;
  }

  async fields(signal?: AbortSignal): Promise<EntityList> {
    const { version } = this.parts.extents;
    const list = await fieldEntities(this.parts, signal);
    this.fresh();
    if (this.version === version) this.ofFields = list;
    return list;
  }

  async graph(
    { from, to, ...request }: Params<'entities.graph'>,
    signal?: AbortSignal,
  ): Promise<EntityGraph> {
    const range = {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    };
    return graphAround(await this.tablesOf(range, signal), this.parts.terms, request);
  }

  logons(
    params: Params<'entities.logons'>,
    signal?: AbortSignal,
  ): Promise<Value<'entities.logons'>> {
    return networkLogons(this.parts, params, signal);
  }

  addresses(signal?: AbortSignal): Promise<Value<'entities.addresses'>> {
    return ownAddresses(this.parts, signal);
  }

  coverage(
    params: Params<'entities.coverage'>,
    signal?: AbortSignal,
  ): Promise<Value<'entities.coverage'>> {
    return entityCoverage(this.parts, params, signal);
  }

  values(
    params: Params<'entities.values'>,
    signal?: AbortSignal,
  ): Promise<Value<'entities.values'>> {
    return fieldValues(this.parts, params, signal);
  }

  private fresh(): void {
    const { version } = this.parts.extents;
    if (this.version === version) return;
    this.version = version;
    this.ofFields = undefined;
    this.tables.clear();
  }

  private tablesOf(
    range: Omit<EventFilter, 'query'>,
    signal?: AbortSignal,
  ): Promise<RelationTables> {
    this.fresh();
    const key = `${range.from ?? ''}|${range.to ?? ''}`;
    const known = this.tables.get(key);
    // Whether theirs was cancelled is their matter: then it is counted for us.
    if (known !== undefined) return known.catch(() => relationTables(this.parts, range, signal));
    const found = relationTables(this.parts, range, signal);
    this.tables.set(key, found);
    found.catch(() => {
      if (this.tables.get(key) === found) this.tables.delete(key);
    });
    for (const old of [...this.tables.keys()].slice(0, -REMEMBERED)) this.tables.delete(old);
    return found;
  }
}

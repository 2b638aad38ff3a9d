import { FIELD_SOURCES, valuesIn } from '#shared/entities/entity-sources.ts';
import type { EntityList } from '#shared/ipc/entities.ts';
import type { Database } from './database.ts';
import { LISTED } from './entity-columns.ts';
import { EntityMerge } from './entity-merge.ts';
import { namedValues } from './named-values.ts';
import type { Terms } from './terms.ts';

export interface FieldParts {
  readonly database: Database;
  readonly terms: Terms;
}

/** What stands in the fields of formats, as it was counted when the events came in. @throws FailureError cancelled */
export async function fieldEntities(
  { database, terms }: FieldParts,
  signal?: AbortSignal,
): Promise<EntityList> {
  const merge = new EntityMerge();
  for await (const { field, code, value, ...seen } of namedValues(database, signal)) {
    const text = terms.text('code', code) ?? '';
    for (const source of FIELD_SOURCES) {
      if (source.field !== field || source.codes?.includes(text) === false) continue;
      for (const one of valuesIn(value, source.shape))
        merge.add(source.kind, one, field, seen, source.listing);
    }
  }
  const { listed, more } = merge.most(LISTED);
  return { entities: listed, cut: more };
}

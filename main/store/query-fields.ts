import type { EventsApi } from '#shared/ipc/events.ts';
import type { Database } from './database.ts';
import { KNOWN_FIELDS, type Aliases, type FieldTarget } from './field-columns.ts';

type QueryField = ReturnType<EventsApi['events.fields']>[number];

/** Names a query may use: columns, names of the schema, and those met in the fields of this case. */
export async function queryFields(
  database: Database,
  aliases: Aliases,
  signal?: AbortSignal,
): Promise<readonly QueryField[]> {
  const met = await database.rows(
    { text: 'SELECT name FROM field_name ORDER BY name', params: [] },
    signal,
  );
  const text = (name: string): QueryField => ({ name, label: name, kind: 'text', hot: false });
  return [
    ...KNOWN_FIELDS.map(({ name, target }) => ({
      name,
      label: name,
      kind: kindOf(name, target),
      hot: true,
    })),
    ...[...aliases.keys()].map(text),
    ...met.map((row) => text(String(row['name']))),
  ];
}

const kindOf = (name: string, { kind }: FieldTarget): QueryField['kind'] =>
  kind === 'time' || kind === 'number' ? kind : name.endsWith('ip') ? 'ip' : 'text';

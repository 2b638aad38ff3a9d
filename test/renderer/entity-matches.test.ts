import { describe, expect, it } from 'vitest';
import { entityKey } from '#shared/entities/entity-key.ts';
import { NOT_MENTIONED } from '#shared/entities/mentions.ts';
import { untold } from '#shared/entities/untold.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import { entityMatches } from '#renderer/entities/entity-matches.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';

/** A row as the list of entities has it; judged when something is said of it. */
function row(
  kind: Entity['kind'],
  value: string,
  said?: Partial<Entity>,
  noise = false,
): EntityRow {
  const record = said === undefined ? undefined : { ...untold({ kind, value }), ...said };
  return {
    id: entityKey({ kind, value }),
    kind,
    value,
    label: record?.label ?? value,
    names: [value, ...(record?.aliases ?? [])].map((name) => ({ kind, value: name })),
    written: [],
    events: 1,
    unread: false,
    atMost: false,
    listed: false,
    mentions: NOT_MENTIONED,
    ...(record !== undefined && { record }),
    noise,
  };
}

const ROWS: readonly EntityRow[] = [
  row('account', 'CORP\\alice', { aliases: ['alice@corp.example'], label: 'Alice of Finance' }),
  row('file', 'C:\\Users\\bob\\run.exe', { label: 'run.exe' }),
  row('account', 'CORP\\bob', { label: 'a.bob' }),
  row('host', 'FIN-WS07'),
  row('account', 'alice'),
  row('account', 'alice2'),
  row('account', 'SYSTEM', undefined, true),
  row('service', 'Windows Update'),
];
const found = (query: string, most = 10): readonly string[] =>
  entityMatches(ROWS, query, most).map(({ value }) => value);

describe('entities that may be meant', () => {
  it.each([
    ['ws07', ['FIN-WS07']],
    ['ALICE@', ['CORP\\alice']],
    ['of fin', ['CORP\\alice']],
    ['windows up', ['Windows Update']],
    ['up win', ['Windows Update']],
    ['nobody', []],
  ])('are found by any name, in any case, by several words: %s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('called so come first, then those that begin so, then the judged', () => {
    expect(found('alice')).toEqual(['alice', 'CORP\\alice', 'alice2']);
    expect(found('lice')).toEqual(['CORP\\alice', 'alice', 'alice2']);
    // What it is called counts for more than the folder that it lies in.
    expect(found('bob')).toEqual(['CORP\\bob', 'C:\\Users\\bob\\run.exe']);
  });

  it('are the judged ones before anything is typed, and no more than asked for', () => {
    expect(found('', 3)).toEqual(['CORP\\alice', 'C:\\Users\\bob\\run.exe', 'CORP\\bob']);
  });

  it('are the system’s own only by their whole name', () => {
    expect(found('sys')).toEqual([]);
    expect(found('system')).toEqual(['SYSTEM']);
  });
});

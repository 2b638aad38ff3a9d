import { expect, test } from 'vitest';
import { entityGroups } from '#shared/entities/entity-groups.ts';
import { entityId } from '#shared/entities/entity-key.ts';
import { NOT_MENTIONED } from '#shared/entities/mentions.ts';
import type { EntitySeen } from '#shared/ipc/entities.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import { EMPTY_WORK } from '#shared/work/work-state.ts';
import { entityRows } from '#renderer/entities/entity-rows.ts';

const SEEN: readonly EntitySeen[] = ['ws1', 'ws2', 'ws3'].map((value, n) => ({
  kind: 'host',
  value,
  forms: [value],
  fields: ['host'],
  events: 10 - n,
}));
const mentionsOf = () => NOT_MENTIONED;

const judged = (value: string, more: Partial<Entity> = {}): Entity => ({
  id: entityId({ kind: 'host', value }),
  type: 'entity',
  kind: 'host',
  value,
  aliases: [],
  verdict: 'compromised',
  analysis: 'not-started',
  ...more,
});

function rowsWith(...records: readonly Entity[]) {
  const groups = entityGroups({
    ...EMPTY_WORK,
    records: new Map([['entity', new Map(records.map((one) => [one.id, one]))]]),
  });
  const rows = entityRows({ seen: SEEN, whole: true, groups, mentionsOf });
  return new Map(rows.map((row) => [row.value, row]));
}

test('a judgement makes one row anew and leaves the others as they are', () => {
  const before = rowsWith();
  const after = rowsWith(judged('WS2'));
  expect([...after.keys()]).toEqual(['WS2', 'ws1', 'ws3']);
  expect(after.get('WS2')?.record?.verdict).toBe('compromised');
  expect(after.get('ws1')).toBe(before.get('ws1'));
  expect(after.get('ws3')).toBe(before.get('ws3'));
});

test('a merge takes in what was seen under the other name, and a split gives it back', () => {
  const apart = rowsWith(judged('ws1'));
  const merged = rowsWith(judged('ws1', { aliases: ['ws3'] }));
  expect([...merged.keys()]).toEqual(['ws1', 'ws2']);
  expect(merged.get('ws1')?.events).toBe(18);
  expect(merged.get('ws1')?.names.map(({ value }) => value)).toEqual(['ws1', 'ws3']);
  const split = rowsWith(judged('ws1'));
  expect(split.get('ws1')?.events).toBe(10);
  expect(split.get('ws1')).toEqual(apart.get('ws1'));
});

import { describe, expect, it } from 'vitest';
import { entityId } from '#shared/entities/entity-key.ts';
import { mentionIndex } from '#shared/entities/mentions.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import { boardItem } from '../work/example-ops.ts';

const WS07 = { kind: 'host', value: 'ws07.lindholm.example' } as const;
const record = (id: string, more: Partial<CaseRecord>): CaseRecord =>
  ({
    id: id as RecordId,
    type: 'action',
    title: 'Something',
    kind: 'containment',
    state: 'done',
    where: 'somewhere',
    ...more,
  }) as CaseRecord;

const RECORDS = [
  record('by-value', { title: 'Cut WS07.lindholm.example off.' }),
  record('by-label', { where: 'WS07' }),
  record('by-id', { entity: entityId(WS07) }),
  record('other', { title: 'Cut WS071 off', where: 'ws07.lindholm.example.org' }),
];
const ids = (records: readonly CaseRecord[]): readonly string[] => records.map(({ id }) => id);

describe('who names an entity', () => {
  const item = boardItem('b1', { title: 'Word starts on WS07', host: 'WS07.lindholm.example' });
  const mentionsOf = mentionIndex([], [item], RECORDS, new Map());

  it('is found by its value, by what people call it, and where a record is about it', () => {
    expect(ids(mentionsOf([WS07]).records)).toEqual(['by-value', 'by-id']);
    expect(ids(mentionsOf([WS07], 'WS07').records)).toEqual(['by-value', 'by-id', 'by-label']);
    expect(mentionsOf([WS07], 'WS07').items).toEqual([item]);
  });

  it('is nobody where only a longer word begins like it', () => {
    const { findings, items, records } = mentionsOf([{ kind: 'host', value: 'ws0' }]);
    expect([...findings, ...items, ...records]).toEqual([]);
  });
});

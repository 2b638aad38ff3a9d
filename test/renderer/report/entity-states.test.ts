import { describe, expect, it } from 'vitest';
import { untold } from '#shared/entities/untold.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import type { Recorded } from '#shared/work/records.ts';
import {
  citesEntity,
  entityState,
  seenTimes,
} from '#renderer/screens/report/cite/entity-states.ts';

const at = (iso: string): bigint => BigInt(Date.parse(iso)) * 1_000_000n;
const seen = (value: string, first: string, last: string) => ({
  kind: 'host' as const,
  value,
  forms: [value],
  fields: [],
  events: 2,
  first: at(first),
  last: at(last),
});
const SEEN = seenTimes(
  [seen('WS07', '2026-05-12T09:00:00Z', '2026-05-12T10:00:00Z')],
  [seen('ws07.corp.example', '2026-05-11T08:00:00Z', '2026-05-12T09:30:00Z')],
);

const desk = untold({ kind: 'host', value: 'WS07' });
const recorded = (...entities: Entity[]): Recorded => ({
  records: new Map([['entity', new Map(entities.map((one) => [one.id, one]))]]),
});

describe('what the editor shows of a cited entity', () => {
  it('is its name, kind and verdict, and when events name it under any of its names', () => {
    const named: Entity = {
      ...desk,
      label: 'Desk 7',
      verdict: 'compromised',
      aliases: ['ws07.corp.example'],
    };
    expect(entityState(recorded(named), desk.id, SEEN, 'utc')).toEqual({
      state: 'resolves',
      id: desk.id,
      entity: named,
      label: 'Desk 7',
      where: 'Host, verdict compromised',
      time: 'first seen 2026-05-11 08:00:00, last seen 2026-05-12 10:00:00 UTC',
      message: 'also WS07, ws07.corp.example',
    });
  });

  it('is that of what it was merged into', () => {
    const main: Entity = {
      ...untold({ kind: 'host', value: 'ws07.corp.example' }),
      aliases: ['WS07'],
      hostile: true,
    };
    const state = entityState(recorded(desk, main), desk.id, new Map(), 'utc');
    expect(state).toMatchObject({
      id: desk.id,
      entity: { id: main.id },
      label: 'ws07.corp.example',
      where: 'Host, the intruder’s',
    });
    expect(state).not.toHaveProperty('time');
  });

  it('is missing where the case does not know it, which is no matter of the engine', () => {
    expect(citesEntity(recorded(), desk.id)).toBe(true);
    expect(citesEntity(recorded(), 'board-1')).toBe(false);
    expect(entityState(recorded(), desk.id, SEEN, 'utc')).toMatchObject({ state: 'missing' });
  });
});

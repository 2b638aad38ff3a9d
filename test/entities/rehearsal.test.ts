import { describe, expect, it } from 'vitest';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { rehearse, rehearsalText, type RehearsalInput } from '#shared/entities/rehearsal.ts';
import type { RelationEdge } from '#shared/entities/relations.ts';

const host = (value: string): EntityRef => ({ kind: 'host', value });
const account = (value: string): EntityRef => ({ kind: 'account', value });
const ip = (value: string): EntityRef => ({ kind: 'ip', value });
const edge = (
  relation: RelationEdge['relation'],
  from: EntityRef,
  to: EntityRef,
  events: number,
): RelationEdge => ({ relation, from, to, events, first: 1n, last: 1_778_457_600_000_000_000n });

const edges = [
  edge('logged-on', account('alice'), host('FS01'), 20),
  edge('logged-on', account('evil'), host('fs01'), 2),
  edge('logged-on', account('alice'), host('WS07'), 9),
  edge('connected', ip('10.0.0.7'), ip('10.0.0.20'), 5),
  edge('came-to', ip('10.0.0.7'), host('FS01'), 3),
  edge('connected', ip('10.0.0.20'), ip('203.0.113.9'), 4),
  edge('logged-on', account('NT AUTHORITY\\SYSTEM'), host('FS01'), 900),
];
const input: RehearsalInput = {
  kind: 'host',
  names: [host('FS01'), ip('10.0.0.20')],
  label: 'FS01',
  from: 1_778_457_600_000_000_000n - 86_400_000_000_000n,
  to: 1_778_457_600_000_000_000n,
  edges,
  hostile: [
    edge('logged-on', account('evil'), host('FS01'), 2),
    edge('logged-on', account('evil'), host('DC1'), 7),
    edge('connected', ip('10.0.0.7'), ip('203.0.113.9'), 50),
    edge('connected', ip('6.6.6.6'), ip('203.0.113.9'), 90),
  ],
  services: [{ name: 'Backup', events: 3 }],
  tasks: [],
  coverage: { kinds: [{ id: 'tasks', events: 0, everywhere: 0, gaps: [] }] },
  sideOf: ({ value }) =>
    value === 'evil' || value === '6.6.6.6'
      ? 'intruder'
      : value === 'alice'
        ? 'business'
        : 'unknown',
  labelOf: ({ value }) => value,
};

describe('a rehearsal', () => {
  const done = rehearse(input);
  const rows = (title: string) => done.sections.find((one) => one.title === title)?.rows ?? [];

  it('names who depended on the target, and nobody else', () => {
    expect(rows('Accounts that logged on to it').map(({ name, events }) => [name, events])).toEqual(
      [
        ['alice', 20],
        ['evil', 2],
      ],
    );
    expect(rows('Addresses that came to it')).toMatchObject([{ name: '10.0.0.7', events: 8 }]);
    expect(rows('Addresses that it reached')).toMatchObject([{ name: '203.0.113.9', events: 4 }]);
    expect(rows('Services on it')).toMatchObject([{ name: 'Backup', events: 3 }]);
  });

  it('tells the ways that the intruder keeps: theirs, not through the target, logons first', () => {
    expect(done.paths.map(({ to, events }) => [to.value, events])).toEqual([
      ['DC1', 7],
      ['203.0.113.9', 90],
    ]);
  });

  it('is written down with its limits', () => {
    const text = rehearsalText(done, input.labelOf);
    expect(text).toContain('alice (business): 20 events');
    expect(text).toContain('evil (intruder): 2 events');
    expect(text).toContain('evil logged on to DC1: 7 events');
    expect(text).toContain('Scheduled work: none seen.');
    expect(text).toContain('No scheduled-task events of this host');
  });
});

import { describe, expect, it } from 'vitest';
import { entityGroups, entityLabel } from '#shared/entities/entity-groups.ts';
import { entityId } from '#shared/entities/entity-key.ts';
import { sideOf } from '#shared/entities/standing-of.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import { EMPTY_WORK, type WorkState } from '#shared/work/work-state.ts';

const record = (value: string, more: Partial<Entity> = {}): Entity => ({
  id: entityId({ kind: 'account', value }),
  type: 'entity',
  kind: 'account',
  value,
  aliases: [],
  verdict: 'unknown',
  analysis: 'not-started',
  ...more,
});

const stateOf = (...records: readonly Entity[]): WorkState => ({
  ...EMPTY_WORK,
  records: new Map([['entity', new Map(records.map((one) => [one.id, one]))]]),
});
const account = (value: string) => ({ kind: 'account' as const, value });

describe('what is said of entities', () => {
  it('is found by every name, in any case', () => {
    const state = stateOf(
      record('CORP\\alice', { aliases: ['alice@corp', 'alice'], label: 'Alice', hostile: true }),
    );
    const groups = entityGroups(state);
    for (const name of ['corp\\ALICE', 'Alice@corp', 'alice']) {
      expect(entityLabel(state, 'account', name)).toBe('Alice');
      expect(sideOf(state, account(name))).toBe('intruder');
      expect(groups.names(account(name)).map(({ value }) => value)).toEqual([
        'CORP\\alice',
        'alice@corp',
        'alice',
      ]);
    }
    expect(entityLabel(state, 'account', 'bob')).toBe('bob');
    expect(entityLabel(state, 'host', 'alice')).toBe('alice');
    expect(groups.records).toHaveLength(1);
  });

  it('follows merges of merges; the own record of what was merged is silent', () => {
    const state = stateOf(
      record('a', { aliases: ['b'], verdict: 'compromised' }),
      record('b', { aliases: ['c'], verdict: 'cleared' }),
      record('c', { label: 'sea' }),
    );
    expect(entityGroups(state).recordOf(account('c'))?.value).toBe('a');
    expect(sideOf(state, account('c'))).toBe('intruder');
    expect(entityGroups(state).records.map(({ value }) => value)).toEqual(['a']);
  });

  it('has one end even where two analysts merged each into the other', () => {
    const one = record('a', { aliases: ['b'] });
    const two = record('b', { aliases: ['a'] });
    const speaker = (...list: readonly Entity[]): string | undefined =>
      entityGroups(stateOf(...list)).recordOf(account('a'))?.value;
    expect(speaker(one, two)).toBeDefined();
    expect(speaker(one, two)).toBe(speaker(two, one));
    const groups = entityGroups(stateOf(one, two));
    expect(groups.recordOf(account('b'))).toBe(groups.recordOf(account('a')));
    expect(groups.records).toHaveLength(1);
  });
});

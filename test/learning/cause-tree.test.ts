import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CauseNode } from '#shared/learning/cause-tree.ts';
import { causeGroups, lastRank, mayAnswer, movedRank } from '#shared/learning/cause-tree.ts';
import type { BoardItemId, RecordId } from '#shared/model/ids.ts';
import type { Cause } from '#shared/records/kinds/cause.ts';

const id = (name: string): RecordId => name as RecordId;
const ITEM = 'item' as BoardItemId;

const cause = (name: string, more: Partial<Cause> = {}): Cause => ({
  id: id(name),
  type: 'cause',
  title: name.toUpperCase(),
  kind: 'intermediate',
  standing: 'inferred',
  rank: 'a0',
  ...more,
});

const mapOf = (...list: readonly Cause[]) => new Map(list.map((one) => [one.id, one]));

const told = (nodes: readonly CauseNode[]): string =>
  nodes
    .map(({ cause: { id: name }, whys }) => `${name}${whys.length === 0 ? '' : `(${told(whys)})`}`)
    .join(' ');

describe('causes as trees', () => {
  it('stand under the board item they made possible, each under the cause whose why they answer', () => {
    const causes = mapOf(
      cause('a', { enabled: ITEM }),
      cause('b', { answers: id('a'), rank: 'a2' }),
      cause('c', { answers: id('a'), rank: 'a1' }),
      cause('d', { answers: id('b') }),
      cause('e'),
      cause('f', { answers: id('gone') }),
      cause('g', { enabled: 'off the board' as BoardItemId }),
    );
    const groups = causeGroups(causes, [ITEM]);
    expect(groups.map(({ item, causes: tops }) => [item, told(tops)])).toEqual([
      [ITEM, 'a(c b(d))'],
      [undefined, 'e f g'],
    ]);
  });

  it('show every cause once, even when a merge has closed a circle', () => {
    const any = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
      .chain((names) =>
        fc.tuple(
          ...names.map((name) =>
            fc
              .option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined })
              .map((answers) => cause(name, answers === undefined ? {} : { answers: id(answers) })),
          ),
        ),
      );
    fc.assert(
      fc.property(any, (list) => {
        const causes = mapOf(...list);
        const shown = causeGroups(causes, [])
          .map(({ causes: tops }) => told(tops))
          .join(' ')
          .match(/[a-e]/g);
        expect([...(shown ?? [])].sort()).toEqual([...causes.keys()].sort());
      }),
    );
  });

  it('cannot be made to answer themselves or what stands below them', () => {
    const causes = mapOf(
      cause('a'),
      cause('b', { answers: id('a') }),
      cause('c', { answers: id('b') }),
      cause('d'),
    );
    const may = (one: string, other: string): boolean => mayAnswer(causes, id(one), id(other));
    expect([may('a', 'a'), may('a', 'b'), may('a', 'c'), may('b', 'c')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([may('c', 'a'), may('a', 'd'), may('d', 'c'), may('a', 'gone')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('never hold a circle, whatever moves were allowed', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const move = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const causes = mapOf(...names.map((name) => cause(name)));
        for (const [one, other] of moves) {
          const known = causes.get(id(one));
          if (known === undefined || !mayAnswer(causes, id(one), id(other))) continue;
          causes.set(known.id, { ...known, answers: id(other) });
        }
        for (const start of causes.values()) {
          let steps = 0;
          for (let at: Cause | undefined = start; at?.answers !== undefined; steps += 1) {
            at = causes.get(at.answers);
            expect(steps).toBeLessThan(names.length);
          }
        }
      }),
    );
  });

  it('are moved among their neighbours by their rank alone', () => {
    const causes = mapOf(
      cause('a', { rank: 'a0' }),
      cause('b', { rank: 'a1' }),
      cause('c', { rank: 'a2' }),
    );
    const after = (name: string, by: -1 | 1): string => {
      const known = causes.get(id(name));
      if (known === undefined) throw new Error(name);
      const rank = movedRank(causes, known, by);
      if (rank === undefined) return 'stays';
      const moved = new Map(causes).set(known.id, { ...known, rank });
      return told(causeGroups(moved, [])[0]?.causes ?? []);
    };
    expect([after('a', -1), after('c', 1)]).toEqual(['stays', 'stays']);
    expect([after('a', 1), after('b', 1), after('b', -1), after('c', -1)]).toEqual([
      'b a c',
      'a c b',
      'b a c',
      'a c b',
    ]);
    expect(lastRank(causes, undefined) > 'a2').toBe(true);
    expect(lastRank(causes, id('a'))).toBe('a0');
  });
});

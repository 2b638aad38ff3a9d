import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventId, Sha256 } from '#shared/model/ids.ts';
import { decodeMember, encodeMember } from '#shared/work/event-set-codec.ts';
import {
  eventIdsOf,
  intersect,
  isIn,
  membersOf,
  membersWithin,
  splitSet,
  subtract,
} from '#shared/work/event-sets.ts';
import type { SetChange } from '#shared/work/work-state.ts';
import { event, eventSet } from './example-ops.ts';

const FILE = 'c'.repeat(64) as Sha256;
const numbers = fc.uniqueArray(fc.nat({ max: 19 }), { maxLength: 20 });
const ids = (set: Parameters<typeof eventIdsOf>[0]): EventId[] => [...eventIdsOf(set)].sort();
const idsFrom = (all: Iterable<number>): EventId[] => [...new Set(all)].map(event).sort();

const changes = fc.array(fc.tuple(fc.boolean(), numbers), { maxLength: 12 });
const changedSet = (list: readonly (readonly [boolean, readonly number[]])[]): SetChange[] =>
  list.map(([on, of], i) => ({ op: `${i}` as SetChange['op'], on, events: eventSet(of) }));

function modelOf(list: readonly (readonly [boolean, readonly number[]])[]): Set<number> {
  const model = new Set<number>();
  for (const [on, of] of list)
    for (const n of of)
      if (on) model.add(n);
      else model.delete(n);
  return model;
}

describe('coded event sets', () => {
  it('read back as they were written', () => {
    const places = fc.uniqueArray(
      fc.tuple(fc.oneof(fc.nat({ max: 300 }), fc.maxSafeNat()), fc.nat({ max: 99_999 })),
      { selector: String, maxLength: 50 },
    );
    fc.assert(
      fc.property(places, (list) => {
        const sorted = list.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
        const locators = {
          offsets: Float64Array.from(sorted, ([offset]) => offset),
          ordinals: Uint32Array.from(sorted, ([, ordinal]) => ordinal),
        };
        const member = encodeMember(FILE, locators);
        expect(decodeMember(member)).toEqual(locators);
        expect(member.count).toBe(list.length);
        const bytes = Buffer.from(member.locators, 'base64');
        expect(bytes.toString('base64')).toBe(member.locators);
      }),
    );
  });

  it('are written as the format document says', () => {
    const locators = {
      offsets: Float64Array.of(300, 300, 1_000),
      ordinals: Uint32Array.of(0, 2, 0),
    };
    const bytes = Buffer.from([0xac, 0x02, 0x00, 0x00, 0x02, 0xbc, 0x05, 0x00]);
    expect(encodeMember(FILE, locators).locators).toBe(bytes.toString('base64'));
  });

  it.each([
    ['no base64', '????', 1],
    ['fewer places than said', 'AQA=', 2],
    ['more places than said', 'AQABAA==', 1],
    ['one place twice', 'AQAAAA==', 2],
    ['a number cut off', 'gA==', 1],
    ['a number of nine bytes', Buffer.from('ffffffffffffffff7f00', 'hex').toString('base64'), 1],
    [
      'an offset beyond exact numbers',
      Buffer.from('ffffffffffffff7f00', 'hex').toString('base64'),
      1,
    ],
  ])('with %s are not read', (_what, locators, count) => {
    expect(decodeMember({ evidence: FILE, count, locators })).toBeUndefined();
  });

  it('refuse to be written out of order', () => {
    const backwards = { offsets: Float64Array.of(2, 1), ordinals: new Uint32Array(2) };
    expect(() => encodeMember(FILE, backwards)).toThrow(RangeError);
  });

  it('meet, differ and change like sets', () => {
    fc.assert(
      fc.property(numbers, numbers, changes, (a, b, list) => {
        const [setA, setB] = [eventSet(a), eventSet(b)];
        expect(ids(intersect(setA, setB))).toEqual(idsFrom(a.filter((n) => b.includes(n))));
        expect(ids(subtract(setA, setB))).toEqual(idsFrom(a.filter((n) => !b.includes(n))));
        const changed = changedSet(list);
        const model = modelOf(list);
        expect(ids(membersOf(changed))).toEqual(idsFrom(model));
        expect(membersOf(changed).count).toBe(model.size);
        expect(ids(membersWithin(changed, setA))).toEqual(idsFrom(a.filter((n) => model.has(n))));
        for (let n = 0; n < 20; n++) expect(isIn(changed, event(n))).toBe(model.has(n));
      }),
    );
  });

  it('split into parts that are the whole', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 7 }), (all, most) => {
        const set = { ...eventSet(all), query: 'host:ws7' };
        const parts = splitSet(set, most);
        expect(parts.flatMap((part) => [...eventIdsOf(part)])).toEqual(eventIdsOf(set));
        for (const part of parts) {
          expect(part.count).toBeLessThanOrEqual(most);
          expect(part.query).toBe('host:ws7');
        }
        expect(parts).toHaveLength(Math.ceil(set.count / most));
      }),
    );
  });
});

import type { EventId, Sha256 } from '../model/ids.ts';
import { eventId, parseEventId } from '../model/ids.ts';
import type { EventSet } from './event-set.ts';
import type { Locators } from './event-set-codec.ts';
import { decodeMember, encodeMember } from './event-set-codec.ts';
import { difference, hasPlace, intersection, NO_PLACES, union } from './places.ts';
import type { ChangedSet } from './work-state.ts';

type Member = EventSet['members'][number];

/** A set taken apart: places by evidence file. */
type Places = ReadonlyMap<Sha256, Locators>;

const decoded = new WeakMap<Member, Locators>();
const folded = new WeakMap<ChangedSet, EventSet>();

/** Places of a member of a verified op; decoded once for as long as the op lives. */
export function placesOf(member: Member): Locators {
  const known = decoded.get(member);
  if (known !== undefined) return known;
  const places = decodeMember(member);
  if (places === undefined) throw new Error('an event set that was never verified is not readable');
  decoded.set(member, places);
  return places;
}

/** What is in the set now, as one coded set. */
export function membersOf(changes: ChangedSet): EventSet {
  const known = folded.get(changes);
  if (known !== undefined) return known;
  const [first] = changes;
  const set =
    changes.length === 1 && first?.on === true ? first.events : encode(foldChanges(changes));
  folded.set(changes, set);
  return set;
}

/** What of `within` is in the set now; files that `within` does not name are not even decoded. */
export function membersWithin(changes: ChangedSet, within: EventSet): EventSet {
  const asked: Places = new Map(within.members.map((one) => [one.evidence, placesOf(one)]));
  return encode(foldChanges(changes, asked));
}

/** What is in both. */
export const intersect = (a: EventSet, b: EventSet): EventSet =>
  compare(a, b, (places, other) => (other === undefined ? [] : [intersection(places, other)]));

/** `a` without what is in `b`. */
export const subtract = (a: EventSet, b: EventSet): EventSet =>
  compare(a, b, (places, other) => [other === undefined ? places : difference(places, other)]);

export function isIn(changes: ChangedSet, id: EventId): boolean {
  const parts = parseEventId(id);
  if (parts === undefined) return false;
  const last = changes.findLast(({ events }) =>
    events.members.some(
      (member) =>
        member.evidence.startsWith(parts.evidencePrefix) &&
        hasPlace(placesOf(member), parts.offset, parts.ordinal),
    ),
  );
  return last?.on === true;
}

/** The members one by one; for sets that are known to be small. */
export function eventIdsOf(set: EventSet): readonly EventId[] {
  return set.members.flatMap((member) => {
    const { offsets, ordinals } = placesOf(member);
    return Array.from(offsets, (offset, i) => eventId(member.evidence, offset, ordinals[i] ?? 0));
  });
}

/** Parts of at most `most` events each, in order, so that an act of any size fits into operations. */
export function splitSet(set: EventSet, most: number): readonly EventSet[] {
  const parts: EventSet[] = [];
  let part: Member[] = [];
  let room = most;
  const close = (): void => {
    if (part.length > 0) parts.push(withQuery(setOf(part), set.query));
    part = [];
    room = most;
  };
  for (const member of set.members) {
    for (let from = 0; from < member.count;) {
      const take = Math.min(room, member.count - from);
      part.push(take === member.count ? member : cut(member, from, from + take));
      from += take;
      room -= take;
      if (room === 0) close();
    }
  }
  close();
  return parts;
}

function cut(member: Member, from: number, to: number): Member {
  const { offsets, ordinals } = placesOf(member);
  return encodeMember(member.evidence, {
    offsets: offsets.subarray(from, to),
    ordinals: ordinals.subarray(from, to),
  });
}

function compare(
  a: EventSet,
  b: EventSet,
  combine: (places: Locators, other: Locators | undefined) => readonly Locators[],
): EventSet {
  const others: Places = new Map(b.members.map((one) => [one.evidence, placesOf(one)]));
  return encode(
    new Map(
      a.members.flatMap((one) =>
        combine(placesOf(one), others.get(one.evidence)).map((left) => [one.evidence, left]),
      ),
    ),
  );
}

function foldChanges(changes: ChangedSet, within?: Places): Places {
  const now = new Map<Sha256, Locators>();
  for (let from = 0, to = 0; from < changes.length; from = to) {
    const on = changes[from]?.on;
    while (to < changes.length && changes[to]?.on === on) to += 1;
    for (const [evidence, places] of merged(changes.slice(from, to), within)) {
      const before = now.get(evidence);
      if (before !== undefined) now.set(evidence, (on ? union : difference)(before, places));
      else if (on) now.set(evidence, places);
    }
  }
  return now;
}

/** All that a run of changes names, merged in pairs so that many small acts cost little more than one. */
function merged(changes: ChangedSet, within: Places | undefined): Places {
  const lists = new Map<Sha256, Locators[]>();
  for (const member of changes.flatMap(({ events }) => events.members)) {
    const asked = within?.get(member.evidence);
    if (within !== undefined && asked === undefined) continue;
    const all = placesOf(member);
    const list = lists.get(member.evidence) ?? [];
    list.push(asked === undefined ? all : intersection(all, asked));
    lists.set(member.evidence, list);
  }
  return new Map(Array.from(lists, ([evidence, list]) => [evidence, unionOf(list)]));
}

function unionOf(lists: readonly Locators[]): Locators {
  if (lists.length <= 1) return lists[0] ?? NO_PLACES;
  const half = lists.length >>> 1;
  return union(unionOf(lists.slice(0, half)), unionOf(lists.slice(half)));
}

const encode = (places: Places): EventSet =>
  setOf(
    [...places].flatMap(([evidence, list]) =>
      list.offsets.length === 0 ? [] : encodeMember(evidence, list),
    ),
  );

const setOf = (members: readonly Member[]): EventSet => ({
  count: members.reduce((sum, { count }) => sum + count, 0),
  members,
});

const withQuery = (set: EventSet, query: string | undefined): EventSet =>
  query === undefined ? set : { ...set, query };

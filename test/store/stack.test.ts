import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParsedEvent } from '#main/parse/parser.ts';
import { EventStore } from '#main/store/event-store.ts';
import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import { batchOf, sampleEvents } from './sample-events.ts';

const events = sampleEvents(4_000, 7);
const BASE = 1_778_000_000_000_000_000n;
const S = 1_000_000_000n;

let folder: string;
let store: EventStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-stack-'));
  store = await EventStore.open(join(folder, 'events.duckdb'), new Map());
  const writer = await store.write(
    {
      index: 1 as EvidenceIndex,
      sha256: 'cd'.repeat(32) as Sha256,
      name: 'a.evtx',
      parser: 'evtx',
      parserVersion: 1,
    },
    () => undefined,
  );
  await writer.add(batchOf(events));
  await writer.finish();
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const FIELDS: readonly (readonly [string, (event: ParsedEvent) => string | undefined])[] = [
  ['host', (e) => e.host],
  ['user', (e) => e.user],
  ['source.ip', (e) => e.sourceIp],
  ['code', (e) => e.code],
  ['CommandLine', (e) => (typeof e.values[0] === 'string' ? e.values[0] : undefined)],
  ['message', (e) => e.message],
  ['record', (e) => String(e.record)],
];
const inStretch = (time: bigint | undefined, nth: bigint): boolean =>
  time !== undefined && time >= BASE + nth * 1_000n * S && time < BASE + (nth + 1n) * 1_000n * S;

/** Values with their counts and sights, as they ought to be. */
function expected(list: readonly ParsedEvent[], of: (event: ParsedEvent) => string | undefined) {
  const found = new Map<string, { count: number; first?: bigint; last?: bigint }>();
  for (const event of list) {
    const value = of(event);
    if (value === undefined) continue;
    const { count = 0, first, last } = found.get(value) ?? {};
    const { time } = event;
    found.set(value, {
      count: count + 1,
      ...(time === undefined
        ? { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) }
        : {
            first: first === undefined || time < first ? time : first,
            last: last === undefined || time > last ? time : last,
          }),
    });
  }
  return found;
}

describe('a stack', () => {
  it.each(FIELDS)('of %s counts every value and says when it was seen', async (field, of) => {
    const query = 'not outcome:failure';
    const fitting = events.filter(({ outcome }) => outcome !== 'failure');
    const wanted = expected(fitting, of);
    const got = await store.stack({ query, field, limit: 5_000, rare: false });
    expect(got.total).toBe(fitting.length);
    expect(got.missing).toBe(fitting.filter((event) => of(event) === undefined).length);
    expect(got.distinct).toBe(wanted.size);
    expect(new Map(got.values.map(({ value, ...rest }) => [value, rest]))).toEqual(wanted);
    const counts = got.values.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it.each(FIELDS)('of %s begins with the rarest when asked to', async (field, of) => {
    const all = [...expected(events, of).values()].map(({ count }) => count);
    const got = await store.stack({ query: '', field, limit: 3, rare: true });
    expect(got.values.map(({ count }) => count)).toEqual(all.toSorted((a, b) => a - b).slice(0, 3));
    expect(got.distinct).toBe(all.length);
  });

  it('of marks says tags and notes as they read, and yes or no', async () => {
    const set = await store.resolve({ query: 'code:4625', except: [] });
    await store.replaceMarks([
      { act: 'add', kind: 'tag', value: 'seen', events: set },
      { act: 'add', kind: 'reviewed', value: '', events: set },
      { act: 'add', kind: 'note', value: 'op', text: 'look here', events: set },
    ]);
    const told = async (field: string) => {
      const { values, missing } = await store.stack({ query: '', field, limit: 9, rare: true });
      return [values.map(({ value, count }) => [value, count]), missing];
    };
    const rest = events.length - set.count;
    expect(await told('tag')).toEqual([[['seen', set.count]], rest]);
    expect(await told('note')).toEqual([[['look here', set.count]], rest]);
    const flags = [
      ['yes', set.count],
      ['no', rest],
    ];
    expect(await told('reviewed')).toEqual([flags, 0]);
    for (const query of ['reviewed:=yes', 'tag:=seen', 'note:="look here"', 'not reviewed:=no'])
      expect((await store.count({ query })).total).toBe(set.count);
    await store.replaceMarks([]);
  });

  it('of nothing is empty', async () => {
    const nothing = { query: 'host:nobody', limit: 9, rare: true };
    const empty = { values: [], distinct: 0, missing: 0, total: 0 };
    expect(await store.stack({ ...nothing, field: 'host' })).toEqual({ field: 'host', ...empty });
    expect(await store.stack({ ...nothing, field: 'x' })).toEqual({ field: 'x', ...empty });
  });
});

describe('gaps and bursts', () => {
  it('are those of the times themselves', async () => {
    const fitting = events.filter(({ host }) => host === 'DC1');
    const times = fitting
      .flatMap(({ time }) => (time === undefined ? [] : [time]))
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const got = await store.rhythm({ query: 'host:DC1', width: 60n * S, limit: 10 });
    const silences = times
      .slice(1)
      .map((to, i) => to - (times[i] ?? to))
      .sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
    expect(got.silences.map(({ from, to }) => to - from)).toEqual(silences.slice(0, 10));
    expect(got.silences.every(({ from, to }) => times.includes(from) && times.includes(to))).toBe(
      true,
    );
    const windows = new Map<bigint, number>();
    for (const time of times) {
      const start = time - (time % (60n * S));
      windows.set(start, (windows.get(start) ?? 0) + 1);
    }
    expect(got.windows).toBe(windows.size);
    const fullest = [...windows.values()].sort((a, b) => b - a).slice(0, 10);
    expect(got.bursts.map(({ count }) => count)).toEqual(fullest);
    expect(got.bursts.every(({ from, count }) => windows.get(from) === count)).toBe(true);
    expect({ dated: got.dated, undated: got.undated, first: got.first, last: got.last }).toEqual({
      dated: times.length,
      undated: fitting.length - times.length,
      first: times[0],
      last: times.at(-1),
    });
  });

  it('are cut into at most a thousand windows when no width is asked for', async () => {
    const got = await store.rhythm({ query: '', limit: 5 });
    expect(got.windows).toBeLessThanOrEqual(1_000);
    expect(got.width).toBe(5n * S);
    const none = await store.rhythm({ query: 'not time:*', limit: 5 });
    expect(none).toMatchObject({ silences: [], bursts: [], windows: 0, dated: 0 });
    expect(none.undated).toBe(events.filter(({ time }) => time === undefined).length);
  });
});

describe('two ranges compared', () => {
  const a = { from: BASE, to: BASE + 1_000n * S };
  const b = { from: BASE + 2_000n * S, to: BASE + 3_000n * S };

  it.each(FIELDS)('by %s count each value in both', async (field, of) => {
    const before = events.filter(({ time }) => inStretch(time, 0n));
    const after = events.filter(({ time }) => inStretch(time, 2n));
    const got = await store.compare({ query: '', field, a, b, limit: 20_000 });
    expect([got.totalA, got.totalB]).toEqual([before.length, after.length]);
    const [inA, inB] = [expected(before, of), expected(after, of)];
    const wanted = [...new Set([...inA.keys(), ...inB.keys()])].map((value) => ({
      value,
      a: inA.get(value)?.count ?? 0,
      b: inB.get(value)?.count ?? 0,
    }));
    const byValue = (one: { value: string }, other: { value: string }): number =>
      one.value < other.value ? -1 : 1;
    expect([...got.values].sort(byValue)).toEqual(wanted.sort(byValue));
    expect(got.distinct).toBe(wanted.length);
  });

  it('put first what one of them has and the other has not', async () => {
    const got = await store.compare({
      query: 'code:4625 or code:4624',
      field: 'code',
      a,
      b: a,
      limit: 5,
    });
    expect(got.values.map(({ a: before, b: after }) => before - after)).toEqual([0, 0]);
    const gone = await store.compare({ query: '', field: 'record', a, b, limit: 1 });
    expect([gone.values[0]?.a, gone.values[0]?.b]).toContain(0);
  });
});

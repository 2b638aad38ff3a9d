import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParsedEvent } from '#main/parse/parser.ts';
import { EventStore } from '#main/store/event-store.ts';
import type { EventKey, EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import { eventId } from '#shared/model/ids.ts';
import { batchOf, sampleEvents } from './sample-events.ts';

const SHA = 'ab'.repeat(32) as Sha256;
const INDEX = 3 as EvidenceIndex;
const events = sampleEvents(5_000);
const aliases = new Map([['process.command_line', ['CommandLine']]]);

let folder: string;
let store: EventStore;

async function load(into: EventStore, list: readonly ParsedEvent[]): Promise<void> {
  const writer = await into.write(
    { index: INDEX, sha256: SHA, name: 'a b.evtx', parser: 'evtx', parserVersion: 1 },
    () => undefined,
  );
  for (let first = 0; first < list.length; first += 2_000) {
    await writer.add(batchOf(list.slice(first, first + 2_000), first));
  }
  await writer.finish();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-store-'));
  store = await EventStore.open(join(folder, 'events.duckdb'), aliases, { memoryLimit: '512MB' });
  await load(store, events);
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a filter means, on the events themselves. */
const inOrder = (list: readonly (ParsedEvent & { n: number })[]): readonly number[] =>
  [...list]
    .sort((a, b) => {
      const [x, y] = [a.time ?? 2n ** 63n, b.time ?? 2n ** 63n];
      return x < y ? -1 : x > y ? 1 : a.n - b.n;
    })
    .map(({ n }) => n);
const numbered = events.map((event, n) => ({ ...event, n }));
const offsetsOf = (rows: readonly { offset: number }[]): number[] =>
  rows.map(({ offset }) => offset / 100);

const has = (event: ParsedEvent, text: string): boolean =>
  [event.message, event.host, event.user, ...event.values.map(String)].some(
    (one) => one?.toLowerCase().includes(text.toLowerCase()) === true,
  );

const CASES: readonly (readonly [string, (event: ParsedEvent) => boolean])[] = [
  ['', () => true],
  ['host:dc1', (e) => e.host === 'DC1'],
  ['not host:*', (e) => e.host === undefined],
  [
    'host:(dc1 or web1) outcome:failure',
    (e) => (e.host === 'DC1' || e.host === 'web1') && e.outcome === 'failure',
  ],
  ['code:>=4625', (e) => Number(e.code) >= 4625],
  ['code:[4622 to 4624]', (e) => Number(e.code) >= 4622 && Number(e.code) <= 4624],
  ['HOST.NAME:(Dc1 or WEB1)', (e) => e.host === 'DC1' || e.host === 'web1'],
  ['host:w*', (e) => e.host?.startsWith('w') === true],
  ['user:"LINDHOLM\\\\a.berg"', (e) => e.user === 'LINDHOLM\\a.berg'],
  ['user:LINDHOLM\\a.berg', (e) => e.user === 'LINDHOLM\\a.berg'],
  ['user:A.Berg', (e) => e.user === 'LINDHOLM\\a.berg'],
  ['user:a*g host:(dc1 or x)', (e) => e.user?.endsWith('a.berg') === true && e.host === 'DC1'],
  ['user:=a.berg', () => false],
  ['user:=LINDHOLM\\a.berg', (e) => e.user === 'LINDHOLM\\a.berg'],
  ['host:=dc1', () => false],
  ['host:=DC1 not source.ip:=10.0.1.3', (e) => e.host === 'DC1' && e.sourceIp !== '10.0.1.3'],
  ['bytes:=990', (e) => e.values[1] === 990],
  ['CommandLine:="cmd.exe /c run 1 <b>x</b>"', (e) => e.values[0] === 'cmd.exe /c run 1 <b>x</b>'],
  ['recovered:=no record:=17', (e) => e.record === 17],
  ['file:="A b.evtx"', () => false],
  [`evidence:${SHA}`, () => true],
  ['DROP TABLE', (e) => has(e, 'DROP') && has(e, 'TABLE')],
  ['"Robert\'); DROP"', (e) => has(e, "Robert'); DROP")],
  ['"%_\\\\"', (e) => has(e, '%_\\')],
  ['emoji', (e) => has(e, 'emoji')],
  ['🔥', (e) => has(e, '🔥')],
  ['process.command_line:*"quoted"*', (e) => has(e, '"quoted"')],
  ['CommandLine:/run 1\\d /', (e) => /run 1\d /.test(JSON.stringify(e.values[0]))],
  ['bytes:>990', (e) => Number(e.values[1]) > 990],
  ['ip:10.0.1.0/24', (e) => e.sourceIp?.startsWith('10.0.1.') === true],
  ['ip:10.0.1.3', (e) => e.sourceIp === '10.0.1.3'],
  ['ip:(10.0.1.3 or 10.0.0.0)', (e) => e.sourceIp === '10.0.1.3' || e.sourceIp === '10.0.0.0'],
  ['code:>4628 host:*1', (e) => Number(e.code) > 4628 && e.host?.endsWith('1') === true],
  ['message:*nul*', (e) => e.message.includes('nul')],
  ['not (host:dc1 or code:4625)', (e) => e.host !== 'DC1' && e.code !== '4625'],
  ['source.ip:10.0.2.?', (e) => e.sourceIp?.startsWith('10.0.2.') === true],
  ['record:17', (e) => e.record === 17],
  ['time:*', (e) => e.time !== undefined],
  ['file:a*', () => true],
  ['recovered:no', () => true],
  ['recovered:yes', () => false],
  ['tag:x', () => false],
];

describe.each([false, true])('the store (settled: %s)', (settled) => {
  beforeAll(async () => {
    if (settled) await store.settle();
  });

  it.each(CASES)(
    '“%s” finds what it means, in time order, to the last page',
    async (query, test) => {
      const expected = inOrder(numbered.filter(test));
      const { total, all, settled: now } = await store.count({ query });
      expect({ total, all, now }).toEqual({
        total: expected.length,
        all: events.length,
        now: true,
      });
      const pages: number[] = [];
      for (let start = 0; start < total; start += 700) {
        pages.push(
          ...offsetsOf(await store.page({ query, order: 'time-ascending', start, count: 700 })),
        );
      }
      expect(pages).toEqual(expected);
      const back = await store.page({ query, order: 'time-descending', start: 0, count: 5 });
      expect(offsetsOf(back)).toEqual([...expected].reverse().slice(0, 5));
    },
  );

  it('counts the same in histogram, facets and sets', async () => {
    const query = 'host:dc1';
    const expected = numbered.filter((e) => e.host === 'DC1');
    const picture = await store.histogram({ query, maxBins: 60 });
    expect(picture.counts.length).toBeLessThanOrEqual(60);
    expect(picture.counts.reduce((a, b) => a + b, 0) + picture.undated).toBe(expected.length);
    expect(picture.undated).toBe(expected.filter((e) => e.time === undefined).length);
    const codes = await store.facet({ query, field: 'code', limit: 100, rare: false });
    expect(codes.values.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
    expect(codes.distinct).toBe(10);
    const rare = await store.facet({ query: '', field: 'host', limit: 1, rare: true });
    expect(rare.values).toHaveLength(1);
    expect(rare.missing).toBe(events.filter((e) => e.host === undefined).length);
    const set = await store.resolve({ query, except: [] });
    expect(set.count).toBe(expected.length);
  });

  it('knows an event by key, by identity and by place', async () => {
    const [row] = await store.page({
      query: 'record:42',
      order: 'time-ascending',
      start: 0,
      count: 1,
    });
    if (row === undefined) throw new Error('record 42 is missing');
    expect(row.id).toBe(eventId(SHA, 4_100, 0));
    const detail = await store.detail({ key: row.key });
    expect(detail).toMatchObject({
      evidenceSha256: SHA,
      evidenceName: 'a b.evtx',
      parser: 'evtx',
      parserVersion: 1,
    });
    expect(detail.fields['bytes']).toBe(events[41]?.values[1]);
    const found = await store.locate({ ids: [eventId(SHA, 1, 0), row.id] });
    expect(found.map((one) => one?.key ?? null)).toEqual([null, row.key]);
    const position = await store.position({ query: '', order: 'time-ascending', key: row.key });
    const there = await store.page({
      query: '',
      order: 'time-ascending',
      start: position ?? -1,
      count: 1,
    });
    expect(there[0]?.key).toBe(row.key);
  });

  it('marks by set and by identity, and finds by mark', async () => {
    const set = await store.resolve({ query: 'code:4625', except: [] });
    await store.replaceMarks([
      { act: 'add', kind: 'tag', value: 'x y', events: set },
      { act: 'add', kind: 'tag', value: 'x y', events: set },
      { act: 'add', kind: 'note', value: 'op', text: 'look here', events: [eventId(SHA, 0, 0)] },
    ]);
    expect((await store.count({ query: 'tag:"x y"' })).total).toBe(set.count);
    expect((await store.count({ query: 'note:*here*' })).total).toBe(1);
    const [tagged] = await store.page({
      query: 'tag:*',
      order: 'time-ascending',
      start: 0,
      count: 1,
    });
    expect(tagged?.tags).toEqual(['x y']);
    await store.mark([{ act: 'remove', kind: 'tag', value: 'x y', events: set }]);
    expect((await store.count({ query: 'tag:*' })).total).toBe(0);
    await store.replaceMarks([]);
  });

  it('does many steps at once as if one after another', async () => {
    const total = async (query: string): Promise<number> => (await store.count({ query })).total;
    const [one, two] = [eventId(SHA, 0, 0), eventId(SHA, 100, 0)] as const;
    await store.replaceMarks([
      { act: 'add', kind: 'tag', value: 'a', events: [one, one] },
      { act: 'add', kind: 'tag', value: 'b', events: [one] },
      { act: 'add', kind: 'note', value: 'n', text: 'first words', events: [one] },
      { act: 'remove', kind: 'tag', value: 'b', events: [one] },
      { act: 'remove', kind: 'note', value: 'n', text: 'first words', events: [one] },
      { act: 'add', kind: 'note', value: 'n', text: 'second thoughts', events: [one] },
      { act: 'add', kind: 'note', value: 'n', text: 'third look', events: [one] },
      { act: 'add', kind: 'board', value: 'i', events: [one, two] },
      { act: 'add', kind: 'finding', value: 'f', events: [one] },
    ]);
    const [row, other] = await store.locate({ ids: [one, two] });
    expect(row).toMatchObject({ tags: ['a'], onBoard: true, inFinding: true });
    expect(other).toMatchObject({ onBoard: true, inFinding: false });
    expect(await total('finding:yes')).toBe(1);
    expect(await total('board:yes and finding:no')).toBe(1);
    expect(await total('tag:b')).toBe(0);
    expect(await total('note:*words*')).toBe(0);
    expect(await total('note:*thoughts*')).toBe(0);
    expect(await total('note:*third*')).toBe(1);
    expect(await total('board:*')).toBe(2);
    await store.replaceMarks([]);
  });
});

describe('the store', () => {
  it('completes values and lists the fields met', async () => {
    const values = await store.complete({ field: 'host', text: 'w', limit: 5 });
    expect(values.map(({ value }) => value).sort()).toEqual(['web1', 'ws07']);
    const names = (await store.fields({})).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['host.name', 'process.command_line', 'CommandLine']),
    );
  });

  it('refuses a query that cannot be read, and cancels one that is not wanted', async () => {
    await expect(store.count({ query: 'host:' })).rejects.toMatchObject({
      failure: { code: 'invalid-query' },
    });
    const controller = new AbortController();
    controller.abort();
    await expect(
      store.page(
        { query: 'host:never-seen', order: 'time-ascending', start: 0, count: 1 },
        controller.signal,
      ),
    ).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('takes out a file that was half in, and one that is parsed again', async () => {
    const path = join(folder, 'other.duckdb');
    const first = await EventStore.open(path, aliases);
    const writer = await first.write(
      { index: INDEX, sha256: SHA, name: 'n', parser: 'p', parserVersion: 1 },
      () => undefined,
    );
    await writer.add(batchOf(events.slice(0, 100)));
    expect((await first.count({ query: '' })).total).toBe(100);
    await first.close();
    const second = await EventStore.open(path, aliases);
    expect(second.interrupted).toEqual([INDEX]);
    expect((await second.count({ query: '' })).total).toBe(0);
    await load(second, events.slice(0, 50));
    await second.settle();
    await load(second, events.slice(0, 30));
    expect((await second.count({ query: '' })).total).toBe(30);
    expect(
      (await second.page({ query: '', order: 'time-ascending', start: 0, count: 50 })).map(
        ({ key }) => key,
      ),
    ).toHaveLength(30);
    await expect(second.detail({ key: 999 as EventKey })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
    await second.close();
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParsedEvent } from '#main/parse/parser.ts';
import { EntityGroups } from '#main/store/entity-groups.ts';
import { EventStore } from '#main/store/event-store.ts';
import { coverageLines } from '#shared/entities/coverage.ts';
import { entityForm, entityKey } from '#shared/entities/entity-key.ts';
import { entityQuery, entityText } from '#shared/entities/entity-query.ts';
import { kindOfProcess } from '#shared/entities/entity-sources.ts';
import { edgeQuery, type RelationId } from '#shared/entities/relations.ts';
import type { EntitySeen } from '#shared/ipc/entities.ts';
import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import type { EntityKind } from '#shared/records/kinds/entity.ts';
import { entityEvents } from './entity-events.ts';
import { batchOf } from './sample-events.ts';

const INDEX = 3 as EvidenceIndex;
const events = entityEvents(6_000);
let folder: string;
let store: EventStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-entities-'));
  store = await EventStore.open(join(folder, 'events.duckdb'), new Map());
  const sha256 = 'ab'.repeat(32) as Sha256;
  const writer = await store.write(
    { index: INDEX, sha256, name: 'a.evtx', parser: 'evtx', parserVersion: 1 },
    () => undefined,
  );
  for (let first = 0; first < events.length; first += 2_000) {
    await writer.add(batchOf(events.slice(first, first + 2_000), first));
  }
  await writer.finish();
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

interface Tally {
  events: number;
  first?: bigint;
  last?: bigint;
}

/** Counts by key, one event at a time. */
function tally(
  list: readonly ParsedEvent[],
  keysOf: (event: ParsedEvent) => readonly string[],
): Map<string, Tally> {
  const counts = new Map<string, Tally>();
  for (const event of list) {
    for (const key of new Set(keysOf(event))) {
      const one = counts.get(key) ?? { events: 0 };
      one.events++;
      if (event.time !== undefined) {
        if (one.first === undefined || event.time < one.first) one.first = event.time;
        if (one.last === undefined || event.time > one.last) one.last = event.time;
      }
      counts.set(key, one);
    }
  }
  return counts;
}

const text = (event: ParsedEvent, n: number): string | undefined => {
  const value = event.values[n];
  return typeof value === 'string' ? value : undefined;
};

const keys = (kind: EntityKind, ...values: readonly (string | undefined)[]): readonly string[] =>
  values.flatMap((value) => (value === undefined ? [] : [entityKey({ kind, value })]));

const byKey = (list: readonly EntitySeen[], kind: EntityKind): Map<string, Tally> =>
  new Map(
    list
      .filter((one) => one.kind === kind)
      .map(({ value, events: n, first, last }) => [
        entityKey({ kind, value }),
        { events: n, ...(first !== undefined && { first }), ...(last !== undefined && { last }) },
      ]),
  );

describe('entities of a store', () => {
  it('are those of the columns, with their counts and times', async () => {
    const { entities, cut } = await store.entities.columns();
    expect(cut).toEqual([]);
    expect(byKey(entities, 'host')).toEqual(tally(events, (e) => keys('host', e.host)));
    expect(byKey(entities, 'account')).toEqual(tally(events, (e) => keys('account', e.user)));
    expect(byKey(entities, 'ip')).toEqual(
      tally(events, (e) => keys('ip', e.sourceIp, e.destinationIp)),
    );
    for (const kind of ['file', 'service'] as const) {
      expect(byKey(entities, kind)).toEqual(
        tally(events, ({ process }) =>
          process !== undefined && kindOfProcess(process) === kind ? keys(kind, process) : [],
        ),
      );
    }
  });

  it('are those of the fields, where the field means them', async () => {
    const { entities } = await store.entities.fields();
    expect(byKey(entities, 'service')).toEqual(
      tally(events, (e) => (e.code === '7045' ? keys('service', text(e, 2)) : [])),
    );
    expect(byKey(entities, 'hash')).toEqual(
      tally(events, (e) =>
        text(e, 1) === 'none' ? [] : keys('hash', 'AB'.repeat(32), '0'.repeat(32)),
      ),
    );
    // One event that names a domain twice, in two fields, counts for each of them.
    const domains = byKey(entities, 'domain').get('domain evil.example');
    const naming = events
      .flatMap((e) => [text(e, 0), text(e, 3)])
      .filter((one) => one !== undefined);
    expect(domains?.events).toBe(naming.filter((one) => /evil/i.test(one)).length);
    expect(store.entities.knownFields).toBeDefined();
  });

  it('are found again by their query: as many events as were counted', async () => {
    const columns = await store.entities.columns();
    const fields = await store.entities.fields();
    for (const one of [...columns.entities, ...fields.entities]) {
      if (one.kind === 'domain') continue;
      const { total } = await store.count({ query: entityQuery([one]) });
      expect([one.kind, one.value, total]).toEqual([one.kind, one.value, one.events]);
    }
  });

  it('are found by a name alone, as an analyst writes it: in the fields that mean it and nowhere else', async () => {
    const columns = await store.entities.columns();
    const fields = await store.entities.fields();
    const kinds = new Set<string>();
    for (const one of [...columns.entities, ...fields.entities]) {
      const forms = new Set(one.forms);
      // Two writings of one entity are found together, and of accounts and programs the name with any domain or folder.
      if (forms.size > 1 || one.kind === 'account' || one.kind === 'host') continue;
      const { kind, value } = one;
      const alone = await store.count({ query: entityQuery([{ kind, value }]) });
      const known = await store.count({ query: entityQuery([one]) });
      expect([kind, value, alone.total]).toEqual([kind, value, known.total]);
      kinds.add(kind);
    }
    expect([...kinds].sort()).toEqual(['domain', 'file', 'hash', 'ip', 'service', 'url']);
    const service = await store.count({ query: entityQuery([{ kind: 'service', value: 'DC1' }]) });
    expect(service.total).toBe(0);
    const somewhere = await store.count({ query: entityText([{ value: 'DC1' }]) });
    expect(somewhere.total).toBeGreaterThan(0);
  });

  it('stop when told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(store.entities.columns(stop.signal)).rejects.toThrow(FailureError);
    await expect(store.entities.fields(stop.signal)).rejects.toThrow(FailureError);
    await expect(
      store.entities.graph(
        { centre: [{ kind: 'host', value: 'DC1' }], hops: 1, limit: 10 },
        stop.signal,
      ),
    ).rejects.toThrow(FailureError);
  });
});

/** What each relation means, on an event. */
const NAIVE: {
  readonly [R in RelationId]?: (
    event: ParsedEvent,
  ) => readonly [EntityKind, string | undefined, EntityKind, string | undefined] | undefined;
} = {
  'logged-on': (e) => (e.action === 'logged-in' ? ['account', e.user, 'host', e.host] : undefined),
  'failed-logon': (e) =>
    e.action === 'logon-failed' ? ['account', e.user, 'host', e.host] : undefined,
  'is-from': (e) => (e.action === 'logged-in' ? ['account', e.user, 'ip', e.sourceIp] : undefined),
  'came-to': (e) => (e.action === 'logged-in' ? ['ip', e.sourceIp, 'host', e.host] : undefined),
  connected: (e) => ['ip', e.sourceIp, 'ip', e.destinationIp],
  ran: (e) =>
    e.action === 'process-created'
      ? ['host', e.host, kindOfProcess(e.process ?? ''), e.process]
      : undefined,
  'active-on': (e) =>
    e.category === 'authentication' ? undefined : ['account', e.user, 'host', e.host],
  'looked-up': (e) =>
    e.action === 'dns-query' ? ['host', e.host, 'domain', text(e, 0)] : undefined,
};

function naiveEdges(relation: RelationId, list: readonly ParsedEvent[]): Map<string, Tally> {
  return tally(list, (event) => {
    const found = NAIVE[relation]?.(event);
    if (found === undefined) return [];
    const [a, from, b, to] = found;
    if (from === undefined || to === undefined) return [];
    return [`${entityKey({ kind: a, value: from })} → ${entityKey({ kind: b, value: to })}`];
  });
}

describe('relations of a store', () => {
  const whole = {
    centre: [{ kind: 'host', value: 'dc1' } as const],
    hops: 2,
    limit: 1_000,
  } as const;
  const from = 1_778_000_300_000_000_000n;
  const to = 1_778_000_700_000_000_000n;

  it.each([
    ['of all time', {}, () => true],
    [
      'within a range',
      { from, to },
      (e: ParsedEvent) => e.time !== undefined && e.time >= from && e.time < to,
    ],
  ] as const)('%s are what the events say', async (_, range, test) => {
    const { edges, others } = await store.entities.graph({ ...whole, ...range });
    expect(others).toEqual([]);
    for (const relation of Object.keys(NAIVE) as RelationId[]) {
      const counted = new Map(
        edges
          .filter((edge) => edge.relation === relation)
          .map(({ from: a, to: b, events: n, first, last }) => [
            `${entityKey(a)} → ${entityKey(b)}`,
            {
              events: n,
              ...(first !== undefined && { first }),
              ...(last !== undefined && { last }),
            },
          ]),
      );
      expect(counted).toEqual(naiveEdges(relation, events.filter(test)));
    }
  });

  it('open their events: as many as were counted', async () => {
    const { edges } = await store.entities.graph({ ...whole, from, to });
    for (const edge of edges) {
      const { total } = await store.count({ query: edgeQuery(edge), from, to });
      expect([edgeQuery(edge), total]).toEqual([edgeQuery(edge), edge.events]);
    }
  });

  it('keep the neighbours with most events and count the others', async () => {
    const { edges, others } = await store.entities.graph({ ...whole, hops: 1, limit: 2 });
    const neighbours = new Set(edges.flatMap((edge) => [entityKey(edge.from), entityKey(edge.to)]));
    neighbours.delete('host dc1');
    expect(neighbours.size).toBe(2);
    expect(others.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(0);
  });

  it('give logons in the order of their first time', async () => {
    const { logons, all } = await store.entities.logons({ limit: 1_000 });
    const expected = tally(events, (e) =>
      e.action === 'logged-in' && e.sourceIp && e.user && e.host
        ? [`${e.sourceIp} ${e.user} ${e.host}`]
        : [],
    );
    expect(all).toBe(expected.size);
    expect(
      new Map(
        logons.map(({ source, account, host, ...counts }) => [
          `${source} ${account} ${host}`,
          counts,
        ]),
      ),
    ).toEqual(expected);
    const firsts = logons.flatMap(({ first }) => first ?? []);
    expect(firsts).toEqual([...firsts].sort((a, b) => (a < b ? -1 : 1)));
  });
});

describe('coverage', () => {
  it('is what the events say, and never speaks of events that are not there', async () => {
    for (const host of ['dc1', 'ws07.corp.example', 'nobody']) {
      const query = entityQuery([{ kind: 'host', value: host }]);
      const coverage = await store.entities.coverage({ kind: 'host', query });
      const own = events.filter((e) => entityForm('host', e.host ?? '') === host);
      const logons = coverage.kinds.find(({ id }) => id === 'logons');
      expect(logons?.events).toBe(own.filter((e) => e.action === 'logged-in').length);
      const lines = coverageLines('host', coverage);
      for (const { id, events: n, span, gaps } of coverage.kinds) {
        expect(span === undefined || n > 0).toBe(true);
        for (const { first, last } of gaps) {
          expect(last > first && first >= (span?.first ?? 0n)).toBe(true);
          const between = own.filter(
            (e) =>
              id === 'logons' &&
              e.action === 'logged-in' &&
              e.time !== undefined &&
              e.time > first &&
              e.time < last,
          );
          expect(between).toEqual([]);
        }
      }
      const seen = lines.filter(({ kind }) => kind === 'seen').length;
      expect(seen).toBe(coverage.kinds.filter(({ events: n }) => n > 0).length);
      const missing = lines.filter(({ kind }) => kind === 'missing').length;
      expect(missing).toBe(coverage.kinds.filter(({ events: n }) => n === 0).length);
    }
  });

  it('counts the values of a field with their times', async () => {
    const values = await store.entities.values({
      query: 'event.code:7045',
      field: 'ServiceName',
      limit: 10,
    });
    const expected = tally(events, (e) =>
      e.code === '7045' ? [text(e, 2)].filter((one) => one !== undefined) : [],
    );
    expect(new Map(values.map(({ name, ...counts }) => [name, counts]))).toEqual(expected);
  });
});

describe('groups of codes', () => {
  it('are counted apart, however many and however large their codes', () => {
    const groups = new EntityGroups(2, 90_000);
    const expected = new Map<string, number>();
    for (let i = 0; i < 100_000; i++) {
      const a = (Math.imul(i, 2_654_435_761) >>> 0) % 300;
      const b = 0xffff_ff00 + (i % 97);
      groups.add(i, a, b);
      expected.set(`${a} ${b}`, (expected.get(`${a} ${b}`) ?? 0) + 1);
    }
    expect(groups.size).toBe(expected.size);
    for (let group = 0; group < groups.size; group++) {
      const key = `${groups.key(group, 0)} ${groups.key(group, 1)}`;
      expect([key, groups.count(group)]).toEqual([key, expected.get(key)]);
      const ends = groups.ends(group);
      expect(ends === undefined || ends[1] < 90_000).toBe(true);
    }
  });
});

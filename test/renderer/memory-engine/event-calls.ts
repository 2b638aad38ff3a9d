import type { EventsApi } from '#shared/ipc/events.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import { FailureError } from '#shared/model/result.ts';
import type { EventKey } from '#shared/model/ids.ts';
import { eventAt } from './events.ts';
import { matcher, valuesOf } from './matches.ts';

const FIELDS = [
  'class',
  'level',
  'host',
  'user',
  'code',
  'channel',
  'provider',
  'source.ip',
  'destination.ip',
  'process',
  'tag',
  'evidence',
];

/** A few thousand events that are really filtered; with `total` beyond them, an endless log that only pages. */
export function eventCalls(total: number) {
  const held = Array.from({ length: Math.min(total, 6_000) }, (_, index) => eventAt(index));
  const rows = total > held.length ? undefined : held;
  const byKey = new Map(held.map((row) => [row.key, row]));
  const matching = (p: Parameters<EventsApi['events.count']>[0]): MarkedRow[] => {
    if (/\bboom\b/.test(p.query))
      throw new FailureError({ code: 'invalid-query', message: 'boom is not a field.' });
    return held
      .filter(matcher(p))
      .sort((a, b) => Number((a.time ?? 2n ** 62n) - (b.time ?? 2n ** 62n)));
  };
  const whole = (query: string): boolean => rows === undefined && query.trim() === '';

  const calls: EventsApi = {
    'events.count': (p) => ({
      total: whole(p.query) ? total : matching(p).length,
      all: total,
      settled: true,
    }),
    'events.page': (p) => {
      if (whole(p.query)) {
        return Array.from({ length: Math.min(p.count, total - p.start) }, (_, n) =>
          eventAt(p.order === 'time-descending' ? total - 1 - p.start - n : p.start + n),
        );
      }
      const all = matching(p);
      if (p.order === 'time-descending') all.reverse();
      return all.slice(p.start, p.start + p.count);
    },
    'events.histogram': (p) => {
      const all = matching(p).filter((row) => row.time !== undefined);
      const times = all.map((row) => row.time ?? 0n);
      const low = times[0] ?? 0n;
      const high = times.at(-1) ?? 0n;
      const start = p.from ?? low;
      const end = p.to ?? high + 1n;
      const steps = [1n, 5n, 15n, 60n, 300n, 900n, 3_600n, 10_800n, 43_200n, 86_400n].map(
        (s) => s * 1_000_000_000n,
      );
      const width =
        steps.find((step) => (end - start) / step < BigInt(p.maxBins)) ?? 86_400_000_000_000n;
      const first = start - (start % width);
      const bins = all.length === 0 ? 0 : Number((end - first) / width) + 1;
      const split = new Map<string, Float64Array>();
      const counts = new Float64Array(bins);
      for (const row of all) {
        const bin = Number(((row.time ?? 0n) - first) / width);
        const own = split.get(row.category) ?? new Float64Array(bins);
        split.set(row.category, own);
        own[bin] = (own[bin] ?? 0) + 1;
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
      const byCategory = [...split].map(([category, own]) => ({ category, counts: own }));
      const sum = (array: Float64Array): number => array.reduce((a, b) => a + b, 0);
      byCategory.sort((a, b) => sum(b.counts) - sum(a.counts));
      return {
        start: first,
        binWidth: width,
        counts,
        byCategory,
        undated: matching(p).length - all.length,
        ...(all.length === 0 ? {} : { first: low, last: high }),
      };
    },
    'events.facet': (p) => {
      const counts = new Map<string, number>();
      let missing = 0;
      for (const row of matching(p)) {
        const values = valuesOf(p.field, row);
        if (values.length === 0) missing += 1;
        for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const values = [...counts].map(([value, count]) => ({ value, count }));
      values.sort((a, b) => (p.rare ? a.count - b.count : b.count - a.count));
      return {
        field: p.field,
        values: values.slice(0, p.limit),
        distinct: values.length,
        atLeast: false,
        missing,
      };
    },
    'events.detail': ({ key }) => {
      const row = byKey.get(key) ?? eventAt(key % 2 ** 32);
      return {
        ...row,
        fields: {
          SubjectUserName: row.user ?? null,
          IpAddress: row.sourceIp ?? null,
          LogonType: 3,
          Privileges: ['SeDebugPrivilege', 'SeBackupPrivilege'],
          CommandLine: row.message,
          Correlation: { ActivityID: '{7D1A63F1-54A9-4A3D-9A7E-0F3F7C2A1B11}', depth: 2 },
        },
        parser: 'evtx',
        parserVersion: 1,
        evidenceName: valuesOf('evidence', row)[0] ?? '?',
        evidenceSha256: '9f2c41be'.repeat(8),
        notes: [],
      };
    },
    'events.locate': ({ ids }) => ids.map((id) => held.find((row) => row.id === id) ?? null),
    'events.position': (p) => {
      const all = matching(p);
      if (p.order === 'time-descending') all.reverse();
      const at = all.findIndex((row) => row.key === p.key);
      if (at >= 0) return at;
      return whole(p.query) ? p.key % 2 ** 32 : null;
    },
    'events.resolve': (p) => {
      const except = new Set<EventKey>(p.except);
      return {
        count: matching(p).filter((row) => !except.has(row.key)).length,
        query: p.query,
        members: [],
      };
    },
    'events.resolveKeys': ({ keys }) => ({ count: keys.length, members: [] }),
    'events.complete': ({ field, text, limit }) =>
      calls['events.facet']({ query: '', field, limit: 1_000, rare: false })
        .values.filter(({ value }) => value.toLowerCase().includes(text.toLowerCase()))
        .slice(0, limit),
    'events.fields': () =>
      FIELDS.map((name) => ({
        name,
        label: name,
        kind: name.endsWith('.ip') ? 'ip' : 'text',
        hot: true,
      })),
    'events.export': () => ({ rows: total, sha256: '0'.repeat(64) }),
  };
  return calls;
}

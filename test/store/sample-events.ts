import { BatchColumns } from '#main/parse/batch-columns.ts';
import type { EventBatch } from '#main/parse/event-batch.ts';
import { blankEvent, type ParsedEvent } from '#main/parse/parser.ts';

const KEYS = ['CommandLine', 'bytes'] as const;
const HOSTS = ['DC1', 'ws07', 'web1', undefined] as const;
const HOSTILE = [
  "Robert'); DROP TABLE settled;--",
  '%_\\',
  '"quoted"',
  'emoji 🔥',
  '\u202etxt.exe',
  '<b>x</b>',
  'nul\u0000byte',
];

/** Reproducible events, with repeated times, undated ones and hostile texts. */
export function sampleEvents(count: number, seed = 1): ParsedEvent[] {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, (_, i): ParsedEvent => {
    const host = HOSTS[next(4)];
    const dated = next(20) > 0;
    const text = HOSTILE[next(HOSTILE.length)] ?? '';
    return {
      ...blankEvent(),
      time: dated ? 1_778_000_000_000_000_000n + BigInt(next(count)) * 1_000_000_000n : undefined,
      zone: dated ? 'utc' : 'none',
      precision: 'ms',
      offset: i * 100,
      length: 100,
      record: i + 1,
      category: next(2) === 0 ? 'process' : 'network',
      outcome: next(3) === 0 ? 'failure' : undefined,
      host,
      user: next(2) === 0 ? 'LINDHOLM\\a.berg' : 'root',
      sourceIp: `10.0.${next(3)}.${next(5)}`,
      code: String(4620 + next(10)),
      channel: 'Security',
      message: `Event ${i} ${text}`,
      keys: KEYS,
      values: [`cmd.exe /c run ${next(50)} ${text}`, next(1000)],
    };
  });
}

export function batchOf(events: readonly ParsedEvent[], first = 0): EventBatch {
  const columns = new BatchColumns(Math.max(1, events.length));
  for (const event of events) columns.add(event);
  return columns.take(first);
}

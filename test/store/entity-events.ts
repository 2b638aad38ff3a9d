import { blankEvent, type ParsedEvent } from '#main/parse/parser.ts';

const KEYS = ['QueryName', 'Hashes', 'ServiceName', 'url'] as const;
const HOSTS = ['DC1', 'dc1', 'ws07', 'WS07.corp.example', 'FS01', undefined] as const;
const USERS = ['CORP\\alice', 'corp\\Alice', 'alice', 'bob', '-', 'SYSTEM', undefined] as const;
const ADDRESSES = ['10.0.0.1', '10.0.0.2', '10.0.0.3', 'fe80::1', undefined] as const;
const PROCESSES = ['C:\\Windows\\cmd.exe', 'sshd', undefined] as const;
const ACTIONS = ['logged-in', 'logon-failed', 'process-created', 'dns-query', 'flow'] as const;
const CATEGORY_OF = {
  'logged-in': 'authentication',
  'logon-failed': 'authentication',
  'process-created': 'process',
  'dns-query': 'network',
  flow: 'network',
} as const;
const DOMAINS = ['evil.example', 'EVIL.example.', 'good.example'] as const;
const HASHES = [`SHA256=${'AB'.repeat(32)},MD5=${'0'.repeat(32)}`, 'none'] as const;

/** Reproducible events in which hosts, accounts, addresses, programs and domains meet, some without a time. */
export function entityEvents(count: number, seed = 1): ParsedEvent[] {
  let state = seed;
  const next = (below: number): number => {
    // mulberry32
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  return Array.from({ length: count }, (_, i): ParsedEvent => {
    const dated = next(15) > 0;
    const action = pick(ACTIONS);
    return {
      ...blankEvent(),
      time: dated ? 1_778_000_000_000_000_000n + BigInt(next(900_000)) * 1_000_000_000n : undefined,
      zone: dated ? 'utc' : 'none',
      precision: 'ms',
      offset: i * 100,
      length: 100,
      category: CATEGORY_OF[action],
      action,
      outcome:
        action === 'logon-failed' ? 'failure' : action === 'logged-in' ? 'success' : undefined,
      host: pick(HOSTS),
      user: pick(USERS),
      sourceIp: pick(ADDRESSES),
      destinationIp: pick(ADDRESSES),
      process: pick(PROCESSES),
      code: pick(['7045', '4624', '1']),
      message: `Event ${i}`,
      keys: KEYS,
      values: [
        action === 'dns-query' ? pick(DOMAINS) : undefined,
        pick(HASHES),
        next(3) === 0 ? 'PSEXESVC' : undefined,
        next(4) === 0 ? 'https://evil.example/a?b' : undefined,
      ],
    };
  });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankEvent, type ParsedEvent } from '#main/parse/parser.ts';
import { EventStore } from '#main/store/event-store.ts';
import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import { batchOf } from './sample-events.ts';

/** More vectors than are read without choosing among them, in files that each have words of their own. */
const FILES = 12;
const FILE_ROWS = 12_500;
const WORDS = [
  'kestrel',
  'Mimikatz',
  'sekurlsa',
  'invoke',
  'ſtrange',
  'résumé',
  'lsass',
  '-4b39.dll',
];
const KEYS = ['LogonType', 'data', 'a"b'] as const;

let state = 11;
const next = (below: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;

const files: readonly (readonly ParsedEvent[])[] = Array.from({ length: FILES }, (_, file) =>
  Array.from({ length: FILE_ROWS }, (__, i): ParsedEvent => {
    const rare = next(400) === 0 ? ` ${pick(WORDS)}${next(30)}` : '';
    const own = next(3) === 0 ? ` only${file}x` : '';
    return {
      ...blankEvent(),
      time: 1_778_000_000_000_000_000n + BigInt(i) * 1_000_000_000n,
      zone: 'utc',
      offset: i * 10,
      length: 10,
      code: String(4_620 + next(8)),
      host: `host${file % 4}`,
      message: `line ${i}${own}${rare}`,
      keys: file % 3 === 0 ? KEYS : [],
      values: [next(12), { inner: pick(WORDS) }, `v${next(9)}`],
    };
  }),
);

/** The second value is an object of one text. */
const inner = (event: ParsedEvent): string => (event.values[1] as { inner: string }).inner;

type Check = (event: ParsedEvent, file: number) => boolean;
const visible = (event: ParsedEvent): string =>
  [
    event.message,
    event.host,
    event.code,
    ...(event.keys.length === 0 ? [] : [field(event, 0), inner(event), field(event, 2)]),
  ]
    .join('\n')
    .toLowerCase();
const field = (event: ParsedEvent, n: number): string | undefined =>
  event.keys.length === 0 ? undefined : `${event.values[n] as string | number}`;

const has = (text: string): readonly [string, Check] => [
  `"${text}"`,
  (event) => visible(event).includes(text.toLowerCase()),
];
const fits = (source: string): readonly [string, Check] => {
  const expression = new RegExp(source.replaceAll('s', '[sſ]'), 'is');
  return [`/${source}/`, (event) => expression.test(visible(event))];
};
const ATOMS: readonly (() => readonly [string, Check])[] = [
  () => has(pick(WORDS)),
  () => has(`${pick(WORDS)}${next(30)}`),
  () => has(`only${next(FILES)}x`),
  () => has(pick(['e', '4b', 'line 1', '.DLL', 'never seen'])),
  () =>
    fits(
      pick([
        'kest.el\\d',
        'lsass[12]',
        '(invoke|mimi)',
        'strange\\d+',
        'only[34]x k',
        '-4b3\\d\\.dll',
      ]),
    ),
  () => {
    const code = String(4_620 + next(8));
    return [`code:${code}`, (event) => event.code === code];
  },
  () => {
    const file = next(FILES);
    return [`file:f${file}`, (_, own) => own === file];
  },
  () => {
    const value = String(next(12));
    return [`LogonType:${value}`, (event) => field(event, 0) === value];
  },
  () => ['data:/inner.*mimi/i', (event) => /mimi/i.test(inner(event)) && event.keys.length > 0],
  () => ['data:*', (event) => event.keys.length > 0],
  () => {
    const value = `v${next(9)}`;
    return [`"a\\"b":${value}`, (event) => field(event, 2) === value];
  },
  () => {
    const word = pick(WORDS);
    return [
      `message:*${word}*`,
      (event) => event.message.toLowerCase().includes(word.toLowerCase()),
    ];
  },
];

function query(depth: number): readonly [string, Check] {
  const kind = depth === 0 ? 0 : next(5);
  if (kind <= 1) return pick(ATOMS)();
  if (kind === 2) {
    const [text, check] = query(depth - 1);
    return [`not (${text})`, (event, file) => !check(event, file)];
  }
  const parts = Array.from({ length: 2 + next(2) }, () => query(depth - 1));
  return kind === 3
    ? [
        parts.map(([text]) => `(${text})`).join(' or '),
        (event, file) => parts.some(([, check]) => check(event, file)),
      ]
    : [
        parts.map(([text]) => `(${text})`).join(' '),
        (event, file) => parts.every(([, check]) => check(event, file)),
      ];
}

let folder: string;
let store: EventStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-searches-'));
  store = await EventStore.open(join(folder, 'events.duckdb'), new Map());
  for (const [index, events] of files.entries()) {
    const sha256 = String(index).padStart(2, '0').repeat(32) as Sha256;
    const writer = await store.write(
      { index: index as EvidenceIndex, sha256, name: `f${index}`, parser: 'p', parserVersion: 1 },
      () => undefined,
    );
    for (let first = 0; first < events.length; first += 5_000) {
      await writer.add(batchOf(events.slice(first, first + 5_000), first));
    }
    await writer.finish();
  }
}, 60_000);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a search', () => {
  it('finds what each event says for itself, however its conditions are put together', async () => {
    let found = 0;
    for (let round = 0; round < 80; round++) {
      const [text, check] = query(3);
      const expected = files.reduce(
        (sum, events, file) => sum + events.filter((event) => check(event, file)).length,
        0,
      );
      const { total } = await store.count({ query: text });
      expect({ text, total }).toEqual({ text, total: expected });
      if (expected > 0) found++;
    }
    expect(found).toBeGreaterThan(30);
  }, 120_000);

  it('is the same after one that looked at some events only', async () => {
    const count = async (text: string): Promise<number> =>
      (await store.count({ query: text })).total;
    const narrow = await count('file:f3 line');
    expect(narrow).toBe(FILE_ROWS);
    expect(await count('line')).toBe(FILES * FILE_ROWS);
    expect(await count('file:f4 line')).toBe(FILE_ROWS);
  });

  it('gives the identities of what it finds, file by file', async () => {
    const set = await store.resolve({ query: 'only3x or kestrel', except: [] });
    for (const { evidence, count } of set.members) {
      const own = files[Number(evidence.slice(0, 2))]?.filter((event) =>
        /only3x|kestrel/.test(visible(event)),
      );
      expect({ evidence, count }).toEqual({ evidence, count: own?.length });
    }
    expect(set.members.length).toBe(FILES);
    const found = await store.count({ query: 'only3x or kestrel' });
    expect(set.count).toBe(found.total);
    await store.replaceMarks([{ act: 'add', kind: 'tag', value: 't', events: set }]);
    expect((await store.count({ query: 'tag:t (only3x or kestrel)' })).total).toBe(set.count);
    await store.replaceMarks([]);
  });

  it('finds an event by its mark also while all marks are put anew', async () => {
    const set = await store.resolve({ query: 'kestrel', except: [] });
    const marks = [{ act: 'add', kind: 'tag', value: 't', events: set }] as const;
    await store.replaceMarks(marks);
    const progress = { over: false };
    const anew = store.replaceMarks(marks).finally(() => {
      progress.over = true;
    });
    let asked = 0;
    while (!progress.over) {
      // Nothing of before is remembered.
      await store.mark([]);
      expect((await store.count({ query: 'tag:t' })).total).toBe(set.count);
      asked++;
    }
    await anew;
    expect(asked).toBeGreaterThan(0);
    await store.replaceMarks([]);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ParsedEvent, blankEvent } from '#main/parse/parser.ts';
import { EntityMerge } from '#main/store/entity-merge.ts';
import { EventStore } from '#main/store/event-store.ts';
import { entityQuery } from '#shared/entities/entity-query.ts';
import type { EntitySeen } from '#shared/ipc/entities.ts';
import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import { batchOf } from './sample-events.ts';

let folder: string;
let store: EventStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-listed-'));
  store = await EventStore.open(join(folder, 'events.duckdb'), new Map());
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const TIME = BigInt(Date.UTC(2026, 4, 12, 9)) * 1_000_000n;

const naming = (field: string, value: string, n: number): ParsedEvent => ({
  ...blankEvent(),
  time: TIME + BigInt(n) * 1_000_000_000n,
  zone: 'utc',
  offset: n * 100,
  length: 100,
  category: 'file',
  message: value,
  keys: [field],
  values: [value],
});

async function fill(events: readonly ParsedEvent[]): Promise<readonly EntitySeen[]> {
  const writer = await store.write(
    {
      index: 1 as EvidenceIndex,
      sha256: 'cd'.repeat(32) as Sha256,
      name: 'disk.body',
      parser: 'bodyfile',
      parserVersion: 2,
    },
    () => undefined,
  );
  await writer.add(batchOf(events, 0));
  await writer.finish();
  const { entities } = await store.entities.fields();
  return entities.filter(({ kind }) => kind === 'file');
}

describe('files that a listing of a disk names', () => {
  it('are entities, marked as only listed, whose events are found by their path', async () => {
    const path = '/Users/alice/Downloads/invoice.exe';
    const files = await fill([0, 1, 2].map((n) => naming('file.listed', path, n)));
    expect(files).toMatchObject([
      { value: path, events: 3, fields: ['file.listed'], listed: true },
    ]);
    const query = entityQuery(files);
    expect(await store.count({ query })).toMatchObject({ total: 3 });
  });

  it('are listed no longer as soon as anything else names them', async () => {
    const files = await fill([
      naming('file.listed', '/tmp/a', 0),
      naming('file.listed', '/tmp/b', 1),
      naming('file.path', '/tmp/a', 2),
    ]);
    const a = files.find(({ value }) => value === '/tmp/a');
    expect(a).toMatchObject({ events: 2, fields: ['file.path', 'file.listed'] });
    expect(a?.listed).toBeUndefined();
    expect(files.find(({ value }) => value === '/tmp/b')?.listed).toBe(true);
  });

  it('take no place of a file to which something happened, however many events they have', () => {
    const merge = new EntityMerge();
    for (const n of Array(50).keys()) {
      merge.add('file', `/disk/${n}`, 'file.listed', { events: 4 }, true);
    }
    merge.add('file', 'C:\\once.exe', 'TargetFilename', { events: 1 });
    const { listed, more } = merge.most(3);
    expect(listed.map(({ value }) => value)).toEqual(['C:\\once.exe', '/disk/0', '/disk/1']);
    expect(more).toEqual(['file']);
  });
});

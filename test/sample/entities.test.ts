import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine, type Engine } from '#main/engine/engine.ts';
import { SAMPLE_CLEARED, SAMPLE_ENTITIES } from '#main/sample/analysis/entities-judged.ts';
import { entityKey } from '#shared/entities/entity-key.ts';
import { sideOf } from '#shared/entities/standing-of.ts';
import { bytesOf, costsOf } from '#shared/entities/totals.ts';
import { recordsOf } from '#shared/work/records.ts';
import { WorkLog } from '#shared/work/work-log.ts';

let folder: string;
let engine: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-sample-entities-'));
  engine = createEngine({
    paths: { home: join(folder, 'home'), userData: join(folder, 'user') },
    report: (error) => {
      throw error;
    },
  });
  await engine.call('cases.openSample', {});
}, 120_000);
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

it('judges only what the evidence names, under every name that is given', async () => {
  const columns = await engine.call('entities.ofColumns', {});
  const fields = await engine.call('entities.ofFields', {});
  const known = new Set([...columns.entities, ...fields.entities].map(entityKey));
  for (const { kind, value, change } of [...SAMPLE_ENTITIES, SAMPLE_CLEARED]) {
    for (const name of [value, ...(change.aliases ?? [])]) {
      expect([name, known.has(entityKey({ kind, value: name }))]).toEqual([name, true]);
    }
  }
});

it('clears WS03 only beside what cannot be seen of it', async () => {
  const { state } = new WorkLog(await engine.call('work.list', {}));
  const records = [...recordsOf(state, 'entity').values()];
  const cleared = records.filter(({ verdict }) => verdict === 'cleared');
  expect(cleared.map(({ label }) => label)).toEqual(['WS03']);
  expect(cleared[0]?.clearedDespite).toMatch(/No scheduled-task events of this host/);
  expect(sideOf(state, { kind: 'ip', value: '203.0.113.66' })).toBe('intruder');
  expect(sideOf(state, { kind: 'account', value: 'helpdesk2' })).toBe('intruder');
  expect(sideOf(state, { kind: 'account', value: 'LINDHOLM\\k.nyberg' })).toBe('unknown');
});

it('sums what left, and what it cost', async () => {
  const { state } = new WorkLog(await engine.call('work.list', {}));
  const left = bytesOf([...recordsOf(state, 'transfer').values()], 'left');
  expect(left).toEqual({ bytes: 2_500_000_000n, atLeast: true, transfers: 3 });
  expect([...costsOf([...recordsOf(state, 'impact').values()])]).toEqual([['SEK', 8_540_000n]]);
});

import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '#main/engine/engine.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import { authLog, writeTriage } from '../fixtures/triage.ts';
import { startedEngine } from './started-engine.ts';

const ASCENDING = { order: 'time-ascending', start: 0, count: 1_000 } as const;

const counted = async (engine: Engine, query = ''): Promise<number> =>
  (await engine.call('events.count', { query })).total;

const idsOf = async (engine: Engine, filter: EventFilter): Promise<readonly string[]> =>
  (await engine.call('events.page', { ...filter, ...ASCENDING })).map(({ id }) => id);

async function withTriage() {
  const started = await startedEngine();
  const triage = writeTriage(join(started.folder, 'triage'));
  const made = await started.engine.call('cases.create', { title: 'Flow' });
  const outcome = await started.engine.call('evidence.ingest', {
    paths: [triage.folder],
    source: 'test',
    reason: 'test',
    custody: 'copy',
    zone: 'Europe/Berlin',
  });
  return { ...started, triage, made, outcome };
}

describe('evidence through the engine', () => {
  it('goes in once, and every event leads back to its bytes', async () => {
    const { engine, outcome, triage } = await withTriage();
    expect(outcome.files.map(({ status }) => status).sort()).toEqual(
      ['container', 'done', 'done', 'done', 'empty', 'unparsed'].sort(),
    );
    expect(await counted(engine)).toBe(triage.events);
    const [first] = await engine.call('events.page', {
      query: 'process:sshd',
      ...ASCENDING,
      count: 1,
    });
    if (first === undefined) throw new Error('no event');
    const bytes = await engine.call('evidence.bytes', {
      evidence: first.evidence,
      offset: first.offset,
      length: first.length,
    });
    const log = await readFile(join(triage.folder, 'auth.log'));
    expect(Buffer.from(bytes).toString()).toBe(
      log.subarray(first.offset, first.offset + first.length).toString(),
    );
  });

  it('is counted in the list of cases while the case is still open', async () => {
    const { engine, made, triage } = await withTriage();
    const listed = await engine.call('cases.list', {});
    const line = listed.find(({ folder }) => folder === made.folder);
    expect(line?.events).toBe(triage.events);
  });

  it('is read again in another zone: the same events at other times', async () => {
    const { engine } = await withTriage();
    const item = (await engine.call('evidence.list', {})).find(({ name }) => name === 'auth.log');
    if (item === undefined) throw new Error('no auth.log');
    expect(item.assumedZone).toBe('Europe/Berlin');
    const query = 'process:sshd';
    const before = await engine.call('events.page', { query, ...ASCENDING });
    await engine.call('evidence.reparse', { evidence: item.index, zone: 'UTC' });
    const after = await engine.call('events.page', { query, ...ASCENDING });
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const moved = after.map(({ time }, n) => (time ?? 0n) - (before[n]?.time ?? 0n));
    expect(new Set(moved)).toEqual(new Set([7_200_000_000_000n]));
  });

  it('comes back from the sealed files when the event store is gone, with the analyst’s marks', async () => {
    const { engine, again, made, triage } = await withTriage();
    const query = 'code:4624';
    const events = await engine.call('events.resolve', { query, except: [] });
    await engine.call('work.act', { body: { kind: 'tag.add', tag: 'entry', events } });
    const tagged = await idsOf(engine, { query: 'tag:entry' });
    expect(tagged).toHaveLength(50);
    await engine.call('cases.close', {});
    await rm(join(made.folder, 'events.duckdb'));
    const next = await again();
    await next.call('cases.open', { folder: made.folder });
    await expect.poll(() => counted(next), { timeout: 20_000 }).toBe(triage.events);
    await expect.poll(() => idsOf(next, { query: 'tag:entry' })).toEqual(tagged);
  });

  it('that was left where it was and is gone says so, and the rest is read all the same', async () => {
    const { engine, again, folder } = await startedEngine();
    const made = await engine.call('cases.create', { title: 'Gone' });
    const paths = [join(folder, 'gone.log'), join(folder, 'here.log')];
    for (const path of paths) await writeFile(path, authLog(path.endsWith('gone.log') ? 20 : 30));
    await engine.call('evidence.ingest', {
      paths,
      source: 's',
      reason: 'r',
      custody: 'reference',
      zone: 'UTC',
    });
    await engine.call('cases.close', {});
    await rm(join(folder, 'gone.log'));
    await rm(join(made.folder, 'events.duckdb'));
    const next = await again();
    await next.call('cases.open', { folder: made.folder });
    await expect.poll(() => counted(next), { timeout: 20_000 }).toBe(30);
    await expect
      .poll(async () => (await next.call('evidence.list', {})).map(({ state }) => state))
      .toEqual(['failed', 'done']);
  });

  it('is cancelled at once, and what was whole is kept', async () => {
    const { engine, folder } = await startedEngine();
    await engine.call('cases.create', { title: 'Cancelled' });
    const big = join(folder, 'big.log');
    await writeFile(big, authLog(300_000));
    const stop = new AbortController();
    const off = engine.on('job', ({ events }) => {
      if (events > 0) stop.abort();
    });
    const request = {
      paths: [big],
      source: 's',
      reason: 'r',
      custody: 'copy',
      zone: 'UTC',
    } as const;
    const outcome = await engine.call('evidence.ingest', request, stop.signal);
    off();
    expect(outcome.cancelled).toBe(true);
    const kept = await counted(engine);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(300_000);
    const [item] = await engine.call('evidence.list', {});
    expect(item?.state).toBe('partial');
    expect(item?.coverage?.events).toBe(kept);
  });

  it('is told of as it happens: rows, events, bytes, and how it ended', async () => {
    const { engine, folder } = await startedEngine();
    await engine.call('cases.create', { title: 'Told' });
    const log = join(folder, 'auth.log');
    await writeFile(log, authLog(50_000));
    const jobs: { done: number; total: number; state: string }[] = [];
    let rows = 0;
    let events = 0;
    engine.on('job', ({ bytesDone: done, bytesTotal: total, state }) =>
      jobs.push({ done, total, state }),
    );
    engine.on('evidence', ({ changed }) => (rows += changed.length));
    engine.on('events', ({ total }) => (events = Math.max(events, total)));
    await engine.call('evidence.ingest', {
      paths: [log],
      source: 's',
      reason: 'r',
      custody: 'reference',
    });
    expect(jobs.every(({ done, total }) => done <= total)).toBe(true);
    expect(jobs.map(({ done }) => done)).toEqual(
      jobs.map(({ done }) => done).toSorted((a, b) => a - b),
    );
    expect(jobs.at(-1)?.state).toBe('done');
    expect(rows).toBeGreaterThanOrEqual(2);
    expect(events).toBe(50_000);
  });
});

describe('what leaves the engine', () => {
  it('is every match in full, and its hash is the file’s', async () => {
    const { engine, folder } = await withTriage();
    const path = join(folder, 'out.jsonl');
    const { rows, sha256 } = await engine.call('events.export', {
      query: 'code:4625',
      order: 'time-ascending',
      format: 'jsonl',
      path,
    });
    const text = await readFile(path, 'utf8');
    expect(rows).toBe(450);
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    expect(lines.map(({ id }) => id)).toEqual(await idsOf(engine, { query: 'code:4625' }));
  });

  it('is verified, and a changed byte is found and raises the alarm', async () => {
    const { engine, made } = await withTriage();
    const alarms: string[] = [];
    engine.on('alarm', ({ message }) => alarms.push(message));
    expect((await engine.call('case.verify', { evidence: true })).intact).toBe(true);
    const [item] = await engine.call('evidence.list', {});
    if (item === undefined) throw new Error('no evidence');
    const sealed = join(made.folder, 'evidence', item.sha256.slice(0, 2), item.sha256);
    const bytes = await readFile(sealed);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(sealed, bytes);
    const found = await engine.call('case.verify', { evidence: true });
    expect(found.intact).toBe(false);
    expect(alarms).toEqual([expect.stringContaining(item.name)]);
    const [listed] = await engine.call('evidence.list', {});
    expect(listed?.verified?.intact).toBe(false);
  });
});

describe('the sample case', () => {
  it('is made once, worked, and then only opened', async () => {
    const { engine, again } = await startedEngine();
    const made = await engine.call('cases.openSample', {});
    const events = await counted(engine);
    expect(events).toBeGreaterThan(10_000);
    const ops = (await engine.call('work.list', {})).length;
    expect(ops).toBeGreaterThan(50);
    const next = await again();
    const opened = await next.call('cases.openSample', {});
    expect(opened.id).toBe(made.id);
    expect(await counted(next)).toBe(events);
    expect((await next.call('work.list', {})).length).toBe(ops);
  }, 60_000);
});

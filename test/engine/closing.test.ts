import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '#main/engine/engine.ts';

let folder = '';
let engine: Engine;

const start = (): Engine =>
  createEngine({
    paths: { home: join(folder, 'home'), userData: join(folder, 'user') },
    report: (error) => {
      throw error;
    },
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fireline-closing-'));
  engine = start();
});

afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const LINES = 20_000;
function logs(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const path = join(folder, `${n}.log`);
    const lines = Array.from(
      { length: LINES },
      (__, k) =>
        `2026-05-12T09:00:${String(k % 60).padStart(2, '0')}Z host${n} app[1]: ${k * 7919}\n`,
    );
    writeFileSync(path, lines.join(''));
    return path;
  });
}

const ask = (paths: readonly string[]) =>
  ({ paths, source: '', reason: '', custody: 'copy' }) as const;

/** Resolves when nothing runs any more. */
async function quiet(): Promise<void> {
  for (;;) {
    const jobs = await engine.call('jobs.list', {});
    if (jobs.every(({ state }) => state !== 'running')) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a case that is closed in the middle of an intake', () => {
  it('goes on with it when it is opened again, and has every event once', async () => {
    const { folder: place } = await engine.call('cases.create', { title: 'Closing' });
    let sealed = 0;
    const second = new Promise<void>((resolve) => {
      engine.on('evidence', () => ++sealed >= 3 && resolve());
    });
    const intake = engine.call('evidence.ingest', ask(logs(6)));
    const ended = Promise.allSettled([intake]);
    await second;
    await engine.close();
    expect((await ended)[0]).toMatchObject({
      status: 'rejected',
      reason: { failure: { code: 'cancelled' } },
    });

    engine = start();
    await engine.call('cases.open', { folder: place });
    await quiet();
    const { total } = await engine.call('events.count', { query: '' });
    expect(total).toBe(6 * LINES);
    const items = await engine.call('evidence.list', {});
    expect(items.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'done'));
    const ledger = readFileSync(join(place, 'ledger.jsonl'), 'utf8');
    expect(ledger).toContain('The case was closed');
    expect(ledger).toContain('"resumes":');
    expect(ledger).not.toContain('"cancelled":true');
  }, 120_000);
});

describe('two intakes asked for at once', () => {
  it('follow one another, so that no two files get one number', async () => {
    await engine.call('cases.create', { title: 'Twice' });
    const [a, b, c, d] = logs(4);
    await Promise.all([
      engine.call('evidence.ingest', ask([a ?? '', b ?? ''])),
      engine.call('evidence.ingest', ask([c ?? '', d ?? '', a ?? ''])),
    ]);
    const items = await engine.call('evidence.list', {});
    expect(items.map(({ index, name }) => [index, name])).toEqual([
      [0, '0.log'],
      [1, '1.log'],
      [2, '2.log'],
      [3, '3.log'],
    ]);
    expect((await engine.call('events.count', { query: '' })).total).toBe(4 * LINES);
  }, 120_000);
});

describe('evidence that was altered', () => {
  it('raises the alarm when it is verified, and the evidence list says so from then on', async () => {
    const { folder: place } = await engine.call('cases.create', { title: 'Altered' });
    await engine.call('evidence.ingest', ask(logs(2)));
    const [first] = await engine.call('evidence.list', {});
    const digest = first?.sha256 ?? '';
    const path = join(place, 'evidence', digest.slice(0, 2), digest);
    const bytes = readFileSync(path);
    bytes[77] = (bytes[77] ?? 0) ^ 1;
    chmodSync(path, 0o644);
    writeFileSync(path, bytes);
    const alarms: string[] = [];
    engine.on('alarm', ({ message }) => alarms.push(message));
    const { intact } = await engine.call('case.verify', { evidence: true });
    expect(intact).toBe(false);
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatch(/^#0 0\.log: SHA-256 is /);
    const after = await engine.call('evidence.list', {});
    expect(after.map(({ verified }) => verified?.intact)).toEqual([false, true]);
  }, 120_000);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseLayout } from '#main/casefile/case-layout.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { root } from '../../tooling/project.mjs';
import { startedEngine } from './started-engine.ts';

const FILES = 12;
const LINES = 20_000;

describe('a case that another process holds and writes to', () => {
  it('opens for reading with its events as they were, whole files at a time, and for writing once it is let go', async () => {
    const { folder, engine } = await startedEngine();
    const { folder: place } = await engine.call('cases.create', { title: 'Held' });
    await engine.call('cases.close', {});
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    for (let n = 0; n < FILES; n++) {
      const lines = Array.from(
        { length: LINES },
        (_, k) =>
          `2026-05-12T09:00:${String(k % 60).padStart(2, '0')}Z host${n} app[1]: ${k * 7919}\n`,
      );
      writeFileSync(join(logs, `${n}.log`), lines.join(''));
    }
    const holder = spawn(
      process.execPath,
      [join(root, 'out', 'main', 'cli.js'), 'ingest', place, logs],
      {
        stdio: 'ignore',
        env: {
          ...process.env,
          FIRELINE_HOME: join(folder, 'home'),
          FIRELINE_USER_DATA: join(folder, 'other'),
        },
      },
    );
    const ended = once(holder, 'close');
    const { lock } = caseLayout(place);
    await expect.poll(() => existsSync(lock), { timeout: 60_000, interval: 20 }).toBe(true);

    const counts: number[] = [];
    const all = { query: '' };
    for (;;) {
      const info = await engine.call('cases.open', { folder: place });
      if (info.readOnly === undefined) {
        const { total } = await engine.call('events.count', all);
        expect(total).toBe(FILES * LINES);
        break;
      }
      if (info.readOnly.eventsOf === undefined) {
        // It locks the case before it makes the store.
        expect(info.readOnly.noEvents).toContain('no event store yet');
        continue;
      }
      expect(info.readOnly.reason).toContain('The case is open elsewhere');
      const { total } = await engine.call('events.count', all);
      expect(total % LINES).toBe(0);
      counts.push(total);
      if (total > 0) {
        const rows = await engine.call('events.page', {
          ...all,
          order: 'time-ascending',
          start: total - 50,
          count: 50,
        });
        expect(rows).toHaveLength(50);
        for (const { time } of rows) expect(time).toBeLessThan(instantFromMs(Date.now()));
      }
      await expect(
        engine.call('work.act', { body: { kind: 'case.rename', title: 'No' } }),
      ).rejects.toMatchObject({ failure: { code: 'case-read-only' } });
    }
    expect((await ended)[0]).toBe(0);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.some((count) => count > 0 && count < FILES * LINES)).toBe(true);
  }, 120_000);
});

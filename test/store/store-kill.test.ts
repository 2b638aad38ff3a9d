import { spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rm, stat, truncate, writeFile as put } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventStore } from '#main/store/event-store.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { bundled } from '#test/casefile/bundled.ts';
import { eventsOf, FILE_ROWS, FILES, writeFile } from './written-files.ts';

let child = '';
let folder = '';
beforeAll(async () => {
  child = await bundled('test/store/writing-child.ts', 'store-child');
  folder = await mkdtemp(join(tmpdir(), 'fireline-store-kill-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the child; kills it so many ms after it said `when`. Resolves with whole lines it said. */
function run(path: string, when: string, after: number, how: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const writing = spawn(process.execPath, [child, path, how], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [said, wrong] = ['', ''];
    let armed = false;
    writing.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      if (armed || !said.includes(when)) return;
      armed = true;
      setTimeout(() => writing.kill('SIGKILL'), after);
    });
    writing.stderr.on('data', (data: Buffer) => (wrong += data.toString()));
    writing.on('error', reject);
    writing.on('exit', (code, signal) =>
      code === 0 || signal === 'SIGKILL'
        ? resolve(said.split('\n').slice(0, -1))
        : reject(new Error(wrong)),
    );
  });
}

const wholeOf = (lines: readonly string[]): number[] =>
  lines.flatMap((line) => (line.startsWith('whole ') ? [Number(line.slice(6))] : []));

/** Every file that counts as whole has each of its events exactly once, equal in database and lines. */
async function check(store: EventStore, acknowledged: ReadonlySet<number>): Promise<void> {
  const loaded = store.loaded;
  for (const index of acknowledged) expect(loaded).toContain(index);
  const { total } = await store.count({ query: '' });
  expect(total).toBe(loaded.size * FILE_ROWS);
  for (const index of loaded) {
    const query = `file:"file ${index}"`;
    const rows = [];
    for (let start = 0; start < FILE_ROWS; start += 1_000) {
      rows.push(...(await store.page({ query, order: 'time-ascending', start, count: 1_000 })));
    }
    const byOffset = new Map(rows.map((row) => [row.offset, row]));
    expect(byOffset.size).toBe(FILE_ROWS);
    const events = eventsOf(index);
    for (const event of events) {
      const row = byOffset.get(event.offset);
      if (row?.message !== event.message || row.host !== event.host) {
        expect({ index, row }).toEqual({ index, row: event });
      }
    }
    const place = events[index * 7];
    if (place === undefined) throw new Error('no such event');
    const row = byOffset.get(place.offset);
    if (row === undefined) throw new Error('the event is missing');
    const detail = await store.detail({ key: row.key });
    expect(detail.fields['bytes']).toBe(place.values[1]);
  }
}

describe('a store whose process is killed', () => {
  it.each([
    ['one by one', 14, 190],
    ['together', 8, 60],
  ])(
    'keeps every file that was acknowledged and none by half, kill after kill: %s',
    async (how, rounds, latest) => {
      const path = join(folder, `killed-${how}.duckdb`);
      const acknowledged = new Set<number>();
      let kills = 0;
      for (let round = 0; round < rounds; round++) {
        // Instants spread over opening, laying out, packing and checkpointing.
        const when = round % 3 === 0 ? 'open' : 'whole';
        const lines = await run(path, when, (round * 37) % latest, how);
        for (const index of wholeOf(lines)) {
          expect(acknowledged, 'no file is written twice').not.toContain(index);
          acknowledged.add(index);
        }
        if (round > 0) expect(lines[0]).toBe('open kept');
        if (lines.includes('closed')) break;
        kills++;
        if (round % 4 !== 0) continue;
        const store = await EventStore.open(path, new Map());
        await check(store, acknowledged);
        // What was committed but not yet acknowledged counts as well.
        for (const index of store.loaded) acknowledged.add(index);
        await store.close();
      }
      expect(kills).toBeGreaterThan(1);
      const store = await EventStore.open(path, new Map());
      for (let index = 0; index < FILES; index++) {
        if (!store.loaded.has(index as EvidenceIndex)) await writeFile(store, index);
      }
      await check(store, new Set(Array.from({ length: FILES }, (_, index) => index)));
      await store.close();
    },
    180_000,
  );
});

describe('a store whose files are damaged', () => {
  const made = async (name: string): Promise<string> => {
    const path = join(folder, name);
    const store = await EventStore.open(path, new Map());
    await writeFile(store, 0);
    await writeFile(store, 1);
    await store.close();
    return path;
  };
  const reopened = async (path: string): Promise<{ fresh: boolean; loaded: number }> => {
    const store = await EventStore.open(path, new Map());
    const { fresh } = store;
    const loaded = store.loaded.size;
    if (fresh) {
      await writeFile(store, 0);
      await check(store, new Set([0]));
    }
    await store.close();
    return { fresh, loaded };
  };

  it('keeps what is whole', async () => {
    expect(await reopened(await made('whole'))).toEqual({ fresh: false, loaded: 2 });
  });

  it.each([
    ['lines that are gone', (path: string) => rm(`${path}.lines`)],
    [
      'lines that are cut',
      async (path: string) => truncate(`${path}.lines`, (await stat(`${path}.lines`)).size - 1),
    ],
    ['lines of another store', (path: string) => put(`${path}.lines`, Buffer.alloc(10_000_000))],
    ['a database that is gone', (path: string) => rm(path)],
    ['a database that is not one', (path: string) => put(path, 'not a database'.repeat(1_000))],
    ['a database that is cut', (path: string) => truncate(path, 20_000)],
  ])('is made anew and says so: %s', async (name, damage) => {
    const path = await made(name.replaceAll(' ', '-'));
    await damage(path);
    expect(await reopened(path)).toEqual({ fresh: true, loaded: 0 });
  });

  it('says that a row is damaged, gives the others, and is made anew when it is opened next', async () => {
    const path = await made('flipped');
    const lines = await readFile(`${path}.lines`);
    const at = lines.indexOf('Event 1234 ');
    const file = await open(`${path}.lines`, 'r+');
    await file.write(Buffer.from('X'), 0, 1, at);
    await file.close();
    const store = await EventStore.open(path, new Map());
    const page = (start: number) =>
      store.page({ query: 'file:"file 0" record:1235', order: 'time-ascending', start, count: 1 });
    await expect(page(0)).rejects.toMatchObject({ failure: { code: 'case-damaged' } });
    const others = await store.page({
      query: 'record:99',
      order: 'time-ascending',
      start: 0,
      count: 1,
    });
    expect(others).toHaveLength(1);
    await store.close();
    expect(await reopened(path)).toEqual({ fresh: true, loaded: 0 });
  });
});

describe('a store that cannot be had', () => {
  it('is refused while another process has it', async () => {
    const path = join(folder, 'held.duckdb');
    const holder = spawn(process.execPath, [child, path, 'hold'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    await expect(EventStore.open(path, new Map())).rejects.toMatchObject({
      failure: { code: 'case-locked' },
    });
    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('exit', resolve));
    const store = await EventStore.open(path, new Map());
    expect(store.fresh).toBe(false);
    await store.close();
  });
});

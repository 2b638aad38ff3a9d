import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '#main/store/database.ts';
import { EventStore } from '#main/store/event-store.ts';
import { FILE_ROWS, writeFile } from './written-files.ts';

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fireline-store-trouble-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A small file system of its own; undefined, and said, where this user may not mount one. */
function smallDisk(megabytes: number): string | undefined {
  const folder = temporary();
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mount.status !== 0) {
    console.log('skipped: a small file system cannot be mounted here (needs root)');
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

describe('a disk that is full', () => {
  it('is said, loses nothing that was acknowledged, and goes on when there is room', async (context) => {
    const disk = smallDisk(24);
    if (disk === undefined) return context.skip();
    const path = join(disk, 'events.duckdb');
    let store = await EventStore.open(path, new Map());
    let whole = 0;
    const filling = (async () => {
      for (; whole < 60; whole++) await writeFile(store, whole);
    })();
    await expect(filling).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    expect(whole).toBeGreaterThan(0);
    await store.close();

    execFileSync('mount', ['-o', 'remount,size=300m', disk]);
    store = await EventStore.open(path, new Map());
    expect(store.fresh).toBe(false);
    expect((await store.count({ query: '' })).total).toBe(whole * FILE_ROWS);
    await writeFile(store, whole);
    expect((await store.count({ query: '' })).total).toBe((whole + 1) * FILE_ROWS);
    await store.close();
  }, 60_000);
});

describe('a folder that cannot be written', () => {
  it('is said, for a store that is to be made and for one that is there', async (context) => {
    const disk = smallDisk(64);
    if (disk === undefined) return context.skip();
    const path = join(disk, 'events.duckdb');
    const store = await EventStore.open(path, new Map());
    await writeFile(store, 0);
    await store.close();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    for (const name of ['events.duckdb', 'new.duckdb']) {
      await expect(EventStore.open(join(disk, name), new Map())).rejects.toMatchObject({
        failure: { code: 'case-read-only' },
      });
    }
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    const again = await EventStore.open(path, new Map());
    expect(again.fresh).toBe(false);
    await again.close();
  });
});

describe('the database', () => {
  it('has a limit of memory, loads no extension and reads no other file', async () => {
    const folder = temporary();
    const database = await Database.open(join(folder, 'x.duckdb'), { memoryLimit: '300MB' });
    if (database === undefined) throw new Error('not opened');
    const [settings] = await database.rows({
      text: `SELECT current_setting('memory_limit') AS limit_, current_setting('autoload_known_extensions') AS load,
        current_setting('autoinstall_known_extensions') AS install, current_setting('enable_external_access') AS access`,
      params: [],
    });
    expect(settings).toEqual({
      limit_: '286.1 MiB',
      load: false,
      install: false,
      access: false,
    });
    writeFileSync(join(folder, 'secret.csv'), 'a\n1\n');
    const rows = (text: string) => database.rows({ text, params: [] });
    await expect(rows(`SELECT * FROM '${join(folder, 'secret.csv')}'`)).rejects.toThrow();
    await expect(rows(`SELECT '10.0.0.1'::INET`)).rejects.toThrow();
    await expect(rows(`COPY (SELECT 1) TO '${join(folder, 'out.csv')}'`)).rejects.toThrow();
    await expect(rows(`SET enable_external_access = true`)).rejects.toThrow();
    await database.close();
  });
});

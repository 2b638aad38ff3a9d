import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '#main/engine/engine.ts';

let folder: string;
let engine: Engine;

const start = (): Engine =>
  createEngine({
    paths: { home: join(folder, 'home'), userData: join(folder, 'user') },
    report: (error) => {
      throw error;
    },
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-engine-'));
  engine = start();
});

afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

describe('cases', () => {
  it('are created, listed, renamed by an operation, and open again as they were', async () => {
    const made = await engine.call('cases.create', { title: 'Harbour' });
    expect(made.title).toBe('Harbour');
    await engine.call('work.act', { body: { kind: 'case.rename', title: 'Harbour, second day' } });
    expect((await engine.call('cases.current', {}))?.title).toBe('Harbour, second day');
    await engine.close();

    engine = start();
    const listed = await engine.call('cases.list', {});
    expect(listed.map((item) => item.folder)).toEqual([made.folder]);
    const opened = await engine.call('cases.open', { folder: made.folder });
    expect(opened.title).toBe('Harbour, second day');
    expect(opened.readOnly).toBeUndefined();
  });

  it('never mix: opening a second closes the first', async () => {
    const first = await engine.call('cases.create', { title: 'One' });
    await engine.call('work.act', {
      body: { kind: 'view.save', name: 'v', query: 'a', columns: [] },
    });
    const second = await engine.call('cases.create', { title: 'Two' });
    const kinds = (await engine.call('work.list', {})).map((op) => op.body.kind);
    expect(kinds).toEqual(['case.create', 'analyst.identify']);
    const log = await readFile(join(second.folder, 'work.jsonl'), 'utf8');
    expect(log).not.toContain('view.save');
    const reopened = await engine.call('cases.open', { folder: first.folder });
    expect(reopened.readOnly).toBeUndefined();
    expect((await engine.call('work.list', {})).map((op) => op.body.kind)).toContain('view.save');
  });

  it('stay open when they are opened again, for those who are at work on them', async () => {
    const made = await engine.call('cases.create', { title: 'Twice' });
    const opened = engine.call('cases.open', { folder: made.folder });
    // Asked while the case is being opened again: it must not find it closed in between.
    await Promise.resolve();
    const { ops } = await engine.call('work.sync', { have: [] });
    expect(ops).toHaveLength(2);
    expect((await opened).id).toBe(made.id);
  });

  it('say what is wrong when nothing is open or nothing is there', async () => {
    await expect(engine.call('work.list', {})).rejects.toMatchObject({
      failure: { code: 'case-not-open' },
    });
    await expect(engine.call('cases.open', { folder: join(folder, 'none') })).rejects.toMatchObject(
      {
        failure: { code: 'case-missing' },
      },
    );
  });

  it('tell of appended work', async () => {
    const told: number[] = [];
    engine.on('work', ({ appended }) => told.push(appended));
    await engine.call('cases.create', { title: 'Three' });
    expect(told).toEqual([1, 1]);
  });
});

describe('the ledger', () => {
  it('begins with the creation of the case and is intact', async () => {
    await engine.call('cases.create', { title: 'Four' });
    const { entries, intact } = await engine.call('ledger.list', {});
    expect(entries[0]?.kind).toBe('case-created');
    expect(intact).toBe(true);
  });
});

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CaseList } from '#main/casefile/case-list.ts';
import { saveTally } from '#main/casefile/case-summary.ts';
import { createCase } from '#main/casefile/create-case.ts';
import { newEnvironment, temporaryFolder, valueOf } from './case-environment.ts';

async function made(home: string, title: string) {
  const opened = valueOf(await createCase(newEnvironment(), { title, home }));
  await opened.close();
  return opened;
}

describe('the case list', () => {
  test('shows cases at home and those opened from elsewhere, newest first', async () => {
    const home = temporaryFolder();
    const recent = join(temporaryFolder(), 'deeper', 'recent-cases.json');
    const list = new CaseList(home, recent);
    expect(await list.list()).toEqual([]);
    const a = await made(home, 'A');
    const b = await made(temporaryFolder(), 'B');
    mkdirSync(join(home, 'no case'));
    await Promise.all([
      list.opened(b.layout.folder, '2026-06-01T00:00:00Z'),
      list.opened(join(home, 'gone.fireline'), '2026-06-02T00:00:00Z'),
    ]);
    const lines = await new CaseList(home, recent).list();
    expect(lines.map(({ title, lastOpened }) => [title, lastOpened])).toEqual([
      [join(home, 'gone.fireline'), '2026-06-02T00:00:00Z'],
      ['B', '2026-06-01T00:00:00Z'],
      ['A', undefined],
    ]);
    expect(lines[0]?.trouble).toContain('no Fireline case');
    await list.forget(join(home, 'gone.fireline'));
    await list.forget(a.layout.folder);
    expect((await list.list()).map(({ title }) => title)).toEqual(['B']);
    await list.opened(a.layout.folder, '2026-06-03T00:00:00Z');
    expect((await list.list()).map(({ title }) => title)).toEqual(['A', 'B']);
  });

  test('counts evidence from the tally, and from the ledger where there is none', async () => {
    const home = temporaryFolder();
    const list = new CaseList(home, join(home, 'recent.json'));
    const { layout } = await made(home, 'A');
    await saveTally(layout, { title: 'Renamed', evidence: 3, bytes: 9, events: 27 });
    expect(await list.list()).toMatchObject([
      { title: 'Renamed', evidence: 3, bytes: 9, events: 27 },
    ]);
    for (const damage of [() => writeFileSync(layout.summary, '{'), () => rmSync(layout.summary)]) {
      damage();
      expect(await list.list()).toMatchObject([{ title: 'A', evidence: 0, events: 0 }]);
    }
  });
});

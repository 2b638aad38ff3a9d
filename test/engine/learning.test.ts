import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '#main/engine/engine.ts';
import { createEngine } from '#main/engine/engine.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { OpBody } from '#shared/work/op.ts';
import { SMALL_ATTACK } from '../learning/small-attack.ts';
import { HOSTILE } from '../report/hostile-case.ts';
import { boardItem, finding } from '../work/example-ops.ts';

let folder: string;
let engine: Engine;
const NOW = Date.parse('2026-06-01T12:00:00Z');

const start = (): Engine =>
  createEngine({
    paths: { home: join(folder, 'home'), userData: join(folder, 'user') },
    clock: () => NOW,
    report: (error) => {
      throw error;
    },
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-learning-'));
  engine = start();
});
afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

const file = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

const act = (body: OpBody) => engine.call('work.act', { body });

describe('ATT&CK that is carried in', () => {
  it('is kept in the data folder, replaced whole, and forgotten on request', async () => {
    expect(await engine.call('learning.attack', {})).toBeNull();
    const path = await file('enterprise-attack.json', `\uFEFF${JSON.stringify(SMALL_ATTACK)}`);
    const data = await engine.call('learning.importAttack', { path });
    expect(data).toMatchObject({ version: '19.1', importedAt: '2026-06-01T12:00:00.000Z' });
    await engine.close();
    engine = start();
    expect(await engine.call('learning.attack', {})).toEqual(data);
    await engine.call('learning.forgetAttack', {});
    expect(await engine.call('learning.attack', {})).toBeNull();
  });

  it('is refused in one sentence when it is something else, and what was there stays', async () => {
    const good = await file('good.json', JSON.stringify(SMALL_ATTACK));
    await engine.call('learning.importAttack', { path: good });
    const whole = JSON.stringify(SMALL_ATTACK);
    const refusals = [
      [await file('cut.json', whole.slice(0, whole.length - 9)), 'not JSON'],
      [await file('other.json', '{"type":"bundle","objects":[]}'), 'no tactic'],
      [join(folder, 'gone.json'), 'cannot be read'],
      [folder, 'no file'],
    ] as const;
    for (const [path, why] of refusals) {
      await expect(engine.call('learning.importAttack', { path })).rejects.toThrow(why);
    }
    const huge = await file('huge.json', '');
    await truncate(huge, 300_000_000);
    await expect(engine.call('learning.importAttack', { path: huge })).rejects.toThrow('250 MB');
    expect(await engine.call('learning.attack', {})).toMatchObject({ version: '19.1' });
  });
});

describe('what goes out of a case', () => {
  beforeEach(async () => {
    await engine.call('cases.create', { title: 'Lindholm' });
    const cause = {
      id: 'c1' as RecordId,
      type: 'cause',
      title: HOSTILE.replaceAll(/[\p{Cc}\u2028\u2029\p{Cs}]/gu, '?')
        .slice(0, 400)
        .trim(),
      kind: 'root',
      standing: 'assumed',
      rank: 'a0',
    } as const;
    await act({ kind: 'board.add', item: boardItem('b1', { technique: 'T1059.001' }) });
    await act({ kind: 'finding.add', finding: finding('f1', { technique: 'T1059.001' }) });
    await act({ kind: 'record.add', record: cause });
    await act({
      kind: 'record.add',
      record: {
        id: 'i1' as RecordId,
        type: 'improvement',
        title: 'Second factor for the VPN',
        priority: 'high',
        state: 'agreed',
        due: instantFromMs(NOW - 1),
        cause: cause.id,
      },
    });
  });

  it('is the follow-up list as a table and the techniques as a layer, which is read back', async () => {
    const csv = join(folder, 'follow-up.csv');
    const { sha256 } = await engine.call('learning.export', { what: 'follow-up', path: csv });
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    const [, line] = (await readFile(csv, 'utf8')).split('\r\n');
    expect(line).toMatch(/^Second factor for the VPN,high,agreed,,2026-06-01T11:59Z,yes,/);
    const layer = join(folder, 'layer.json');
    await engine.call('learning.export', { what: 'layer', path: layer });
    expect(await engine.call('learning.layer', { path: layer })).toEqual({
      name: 'Lindholm',
      marks: [['T1059.001', { score: 2, comment: '1 finding, 1 board item' }]],
    });
    await expect(engine.call('learning.layer', { path: csv })).rejects.toThrow('not JSON');
    const nowhere = join(folder, 'none', 'x.csv');
    await expect(
      engine.call('learning.export', { what: 'follow-up', path: nowhere }),
    ).rejects.toThrow('cannot be written');
  });

  it('prints without running or loading anything, whatever a title holds', async () => {
    for (const what of ['matrix', 'causes'] as const) {
      const { html, header, footer } = await engine.call('learning.print', { what, page: 'A4' });
      const body = html.slice(html.indexOf('<body>'));
      for (const part of [body, header, footer]) {
        expect(part).not.toMatch(/<(?:script|img|svg|iframe|a|object|link)\b/i);
      }
      expect(html.includes('default-src &#39;none&#39;')).toBe(true);
      expect(body).toContain(what === 'matrix' ? 'T1059.001' : 'Assumed');
      expect(header).toContain('Lindholm');
      expect(footer).toContain('As of 2026-06-01 12:00 UTC');
    }
  });
});

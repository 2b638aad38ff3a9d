import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Method, Params, Value } from '#shared/ipc/engine-api.ts';
import { FailureError } from '#shared/model/result.ts';
import { LARGEST_FILE } from '#shared/response/playbook/playbook.ts';
import type { Engine } from '#main/engine/engine.ts';
import { startedEngine } from '../engine/started-engine.ts';

const OWN = {
  fireline: 'playbook/1',
  id: 'own',
  revision: 1,
  title: 'Our own',
  category: 'other',
  use: 'When nothing else fits.',
  steps: [{ id: 'one', title: 'Do one thing', phase: 'containment' }],
} as const;

async function failure<M extends Method>(
  engine: Engine,
  method: M,
  params: Params<M>,
): Promise<string> {
  const answer: Value<M> | FailureError = await engine
    .call(method, params)
    .catch((error: unknown) => {
      if (error instanceof FailureError) return error;
      throw error;
    });
  return answer instanceof FailureError ? answer.message : 'no failure';
}

describe('the library of playbooks', () => {
  it('holds ten that come with Fireline, without a case', async () => {
    const { engine } = await startedEngine();
    const { entries, problems } = await engine.call('playbooks.list', {});
    expect(entries.map(({ own }) => own)).toEqual(Array.from({ length: 10 }, () => false));
    expect(problems).toEqual([]);
  });

  it('takes in files, keeps them over a restart, gives them out again and deletes them', async () => {
    const started = await startedEngine();
    const from = join(started.folder, 'from a friend.json');
    await writeFile(from, JSON.stringify(OWN));
    const { playbook, replaced } = await started.engine.call('playbooks.import', { path: from });
    expect([playbook.id, replaced]).toEqual(['own', undefined]);
    const next = { ...playbook, revision: 2, title: 'Ours, second' };
    const saved = await started.engine.call('playbooks.save', { playbook: next });
    expect(saved.replaced?.title).toBe('Our own');

    const engine = await started.again();
    const { entries } = await engine.call('playbooks.list', {});
    expect(entries.find(({ own }) => own)?.playbook).toEqual(next);
    const to = join(started.folder, 'given.json');
    await engine.call('playbooks.export', { id: 'own', path: to });
    expect(JSON.parse(await readFile(to, 'utf8'))).toEqual(next);
    await engine.call('playbooks.export', { id: 'phishing', path: to });
    expect(await readFile(to, 'utf8')).toContain('"id": "phishing"');
    await engine.call('playbooks.remove', { id: 'own' });
    expect((await engine.call('playbooks.list', {})).entries.some(({ own }) => own)).toBe(false);
    expect(await failure(engine, 'playbooks.export', { id: 'own', path: to })).toBe(
      'There is no playbook “own” any more.',
    );
  });

  it('refuses what is no playbook, in one line each', async () => {
    const { engine, folder } = await startedEngine();
    const refused = async (content: string | Uint8Array): Promise<string> => {
      const path = join(folder, 'bad.json');
      await writeFile(path, content);
      return failure(engine, 'playbooks.import', { path });
    };
    expect(await refused(Uint8Array.of(0xff, 0xfe, 0x00))).toBe(
      'bad.json: it is not UTF-8 text; save it as UTF-8.',
    );
    expect(await refused(' '.repeat(LARGEST_FILE + 1))).toContain('larger than 1 MiB');
    expect(await refused(JSON.stringify({ ...OWN, title: '<b>Ours</b>' }))).toBe(
      'bad.json: title holds HTML; write plain text.',
    );
    expect(await refused(JSON.stringify({ ...OWN, id: 'phishing' }))).toBe(
      'bad.json: a playbook that comes with Fireline has the id “phishing”; give yours another.',
    );
    expect(
      await failure(engine, 'playbooks.import', { path: join(folder, 'none.json') }),
    ).toContain('none.json cannot be read: it is not there');
    expect(await failure(engine, 'playbooks.import', { path: folder })).toContain('it is a folder');
    expect((await engine.call('playbooks.list', {})).entries).toHaveLength(10);
  });

  it('names files of its folder that cannot be used, and uses the others', async () => {
    const { engine, folder } = await startedEngine();
    const own = join(folder, 'user', 'playbooks');
    await mkdir(own, { recursive: true });
    await writeFile(join(own, 'own.json'), JSON.stringify(OWN));
    await writeFile(join(own, 'other.json'), JSON.stringify(OWN));
    await writeFile(join(own, 'broken.json'), '{');
    await writeFile(join(own, 'phishing.json'), JSON.stringify({ ...OWN, id: 'phishing' }));
    await writeFile(join(own, 'notes.txt'), 'not looked at');
    await symlink(join(folder, 'nowhere'), join(own, 'link.json'));
    const { entries, problems } = await engine.call('playbooks.list', {});
    expect(entries.filter((entry) => entry.own)).toHaveLength(1);
    expect(problems.map((text) => text.slice(0, 24))).toEqual([
      'broken.json: line 1 is n',
      'link.json cannot be read',
      'other.json: its id is “o',
      'phishing.json: a playboo',
    ]);
  });
});

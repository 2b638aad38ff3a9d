import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { CaseEnvironment } from '#main/casefile/case-folder.ts';
import { CaseFolder } from '#main/casefile/case-folder.ts';
import { OpReading } from '#main/work/op-reading.ts';
import { CaseWorkLog } from '#main/work/work-log.ts';
import type { CaseId, OpId } from '#shared/model/ids.ts';
import { openingActs } from '#shared/work/opening-acts.ts';
import type { Op } from '#shared/work/op.ts';
import type { LogChange } from '#shared/work/work-log.ts';
import { newCase, newEnvironment, valueOf } from '../casefile/case-environment.ts';
import { boardItem, eventSet, op } from './example-ops.ts';
import { stateText } from './state-text.ts';

interface Opened {
  readonly folder: CaseFolder;
  readonly work: CaseWorkLog;
  readonly changes: LogChange[];
}

function workOf(folder: CaseFolder, reading: OpReading, environment: CaseEnvironment): Opened {
  const changes: LogChange[] = [];
  const work = new CaseWorkLog({
    caseId: folder.file.id,
    analyst: environment.signer.analyst,
    store: folder.work,
    reading,
    clock: environment.clock,
    node: '0badcafe',
    changed: (change) => changes.push(change),
  });
  return { folder, work, changes };
}

async function open(path: string, environment = newEnvironment()): Promise<Opened> {
  const reading = new OpReading();
  const request = { folder: path, visitWork: reading.visit };
  return workOf(valueOf(await CaseFolder.open(environment, request)), reading, environment);
}

async function fresh(environment = newEnvironment()): Promise<Opened> {
  return workOf(await newCase(environment), new OpReading(), environment);
}

const rename = (caseId: CaseId, title: string): Op =>
  op({ kind: 'case.rename', title }, { case: caseId });

describe('the work log of a case folder', () => {
  it('has after opening again what was acknowledged', async () => {
    const environment = newEnvironment();
    const { folder, work } = await fresh(environment);
    const { analyst } = environment.signer;
    for (const body of openingActs(work.state, { title: 'Acme', analyst })) {
      valueOf(await work.act(body));
    }
    const tagged = valueOf(
      await work.act({ kind: 'tag.add', tag: 'x', events: eventSet([1]) }, { reason: 'rare' }),
    );
    valueOf(await work.act({ kind: 'board.add', item: boardItem('b1') }));
    valueOf(await work.act({ kind: 'retract', op: tagged.id }));
    await folder.close();

    const again = await open(folder.layout.folder, environment);
    expect(stateText(again.work.state)).toBe(stateText(work.state));
    expect(again.work.list()).toEqual(work.list());
    expect(again.work.state.title).toBe('Acme');
    expect(again.work.find(tagged.id)?.reason).toBe('rare');
    expect(again.work.counts(tagged.id)).toBe(false);
    expect(openingActs(again.work.state, { title: 'Acme', analyst })).toEqual([]);
    await again.folder.close();
  });

  it('acts in order, each after the one before, even when asked at once', async () => {
    const { work } = await fresh();
    const titles = Array.from({ length: 20 }, (_, i) => `Title ${i}`);
    const acts = await Promise.all(titles.map((title) => work.act({ kind: 'case.rename', title })));
    const ops = acts.map(valueOf);
    expect(ops.map(({ after }) => after)).toEqual([[], ...ops.slice(0, -1).map(({ id }) => [id])]);
    expect(ops.map(({ clock }) => clock)).toEqual(ops.map(({ clock }) => clock).toSorted());
    expect(work.state.title).toBe('Title 19');
  });

  it('stamps each act after the one before, though nobody listens and the clock stands still', async () => {
    const environment = { ...newEnvironment(), clock: () => 1_778_577_124_000 };
    const folder = await newCase(environment);
    const work = new CaseWorkLog({
      caseId: folder.file.id,
      analyst: environment.signer.analyst,
      store: folder.work,
      reading: new OpReading(),
      clock: environment.clock,
      node: '0badcafe',
    });
    const [one, two] = [
      valueOf(await work.act({ kind: 'case.rename', title: 'One' })),
      valueOf(await work.act({ kind: 'case.rename', title: 'Two' })),
    ];
    expect(two.after).toEqual([one.id]);
    expect(two.clock > one.clock).toBe(true);
    expect(work.state.title).toBe('Two');
    await folder.close();
  });

  it('takes an op once, whoever brings it and however often', async () => {
    const { folder, work, changes } = await fresh();
    const one = rename(folder.file.id, 'One');
    const both = await Promise.all([work.append([one, one]), work.append([one])]);
    expect(both.map((result) => valueOf(result).appended)).toEqual([1, 0]);
    expect(valueOf(await work.append([one])).appended).toBe(0);
    expect(work.list()).toEqual([one]);
    expect(changes.flatMap(({ added }) => added)).toEqual([one]);
    await folder.close();
    const lines = (await readFile(folder.layout.work, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
  });

  it('refuses a forged op, an op of another case and what is no op, and takes nothing beside them', async () => {
    const { folder, work } = await fresh();
    const good = rename(folder.file.id, 'Good');
    const forged = { ...rename(folder.file.id, 'A'), reason: 'put in later' };
    for (const bad of [forged, rename('another-case' as CaseId, 'B'), { id: 'x' }, null]) {
      expect(await work.append([good, bad])).toMatchObject({
        ok: false,
        failure: { code: 'invalid-argument' },
      });
    }
    expect(work.list()).toEqual([]);
    expect(work.state.title).toBeUndefined();
  });

  it('tells of ops from a clock that is a day ahead, and takes them', async () => {
    const { folder, work } = await fresh();
    const future = op(
      { kind: 'case.rename', title: 'Later' },
      { case: folder.file.id, clock: 'd00000000000-0000-0badcafe' as Op['clock'] },
    );
    expect(valueOf(await work.append([future]))).toEqual({ appended: 1, ahead: 1 });
    const next = valueOf(await work.act({ kind: 'case.rename', title: 'After that' }));
    expect(next.clock > future.clock).toBe(true);
    expect(work.state.title).toBe('After that');
  });

  it('unites with the log of a page from both sides', async () => {
    const { folder, work } = await fresh();
    const mine = valueOf(await work.act({ kind: 'case.rename', title: 'Mine' }));
    const theirs = rename(folder.file.id, 'Theirs');
    expect(work.sync([theirs.id])).toEqual({ ops: [mine], want: [theirs.id] });
    valueOf(await work.append([theirs]));
    expect(work.sync([theirs.id, mine.id])).toEqual({ ops: [], want: [] });
    expect(work.list(mine.id)).toEqual([theirs]);
    expect(work.list('f'.repeat(64) as OpId)).toHaveLength(2);
  });

  it('of a case that is open elsewhere is read and not written', async () => {
    const environment = newEnvironment();
    const { folder, work } = await fresh(environment);
    valueOf(await work.act({ kind: 'case.rename', title: 'First' }));
    const second = await open(folder.layout.folder);
    expect(second.work.state.title).toBe('First');
    const act = { kind: 'case.rename', title: 'Second' } as const;
    expect(await second.work.act(act)).toMatchObject({
      ok: false,
      failure: { code: 'case-read-only' },
    });
    expect(second.work.state.title).toBe('First');
    await second.folder.close();
  });

  it('counts lines that are signed and yet hold no op of this case', async () => {
    const environment = newEnvironment();
    const { folder, work } = await fresh(environment);
    const foreign = rename('another-case' as CaseId, 'B');
    valueOf(await work.act({ kind: 'case.rename', title: 'Kept' }));
    valueOf(await folder.work.append([{ kind: 'op', body: { kind: 'from-the-future' } }]));
    valueOf(await folder.work.append([{ kind: 'op', body: { ...foreign } }]));
    await folder.close();
    const again = await open(folder.layout.folder, environment);
    expect(again.work.refused.map(({ line }) => line)).toEqual([2, 3]);
    expect(again.work.state.title).toBe('Kept');
    await again.folder.close();
  });

  it('with a byte changed opens for reading only, with the ops before it', async () => {
    const environment = newEnvironment();
    const { folder, work } = await fresh(environment);
    valueOf(await work.act({ kind: 'case.rename', title: 'First' }));
    valueOf(await work.act({ kind: 'case.rename', title: 'Second' }));
    await folder.close();
    const text = await readFile(folder.layout.work, 'utf8');
    await writeFile(folder.layout.work, text.replace('Second', 'Sekond'));
    const again = await open(folder.layout.folder, environment);
    expect(again.folder.readOnly?.reason).toContain('line 2');
    expect(again.work.state.title).toBe('First');
    expect((await again.work.act({ kind: 'case.rename', title: 'Third' })).ok).toBe(false);
    await again.folder.close();
  });
});

import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { RECORD_KINDS, RECORD_TYPES } from '#shared/records/record-kinds.ts';
import { conflicts } from '#shared/work/conflicts.ts';
import { describe as describeOp } from '#shared/work/describe.ts';
import { apply, fold } from '#shared/work/fold.ts';
import type { OpBody } from '#shared/work/op.ts';
import { incidentOf, recordsOf } from '#shared/work/records.ts';
import { sealOp } from '#shared/work/seal.ts';
import { EMPTY_WORK } from '#shared/work/work-state.ts';
import { ALICE, BOB, CASE, entity, op, task, ticking } from './example-ops.ts';

const add = (record: Extract<OpBody, { kind: 'record.add' }>['record']): OpBody => ({
  kind: 'record.add',
  record,
});
const verdict = (to: 'compromised' | 'cleared'): OpBody => ({
  kind: 'record.edit',
  type: 'entity',
  record: entity('ws7').id,
  change: { verdict: to },
});

describe('records of a case', () => {
  it('are added, edited field by field and removed', () => {
    const tick = ticking();
    const acts: OpBody[] = [
      add(task('t1', { notes: 'call first' })),
      {
        kind: 'record.edit',
        type: 'task',
        record: task('t1').id,
        change: { state: 'done', notes: null },
      },
    ];
    const ops = acts.map((body) => op(body, { clock: tick() }));
    const state = fold(ops);
    expect(recordsOf(state, 'task').get(task('t1').id)).toEqual(task('t1', { state: 'done' }));
    const removal = op(
      { kind: 'record.remove', type: 'task', record: task('t1').id },
      { clock: tick() },
    );
    const after = apply(state, removal);
    expect(recordsOf(after, 'task').size).toBe(0);
    expect(describeOp(removal, after, () => undefined)).toBe('Removed the task “Task t1”');
  });

  it('keep the identity of every type that an act does not touch', () => {
    const tick = ticking();
    const before = fold([op(add(task('t1')), { clock: tick() })]);
    const after = apply(before, op(add(entity('ws7')), { clock: tick() }));
    expect(recordsOf(after, 'task')).toBe(recordsOf(before, 'task'));
  });

  it('made by two analysts at once are one record, and what they say of it is a conflict', () => {
    const [a, b] = [ticking('000000aa'), ticking('000000bb')];
    const alice = [add(entity('ws7')), verdict('compromised')].map((body) =>
      op(body, { clock: a(), analyst: ALICE }),
    );
    const bob = [add(entity('ws7')), verdict('cleared')].map((body) =>
      op(body, { clock: b(), analyst: BOB }),
    );
    const ops = [...alice, ...bob].toSorted((x, y) => (x.clock < y.clock ? -1 : 1));
    expect(recordsOf(fold(ops), 'entity').get(entity('ws7').id)?.verdict).toBe('cleared');
    const { found } = conflicts(ops, () => true);
    expect(found.map(({ winner, others }) => [winner.value, others[0]?.value])).toEqual([
      ['cleared', 'compromised'],
    ]);
  });

  it('include one incident record in every case', () => {
    expect(incidentOf(EMPTY_WORK)).toMatchObject({ severity: 'unrated', tlp: 'amber' });
    const edited = fold([
      op({
        kind: 'record.edit',
        type: 'incident',
        record: 'incident' as RecordId,
        change: { severity: 'high', summary: 'Ransom note on ws7' },
      }),
    ]);
    expect(incidentOf(edited)).toEqual({
      ...incidentOf(EMPTY_WORK),
      severity: 'high',
      summary: 'Ransom note on ws7',
    });
  });

  it('are refused with a field that their type does not have, or a wrong value', () => {
    const draft = { case: CASE, clock: ticking()(), after: [], analyst: ALICE };
    const wrong: unknown[] = [
      add({ ...task('t1'), verdict: 'cleared' } as never),
      add({ ...task('t1'), state: 'finished' } as never),
      {
        kind: 'record.edit',
        type: 'task',
        record: 't1',
        change: { verdict: 'cleared' },
      },
      { kind: 'record.edit', type: 'task', record: 't1', change: { title: null } },
      { kind: 'record.edit', type: 'nothing', record: 't1', change: {} },
      { kind: 'record.remove', type: 'nothing', record: 't1' },
    ];
    for (const body of wrong) {
      const sealed = sealOp({ ...draft, body: body as OpBody });
      expect(sealed.ok, JSON.stringify(body)).toBe(false);
    }
  });

  it('have one kind for each type, filed under it, and no field that hides id or type', () => {
    for (const type of RECORD_TYPES) {
      const kind: { readonly type: string; readonly required: object; readonly optional: object } =
        RECORD_KINDS[type];
      expect(kind.type).toBe(type);
      const fields = [...Object.keys(kind.required), ...Object.keys(kind.optional)];
      expect(new Set(fields).size).toBe(fields.length);
      expect(fields).not.toContain('id');
      expect(fields).not.toContain('type');
    }
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpId } from '#shared/model/ids.ts';
import { nextHlc } from '#shared/work/hlc.ts';
import type { Op } from '#shared/work/op.ts';
import { invert, REDO_GROUP, undoable, UNDO_GROUP } from '#shared/work/undo.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { ALICE, anyBody, BOB, boardItem, op } from './example-ops.ts';
import { stateText } from './state-text.ts';

/** One analyst at work; what can be undone is read from the log anew each time, as after a restart. */
function desk(log = new WorkLog(), analyst = ALICE, node = '0badcafe') {
  let groups = 0;
  const put = (body: Op['body'], group?: string): Op => {
    const clock = nextHlc(log.clock, 1_700_000_000_000, node);
    const more = { analyst, clock, after: log.heads };
    const sealed = op(body, group === undefined ? more : { ...more, group });
    log.add([sealed]);
    return sealed;
  };
  const top = () => undoable(log.ops, analyst, (id) => log.counts(id));
  const retract = (ids: readonly OpId[], prefix: string): void => {
    groups += 1;
    for (const id of ids) {
      const known = log.get(id);
      if (known !== undefined && log.counts(id)) put(invert(known), `${prefix}${groups}`);
    }
  };
  return {
    log,
    put,
    top,
    undo: (): void => retract(top().undo?.ops ?? [], UNDO_GROUP),
    redo: (): void => retract(top().redo?.retractions.ops ?? [], REDO_GROUP),
  };
}

const move = fc.oneof(
  { weight: 3, arbitrary: fc.array(anyBody, { minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
);

describe('undo and redo', () => {
  it('go through the states of the past as an editor does, restarts included', () => {
    const notUndoable = new Set(['case.create', 'analyst.identify']);
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const alice = desk();
        // The model is a list of states and a place in it.
        let past = [stateText(alice.log.state)];
        let at = 0;
        let group = 0;
        for (const next of moves) {
          if (next === 'undo') {
            alice.undo();
            at = Math.max(0, at - 1);
          } else if (next === 'redo') {
            alice.redo();
            at = Math.min(past.length - 1, at + 1);
          } else {
            const bodies = next.filter(({ kind }) => !notUndoable.has(kind));
            if (bodies.length === 0) continue;
            group += 1;
            for (const body of bodies) alice.put(body, `act-${group}`);
            past = [...past.slice(0, at + 1), stateText(alice.log.state)];
            at += 1;
          }
          expect(stateText(alice.log.state)).toBe(past[at]);
        }
        expect(alice.top().undo === undefined).toBe(at === 0);
        expect(alice.top().redo === undefined).toBe(at === past.length - 1);
      }),
    );
  });

  it('leave the acts of others alone', () => {
    const alice = desk();
    const bob = desk(alice.log, BOB, '00000b0b');
    alice.put({ kind: 'case.rename', title: 'Hers' });
    bob.put({ kind: 'case.rename', title: 'His' });
    alice.undo();
    expect(alice.log.state.title).toBe('His');
    expect(alice.top().undo).toBeUndefined();
    bob.undo();
    expect(alice.log.state.title).toBeUndefined();
    alice.redo();
    expect(alice.log.state.title).toBe('Hers');
  });

  it('pass over an act that a colleague took back', () => {
    const alice = desk();
    const bob = desk(alice.log, BOB, '00000b0b');
    const first = alice.put({ kind: 'view.save', name: 'First', query: '', columns: [] });
    const second = alice.put({ kind: 'view.save', name: 'Second', query: '', columns: [] });
    bob.put(invert(second));
    expect(alice.top().undo?.ops).toEqual([first.id]);
    alice.undo();
    expect([...alice.log.state.views.keys()]).toEqual([]);
  });

  it('take an act picked out of the list for an act of its own', () => {
    const alice = desk();
    const first = alice.put({ kind: 'board.add', item: boardItem('b1') });
    alice.put({ kind: 'board.add', item: boardItem('b2') });
    alice.put(invert(first));
    expect([...alice.log.state.board.keys()]).toEqual(['b2']);
    alice.undo();
    expect([...alice.log.state.board.keys()]).toEqual(['b1', 'b2']);
    alice.undo();
    expect([...alice.log.state.board.keys()]).toEqual(['b1']);
    alice.redo();
    alice.redo();
    expect([...alice.log.state.board.keys()]).toEqual(['b2']);
  });

  it('never take back that the case exists and who works on it', () => {
    const alice = desk();
    alice.put({ kind: 'case.create', title: 'A' });
    alice.put({
      kind: 'analyst.identify',
      analyst: { id: ALICE, name: 'Alice', publicKey: 'PEM' },
    });
    expect(alice.top()).toEqual({});
  });
});

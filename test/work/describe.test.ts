import * as fc from 'fast-check';
import { describe as group, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import { describe, describeAct } from '#shared/work/describe.ts';
import { fold } from '#shared/work/fold.ts';
import { invert } from '#shared/work/undo.ts';
import { EMPTY_WORK } from '#shared/work/work-state.ts';
import { ALICE, boardItem, event, eventSet, finding, op, section } from './example-ops.ts';
import { teamOps } from './simulated-team.ts';

const header = { title: 'Post-mortem', classification: 'TLP:AMBER', template: 'post-mortem' };
const report = 'r1' as Extract<OpBody, { kind: 'report.create' }>['report'];
const [b1, b2, f1, s1] = [boardItem('b1'), boardItem('b2'), finding('f1'), section('s1')];
const made: readonly OpBody[] = [
  { kind: 'board.add', item: b1 },
  { kind: 'board.add', item: b2 },
  { kind: 'board.remove', item: b2.id },
  { kind: 'finding.add', finding: f1 },
  { kind: 'report.create', report, header, sections: [s1] },
];
const state = fold(made.map((body) => op(body)));
const many = { ...eventSet([1]), count: 1_204 };
const link = { from: b1.id, to: b2.id, kind: 'led-to' } as const;

const sentences: readonly (readonly [string, OpBody])[] = [
  ['Created the case “Harbor”', { kind: 'case.create', title: 'Harbor' }],
  ['Renamed the case “Harbor”', { kind: 'case.rename', title: 'Harbor' }],
  [
    'Ada joined the case',
    { kind: 'analyst.identify', analyst: { id: ALICE, name: 'Ada', publicKey: '' } },
  ],
  ['Took the tag benign off 1 event', { kind: 'tag.remove', tag: 'benign', events: eventSet([1]) }],
  ['Described the tag benign', { kind: 'tag.describe', tag: 'benign', color: '#00ff00' }],
  ['Noted on 2 events: a b', { kind: 'note.add', events: [event(1), event(2)], text: 'a\n b ' }],
  [
    'Changed a note to: c',
    {
      kind: 'note.edit',
      note: op({ kind: 'retract', op: 'a'.repeat(64) as Op['id'] }).id,
      text: 'c',
    },
  ],
  ['Marked 1 event not reviewed', { kind: 'review.mark', events: eventSet([1]), reviewed: false }],
  ['Put “Item b1” on the board', { kind: 'board.add', item: b1 }],
  [
    'Changed title, host of “Item b1”',
    { kind: 'board.edit', item: b1.id, change: { title: 'x', host: null } },
  ],
  ['Took “Item b2” off the board', { kind: 'board.remove', item: b2.id }],
  ['Moved “Item b1” on the board', { kind: 'board.order', item: b1.id, rank: 'a1' }],
  [
    'Moved “Item b1” to initial access',
    { kind: 'board.order', item: b1.id, rank: 'a1', lane: 'initial-access' },
  ],
  ['Linked “Item b1” to “Item b2”', { kind: 'board.link', link }],
  ['Unlinked “Item b1” from “Item b2”', { kind: 'board.unlink', link }],
  ['Recorded the finding “Finding f1”', { kind: 'finding.add', finding: f1 }],
  [
    'Set “Finding f1” to confirmed',
    { kind: 'finding.edit', finding: f1.id, change: { status: 'confirmed' } },
  ],
  [
    'Changed statement of “Finding f1”',
    { kind: 'finding.edit', finding: f1.id, change: { statement: '' } },
  ],
  ['Removed “Finding f1”', { kind: 'finding.remove', finding: f1.id }],
  ['Began the report “Post-mortem”', { kind: 'report.create', report, header, sections: [] }],
  [
    'Changed result of the task',
    {
      kind: 'record.edit',
      type: 'task',
      record: 't1' as RecordId,
      change: { result: '3', resultCoverage: 'All files' },
    },
  ],
  ['Changed subtitle of the report', { kind: 'report.header', report, change: { subtitle: null } }],
  ['Wrote the section “Section s1”', { kind: 'report.section', report, section: s1 }],
  ['Moved the section “Section s1”', { kind: 'report.order', report, section: s1.id, rank: 'a1' }],
  ['Saved the view “Night”', { kind: 'view.save', name: 'Night', query: '', columns: [] }],
  ['Removed the view “Night”', { kind: 'view.remove', name: 'Night' }],
  [
    'Set the time of detection to 2026-05-12T09:12:04Z',
    { kind: 'moment.mark', moment: 'detected', at: 1_778_577_124_000_000_000n },
  ],
  [
    'Set the time of containment to that of an event',
    { kind: 'moment.mark', moment: 'contained', event: event(1) },
  ],
  ['Took off the time of containment', { kind: 'moment.mark', moment: 'contained' }],
];

const nobody = (): undefined => undefined;

group('the sentence of an act', () => {
  it.each(sentences)('%s', (sentence, body) => {
    expect(describe(op(body), state, nobody)).toBe(sentence);
  });

  it('counts what a bulk act in parts did as a whole', () => {
    const one = op({ kind: 'tag.add', tag: 'lateral-movement', events: eventSet([1]) });
    const bulk = { ...one, body: { ...one.body, events: many } } as Op;
    expect(describe(bulk, state, nobody)).toBe('Tagged 1,204 events lateral-movement');
    expect(describeAct([bulk, one, bulk], state, nobody)).toBe(
      'Tagged 2,409 events lateral-movement',
    );
    const other = op({ kind: 'board.remove', item: b1.id });
    expect(describeAct([one, other, other], state, nobody)).toBe(
      'Tagged 1 event lateral-movement and 2 more changes',
    );
  });

  it('names what was undone, redone or taken back', () => {
    const act = op({ kind: 'case.rename', title: 'Harbor' });
    const undo = op(invert(act), { group: 'undo-1' });
    const redo = op(invert(undo), { group: 'redo-1' });
    const known = new Map([act, undo, redo].map((one) => [one.id, one]));
    const say = (one: Op): string => describe(one, state, (id) => known.get(id));
    expect(say(undo)).toBe('Undid: Renamed the case “Harbor”');
    expect(say(redo)).toBe('Redid: Renamed the case “Harbor”');
    expect(say(op(invert(act)))).toBe('Took back: Renamed the case “Harbor”');
    expect(describe(undo, state, nobody)).toBe('Undid: Took back an act that is not in this log');
  });

  it('is one line of bearable length for anything that a log may hold', () => {
    fc.assert(
      fc.property(teamOps, (ops) => {
        const known = new Map(ops.map((one) => [one.id, one]));
        for (const one of ops) {
          for (const at of [EMPTY_WORK, fold(ops)]) {
            const sentence = describe(one, at, (id) => known.get(id));
            expect(sentence).toMatch(/^[A-Z]|joined the case$/);
            expect(sentence).not.toContain('\n');
            expect(sentence.length).toBeLessThan(250);
          }
        }
      }),
    );
  });
});

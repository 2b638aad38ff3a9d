import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalystId, ReportId } from '#shared/model/ids.ts';
import { Causality } from '#shared/work/causality.ts';
import { conflicts } from '#shared/work/conflicts.ts';
import { nextHlc } from '#shared/work/hlc.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import { byClock } from '#shared/work/op-order.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { ALICE, BOB, boardItem, eventSet, finding, op, section } from './example-ops.ts';
import { teamOps } from './simulated-team.ts';

/** A laptop; the wall clock of Bob's is an hour behind. */
function laptop(analyst: AnalystId, from = new WorkLog()) {
  const log = new WorkLog(from.ops);
  const [node, wall] = analyst === ALICE ? ['0000a11c', 3_600_000] : ['00000b0b', 0];
  return {
    log,
    act(body: OpBody): Op {
      const clock = nextHlc(log.clock, wall, node);
      const sealed = op(body, { analyst, clock, after: log.heads });
      log.add([sealed]);
      return sealed;
    },
    take: (other: { readonly log: WorkLog }): void => void log.add(other.log.ops.slice()),
  };
}

/** Two analysts with one case, each on their own. */
function apart(...common: readonly OpBody[]) {
  const alice = laptop(ALICE);
  for (const body of common) alice.act(body);
  return { alice, bob: laptop(BOB, alice.log) };
}

const standing = ({ log }: { readonly log: WorkLog }) => {
  const { found, incomplete } = conflicts(log.ops, (id) => log.counts(id));
  expect(incomplete).toBe(false);
  return found.map(({ winner, others }) => ({
    field: winner.field,
    winner: winner.value,
    others: others.map(({ value }) => value),
  }));
};

const B1 = boardItem('b1').id;
const editTitle = (title: string): OpBody => ({
  kind: 'board.edit',
  item: B1,
  change: { title, host: 'ws7' },
});

describe('conflicts', () => {
  it('are fields that two analysts set without knowing of each other', () => {
    const { alice, bob } = apart({ kind: 'board.add', item: boardItem('b1') });
    bob.act(editTitle('Phish'));
    alice.act(editTitle('Spear phish'));
    alice.take(bob);
    bob.take(alice);
    const [one, ...more] = standing(alice);
    expect(more).toEqual([]);
    expect(one?.field).toBe('title');
    expect(new Set([one?.winner, ...(one?.others ?? [])])).toEqual(
      new Set(['Phish', 'Spear phish']),
    );
    expect(one?.winner).toBe(alice.log.state.board.get(B1)?.title);
    expect(standing(bob)).toEqual(standing(alice));
  });

  it('are none when the second knew of the first, whatever the wall clocks say', () => {
    const { alice, bob } = apart({ kind: 'board.add', item: boardItem('b1') });
    alice.act(editTitle('A'));
    bob.take(alice);
    bob.act(editTitle('B'));
    alice.take(bob);
    expect(standing(alice)).toEqual([]);
    expect(alice.log.state.board.get(B1)?.title).toBe('B');
  });

  it('end when one who knows of both chooses, either way', () => {
    for (const pick of ['winner', 'other'] as const) {
      const { alice, bob } = apart({ kind: 'board.add', item: boardItem('b1') });
      alice.act(editTitle('A'));
      bob.act(editTitle('B'));
      alice.take(bob);
      const [conflict] = conflicts(alice.log.ops, () => true).found;
      const chosen = pick === 'winner' ? conflict?.winner : conflict?.others[0];
      if (chosen === undefined) throw new Error('a conflict stands');
      expect(chosen.again).toEqual({
        kind: 'board.edit',
        item: B1,
        change: { title: chosen.value },
      });
      alice.act(chosen.again);
      expect(standing(alice)).toEqual([]);
      expect(alice.log.state.board.get(B1)?.title).toBe(chosen.value);
    }
  });

  it('end when one of the two acts is taken back', () => {
    const { alice, bob } = apart({ kind: 'finding.add', finding: finding('f1') });
    const edit = (status: 'confirmed' | 'dismissed'): OpBody => ({
      kind: 'finding.edit',
      finding: finding('f1').id,
      change: { status },
    });
    const confirmed = alice.act(edit('confirmed'));
    bob.act(edit('dismissed'));
    bob.take(alice);
    expect(standing(bob)).toHaveLength(1);
    bob.act({ kind: 'retract', op: confirmed.id });
    expect(standing(bob)).toEqual([]);
    expect(bob.log.state.findings.get(finding('f1').id)?.status).toBe('dismissed');
  });

  it('show the text of a section that lost', () => {
    const report = 'r1' as ReportId;
    const header = { title: 'R', classification: 'TLP:AMBER', template: 'post-mortem' };
    const { alice, bob } = apart({
      kind: 'report.create',
      report,
      header,
      sections: [section('s1')],
    });
    const write = (title: string): OpBody => ({
      kind: 'report.section',
      report,
      section: section('s1', { title }),
    });
    alice.act(write('Hers'));
    bob.act(write('His'));
    alice.take(bob);
    const [found] = standing(alice);
    expect([found?.winner, ...(found?.others ?? [])]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: 'Hers' }),
        expect.objectContaining({ title: 'His' }),
      ]),
    );
  });

  it('show an edit of what somebody else took away, and bring the thing back', () => {
    const { alice, bob } = apart({ kind: 'board.add', item: boardItem('b1') });
    alice.act({ kind: 'board.remove', item: B1 });
    bob.act({ kind: 'board.edit', item: B1, change: { title: 'Still needed' } });
    alice.take(bob);
    const [conflict] = conflicts(alice.log.ops, (id) => alice.log.counts(id)).found;
    expect(conflict?.winner.field).toBe('existence');
    const bobs = conflict?.others[0];
    if (bobs === undefined) throw new Error('a conflict stands');
    const kept = laptop(ALICE, alice.log);
    kept.act(bobs.again);
    expect(kept.log.state.board.get(B1)?.title).toBe('Still needed');
    expect(standing(kept)).toEqual([]);
    alice.act(conflict?.winner.again ?? bobs.again);
    expect(alice.log.state.board.has(B1)).toBe(false);
    expect(standing(alice)).toEqual([]);
  });

  it('are events that one tagged and the other untagged, and only those', () => {
    const tagged = (kind: 'tag.add' | 'tag.remove', of: number[]): OpBody => ({
      kind,
      tag: 'benign',
      events: eventSet(of),
    });
    const { alice, bob } = apart(tagged('tag.add', [1, 2]));
    alice.act(tagged('tag.remove', [1, 2, 3]));
    bob.act(tagged('tag.add', [2, 3, 4]));
    alice.take(bob);
    const [found, ...more] = standing(alice);
    expect(more).toEqual([]);
    expect(found?.winner).toMatchObject({ count: 2 });
    alice.act(tagged('tag.add', [3]));
    expect(standing(alice)[0]?.winner).toMatchObject({ count: 1 });
    alice.act(tagged('tag.remove', [2]));
    expect(standing(alice)).toEqual([]);
  });

  it('are none when both said the same, or one analyst said both', () => {
    const { alice, bob } = apart();
    const other = laptop(ALICE);
    alice.act({ kind: 'case.rename', title: 'Harbor' });
    bob.act({ kind: 'case.rename', title: 'Harbor' });
    other.act({ kind: 'case.rename', title: 'Port' });
    const both = laptop(BOB, alice.log);
    both.take(bob);
    expect(standing(both)).toEqual([]);
    alice.take(other);
    expect(standing(alice)).toEqual([]);
  });
});

describe('causality', () => {
  it('is what following every op back to those before it gives', () => {
    fc.assert(
      fc.property(teamOps, (made) => {
        const ops = [...made].sort(byClock);
        const causality = new Causality(ops);
        const byId = new Map(ops.map((one) => [one.id, one]));
        const known = new Map<string, Set<string>>();
        for (const one of ops) {
          const before = one.after.flatMap((id) =>
            byId.has(id) ? [...(known.get(id) ?? [])] : [],
          );
          known.set(one.id, new Set([one.id, ...before]));
        }
        for (const a of ops) {
          for (const b of ops) {
            expect(causality.knows(a, b)).toBe(known.get(a.id)?.has(b.id));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

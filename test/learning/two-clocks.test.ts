import { describe, expect, it } from 'vitest';
import { becameKnown } from '#shared/learning/became-known.ts';
import { clockedFacts, firstKnown, lagOf, medianLag } from '#shared/learning/two-clocks.ts';
import type { EventId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { asKnownAt } from '#shared/work/as-known-at.ts';
import { fold } from '#shared/work/fold.ts';
import { formatHlc } from '#shared/work/hlc.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import { Retractions } from '#shared/work/retractions.ts';
import { boardItem, entity, finding, op } from '../work/example-ops.ts';

const at = (text: string): number => Date.parse(`2026-05-${text}Z`);
const done = (when: string, body: OpBody): Op =>
  op(body, { clock: formatHlc({ ms: at(when), counter: 0, node: '0badcafe' }) });

const HOUR = 3_600_000_000_000n;
const happened = (when: string): Instant => instantFromMs(at(when));

function countsIn(ops: readonly Op[]): (id: Op['id']) => boolean {
  const retractions = new Retractions();
  for (const one of ops) retractions.add(one);
  return (id) => retractions.counts(id);
}

describe('the two clocks', () => {
  const item = (id: string, when: string) =>
    boardItem(id, { title: `Item ${id}`, time: happened(when) });
  const first = done('13T09:00:00', { kind: 'board.add', item: item('b1', '12T08:00:00') });
  const again = done('13T10:00:00', { kind: 'board.add', item: item('b1', '12T08:00:00') });
  const undated = done('13T10:30:00', { kind: 'finding.add', finding: finding('f1') });
  const later = done('13T11:00:00', { kind: 'board.add', item: item('b2', '13T08:00:00') });
  const proven = done('13T12:00:00', { kind: 'finding.add', finding: finding('f2') });
  const ops = [first, again, undated, later, proven];

  it('say when each fact happened and when it was known: the lag between', () => {
    const times = new Map([['f2', happened('13T11:30:00')]]);
    const facts = clockedFacts(fold(ops), firstKnown(ops, countsIn(ops)), (id) => times.get(id));
    expect(facts.map((fact) => [fact.kind, fact.id, lagOf(fact)])).toEqual([
      // 12 May 08:00 to 13 May 09:00.
      ['board', 'b1', 25n * HOUR],
      ['finding', 'f1', undefined],
      ['board', 'b2', 3n * HOUR],
      ['finding', 'f2', HOUR / 2n],
    ]);
    // Of 25 h, 3 h and 30 min the middle one.
    expect(medianLag(facts)).toBe(3n * HOUR);
    expect(medianLag([])).toBeUndefined();
  });

  it('count from the operation that stands: one that was taken back was no knowledge', () => {
    const undo = done('13T09:30:00', { kind: 'retract', op: first.id });
    const all = [...ops, undo];
    expect(firstKnown(all, countsIn(all)).get('b1')).toBe(happened('13T10:00:00'));
  });
});

describe('what became known since', () => {
  const clear = done('13T09:00:00', { kind: 'record.add', record: entity('ws7') });
  const itemAdded = done('13T09:10:00', { kind: 'board.add', item: boardItem('b1') });
  const found = done('13T09:20:00', { kind: 'finding.add', finding: finding('f1') });
  const verdict = done('13T10:00:00', {
    kind: 'record.edit',
    type: 'entity',
    record: entity('ws7').id,
    change: { verdict: 'compromised' },
  });
  const rated = done('13T10:05:00', {
    kind: 'record.edit',
    type: 'incident',
    record: 'incident' as never,
    change: { severity: 'high', status: 'containment' },
  });
  const confirmed = done('13T10:10:00', {
    kind: 'finding.edit',
    finding: finding('f1').id,
    change: { status: 'confirmed' },
  });
  const gone = done('13T10:20:00', { kind: 'retract', op: itemAdded.id });
  const mark = done('13T10:30:00', {
    kind: 'moment.mark',
    moment: 'detected',
    event: `${'a'.repeat(32)}.0.0` as EventId,
  });
  const ops = [clear, itemAdded, found, verdict, rated, confirmed, gone, mark];

  it('is told as what is new, what changed from what to what, and what is gone', () => {
    const then = asKnownAt(ops, at('13T09:30:00'));
    const now = fold(ops);
    expect(
      becameKnown(then, now).map(({ subject, title, what, detail }) =>
        [subject, title, what, detail ?? ''].join(' | '),
      ),
    ).toEqual([
      'Board | Item b1 | gone | ',
      'Finding | Finding f1 | changed | open → confirmed',
      'Key time | detection | new | ',
      'Entity | ws7 | changed | unknown → compromised',
      'Incident record | incident record | new | ',
    ]);
    expect(becameKnown(now, now)).toEqual([]);
    const keys = becameKnown(then, now).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('says how severity and status of the incident changed', () => {
    const later = done('13T11:00:00', {
      kind: 'record.edit',
      type: 'incident',
      record: 'incident' as never,
      change: { severity: 'critical', status: 'eradication-and-recovery' },
    });
    expect(becameKnown(fold(ops), fold([...ops, later])).map(({ detail }) => detail)).toEqual([
      'containment → eradication and recovery, high → critical',
    ]);
  });
});

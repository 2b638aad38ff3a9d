import { describe, expect, it } from 'vitest';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { EvidenceIndex, RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { formatInstant } from '#shared/model/time.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import { briefOf } from '#shared/response/hand-over/brief-of.ts';
import { briefMarkdown, briefPlainText } from '#shared/response/hand-over/brief-text.ts';
import type { Brief } from '#shared/response/hand-over/brief.ts';
import { lastSessionEnd } from '#shared/response/hand-over/past-state.ts';
import { formatHlc } from '#shared/work/hlc.ts';
import type { Op, OpBody } from '#shared/work/op.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { ALICE, BOB, boardItem, entity, finding, op, task } from '../work/example-ops.ts';

const ms = (time: string): number => Date.parse(`2026-05-13T${time}Z`);
const at = (time: string): Instant => (BigInt(ms(time)) * 1_000_000n) as Instant;
const id = (text: string): RecordId => text as RecordId;
const timeText = (time: Instant): string => formatInstant(time, 'min').slice(11);

let counter = 0;
const act = (time: string, body: OpBody, more: { reason?: string; analyst?: Op['analyst'] } = {}) =>
  op(body, {
    clock: formatHlc({ ms: ms(time), counter: (counter += 1), node: '0badcafe' }),
    ...more,
  });
const add = (time: string, record: CaseRecord): Op => act(time, { kind: 'record.add', record });
const incident = (time: string, change: object, reason: string): Op =>
  act(time, { kind: 'record.edit', type: 'incident', record: id('incident'), change }, { reason });

const file = (name: string, sealedAt: string): EvidenceItem => ({
  index: 1 as EvidenceIndex,
  name,
  originalPath: `/media/${name}`,
  size: 1_204_000,
  sha256: 'a'.repeat(64) as EvidenceItem['sha256'],
  sha1: '' as EvidenceItem['sha1'],
  md5: '' as EvidenceItem['md5'],
  custody: 'copy',
  source: 'Karin Nyberg',
  reason: 'triage',
  sealedAt,
  state: 'done',
});

const OPS: readonly Op[] = [
  act('08:00:00', { kind: 'case.create', title: 'Intrusion at Lindholm' }),
  act('08:00:01', {
    kind: 'analyst.identify',
    analyst: { id: ALICE, name: 'Alice', publicKey: 'PEM' },
  }),
  add('08:01:00', { id: id('p1'), type: 'person', name: 'Karin Nyberg', role: 'it-operations' }),
  act('08:05:00', {
    kind: 'finding.add',
    finding: finding('f1', { title: 'Macro', severity: 'high' }),
  }),
  act('08:06:00', { kind: 'board.add', item: boardItem('b1', { title: 'Known before' }) }),
  act('08:06:30', { kind: 'board.add', item: boardItem('b2', { title: 'A mistake' }) }),
  add('08:07:00', entity('ws7')),
  add('08:08:00', task('t1', { title: 'Block the address', owner: id('p1') })),
  add('08:08:10', task('t2', { title: 'Collect WS01', due: at('11:00:00') })),
  add(
    '08:08:20',
    task('t3', { title: 'Wait for the provider', state: 'blocked', after: [id('t2')] }),
  ),
  incident('08:30:00', { severity: 'medium' }, 'one workstation'),
  // Here the shift begins.
  incident('09:30:00', { severity: 'critical', status: 'containment' }, 'the domain is lost'),
  act(
    '09:31:00',
    { kind: 'finding.edit', finding: finding('f1').id, change: { status: 'confirmed' } },
    { reason: 'seen on two hosts' },
  ),
  act('09:32:00', { kind: 'finding.add', finding: finding('f2', { title: 'Tickets forged?' }) }),
  act('09:33:00', {
    kind: 'board.add',
    item: boardItem('b3', { title: '*Bold* move', standing: 'assumed', reason: 'r\n# not a head' }),
  }),
  act('09:33:10', { kind: 'board.remove', item: boardItem('b2').id }),
  act('09:33:20', {
    kind: 'board.edit',
    item: boardItem('b1').id,
    change: { reason: 'more' },
  }),
  act('09:34:00', {
    kind: 'record.edit',
    type: 'entity',
    record: entity('ws7').id,
    change: { verdict: 'suspected' },
  }),
  act('09:35:00', {
    kind: 'record.edit',
    type: 'task',
    record: id('t1'),
    change: { state: 'done' },
  }),
  act('09:36:00', { kind: 'moment.mark', moment: 'aware', at: at('08:20:00') }),
  add('09:37:00', {
    id: id('d1'),
    type: 'decision',
    title: 'WS07 stays on until its memory is read',
    at: at('08:50:00'),
    by: [id('p1')],
    why: 'the key may be in memory',
  }),
  add('09:38:00', {
    id: id('c1'),
    type: 'communication',
    title: 'Management was told',
    at: at('09:40:00'),
    direction: 'told',
    channel: 'phone',
    people: [],
    others: 'the board',
    by: id('p1'),
    text: '',
  }),
  add('09:39:00', {
    id: id('l1'),
    type: 'deadline',
    title: 'Early warning',
    regime: 'nis2-23-4-a',
    from: 'aware',
    count: 2,
    unit: 'hours',
    zone: 'UTC',
  }),
  add('09:40:00', {
    id: id('l2'),
    type: 'deadline',
    title: 'Form 8-K',
    regime: 'sec-8k-1-05',
    from: 'own',
    count: 4,
    unit: 'business-days',
    zone: 'America/New_York',
  }),
  add('09:40:30', {
    id: id('l3'),
    type: 'deadline',
    title: 'The insurer',
    regime: 'custom',
    from: 'own',
    start: at('08:05:00'),
    count: 1,
    unit: 'hours',
    zone: 'UTC',
    metAt: at('09:20:00'),
  }),
  add('09:41:00', {
    id: id('a1'),
    type: 'action',
    title: 'Refuse the address',
    kind: 'containment',
    state: 'done',
    where: 'fw1',
    at: at('08:47:00'),
  }),
  act('09:42:00', {
    kind: 'record.edit',
    type: 'person',
    record: id('p1'),
    change: { name: 'Karin Berg' },
  }),
];

const log = new WorkLog(OPS);
const made = (since: string, now = '12:00:00'): Brief =>
  briefOf({
    ops: log.ops,
    counts: (one) => log.counts(one),
    state: log.state,
    since: at(since),
    now: at(now),
    evidence: [
      file('old.evtx', '2026-05-13T08:02:00.000Z'),
      file('new.evtx', '2026-05-13T10:02:00.000Z'),
    ],
    events: new Map(),
    timeText,
  });

describe('the hand-over', () => {
  it('says all that changed since, what is due, and what is not known', () => {
    expect(briefPlainText(made('09:00:00'), timeText)).toBe(`HAND-OVER: Intrusion at Lindholm
From 09:00Z to 12:00Z

SITUATION
- Severity critical · Containment · TLP:AMBER
- 09:30Z: Severity: Medium → Critical, by Alice
  the domain is lost
- 09:30Z: Status: Detection and analysis → Containment, by Alice
  the domain is lost
- Time of awareness: 08:20Z

DEADLINES
! Early warning: overdue by 1 h 40 min, due 10:20Z
- Form 8-K: The time from which it counts is not given.
- The insurer: met 15 min late, 09:20Z

TASKS
- 1 task of 3 done, 1 overdue, 1 blocked
! Overdue: Collect WS01 (due 11:00Z)
- Blocked: Wait for the provider (waits for “Collect WS01”)
- Done: Block the address (Karin Berg)

DECISIONS AND COMMUNICATIONS
- 08:50Z: WS07 stays on until its memory is read (decided by Karin Berg)
  the key may be in memory
- 09:40Z: Management was told (Karin Berg told the board by phone)

RESPONSE ACTIONS
- Refuse the address: done, fw1, 08:47Z

VERDICTS
- Suspected now: ws7
- 09:34Z: ws7 (host): unknown → suspected, by Alice

FINDINGS
- 09:31Z: Macro (open → confirmed, high), by Alice
  seen on two hosts
- 09:32Z: Tickets forged? (New, high, open), by Alice

ON THE BOARD
- *Bold* move (execution, 08:00Z)
  r # not a head
- A mistake (taken off)
- 1 changed

NEW EVIDENCE
- 10:02Z: new.evtx, 1.2 MB, done
  Karin Nyberg

OPEN QUESTIONS
- Is it so? Tickets forged? (open finding, high)
- Is ws7 compromised? (suspected, analysis not started)
- What proves it? *Bold* move (assumed on the board)
- The time from which it counts is not given.

WHO TO REACH
- Karin Berg (IT operations)
`);
  });

  it('says of a quiet time that nothing changed, and still what is so and what is due', () => {
    const quiet = made('11:00:00');
    const lines = Object.fromEntries(quiet.sections.map((one) => [one.id, one.lines.length]));
    expect(lines).toEqual({
      situation: 1,
      deadlines: 2,
      tasks: 3,
      log: 0,
      actions: 1,
      verdicts: 1,
      findings: 0,
      board: 0,
      evidence: 0,
      questions: 4,
      people: 1,
    });
    expect(briefPlainText(quiet, timeText)).toContain('FINDINGS\nNo finding was made or changed.');
    expect(briefPlainText(quiet, timeText)).toContain(
      '- Not verified yet: Refuse the address, fw1',
    );
  });

  it('is Markdown in which nobody’s words are markup', () => {
    const text = briefMarkdown(made('09:00:00'), timeText);
    expect(text).toContain('- \\*Bold\\* move (execution, 08:00Z)\n  r \\# not a head\n');
    expect(text).toContain('- **Early warning: overdue by 1 h 40 min, due 10:20Z**');
    expect(text.match(/^#/gm)).toHaveLength(12);
  });

  it('leaves out what was taken back, and tells of what was taken back since', () => {
    const before = log.ops.find(({ body }) => body.kind === 'board.add');
    const during = log.ops.find(
      ({ body }) => body.kind === 'finding.add' && body.finding.title === 'Tickets forged?',
    );
    const undone = new WorkLog([
      ...OPS,
      ...[before, during].flatMap((one) =>
        one === undefined ? [] : [act('11:30:00', { kind: 'retract', op: one.id })],
      ),
    ]);
    const brief = briefOf({
      ops: undone.ops,
      counts: (one) => undone.counts(one),
      state: undone.state,
      since: at('09:00:00'),
      now: at('12:00:00'),
      evidence: [],
      events: new Map(),
      timeText,
    });
    const text = briefPlainText(brief, timeText);
    expect(text).toContain('- Known before (taken off)');
    expect(text).not.toContain('Tickets forged?');
  });

  it('writes a long list as its beginning and a number', () => {
    const many = new WorkLog([
      ...OPS,
      ...Array.from({ length: 40 }, (_, n) =>
        act('11:00:00', { kind: 'board.add', item: boardItem(`m${n}`, { title: `Item ${n}` }) }),
      ),
    ]);
    const brief = briefOf({
      ops: many.ops,
      counts: (one) => many.counts(one),
      state: many.state,
      since: at('10:00:00'),
      now: at('12:00:00'),
      evidence: [],
      events: new Map(),
      timeText,
    });
    const board = brief.sections.find((one) => one.id === 'board')?.lines ?? [];
    expect(board).toHaveLength(16);
    expect(board.at(-1)?.text).toBe('and 25 more');
  });
});

describe('the last session of an analyst', () => {
  const note = (time: string, analyst = ALICE): Op =>
    act(time, { kind: 'note.add', events: [], text: time }, { analyst });
  const acts = [note('01:00:00'), note('02:00:00'), note('08:00:00'), note('09:30:00', BOB)];

  it('ended before the last pause of four hours', () => {
    expect(lastSessionEnd(acts, ALICE, at('10:00:00'))).toBe(at('02:00:00'));
  });

  it('ended with the newest act when that is four hours ago', () => {
    expect(lastSessionEnd(acts, ALICE, at('13:00:00'))).toBe(at('08:00:00'));
    expect(lastSessionEnd(acts, BOB, at('10:00:00'))).toBeUndefined();
  });
});

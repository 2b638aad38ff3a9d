import { describe, expect, it } from 'vitest';
import { attackData, BUILT_IN_ATTACK } from '#shared/learning/attack-data.ts';
import { attackMatrix } from '#shared/learning/attack-matrix.ts';
import { defencesOf, MITIGATION_NAMES } from '#shared/learning/mitigations.ts';
import { navigatorLayer, readNavigatorLayer } from '#shared/learning/navigator-layer.ts';
import { readStixBundle } from '#shared/learning/stix-bundle.ts';
import { shownBy, techniqueUses } from '#shared/learning/technique-use.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { TECHNIQUES } from '#shared/model/attack.ts';
import { fold } from '#shared/work/fold.ts';
import type { OpBody } from '#shared/work/op.ts';
import { boardItem, eventSet, finding, op, ticking } from '../work/example-ops.ts';
import { SMALL_ATTACK } from './small-attack.ts';

function imported() {
  const read = readStixBundle(SMALL_ATTACK);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

describe('a bundle of ATT&CK that was carried in', () => {
  it('gives tactics in the order of the matrix, techniques, their mitigations and what replaced what', () => {
    const data = imported();
    expect(data.version).toBe('19.1');
    expect(data.modified).toBe('2026-04-28T14:00:00.000Z');
    expect(data.tactics.map(({ shortName }) => shortName)).toEqual(['execution', 'stealth']);
    expect(data.techniques).toEqual([
      {
        id: 'T1059',
        name: 'Command and Scripting Interpreter',
        tactics: ['execution'],
        mitigations: [],
      },
      {
        id: 'T1059.001',
        name: 'Command and Scripting Interpreter: PowerShell',
        tactics: ['execution', 'stealth'],
        mitigations: ['M1038'],
      },
      { id: 'T1562', name: 'Old Name', tactics: [], mitigations: [], replacedBy: 'T1059' },
    ]);
    expect(data.mitigationNames).toEqual({ M1038: 'Execution Prevention' });
    expect(attackData.safeParse(structuredClone(data)).success).toBe(true);
  });

  it('leaves ids that it does not know to the built-in table, in a column of their own', () => {
    const uses = techniqueUses(
      stateWith([{ kind: 'board.add', item: boardItem('b1', { technique: 'T1003.001' }) }]),
    );
    const columns = attackMatrix(imported(), uses, true);
    expect(columns.map(({ tactic }) => tactic.name)).toEqual(['Not in this version']);
    const technique = columns[0]?.cells[0]?.technique;
    expect(technique?.name).toBe('OS Credential Dumping: LSASS Memory');
    expect(technique?.mitigations).toContain('M1043');
  });

  it('may lack what older bundles lack: a collection, and domains that are named', () => {
    const objects = SMALL_ATTACK.objects
      .filter(({ type }) => type !== 'x-mitre-collection')
      .map((one) => ({ ...one, x_mitre_domains: [], modified: '2025-04-25T15:15:04.223Z' }));
    const read = readStixBundle({ type: 'bundle', spec_version: '2.0', objects });
    if (!read.ok) throw new Error(read.failure.message);
    expect([read.value.version, read.value.modified]).toEqual(['', '2025-04-25T15:15:04.223Z']);
    expect(read.value.tactics.map(({ shortName }) => shortName)).toEqual(['execution', 'stealth']);
  });

  it.each([
    [
      'one with a technique that is none',
      {
        type: 'bundle',
        objects: [...SMALL_ATTACK.objects, { type: 'attack-pattern', id: 'attack-pattern--9' }],
      },
      '1 technique of it cannot be read',
    ],
    ['no bundle', { type: 'report', objects: [] }, 'no STIX bundle'],
    ['no object', [], 'no STIX bundle'],
    ['an empty one', { type: 'bundle', objects: [] }, 'no tactic'],
    [
      'one of another matrix',
      {
        type: 'bundle',
        objects: SMALL_ATTACK.objects.map((one) => ({ ...one, x_mitre_domains: ['ics-attack'] })),
      },
      'no tactic',
    ],
    [
      'names without end',
      {
        type: 'bundle',
        objects: SMALL_ATTACK.objects.map((one) =>
          one.type === 'attack-pattern' ? { ...one, name: 'x'.repeat(5_000) } : one,
        ),
      },
      'not those of ATT&CK',
    ],
  ])('is refused in one sentence when it is %s', (_what, value, why) => {
    const read = readStixBundle(value);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.failure.message).toContain(why);
  });
});

describe('the built-in table', () => {
  it('is the whole of version 19: as many as MITRE counts, each revoked id leading to a current one', () => {
    const current = TECHNIQUES.filter(({ replacedBy }) => replacedBy === undefined);
    expect(current.filter(({ id }) => id.length === 5)).toHaveLength(222);
    expect(current.filter(({ id }) => id.length > 5)).toHaveLength(475);
    const ids = new Map(TECHNIQUES.map((one) => [one.id, one]));
    expect(ids.size).toBe(TECHNIQUES.length);
    for (const { id, name, replacedBy } of TECHNIQUES) {
      if (replacedBy === undefined) {
        if (id.length > 5) expect(name, id).toContain(`${ids.get(id.slice(0, 5))?.name}: `);
      } else {
        expect(ids.has(replacedBy), id).toBe(true);
        expect(ids.get(replacedBy)?.replacedBy, id).toBeUndefined();
      }
    }
    expect(ids.get('T1562.008')?.replacedBy).toBe('T1685.002');
    expect(ids.get('T1656')?.replacedBy).toBe('T1684.001');
  });

  it('names every mitigation it speaks of', () => {
    for (const { id, mitigations, tactics } of TECHNIQUES) {
      for (const mitigation of mitigations) expect(MITIGATION_NAMES[mitigation], id).toBeDefined();
      expect(tactics, id).not.toEqual([]);
    }
    for (const { id } of TECHNIQUES) {
      for (const defence of defencesOf(id)) expect(defence).toMatch(/^D3-[A-Z]+ \w/);
    }
    expect(defencesOf('T1110.003')).toContain('D3-MFA Multi-factor Authentication');
    expect(attackData.safeParse(structuredClone(BUILT_IN_ATTACK)).success).toBe(true);
  });
});

function stateWith(bodies: readonly OpBody[]) {
  const clock = ticking();
  return fold(bodies.map((body) => op(body, { clock: clock() })));
}

const state = stateWith([
  { kind: 'finding.add', finding: finding('f1', { technique: 'T1059.001' }) },
  { kind: 'finding.add', finding: finding('f2', { technique: 'T1059.001', status: 'dismissed' }) },
  { kind: 'board.add', item: boardItem('b1', { technique: 'T1059' }) },
  { kind: 'tag.add', tag: 't1059.001', events: eventSet([1, 2, 3]) },
  { kind: 'tag.remove', tag: 't1059.001', events: eventSet([3]) },
  { kind: 'tag.add', tag: 'benign', events: eventSet([4]) },
  { kind: 'tag.add', tag: 'T8888', events: eventSet([4]) },
  {
    kind: 'record.add',
    record: {
      id: 'n1' as RecordId,
      type: 'negative-finding',
      title: 'Golden tickets',
      query: 'code:4769',
      soughtAt: 0n as Instant,
      matched: 0,
      denominator: 5,
      evidence: [],
      technique: 'T1558.001',
    },
  },
]);

describe('techniques that a case names', () => {
  const uses = techniqueUses(state);

  it('are those of findings, board items, actions, searches and of tags that are ids', () => {
    expect([...uses.keys()].sort()).toEqual(['T1059', 'T1059.001', 'T1558.001', 'T8888']);
    expect(uses.get('T1059.001')).toMatchObject({
      findings: ['f1'],
      items: [],
      tags: ['t1059.001'],
      events: 2,
    });
    expect(uses.get('T1558.001')).toMatchObject({ lookedFor: ['n1'], events: 0 });
  });

  it('stand in the matrix under their tactics, with those below them counted in', () => {
    const columns = attackMatrix(BUILT_IN_ATTACK, uses, true);
    expect(
      columns.map(({ tactic, cells }) => [
        tactic.name,
        cells.map(({ technique, total, subs }) => [
          technique.id,
          total,
          subs.filter((sub) => sub.total > 0).map((sub) => `${sub.technique.id} ${sub.total}`),
        ]),
      ]),
    ).toEqual([
      ['Execution', [['T1059', 4, ['T1059.001 3']]]],
      ['Credential Access', [['T1558', 0, []]]],
      ['Not in this version', [['T8888', 1, []]]],
    ]);
    const all = attackMatrix(BUILT_IN_ATTACK, uses, false);
    expect(all.map(({ tactic }) => tactic.name)).toHaveLength(15);
    expect(
      all.flatMap(({ cells }) => cells).some(({ technique }) => technique.id === 'T1562'),
    ).toBe(false);
  });

  it('go out as a layer of the Navigator and come back the same', () => {
    const text = navigatorLayer(uses, { title: 'Case “1”', version: '19.1' });
    expect(JSON.parse(text)).toMatchObject({
      name: 'Case “1”',
      domain: 'enterprise-attack',
      versions: { attack: '19', layer: '4.5' },
    });
    const back = readNavigatorLayer(text);
    if (!back.ok) throw new Error(back.failure.message);
    expect(back.value.name).toBe('Case “1”');
    expect([...back.value.marks].map(([id, { score }]) => [id, score])).toEqual(
      [...uses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, use]) => [id, shownBy(use)]),
    );
    expect(back.value.marks.get('T1059.001')?.comment).toBe('1 finding, 2 events');
    expect(back.value.marks.get('T1558.001')?.comment).toBe('looked for once, not found');
  });

  it.each([
    ['{', 'is not JSON'],
    ['{"name":"x"}', 'no layer'],
    ['{"name":"x","domain":"mobile-attack","techniques":[]}', 'not of ATT&CK for Enterprise'],
    [`{"name":"x","techniques":[{"techniqueID":${'['.repeat(50_000)}`, 'is not JSON'],
  ])('a file that is no layer is refused: %s', (text, why) => {
    const read = readNavigatorLayer(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.failure.message).toContain(why);
  });

  it('a layer’s switched-off techniques and ids that are none are left out', () => {
    const read = readNavigatorLayer(
      JSON.stringify({
        name: 'x',
        domain: 'mitre-enterprise',
        techniques: [
          { techniqueID: 'T1059', score: null, comment: '' },
          { techniqueID: 'T1003', score: 3, enabled: false },
          { techniqueID: '<img src=x>', score: 3 },
        ],
      }),
    );
    if (!read.ok) throw new Error(read.failure.message);
    expect([...read.value.marks]).toEqual([['T1059', {}]]);
  });
});

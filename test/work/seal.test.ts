import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpBody } from '#shared/work/op.ts';
import { canonicalJson, parseCanonicalJson } from '#shared/work/canonical-json.ts';
import { sealOp, verifyOp } from '#shared/work/seal.ts';
import { anyBody, boardItem, CASE, event, eventSet, finding, op, section } from './example-ops.ts';
import { teamOps } from './simulated-team.ts';

const readable = (text: string): unknown => parseCanonicalJson(text);

/** The canonical text of the op that a text holds, if it holds one that is accepted. */
function acceptedText(text: string): string | undefined {
  try {
    const verified = verifyOp(readable(text));
    return verified.ok ? canonicalJson(verified.value) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

describe('sealing', () => {
  it('gives an op that is itself again after a trip through its JSON text', () => {
    fc.assert(
      fc.property(teamOps, (ops) => {
        for (const one of ops) {
          const back = verifyOp(readable(canonicalJson(one)));
          expect(back).toEqual({ ok: true, value: one });
        }
      }),
    );
  });

  it('gives equal content one id, and other content another', () => {
    fc.assert(
      fc.property(anyBody, anyBody, (a, b) => {
        expect(op(a).id === op(b).id).toBe(canonicalJson(a) === canonicalJson(b));
        expect(op(a).id).not.toBe(op(a, { reason: 'why' }).id);
      }),
    );
  });

  it('refuses an op of which one character was changed', () => {
    fc.assert(
      fc.property(anyBody, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (body, n, put) => {
        const text = canonicalJson(op(body, { reason: 'because' }));
        const at = n % text.length;
        const forged = text.slice(0, at) + put + text.slice(at + 1);
        // Only the very same op may pass: the character that was put is the one that was there.
        expect([text, undefined]).toContain(acceptedText(forged));
      }),
      { numRuns: 400 },
    );
  });

  it('says that a wrong id was altered or forged', () => {
    const real = op({ kind: 'case.rename', title: 'A' });
    expect(verifyOp({ ...real, body: { kind: 'case.rename', title: 'B' } })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-argument', subject: real.id },
    });
  });
});

/** Shapes that no Fireline writes but a file or another laptop may hold. */
const refused: readonly (readonly [string, unknown])[] = [
  ['an unknown kind', { kind: 'case.explode', title: 'A' }],
  ['a field too many', { kind: 'case.rename', title: 'A', also: 1 }],
  ['a prototype as a field', JSON.parse('{"kind":"case.rename","title":"A","__proto__":{"x":1}}')],
  ['no title', { kind: 'case.rename', title: '' }],
  ['a title of two lines', { kind: 'case.rename', title: 'A\nB' }],
  ['a title with space around it', { kind: 'case.rename', title: ' A' }],
  ['a title without end', { kind: 'case.rename', title: 'A'.repeat(501) }],
  ['a note without end', { kind: 'note.add', events: [], text: 'x'.repeat(100_001) }],
  ['an event that is none', { kind: 'note.add', events: ['../../etc'], text: '' }],
  [
    'more events than a note is on',
    { kind: 'note.add', events: Array(10_001).fill(event(1)), text: '' },
  ],
  ['a colour that is CSS', { kind: 'tag.describe', tag: 'a', color: 'url(//x)' }],
  [
    'a set that says it is larger',
    { kind: 'tag.add', tag: 'a', events: { ...eventSet([1]), count: 2 } },
  ],
  [
    'a set whose places cannot be read',
    {
      kind: 'tag.add',
      tag: 'a',
      events: { count: 1, members: [{ evidence: 'a'.repeat(64), count: 1, locators: '!!!!' }] },
    },
  ],
  [
    'a set that names a file twice',
    {
      kind: 'tag.add',
      tag: 'a',
      events: { count: 2, members: [...eventSet([1]).members, ...eventSet([1]).members] },
    },
  ],
  [
    'a hand-made item without a basis',
    { kind: 'board.add', item: { ...boardItem('b1'), event: undefined } },
  ],
  ['a place that is no rank', { kind: 'board.order', item: 'b1', rank: 'a00' }],
  ['a lane that is no phase', { kind: 'board.order', item: 'b1', rank: 'a0', lane: 'x' }],
  ['an edit of the event itself', { kind: 'board.edit', item: 'b1', change: { event: event(2) } }],
  ['a title taken away', { kind: 'board.edit', item: 'b1', change: { title: null } }],
  ['a severity of its own', { kind: 'finding.add', finding: { ...finding('f1'), severity: 'x' } }],
  ['a time beyond 64 bits', { kind: 'moment.mark', moment: 'aware', at: 2n ** 63n }],
  ['an id with a path in it', { kind: 'board.remove', item: '../b1' }],
  [
    'a report node deeper than any document',
    { kind: 'report.section', report: 'r1', section: section('s1', { content: deep(41) }) },
  ],
  [
    'a report node with an attribute of a strange name',
    {
      kind: 'report.section',
      report: 'r1',
      section: section('s1', { content: { type: 'doc', attrs: { __x: 1 } } }),
    },
  ],
];

function deep(levels: number): ReturnType<typeof section>['content'] {
  let node: ReturnType<typeof section>['content'] = { type: 'doc' };
  for (let i = 0; i < levels; i++) node = { type: 'doc', content: [node] };
  return node;
}

describe('the shape of an op', () => {
  it.each(refused)('refuses %s', (_what, body) => {
    const sealed = sealOp({ ...op({ kind: 'case.rename', title: 'A' }), body: body as OpBody });
    expect(sealed.ok).toBe(false);
  });

  it('takes a document as deep as it may be, and no stack is too small for a deeper one', () => {
    const body = (levels: number): OpBody => ({
      kind: 'report.section',
      report: 'r1' as never,
      section: section('s1', { content: deep(levels) }),
    });
    expect(op(body(39)).body).toEqual(body(39));
    expect(verifyOp({ ...op(body(1)), body: body(100_000) }).ok).toBe(false);
  });

  it.each([
    ['a clock beyond the year 9999', { clock: 'ffffffffffff-0000-0badcafe' }],
    ['a clock that is none', { clock: '2026-01-01' }],
    ['too many heads', { after: Array(65).fill('0'.repeat(64)) }],
    ['a group with a line feed', { group: 'a\nb' }],
    ['a field too many', { also: 1 }],
    ['no analyst', { analyst: '' }],
    ['no case', { case: undefined }],
  ])('refuses %s', (_what, more) => {
    const draft = { ...op({ kind: 'case.rename', title: 'A' }), ...more };
    expect(sealOp(draft as never).ok).toBe(false);
  });

  it('is for one case', () => {
    expect(op({ kind: 'case.rename', title: 'A' }).case).toBe(CASE);
  });
});

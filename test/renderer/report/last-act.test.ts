import { expect, it } from 'vitest';
import { untold } from '#shared/entities/untold.ts';
import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { OpBody } from '#shared/work/op.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { lastActIsOf } from '#renderer/screens/report/editor/last-act.ts';
import { ALICE, op, ticking } from '#test/work/example-ops.ts';

const REPORT = 'r1' as ReportId;
const written: OpBody = {
  kind: 'report.section',
  report: REPORT,
  section: {
    id: 's1' as SectionId,
    rank: 'a0',
    level: 1,
    title: 'Summary',
    appendix: false,
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
  },
};
const told: OpBody = { kind: 'record.add', record: untold({ kind: 'host', value: 'WS07' }) };

/** Whether undo may be done from inside the text, after one act of these. */
function mayUndo(...bodies: OpBody[]): boolean {
  const tick = ticking();
  const log = new WorkLog(
    bodies.map((body) => op(body, { clock: tick(), analyst: ALICE, group: 'g' })),
  );
  const work = { log, info: { analyst: { id: ALICE } } } as unknown as Parameters<
    typeof lastActIsOf
  >[0];
  return lastActIsOf(work, REPORT, 'work.undo');
}

it('a text takes back what was written in its report, with the record of whom it was the first to name', () => {
  expect(mayUndo(written)).toBe(true);
  expect(mayUndo(written, told)).toBe(true);
});

it.each<[string, readonly OpBody[]]>([
  ['an entity that was added by itself', [told]],
  ['another report', [{ ...written, report: 'r2' as ReportId }]],
  [
    'a record of another kind',
    [
      written,
      { kind: 'record.remove', type: 'entity', record: untold({ kind: 'host', value: 'x' }).id },
    ],
  ],
])('and leaves alone what is not of it: %s', (_what, bodies) => {
  expect(mayUndo(...bodies)).toBe(false);
});

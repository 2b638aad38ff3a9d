import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Op } from '#shared/work/op.ts';
import { judgementsOf } from '#shared/response/incident-history.ts';
import { formatHlc } from '#shared/work/hlc.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { ALICE, BOB, op } from '../work/example-ops.ts';

let ms = Date.parse('2026-05-13T08:00:00Z');
const judged = (change: object, reason?: string, analyst = ALICE): Op =>
  op(
    { kind: 'record.edit', type: 'incident', record: 'incident' as RecordId, change },
    {
      clock: formatHlc({ ms: (ms += 60_000), counter: 0, node: '0badcafe' }),
      analyst,
      ...(reason !== undefined && { reason }),
    },
  );

const told = (log: WorkLog): readonly string[] =>
  judgementsOf(log.ops, (id) => log.counts(id)).map(
    ({ field, from, to, analyst, reason = '' }) => `${field} ${from} ${to} ${analyst} ${reason}`,
  );

describe('how an incident was judged', () => {
  const first = judged({ severity: 'medium' }, 'one workstation');
  const wrong = judged({ severity: 'low' }, 'a false alarm', BOB);
  const ops = [
    first,
    wrong,
    judged({ severity: 'critical', status: 'containment', scope: 'ws7' }, 'the domain'),
    judged({ severity: 'critical' }),
    judged({ summary: 'no judgement' }),
    judged({ tlp: 'red' }),
  ];

  it('is told change by change, with who, from what and why; what says nothing new is left out', () => {
    expect(told(new WorkLog(ops))).toEqual([
      'severity unrated medium alice one workstation',
      'severity medium low bob a false alarm',
      'severity low critical alice the domain',
      'status detection-and-analysis containment alice the domain',
      'tlp amber red alice ',
    ]);
  });

  it('leaves out what was taken back, as if it had not been', () => {
    const taken = op(
      { kind: 'retract', op: wrong.id },
      { clock: formatHlc({ ms: ms + 600_000, counter: 0, node: '0badcafe' }) },
    );
    expect(told(new WorkLog([...ops, taken]))[1]).toBe('severity medium critical alice the domain');
  });
});

import { describe, expect, it } from 'vitest';
import type { Metric } from '#shared/ipc/report.ts';
import type { BoardItem } from '#shared/model/board.ts';
import type { EventId, OpId, RecordId } from '#shared/model/ids.ts';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { metricsOf, type MetricsInput } from '#shared/report/metrics.ts';
import type { MomentName } from '#shared/work/op.ts';
import type { Moment } from '#shared/work/work-state.ts';
import { board } from './harbour-board.ts';
import { at, evidence } from './harbour-evidence.ts';

const op = '0'.repeat(64) as OpId;
const moments = (marks: Partial<Record<MomentName, Omit<Moment, 'op'>>>) =>
  new Map(Object.entries(marks).map(([name, mark]) => [name as MomentName, { ...mark, op }]));

const input = (change: Partial<MetricsInput>): MetricsInput => ({
  board,
  moments: new Map(),
  eventTimes: new Map(),
  evidence,
  ...change,
});

function named(metrics: readonly Metric[], name: string): Metric {
  const found = metrics.find((metric) => metric.name === name);
  if (found === undefined) throw new Error(`no metric ${name}`);
  return found;
}

describe('metrics, computed by hand', () => {
  const metrics = metricsOf(
    input({
      moments: moments({
        detected: { at: at('2026-05-13T05:31:12Z') },
        contained: { at: at('2026-05-13T05:55:00Z') },
        recovered: { at: at('2026-05-20T05:31:12Z') },
      }),
    }),
  );

  it.each([
    // The earliest item outside the Response lane is B1, 11 May 22:14:00.
    ['First known intruder activity', '2026-05-11 22:14:00 UTC'],
    ['Detected', '2026-05-13 05:31:12 UTC'],
    // 11 May 22:14:00 to 13 May 05:31:12 are 31 h 17 min 12 s.
    ['Dwell time', '1 d 7 h'],
    // 05:31:12 to 05:55:00.
    ['Time to contain', '23 min 48 s'],
    ['Time to recover', '7 d'],
    // The first item in the Response lane after 05:31:12 is that of 05:55:00.
    ['Time to first response', '23 min 48 s'],
    // 11 May 22:14:00 to 13 May 05:55:00 are 31 h 41 min.
    ['Time the intruder could act', '1 d 7 h'],
    // B4 is the last to end: 13 May 05:40:00; 31 h 26 min after B1.
    ['Span of known activity', '1 d 7 h'],
    // web1, mail, WS07, DC1, FS01, WS11
    ['Hosts on the board', 'at least 6'],
  ])('%s is %s', (name, value) => {
    expect(named(metrics, name)).toMatchObject({ value });
    expect(named(metrics, name).missing).toBeUndefined();
  });

  it('counts sealed files, their bytes and events, and what of them is covered', () => {
    // 134,287,360 + 67,178,496 + 20,480,000 + 1,204,224 + 8,192 bytes; 200,112 + 88,190 + 40,112 events;
    // 65,536 of 223,150,080 measured bytes unexplained.
    expect(named(metrics, 'Evidence examined').value).toBe(
      '5 files, 223 MB, 328,414 events, 99.97 % covered (1 file without a parser not counted)',
    );
  });
});

describe('what the response did', () => {
  const action = (id: string, more: Partial<ResponseAction>): ResponseAction => ({
    id: id as RecordId,
    type: 'action',
    title: `Action ${id}`,
    kind: 'containment',
    state: 'done',
    where: 'DC1',
    ...more,
  });
  const detected = moments({
    detected: { at: at('2026-05-13T05:31:12Z') },
    aware: { at: at('2026-05-13T05:40:00Z') },
  });

  it('counts to the first action done, which planned and failed ones are not', () => {
    const actions = [
      action('late', { at: at('2026-05-13T05:50:00Z') }),
      action('planned', { state: 'planned', at: at('2026-05-13T05:32:00Z') }),
      action('failed', { state: 'failed', at: at('2026-05-13T05:33:00Z') }),
      action('undated', {}),
      action('first', { state: 'verified', at: at('2026-05-13T05:41:42Z') }),
    ];
    const metrics = metricsOf(input({ moments: detected, actions }));
    // 05:31:12 to 05:41:42, and to 05:40:00.
    expect(named(metrics, 'Time to first response').value).toBe('10 min 30 s');
    expect(named(metrics, 'Time to awareness').value).toBe('8 min 48 s');
  });

  it('says why when nothing was done', () => {
    const none = metricsOf(input({ moments: detected, board: [] }));
    expect(named(none, 'Time to first response').missing).toMatch(/^no response action/);
    expect(named(none, 'Time the intruder could act').missing).toMatch(/no dated item/);
  });
});

describe('what cannot be said', () => {
  const why = (change: Partial<MetricsInput>, name: string): string | undefined =>
    named(metricsOf(input(change)), name).missing;

  it('is said so, with the reason', () => {
    expect(why({}, 'Detected')).toBe('no moment is marked as “detected”');
    expect(why({}, 'Dwell time')).toBe('no moment is marked as “detected”');
    expect(why({ board: [] }, 'First known intruder activity')).toMatch(/no dated item/);
    expect(why({ board: [] }, 'Hosts on the board')).toMatch(/names any/);
    expect(why({ evidence: [] }, 'Evidence examined')).toMatch(/no evidence/);
  });

  it('an event that is gone or undated gives no time', () => {
    const event = `${'a'.repeat(32)}.0.0` as EventId;
    const marked = moments({ detected: { event } });
    expect(why({ moments: marked }, 'Detected')).toMatch(/not among this case/);
    const eventTimes = new Map([[event, { precision: 's' as const }]]);
    expect(why({ moments: marked, eventTimes }, 'Detected')).toMatch(/no time/);
  });

  it('an end before its beginning is not a negative duration', () => {
    const marked = moments({
      detected: { at: at('2026-05-13T05:31:12Z') },
      contained: { at: at('2026-05-12T05:31:12Z') },
    });
    expect(why({ moments: marked }, 'Time to contain')).toMatch(/before the beginning/);
  });

  it('a coarse time widens what is computed from it', () => {
    const [first] = board;
    if (first === undefined) throw new Error('the board is empty');
    const coarse: BoardItem = { ...first, time: at('2026-05-11T00:00:00Z'), precision: 'day' };
    const metrics = metricsOf(
      input({
        board: [coarse],
        moments: moments({ detected: { at: at('2026-05-13T06:00:00Z') } }),
      }),
    );
    expect(named(metrics, 'Dwell time').value).toBe('2 d 6 h (± 1 d)');
  });
});

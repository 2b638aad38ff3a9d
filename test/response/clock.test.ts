import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import type { Deadline } from '#shared/records/kinds/deadline.ts';
import { DEADLINE } from '#shared/records/kinds/deadline.ts';
import { dueText, periodText, stateText } from '#shared/response/clocks/clock-text.ts';
import { clocksOf } from '#shared/response/clocks/clock.ts';
import { REGIMES, ruleOf } from '#shared/response/clocks/regimes.ts';
import { fold } from '#shared/work/fold.ts';
import type { OpBody } from '#shared/work/op.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { event, op, ticking } from '../work/example-ops.ts';

const at = (text: string): Instant => (BigInt(Date.parse(`${text}Z`)) * 1_000_000n) as Instant;

const missing = (rule: string): never => {
  throw new Error(`no rule ${rule}`);
};

const deadline = (rule: string, more: Partial<Deadline> = {}): Deadline => {
  const { title, from, count, unit, zone, until } = ruleOf(rule) ?? missing(rule);
  return {
    id: rule as RecordId,
    type: 'deadline',
    title,
    regime: rule,
    from,
    count,
    unit,
    zone: zone ?? 'Europe/Stockholm',
    ...(until !== undefined && { until }),
    ...more,
  };
};

function stateOf(...bodies: readonly OpBody[]): WorkState {
  const tick = ticking();
  return fold(bodies.map((body) => op(body, { clock: tick() })));
}

const add = (record: Deadline): OpBody => ({ kind: 'record.add', record });
const AWARE: OpBody = { kind: 'moment.mark', moment: 'aware', at: at('2026-05-13T08:20:00') };

const told = (state: WorkState, now: string): Record<string, string> =>
  Object.fromEntries(
    clocksOf(state, new Map(), at(now)).map((clock) => [clock.deadline.id, stateText(clock)]),
  );

describe('the clocks of a case', () => {
  it('wait for what they count from, and say what that is', () => {
    const state = stateOf(
      add(deadline('gdpr-33')),
      add(deadline('sec-8k-1-05')),
      add(deadline('nis2-23-4-b')),
      add(deadline('nis2-23-4-d', { after: 'nis2-23-4-b' as RecordId })),
      add(deadline('hipaa-164-404', { zone: 'Mars/Olympus' })),
    );
    const why = clocksOf(state, new Map(), at('2026-05-13T09:00:00')).map(
      ({ deadline: { id }, state: now }) => [id, now.kind === 'waiting' ? now.why : now.kind],
    );
    expect(Object.fromEntries(why)).toEqual({
      'gdpr-33': 'The key time “Aware” is not set.',
      'nis2-23-4-b': 'The key time “Aware” is not set.',
      'nis2-23-4-d': 'Counts from when “NIS2: incident notification” is met.',
      'sec-8k-1-05': 'The time from which it counts is not given.',
      'hipaa-164-404': '“Mars/Olympus” is no time zone that is known here.',
    });
  });

  it('run from awareness, soonest first, and say how long is left or by how much it is over', () => {
    const state = stateOf(AWARE, add(deadline('gdpr-33')), add(deadline('nis2-23-4-a')));
    expect(told(state, '2026-05-14T07:20:30')).toEqual({
      'nis2-23-4-a': '59 min left',
      'gdpr-33': '2 d left',
    });
    expect(told(state, '2026-05-14T08:20:00')['nis2-23-4-a']).toBe('less than a minute left');
    expect(told(state, '2026-05-14T11:50:59')).toEqual({
      'nis2-23-4-a': 'overdue by 3 h 30 min',
      'gdpr-33': '1 d 20 h left',
    });
    expect(Object.keys(told(state, '2026-05-14T11:50:59'))).toEqual(['nis2-23-4-a', 'gdpr-33']);
  });

  it('are met in time to the last instant, late after it, or waived', () => {
    const met = (time: string) =>
      told(
        stateOf(AWARE, add(deadline('nis2-23-4-a', { metAt: at(time) }))),
        '2026-06-01T00:00:00',
      )['nis2-23-4-a'];
    expect(met('2026-05-14T08:20:00')).toBe('met');
    expect(met('2026-05-14T08:21:00')).toBe('met 1 min late');
    const waived = stateOf(AWARE, add(deadline('gdpr-33', { waivedBecause: 'No personal data' })));
    expect(told(waived, '2026-06-01T00:00:00')).toEqual({ 'gdpr-33': 'waived' });
  });

  it('count from when another was met', () => {
    const state = stateOf(
      AWARE,
      add(deadline('nis2-23-4-b', { metAt: at('2026-05-15T13:00:00') })),
      add(deadline('nis2-23-4-d', { after: 'nis2-23-4-b' as RecordId })),
    );
    const last = clocksOf(state, new Map(), at('2026-05-20T10:00:00'))[0];
    expect(last?.deadline.id).toBe('nis2-23-4-d');
    expect(last?.due && dueText(last.due, last.deadline, String)).toBe(
      'end of Monday 2026-06-15 (Europe/Stockholm)',
    );
  });

  it('take the time of the event that a key time points at, and say when there is none', () => {
    const state = stateOf(
      { kind: 'moment.mark', moment: 'aware', event: event(1) },
      add(deadline('gdpr-33')),
    );
    const stateWith = (time: { time?: Instant } | null | undefined): unknown =>
      clocksOf(
        state,
        new Map(time === undefined ? [] : [[event(1), time]]),
        at('2026-05-13T09:20:00'),
      )[0]?.state;
    expect(stateWith({ time: at('2026-05-13T08:20:00') })).toMatchObject({ kind: 'running' });
    expect([stateWith(undefined), stateWith(null), stateWith({})]).toEqual([
      { kind: 'waiting', why: 'The event of the key time “Aware” is being read.' },
      {
        kind: 'waiting',
        why: 'The event of the key time “Aware” is not among this case’s events.',
      },
      { kind: 'waiting', why: 'The event of the key time “Aware” has no time.' },
    ]);
  });
});

describe('the regimes', () => {
  const rules = REGIMES.flatMap((regime) => regime.rules);

  it('have ids of their own, and every rule makes a deadline that can be kept', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const rule of rules) {
      const { id, type, ...fields } = deadline(rule.id);
      for (const [field, value] of Object.entries(fields)) {
        const shape = { ...DEADLINE.required, ...DEADLINE.optional }[field as 'title'];
        expect(shape.safeParse(value).success, `${rule.id} ${field}`).toBe(true);
      }
      expect([id, type]).toEqual([rule.id, 'deadline']);
      if (rule.from === 'met') expect(rules.map((one) => one.id)).toContain(rule.after);
    }
  });

  it('stand in the guide with the same periods', () => {
    const guide = readFileSync(
      resolve(import.meta.dirname, '../../docs/guide/incident.md'),
      'utf8',
    );
    const rows = guide.split('\n').filter((line) => line.startsWith('| '));
    for (const rule of rules) {
      const row = rows.find((line) => line.startsWith(`| ${rule.title} `));
      expect(row, rule.title).toContain(`| ${periodText(rule)} `);
    }
  });

  it('say the periods of the law', () => {
    expect(Object.fromEntries(rules.map((rule) => [rule.id, periodText(rule)]))).toEqual({
      'gdpr-33': '72 hours',
      'uk-gdpr-33': '72 hours',
      'nis2-23-4-a': '24 hours',
      'nis2-23-4-b': '72 hours',
      'nis2-23-4-d': '1 month',
      'dora-19-4-a': '4 hours',
      'dora-19-4-a-aware': '24 hours',
      'dora-19-4-b': '72 hours',
      'dora-19-4-c': '1 month',
      'cra-14-a': '24 hours',
      'cra-14-b': '72 hours',
      'cra-14-2-c': '14 days',
      'cra-14-4-c': '1 month',
      'hipaa-164-404': '60 days',
      'hipaa-164-406': '60 days',
      'hipaa-164-408-b': '60 days',
      'hipaa-164-408-c': '60 days',
      'hipaa-164-410': '60 days',
      'sec-8k-1-05': '4 business days',
      'us-bank-36': '36 hours',
      'nydfs-500-17-a': '72 hours',
      'nydfs-500-17-c-1': '24 hours',
      'nydfs-500-17-c-2': '30 days',
      'ftc-314-4-j': '30 days',
      'pci-12-10': '24 hours',
    });
  });
});

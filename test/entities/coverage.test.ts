import { describe, expect, it } from 'vitest';
import { coverageLines, coverageText } from '#shared/entities/coverage.ts';

const HOUR = 3_600_000_000_000n;
const START = 1_778_457_600_000_000_000n;
const at = (hours: number): bigint => START + BigInt(hours) * HOUR;

describe('coverage in words', () => {
  const whole = { first: at(0), last: at(72) };

  it('says what is missing, whether others have it, and where there is silence', () => {
    const lines = coverageLines('host', {
      span: whole,
      kinds: [
        { id: 'processes', events: 0, everywhere: 12, gaps: [] },
        { id: 'registry', events: 0, everywhere: 0, gaps: [] },
        {
          id: 'logons',
          events: 3,
          everywhere: 9,
          span: { first: at(10), last: at(70) },
          gaps: [{ first: at(20), last: at(40) }],
        },
      ],
    });
    expect(coverageText(lines).split('\n')).toEqual([
      'No process-creation events of this host in this evidence, though there are 12 events in all.',
      'No registry events of this host in this evidence, nor from any other.',
      'No logon events in 2 stretches of time: 2026-05-11 00:00:00 to 10:00:00 UTC; 2026-05-11 20:00:00 to 2026-05-12 16:00:00 UTC.',
      'Logon events: 3 events, 2026-05-11 10:00:00 UTC to 2026-05-13 22:00:00 UTC.',
    ]);
  });

  it('says one silence in a sentence of its own', () => {
    const [line] = coverageLines('host', {
      span: whole,
      kinds: [
        {
          id: 'logons',
          events: 3,
          everywhere: 3,
          span: { first: at(10), last: at(72) },
          gaps: [],
        },
      ],
    });
    expect(line?.text).toBe(
      'No logon events between 2026-05-11 00:00:00 UTC and 2026-05-11 10:00:00 UTC.',
    );
  });

  it('never counts events without a time as seen', () => {
    const [line] = coverageLines('host', {
      span: whole,
      kinds: [{ id: 'logons', events: 3, everywhere: 3, gaps: [] }],
    });
    expect(line?.kind).toBe('gap');
    expect(line?.text).toContain('none of which has a time');
  });

  it('of a case without evidence, says that there is nothing', () => {
    const lines = coverageLines('account', {
      kinds: [{ id: 'logons', events: 0, everywhere: 0, gaps: [] }],
    });
    expect(lines.map(({ kind }) => kind)).toEqual(['missing']);
  });
});

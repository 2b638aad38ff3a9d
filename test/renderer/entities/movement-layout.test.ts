import { describe, expect, it } from 'vitest';
import type { LogonRow } from '#renderer/screens/entities/logons/logon-columns.tsx';
import { movementOf, undrawnText } from '#renderer/screens/entities/logons/movement-layout.ts';
import { logonSheet } from '#renderer/screens/entities/print/sheets.ts';

const MINUTE = 60_000_000_000n;
const START = BigInt(Date.UTC(2026, 4, 13, 8)) * 1_000_000n;

const way = (n: number, source: string, host: string, more: Partial<LogonRow> = {}): LogonRow => ({
  id: `${n}`,
  source,
  account: 'LINDHOLM\\a.berg',
  host,
  events: 1,
  first: START + BigInt(n) * MINUTE,
  last: START + BigInt(n) * MINUTE,
  sourceLabel: source,
  hostLabel: host,
  accountLabel: 'LINDHOLM\\a.berg',
  sourceSide: 'unknown',
  hostSide: 'unknown',
  accountSide: 'unknown',
  noise: false,
  ...more,
});

const size = { width: 900, lane: () => 20 };

describe('movement between hosts', () => {
  it('has a lane for each host in the order of time, and an arrow at each first logon', () => {
    const rows = [way(5, 'DC1', 'FS01', { accountSide: 'intruder' }), way(1, '192.0.2.7', 'DC1')];
    const { lanes, moves, undrawn } = movementOf(rows, 'utc', size);
    expect(lanes.map(({ name }) => name)).toEqual(['192.0.2.7', 'DC1', 'FS01']);
    expect(moves.map(({ from, to, intruder }) => [from, to, intruder])).toEqual([
      [lanes[0]?.y, lanes[1]?.y, false],
      [lanes[1]?.y, lanes[2]?.y, true],
    ]);
    expect(moves[0]?.x).toBeLessThan(moves[1]?.x ?? 0);
    expect(undrawn).toBe(0);
  });

  it('draws the first forty and says how many it leaves out, on paper too', () => {
    const rows = [...Array(60).keys()].map((n) => way(n, `192.0.2.${n}`, 'DC1'));
    const movement = movementOf(rows, 'utc', size);
    expect(movement.lanes).toHaveLength(40);
    expect(movement.moves).toHaveLength(39);
    const said =
      'The 40 hosts and addresses that come first in time are drawn; the list holds 21 more.';
    expect(undrawnText(movement)).toBe(said);
    const { drawing } = logonSheet(rows, 'utc');
    expect(drawing).toMatchObject({ kind: 'movement', note: said });
    // A page on its side has room for no more beneath a heading.
    expect(drawing?.height).toBeLessThan(520);
  });

  it('cuts a long name and shows what hides in it', () => {
    const [lane] = movementOf([way(1, `${'a'.repeat(60)}\u202E`, 'DC1')], 'utc', size).lanes;
    expect(lane?.label).toMatch(/^a{27}…$/);
    const hostile = movementOf([way(1, '\u202Egpj.exe', 'DC1')], 'utc', size).lanes[0]?.label;
    expect(hostile).not.toContain('\u202E');
  });

  it('stands under a list that says its order only where it has it', () => {
    const rows = [way(1, '192.0.2.7', 'DC1'), way(5, 'DC1', 'FS01')];
    expect(logonSheet(rows, 'utc').lead).toBe(
      '2 ways into hosts. In the order of their first time.',
    );
    expect(logonSheet(rows.toReversed(), 'utc').lead).toBe('2 ways into hosts.');
  });

  it('is left out of the sheet where no way has a time, and the sheet names the zone of local times', () => {
    const { first: _, last: __, ...undated } = way(1, '192.0.2.7', 'DC1');
    expect(logonSheet([undated], 'utc').drawing).toBeUndefined();
    expect(logonSheet([undated], 'utc').lead).not.toContain('Local times');
    expect(logonSheet([way(1, '192.0.2.7', 'DC1')], 'local').lead).toContain(
      'Local times are those of UTC.',
    );
  });
});

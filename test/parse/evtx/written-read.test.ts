import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLog } from '#main/parse/evtx-writer/log-writer.ts';
import { anyEvent, type KnownEvent } from './arbitrary-event.ts';
import { arrayOf, ARRAY_NAMES, type Known, scalarOf, TYPE_NAMES } from './arbitrary-value.ts';
import { fieldsOf, type Log, readLog } from './read-log.ts';

const LEVELS: { readonly [level: number]: string } = {
  1: 'critical',
  2: 'error',
  3: 'warning',
  5: 'debug',
};

/** Every property of every event is there again, in order, without any complaint. */
function expectRead(log: Log, events: readonly KnownEvent[], firstRecord = 1): void {
  expect(log.issues).toEqual([]);
  expect(log.recovered).toEqual([]);
  expect(log.live.length).toBe(events.length);
  expect(log.coverage.bytes.unexplained).toBe(0);
  events.forEach(({ event, fields }, n) => {
    const row = log.live[n];
    expect(row).toMatchObject({
      n,
      record: firstRecord + n,
      time: event.time,
      timeMeaning: 'logged',
      precision: '100ns',
      zone: 'utc',
      provider: event.provider,
      channel: event.channel,
      host: event.computer,
      code: String(event.eventId),
      level: LEVELS[event.level ?? 4] ?? 'info',
    });
    expect(new Map(Object.entries(fieldsOf(row)))).toEqual(fields);
  });
}

const eventOf = (data: readonly Known[]) => ({
  provider: 'Fireline-Test',
  channel: 'Application',
  computer: 'HOST',
  eventId: 1,
  time: 1_780_000_000_000_000_000n,
  data: data.map(({ value }, n) => [`Field${n}`, value] as const),
});

/** Reads back values written as the fields of one event. */
function expectValues(values: readonly Known[]): void {
  const [row] = readLog(writeLog([eventOf(values)])).live;
  const fields = fieldsOf(row);
  expect(values.map((_, n) => fields[`Field${n}`])).toEqual(values.map(({ read }) => read));
}

/** Hundreds of logs are written and read here; on a busy machine that takes its time. */
const TIMEOUT = 60_000;

describe('what the EVTX writer writes', { timeout: TIMEOUT }, () => {
  it('is read back equal, whatever the events', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { minLength: 1, maxLength: 12 }),
        fc.bigInt({ min: 1n, max: 2n ** 40n }),
        (events, firstRecord) => {
          const bytes = writeLog(
            events.map(({ event }) => event),
            { firstRecord },
          );
          expectRead(readLog(bytes), events, Number(firstRecord));
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each(TYPE_NAMES)('reads values of the type %s', (type) => {
    fc.assert(
      fc.property(fc.array(scalarOf(type), { minLength: 1, maxLength: 20 }), expectValues),
      {
        numRuns: 12,
      },
    );
  });

  it.each(ARRAY_NAMES)('reads arrays of the type %s', (type) => {
    fc.assert(fc.property(fc.array(arrayOf(type), { minLength: 1, maxLength: 10 }), expectValues), {
      numRuns: 12,
    });
  });

  it('is read the same in pieces of any size', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(1000, 4097, 65_535),
        (events, step) => {
          const bytes = writeLog(events.map(({ event }) => event));
          expect(readLog(bytes, step)).toEqual(readLog(bytes));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('fills many chunks, each with its own names and templates', () => {
    const events = fc.sample(anyEvent, { numRuns: 400, seed: 7 });
    const bytes = writeLog(events.map(({ event }) => event));
    expect(bytes.length).toBeGreaterThan(4096 + 5 * 65_536);
    expectRead(readLog(bytes), events);
  });

  it('is the same bytes each time', () => {
    const events = fc.sample(anyEvent, { numRuns: 20, seed: 11 }).map(({ event }) => event);
    expect(writeLog(events)).toEqual(writeLog(events));
  });
});

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FieldValue } from '#shared/model/event.ts';
import type { ParserId } from '#shared/model/ids.ts';
import type { BatchRow } from '#main/parse/batch-row.ts';
import { BufferSource } from '#main/parse/buffer-source.ts';
import { parserById, parsers } from '#main/parse/registry.ts';
import { reread } from '#main/parse/reread.ts';
import { sniff } from '#main/parse/sniff.ts';
import type { Parser } from '#main/parse/parser.ts';
import { type ParsedBytes, parseBytes } from '../parse-bytes.ts';
import { random } from './random.ts';
import { type Fixture, fixtures, headOf } from './fixtures.ts';
import { goldenText } from './golden-text.ts';

/*
 * Every file of `test/parse/fixtures/<parser id>/` becomes these tests. The events it must give are in the file of the
 * same name with `.golden.jsonl`: `npx vitest run test/parse/golden -u` writes it, and a person reads it before it is
 * committed.
 */

/** Parsers whose evidence is made by a writer of our own, and which have tests of their own. */
const TESTED_ELSEWHERE = new Map([['evtx', 'test/parse/evtx']]);
const CUTS = 40;
const FLIPS = 80;

const all = fixtures();

describe('every parser', () => {
  it.each(parsers.filter(({ id }) => !TESTED_ELSEWHERE.has(id)).map(({ id }) => id))(
    '%s has a fixture',
    (id) => {
      expect(all.some((fixture) => fixture.parser === id)).toBe(true);
    },
  );

  it.each([...new Set(all.map(({ parser }) => parser))])('the folder %s is of a parser', (id) => {
    expect(parserById(id as ParserId)).toBeDefined();
  });
});

for (const fixture of all) {
  const parser = parserById(fixture.parser as ParserId);
  if (parser !== undefined)
    describe(`${fixture.parser}/${fixture.name}`, () => {
      tests(parser, fixture);
    });
}

function tests(parser: Parser, { name, bytes, context, golden, dependsOnWhole }: Fixture): void {
  const whole = parseBytes(parser, bytes, context);

  it('is recognised by its parser, and by no other as well', () => {
    const [first, second] = sniff(headOf(bytes, name));
    expect(first?.parser.id).toBe(parser.id);
    if (second !== undefined && second.parser.id !== 'lines')
      expect(first?.confidence).toBeGreaterThan(second.confidence);
  });

  const written = existsSync(golden);
  it('gives the events that were reviewed', async () => {
    await expect(goldenText(parser, whole)).toMatchFileSnapshot(golden);
    expect(written, `${golden} was only written now: read it line by line, then run again`).toBe(
      true,
    );
  });

  it('accounts for every byte', () => {
    checkAccount(whole, bytes.length);
    expect(whole.coverage.bytes.unexplained).toBe(0);
  });

  it('gives each event a place of its own, in the order of the file', () => {
    let end = 0;
    let last: BatchRow | undefined;
    for (const row of whole.rows) {
      if (row.offset === last?.offset) {
        expect(row.length).toBe(last.length);
        expect(row.ordinal).toBeGreaterThan(last.ordinal);
      } else expect(row.offset).toBeGreaterThanOrEqual(end);
      end = row.offset + row.length;
      last = row;
    }
    expect(end).toBeLessThanOrEqual(bytes.length);
  });

  it('gives the same event again for its place alone', () => {
    const again = reread(parser, new BufferSource(bytes), context, whole.rows);
    expect(again.failure).toBeUndefined();
    for (const row of whole.rows) {
      const found = again.events.get(row.offset)?.find(({ ordinal }) => ordinal === row.ordinal);
      expect({ ...found, n: row.n }).toEqual(row);
    }
  });

  it.each([1, 7, 65_536])('gives the same in reads of %i bytes', (step) => {
    expect(parseBytes(parser, bytes, context, step)).toEqual(whole);
  });

  it('holds every visible text in its searchable text', () => {
    for (const row of whole.rows)
      for (const text of visible(row)) expect(row.search).toContain(text.toLowerCase());
  });

  it('is read as far as it goes when it is cut', () => {
    for (let i = 1; i <= CUTS; i++) {
      const size = Math.floor((bytes.length * i) / (CUTS + 1));
      const part = bytes.subarray(0, size);
      const cut = parseBytes(parser, part, context);
      if (isRefused(parser, part, cut)) continue;
      checkAccount(cut, size);
      checkLossIsSaid(cut);
      for (const row of cut.rows) expect(row.offset + row.length).toBeLessThanOrEqual(size);
      if (i * 2 > CUTS) checkKept(whole, cut, size, dependsOnWhole ? place : same);
    }
  });

  it('is read as far as it can be when bytes of it are changed', () => {
    const next = random(bytes.length);
    for (let i = 0; i < FLIPS; i++) {
      const changed = Buffer.from(bytes);
      for (let flips = 1 + (i % 4); flips > 0; flips--) {
        const at = Math.floor(next() * changed.length);
        changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(next() * 8));
      }
      const damaged = parseBytes(parser, changed, context);
      expect(damaged.rows.length).toBeLessThanOrEqual(changed.length);
      if (isRefused(parser, changed, damaged)) continue;
      checkAccount(damaged, changed.length);
      checkLossIsSaid(damaged);
    }
  });
}

/** No failure, and bytes that add up: what the parser claimed twice would be said in an issue. */
function checkAccount({ coverage, failure, issues }: ParsedBytes, size: number): void {
  expect(failure).toBeUndefined();
  const { parsed, skipped, unexplained } = coverage.bytes;
  expect(parsed + skipped + unexplained).toBe(size);
  expect(issues.filter(({ code }) => code === 'bytes-overcounted')).toEqual([]);
}

function checkLossIsSaid({ coverage, issues }: ParsedBytes): void {
  if (coverage.bytes.unexplained > 0)
    expect(issues.some(({ severity }) => severity === 'loss')).toBe(true);
}

/** A parser may say that a file is none of its format, of a file that it would not have been given. */
const isRefused = (parser: Parser, bytes: Buffer, { failure }: ParsedBytes): boolean =>
  failure?.code === 'invalid-argument' && parser.sniff(headOf(bytes, '')) === 0;

const same = (row: BatchRow): object => row;
const place = ({ offset, length }: BatchRow): object => ({ offset, length });

/** What was whole before the cut is what it was, but for the last: a line after it may have belonged to it. */
function checkKept(
  whole: ParsedBytes,
  cut: ParsedBytes,
  size: number,
  shown: (row: BatchRow) => object,
): void {
  const before = whole.rows.filter(({ offset, length }) => offset + length < size);
  const last = before.at(-1)?.offset;
  const sure = before.filter(({ offset }) => offset !== last);
  expect(cut.rows.slice(0, sure.length).map(shown)).toEqual(sure.map(shown));
}

/** All that an analyst sees of an event and may look for. */
function visible(row: BatchRow): string[] {
  const named = [row.message, row.host, row.user, row.sourceIp, row.process, row.code, row.channel];
  const fields = JSON.parse(row.fields) as { readonly [key: string]: FieldValue };
  return [...named.filter((text) => text !== undefined), ...Object.values(fields).flatMap(leaves)];
}

function leaves(value: FieldValue): string[] {
  if (value === null) return [];
  return typeof value === 'object'
    ? Object.values<FieldValue>(value).flatMap(leaves)
    : [String(value)];
}

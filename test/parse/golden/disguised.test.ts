import { isUtf8 } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { ParserId } from '#shared/model/ids.ts';
import type { BatchRow } from '#main/parse/batch-row.ts';
import { BufferSource } from '#main/parse/buffer-source.ts';
import { parserById } from '#main/parse/registry.ts';
import { reread } from '#main/parse/reread.ts';
import { sniff } from '#main/parse/sniff.ts';
import type { Parser } from '#main/parse/parser.ts';
import { parseBytes } from '../parse-bytes.ts';
import { DISGUISES } from './disguises.ts';
import { type Fixture, fixtures, headOf } from './fixtures.ts';

/** Text says the same however its characters are written; only places differ. */

const texts = fixtures().filter(({ bytes }) => isUtf8(bytes) && !bytes.includes(0));
/** Counts bytes in its text, so that it cannot be written otherwise. */
const COUNTED = 'framed.bin';

for (const fixture of texts) {
  const parser = parserById(fixture.parser as ParserId);
  if (parser !== undefined && fixture.name !== COUNTED)
    describe(`${fixture.parser}/${fixture.name}`, () => {
      tests(parser, fixture);
    });
}

function tests(parser: Parser, { name, bytes, context }: Fixture): void {
  const text = bytes.toString('utf8');
  const plain = parseBytes(parser, bytes, context);

  for (const disguise of DISGUISES) {
    const changed = disguise.of(text);
    if (changed === undefined) continue;
    it(`reads the same in ${disguise.name}`, () => {
      const run = parseBytes(parser, changed, context);
      expect(run.failure).toBeUndefined();
      expect(run.rows.map(content)).toEqual(plain.rows.map(content));
      const { parsed, skipped, unexplained } = run.coverage.bytes;
      expect(parsed + skipped).toBe(changed.length);
      expect(unexplained).toBe(0);
      expect(sniff(headOf(changed, name))[0]?.parser.id).toBe(parser.id);
      const again = reread(parser, new BufferSource(changed), context, run.rows);
      for (const row of run.rows)
        expect({
          ...again.events.get(row.offset)?.find(({ ordinal }) => ordinal === row.ordinal),
          n: row.n,
        }).toEqual(row);
      expect(parseBytes(parser, changed, context, 3)).toEqual(run);
    });
  }

  it('survives an endless line, zeros and bytes that are no UTF-8 after it', () => {
    const endless = Buffer.alloc(3_000_000, 'A');
    const extra = [
      Buffer.alloc(40_000),
      Buffer.from('\n'),
      endless,
      Buffer.from([0x0a, 0xff, 0xfe, 0xc3, 0x28, 0x80, 0x0a]),
    ];
    const changed = Buffer.concat([bytes, ...extra]);
    const run = parseBytes(parser, changed, context);
    expect(run.failure).toBeUndefined();
    const { parsed, skipped, unexplained } = run.coverage.bytes;
    expect(parsed + skipped + unexplained).toBe(changed.length);
    expect(run.issues.filter(({ code }) => code === 'bytes-overcounted')).toEqual([]);
    // The last record may go on into what was put behind it.
    const last = plain.rows.at(-1)?.offset;
    const sure = plain.rows.filter(({ offset }) => offset !== last);
    expect(run.rows.slice(0, sure.length).map(({ offset }) => offset)).toEqual(
      sure.map(({ offset }) => offset),
    );
  });
}

/** An event without its place and what quotes the line's own end. */
function content(row: BatchRow): object {
  return {
    ...row,
    offset: 0,
    length: 0,
    search: row.search.replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
  };
}

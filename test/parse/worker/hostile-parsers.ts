import type { ParserId } from '#shared/model/ids.ts';
import { type Parser, type Sink, blankEvent } from '#main/parse/parser.ts';
import { parserById as knownById } from '#main/parse/registry.ts';

/** Parsers that misbehave in the ways a hostile file could make one misbehave. Each gives some events first. */

const event = blankEvent();

function emit(out: Sink, from: number, count: number): void {
  for (let i = from; i < from + count; i++) {
    event.offset = i;
    event.length = 1;
    event.message = `event ${i}`;
    out.record();
    out.parsed(1);
    out.event(event);
  }
}

const parserOf = (id: string, parse: Parser['parse']): Parser => ({
  id: id as ParserId,
  version: 1,
  title: id,
  spec: 'none',
  zone: 'utc',
  fields: {},
  sniff: () => 0,
  parse,
});

/** Events of which a batch is sent before the trouble begins. */
export const FIRST = 3_000;

const hostile: readonly Parser[] = [
  parserOf('throws', (_input, out) => {
    emit(out, 0, FIRST);
    throw new Error('a fault of the parser');
  }),
  parserOf('exits', (_input, out) => {
    emit(out, 0, FIRST);
    process.exit(7);
  }),
  parserOf('hangs', (_input, out) => {
    emit(out, 0, FIRST);
    for (;;) Math.sqrt(2);
  }),
  parserOf('eats', (_input, out) => {
    emit(out, 0, FIRST);
    // In small pieces: one piece that is larger than what V8 grants a thread in its last moments ends the process.
    let kept: object = {};
    for (let n = 0; ; n += 1) kept = { kept, more: [n] };
  }),
  parserOf('fills', (input, out) => {
    for (let at = 0; at < input.size; at += 1_000) {
      emit(out, at, Math.min(1_000, input.size - at));
      out.position(at);
    }
  }),
];

const byId = new Map(hostile.map((parser) => [parser.id, parser]));

/** In place of the registry's own: the misbehaving, and all others. */
export const parserById = (id: ParserId): Parser | undefined => byId.get(id) ?? knownById(id);

import type { ParserId } from '#shared/model/ids.ts';
import type { Parser } from './parser.ts';

const modules = import.meta.glob<{ readonly parser: Parser }>(
  ['./formats/*.ts', './formats/*/index.ts'],
  { eager: true },
);

/** Every evidence format, in the order of their paths: a file in `formats/` is registered by being there. */
export const parsers: readonly Parser[] = collect(modules);

const byId = new Map(parsers.map((parser) => [parser.id, parser]));

export const parserById = (id: ParserId): Parser | undefined => byId.get(id);

/** Checks what the types cannot: every module exports a parser, ids are unique. Either is a bug, so it throws. */
export function collect(found: Record<string, { readonly parser?: Parser }>): Parser[] {
  const seen = new Map<ParserId, string>();
  const all: Parser[] = [];
  for (const path of Object.keys(found).sort()) {
    const parser = found[path]?.parser;
    if (parser === undefined) throw new Error(`${path} exports no parser`);
    const other = seen.get(parser.id);
    if (other !== undefined) throw new Error(`${path} and ${other} share the id ${parser.id}`);
    seen.set(parser.id, path);
    all.push(parser);
  }
  return all;
}

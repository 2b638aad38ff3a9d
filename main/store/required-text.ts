import type { Pattern } from '#shared/query/ast.ts';
import { fold } from './patterns.ts';

/** The longest run of plain text that every match must contain, folded; empty when there is none. */
export function requiredText(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'literal':
      return fold(pattern.text);
    case 'wildcard':
      return longest(
        pattern.text.replace(/\\[*?\\]/g, (c) => (c === '\\\\' ? '\\' : '*')).split(/[*?]/),
      );
    case 'regex':
      return longest(plainRuns(pattern.source, pattern.caseless));
  }
}

const longest = (runs: readonly string[]): string =>
  fold(runs.reduce((found, run) => (run.length > found.length ? run : found), ''));

/** Escapes that stand for one of several characters, or for a place. */
const CLASS_ESCAPE = /^\\[dDwWsSbBAzntrfva]/;
const REPEAT = /^(?:[*+?]|\{\d+(?:,\d*)?\})/;

/**
 * Runs of plain characters outside of groups, classes and choices of an RE2 expression: every match contains each of
 * them, in some case. Whatever is not understood gives none.
 */
function plainRuns(source: string, caseless: boolean): readonly string[] {
  // Quoting would hide brackets from what follows.
  if (source.includes('\\Q')) return [];
  const anyCase = caseless || source.includes('(?');
  const runs: string[] = [];
  let run: string[] = [];
  const end = (): void => {
    runs.push(run.join(''));
    run = [];
  };
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at);
    const c = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    let length = c.length;
    if (c === '|') return [];
    if (c === '(' || c === '[') {
      const closed = c === '(' ? groupLength(rest) : classLength(rest);
      if (closed === undefined) return [];
      length = closed;
      end();
    } else if (c === '\\') {
      const next = rest.charAt(1);
      length = 2;
      if (CLASS_ESCAPE.test(rest)) end();
      else if (/^[^\p{L}\p{N}]$/u.test(next)) run.push(next);
      else return [];
    } else if (c === '.' || c === '^' || c === '$') end();
    else if (isPlain(c, anyCase)) run.push(c);
    else end();
    at += length;
    const repeat = REPEAT.exec(source.slice(at))?.[0];
    if (repeat === undefined) continue;
    // The character before may not be there, or may be there many times.
    if (repeat !== '+') run.pop();
    end();
    at += repeat.length;
    // Whether it takes as little as it can.
    if (source.charAt(at) === '?') at++;
  }
  end();
  return runs;
}

/** Where case does not matter, the long ſ is an s as well, and stays what it is when text is folded. */
const isPlain = (c: string, anyCase: boolean): boolean =>
  c >= ' ' && c <= '~' && !(anyCase && (c === 's' || c === 'S'));

/** Length of a group from its bracket on, with all groups within. */
function groupLength(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at);
    if (c === '\\') at++;
    else if (c === '[') {
      const length = classLength(text.slice(at));
      if (length === undefined) return undefined;
      at += length - 1;
    } else if (c === '(') depth++;
    else if (c === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Length of a class of characters; a bracket right after its beginning belongs to it, and so do named classes. */
const classLength = (text: string): number | undefined =>
  /^\[\^?\]?(?:\\[^]|\[:\^?\w+:\]|[^\]\\])*\]/.exec(text)?.[0].length;

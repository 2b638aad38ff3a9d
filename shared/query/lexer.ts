import type { QueryError, Span } from './ast.ts';

/**
 * Tokens of a query, with exact places in the text. `field` is a name with its colon, `exact` the equals sign after it,
 * `word` may hold wildcards, `phrase` was quoted, `regex` stood between slashes.
 */
export type Token = Span &
  (
    | { readonly kind: 'open' | 'close' | 'range-open' | 'range-close' | 'exact' }
    | { readonly kind: 'and' | 'or' | 'not' | 'to' }
    | { readonly kind: 'compare'; readonly op: '<' | '<=' | '>' | '>=' }
    | { readonly kind: 'field'; readonly name: string }
    | { readonly kind: 'word'; readonly text: string; readonly wildcard: boolean }
    | { readonly kind: 'phrase'; readonly text: string }
    | { readonly kind: 'regex'; readonly source: string; readonly caseless: boolean }
  );

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly errors: readonly QueryError[];
}

const SPACE = /\s/;
const ENDS_WORD = /[\s()[\]"]/;
const FIELD_NAME = /^[A-Za-z_@][\w.@/%-]*$/;
const KEYWORDS: Readonly<Record<string, 'and' | 'or' | 'not' | 'to'>> = {
  and: 'and',
  or: 'or',
  not: 'not',
  to: 'to',
};

/** Never fails: what cannot be read is an error beside the tokens, so that highlighting goes on while one types. */
export function lex(text: string): Lexed {
  const tokens: Token[] = [];
  const errors: QueryError[] = [];
  let at = 0;
  const directlyAfter = (...kinds: readonly Token['kind'][]): boolean => {
    const last = tokens.at(-1);
    return last !== undefined && last.to === at && kinds.includes(last.kind);
  };
  /** Directly after `name:`, where a value is read differently from free text. */
  const afterField = (): boolean => directlyAfter('field', 'compare');
  /** Directly after `name:=`, where every character is itself. */
  const afterExact = (): boolean => directlyAfter('exact');
  const inRange = (): boolean => {
    const open = tokens.findLastIndex((token) => token.kind === 'range-open');
    return open >= 0 && !tokens.slice(open).some((token) => token.kind === 'range-close');
  };

  while (at < text.length) {
    const c = text.charAt(at);
    const from = at;
    if (SPACE.test(c)) {
      at++;
    } else if (c === '(' || c === ')') {
      at++;
      tokens.push({ kind: c === '(' ? 'open' : 'close', from, to: at });
    } else if (c === '[' && afterField()) {
      at++;
      tokens.push({ kind: 'range-open', from, to: at });
    } else if (c === ']' && inRange()) {
      at++;
      tokens.push({ kind: 'range-close', from, to: at });
    } else if (c === '"') {
      const quoted = readQuoted(text, at);
      at = quoted.end;
      if (!quoted.closed)
        errors.push({ from, to: at, message: 'This quote is not closed; add " at the end.' });
      if (text.charAt(at) === ':' && !afterField() && !afterExact()) {
        at++;
        tokens.push({ kind: 'field', name: quoted.text, from, to: at });
      } else tokens.push({ kind: 'phrase', text: quoted.text, from, to: at });
    } else if (
      c === '/' &&
      !afterExact() &&
      (tokens.length === 0 ||
        afterField() ||
        SPACE.test(text.charAt(at - 1)) ||
        text.charAt(at - 1) === '(')
    ) {
      const regex = readRegex(text, at);
      if (regex === undefined) at = pushWord(text, at, tokens, 'value');
      else {
        at = regex.end;
        tokens.push({
          kind: 'regex',
          source: regex.source,
          caseless: regex.caseless,
          from,
          to: at,
        });
      }
    } else if (c === '=' && directlyAfter('field')) {
      at++;
      tokens.push({ kind: 'exact', from, to: at });
    } else if ((c === '<' || c === '>') && afterField()) {
      const op = text.charAt(at + 1) === '=' ? (`${c}=` as const) : c;
      at += op.length;
      tokens.push({ kind: 'compare', op, from, to: at });
    } else if (
      (c === '-' || c === '!') &&
      !afterField() &&
      !afterExact() &&
      /[^\s)]/.test(text.charAt(at + 1)) &&
      startsTerm(text, at)
    ) {
      at++;
      tokens.push({ kind: 'not', from, to: at });
    } else {
      at = pushWord(text, at, tokens, afterExact() ? 'exact' : afterField() ? 'value' : 'free');
    }
  }
  return { tokens, errors };
}

const startsTerm = (text: string, at: number): boolean =>
  at === 0 || /[\s(]/.test(text.charAt(at - 1));

/** free: it may turn out a field or a keyword · value: of a field · exact: of a field, and no character is a wildcard. */
type WordPlace = 'free' | 'value' | 'exact';

function pushWord(text: string, start: number, tokens: Token[], place: WordPlace): number {
  let at = start;
  let value = '';
  let wildcard = false;
  while (at < text.length) {
    const c = text.charAt(at);
    if (c === '\\' && /[\\*?"():[\]<>=/ !-]/.test(text.charAt(at + 1))) {
      const escaped = text.charAt(at + 1);
      // A wildcard that is meant literally keeps its backslash, for whoever compiles the pattern.
      value += escaped === '*' || escaped === '?' || escaped === '\\' ? `\\${escaped}` : escaped;
      at += 2;
      continue;
    }
    if (ENDS_WORD.test(c) && at > start) break;
    if (c === ':' && place === 'free' && isFieldColon(text, start, at)) {
      tokens.push({ kind: 'field', name: text.slice(start, at), from: start, to: at + 1 });
      return at + 1;
    }
    if ((c === '*' || c === '?') && place !== 'exact') wildcard = true;
    value += c === '\\' ? '\\\\' : c;
    at++;
  }
  const keyword = KEYWORDS[text.slice(start, at).toLowerCase()];
  const span = { from: start, to: at };
  if (keyword !== undefined && place === 'free') tokens.push({ kind: keyword, ...span });
  else tokens.push({ kind: 'word', text: wildcard ? value : unescape(value), wildcard, ...span });
  return at;
}

const unescape = (value: string): string => value.replace(/\\([\\*?])/g, '$1');

/** `name:` begins a test, but `C:\x`, `https://x` and `10.0.0.1:445` are text. */
function isFieldColon(text: string, start: number, colon: number): boolean {
  const name = text.slice(start, colon);
  const after = text.slice(colon + 1, colon + 3);
  const drive = name.length === 1 && after.startsWith('\\');
  return FIELD_NAME.test(name) && !drive && after !== '//';
}

function readQuoted(text: string, start: number): { text: string; end: number; closed: boolean } {
  let value = '';
  let at = start + 1;
  while (at < text.length) {
    const c = text.charAt(at);
    if (c === '"') return { text: value, end: at + 1, closed: true };
    if (c === '\\' && (text.charAt(at + 1) === '"' || text.charAt(at + 1) === '\\')) {
      value += text.charAt(at + 1);
      at += 2;
    } else {
      value += c;
      at++;
    }
  }
  return { text: value, end: at, closed: false };
}

function readRegex(
  text: string,
  start: number,
): { source: string; caseless: boolean; end: number } | undefined {
  let at = start + 1;
  let inClass = false;
  for (; at < text.length; at++) {
    const c = text.charAt(at);
    if (c === '\\') at++;
    else if (c === '[') inClass = true;
    else if (c === ']') inClass = false;
    else if (c === '/' && !inClass) {
      const caseless = text.charAt(at + 1) === 'i';
      const end = at + (caseless ? 2 : 1);
      const ended = end >= text.length || /[\s)]/.test(text.charAt(end));
      return ended && at > start + 1
        ? { source: text.slice(start + 1, at).replaceAll('\\/', '/'), caseless, end }
        : undefined;
    }
  }
  return undefined;
}

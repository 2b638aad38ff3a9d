import type { Pattern } from '#shared/query/ast.ts';

const REGEX_SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** The text of a pattern as an RE2 expression. `whole`: it must cover the value from end to end. */
export function patternToRegex(
  pattern: Exclude<Pattern, { kind: 'literal' }>,
  whole: boolean,
): string {
  if (pattern.kind === 'regex')
    return pattern.caseless ? `(?is)${pattern.source}` : `(?s)${pattern.source}`;
  let regex = '';
  for (let i = 0; i < pattern.text.length; i++) {
    const c = pattern.text.charAt(i);
    const next = pattern.text.charAt(i + 1);
    if (c === '\\' && (next === '*' || next === '?' || next === '\\')) {
      regex += `\\${next}`;
      i++;
    } else if (c === '*') regex += '.*';
    else if (c === '?') regex += '.';
    else regex += c.replace(REGEX_SPECIAL, '\\$&');
  }
  return whole ? `(?is)^${regex}$` : `(?is)${regex}`;
}

/** As the search column is folded when an event is stored. */
export const fold = (text: string): string => text.toLowerCase();

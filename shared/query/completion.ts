import { lex } from './lexer.ts';

/** What may be written at a place of the query, and which part of the text it would replace. */
export type Completion =
  | { readonly expects: 'term'; readonly from: number; readonly to: number; readonly text: string }
  | {
      readonly expects: 'value';
      readonly field: string;
      readonly from: number;
      readonly to: number;
      readonly text: string;
    };

/** `position` counts characters from the start of the text. */
export function completionAt(text: string, position: number): Completion {
  const { tokens } = lex(text.slice(0, position));
  const last = tokens.at(-1);
  if (last === undefined || last.to < position) {
    return { expects: 'term', from: position, to: position, text: '' };
  }
  const field = fieldBefore(tokens);
  switch (last.kind) {
    case 'field':
      return { expects: 'value', field: last.name, from: position, to: position, text: '' };
    case 'word':
    case 'phrase':
      return field === undefined
        ? { expects: 'term', from: last.from, to: position, text: last.text }
        : { expects: 'value', field, from: last.from, to: position, text: last.text };
    case 'and':
    case 'or':
    case 'not':
    case 'to':
      return {
        expects: 'term',
        from: last.from,
        to: position,
        text: text.slice(last.from, position),
      };
    case 'open':
    case 'close':
    case 'range-open':
    case 'range-close':
    case 'compare':
    case 'exact':
    case 'regex':
      return field === undefined
        ? { expects: 'term', from: position, to: position, text: '' }
        : { expects: 'value', field, from: position, to: position, text: '' };
  }
}

/** The field whose value is being written by the last token, also inside `field:(a or b`. */
function fieldBefore(tokens: ReturnType<typeof lex>['tokens']): string | undefined {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (token === undefined || token.kind === 'close' || token.kind === 'range-close')
      return undefined;
    if (token.kind === 'field') {
      const inside =
        next?.kind === 'open' ||
        next?.kind === 'range-open' ||
        next?.kind === 'compare' ||
        next?.kind === 'exact';
      const direct = next !== undefined && next.from === token.to && i >= tokens.length - 2;
      return inside || direct ? token.name : undefined;
    }
  }
  return undefined;
}

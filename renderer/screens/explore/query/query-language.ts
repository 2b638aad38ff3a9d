import type { Extension } from '@codemirror/state';
import { RangeSetBuilder } from '@codemirror/state';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import { Decoration, ViewPlugin } from '@codemirror/view';
import type { Token } from '#shared/query/lexer.ts';
import { lex } from '#shared/query/lexer.ts';
import { parseQuery } from '#shared/query/parse-query.ts';

const CLASSES: { readonly [K in Token['kind']]: string } = {
  field: 'fl-q-field',
  word: 'fl-q-value',
  phrase: 'fl-q-value',
  regex: 'fl-q-regex',
  and: 'fl-q-word',
  or: 'fl-q-word',
  not: 'fl-q-not',
  to: 'fl-q-word',
  open: 'fl-q-mark',
  close: 'fl-q-mark',
  'range-open': 'fl-q-mark',
  'range-close': 'fl-q-mark',
  compare: 'fl-q-mark',
  exact: 'fl-q-mark',
};

/** The first thing wrong with a query, as a sentence; undefined when nothing is. */
export function queryProblem(text: string): string | undefined {
  const parsed = parseQuery(text);
  return parsed.ok ? undefined : parsed.errors[0]?.message;
}

function decorate(view: EditorView): DecorationSet {
  const text = view.state.doc.toString();
  const parsed = parseQuery(text);
  const marks = lex(text).tokens.map(({ kind, from, to }) => ({
    from,
    to,
    className: CLASSES[kind],
  }));
  const errors = (parsed.ok ? [] : parsed.errors).map(({ from, to }) => ({
    from: Math.min(from, Math.max(0, text.length - 1)),
    to: Math.min(Math.max(to, from + 1), text.length),
    className: 'fl-q-error',
  }));
  const builder = new RangeSetBuilder<Decoration>();
  const all = [...marks, ...errors].filter(({ from, to }) => from < to);
  for (const { from, to, className } of all.sort((a, b) => a.from - b.from || a.to - b.to)) {
    builder.add(from, to, Decoration.mark({ class: className }));
  }
  return builder.finish();
}

/** Colours the parts of a query and underlines what cannot be read, with the language's own reader. */
export const queryHighlight: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

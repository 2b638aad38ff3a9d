import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import { queryCompletion } from './query-completion.ts';
import { queryHighlight } from './query-language.ts';

export interface QueryEditorOptions {
  readonly parent: HTMLElement;
  readonly engine: EngineClient;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRun: (text: string) => void;
  /** Earlier (1) or later (-1) query, or undefined when there is none. */
  readonly onRecall: (by: 1 | -1) => string | undefined;
  readonly onLeave: () => void;
}

/** One line: what is pasted over several lines is joined. */
const oneLine = EditorState.transactionFilter.of((transaction) =>
  transaction.docChanged && transaction.newDoc.lines > 1
    ? [
        {
          changes: {
            from: 0,
            to: transaction.startState.doc.length,
            insert: transaction.newDoc.toString().replace(/\s*\n\s*/g, ' '),
          },
          selection: {
            anchor: Math.min(transaction.newDoc.length, transaction.newSelection.main.head),
          },
        },
      ]
    : transaction,
);

export const replaceText = (view: EditorView, text: string): void =>
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    selection: { anchor: text.length },
  });

/** The query line: completion, highlighting, Enter runs, arrows recall. */
export function createQueryEditor(options: QueryEditorOptions): EditorView {
  const recall =
    (by: 1 | -1) =>
    (view: EditorView): boolean => {
      if (completionStatus(view.state) !== null) return false;
      const text = options.onRecall(by);
      if (text !== undefined) replaceText(view, text);
      return true;
    };
  return new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        keymap.of([
          { key: 'Tab', run: acceptCompletion },
          {
            key: 'Enter',
            run: (view) => {
              if (completionStatus(view.state) === 'active' && acceptCompletion(view)) return true;
              // Also what is still being looked up: it would open over the events that were asked for.
              closeCompletion(view);
              options.onRun(view.state.doc.toString());
              return true;
            },
          },
          { key: 'ArrowUp', run: recall(1) },
          { key: 'ArrowDown', run: recall(-1) },
          ...completionKeymap.filter(({ key }) => key !== 'Enter'),
          {
            key: 'Escape',
            run: () => {
              options.onLeave();
              return true;
            },
          },
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        history(),
        oneLine,
        queryHighlight,
        autocompletion({
          override: [queryCompletion(options.engine)],
          icons: false,
          selectOnOpen: false,
          maxRenderedOptions: 60,
        }),
        placeholder('Query: words, host:ws07, user:svc_*, not code:4624, /regex/'),
        EditorView.contentAttributes.of({
          'aria-label': 'Query',
          'aria-describedby': 'fl-query-problem',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onText(update.state.doc.toString());
        }),
      ],
    }),
  });
}

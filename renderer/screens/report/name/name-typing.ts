import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The name that is being typed after `@`. */
export interface Typed {
  /** Where the `@` stands. */
  readonly at: number;
  readonly query: string;
}

/** A key that is pressed while a name is typed; true when it was used. */
export type NameKeys = (key: string) => boolean;

/** No name is that long; it is text then. */
const LONGEST = 80;

/** `at`: where a name was begun; undefined leaves the text as it is. */
interface Step {
  readonly at: number | undefined;
}

const KEY = new PluginKey<Typed | undefined>('nameTyping');

export const typedName = (state: EditorState): Typed | undefined => KEY.getState(state);

/** Who is asked about keys while a name is typed, until the answer is called. */
export function hearKeys({ storage }: Editor, keys: NameKeys): () => void {
  storage.nameTyping.keys = keys;
  return () => {
    if (storage.nameTyping.keys === keys) storage.nameTyping.keys = undefined;
  };
}

/** What was typed stays as text. */
export const leaveName = ({ state, dispatch }: EditorView): void =>
  dispatch(state.tr.setMeta(KEY, { at: undefined } satisfies Step));

/** The name from `@` to the caret; undefined when the caret is elsewhere or there is no `@` any more. */
function nameAt({ doc, selection }: EditorState, at: number): Typed | undefined {
  const { $from, empty } = selection;
  if (!empty || at >= $from.pos || at < $from.start()) return undefined;
  const text = doc.textBetween(at, $from.pos, '\n', '\n');
  if (!/^@(?!\s)[^\n@]*$/.test(text) || text.length > LONGEST) return undefined;
  return { at, query: text.slice(1) };
}

/** `@` begins a name where a word could begin, in text that is no listing. */
function mayBegin({ selection: { $from, empty } }: EditorState): boolean {
  if (!empty || $from.parent.type.spec.code === true) return false;
  if (($from.marks() ?? []).some(({ type }) => type.name === 'code')) return false;
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 1),
    $from.parentOffset,
    undefined,
    '\u00a0',
  );
  return /^[\s([“‘"'/–—-]?$/.test(before);
}

declare module '@tiptap/core' {
  interface Storage {
    nameTyping: { keys: NameKeys | undefined };
  }
}

/** Knows the name that is typed after `@`, and gives the keys to whoever lists what it may mean. */
export const NameTyping = Extension.create<object, { keys: NameKeys | undefined }>({
  name: 'nameTyping',
  // Before the keys of the report: Escape leaves the name and not the text.
  priority: 2_000,
  addStorage: () => ({ keys: undefined }),
  addProseMirrorPlugins() {
    const { storage } = this;
    return [
      new Plugin<Typed | undefined>({
        key: KEY,
        state: {
          init: () => undefined,
          apply: (transaction, before, _old, state) => {
            const step = transaction.getMeta(KEY) as Step | undefined;
            if (step !== undefined) {
              return step.at === undefined ? undefined : nameAt(state, step.at);
            }
            if (before === undefined) return undefined;
            return nameAt(state, transaction.mapping.map(before.at, -1));
          },
        },
        props: {
          handleTextInput: ({ state, dispatch, editable }, from, to, text) => {
            if (text !== '@' || !editable || !mayBegin(state)) return false;
            dispatch(state.tr.insertText(text, from, to).setMeta(KEY, { at: from } satisfies Step));
            return true;
          },
          handleKeyDown: ({ state }, event) => {
            if (typedName(state) === undefined || event.isComposing) return false;
            if (event.ctrlKey || event.metaKey || event.altKey) return false;
            const used = storage.keys?.(event.key) === true;
            if (used) event.stopPropagation();
            return used;
          },
          handleDOMEvents: {
            blur: (view) => {
              if (typedName(view.state) !== undefined) leaveName(view);
              return false;
            },
          },
        },
      }),
    ];
  },
});

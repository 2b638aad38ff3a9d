import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, Selection } from '@tiptap/pm/state';
import type { SelectionBookmark } from '@tiptap/pm/state';
import { activeEditor } from './active-editor.ts';

/** A click says itself where the caret goes. */
const CLICK_MS = 300;
/** After the browser has put the caret where it likes. */
const SETTLE_MS = 30;

/** The first place in a document where text can be written; guidance and live blocks are passed over. */
export const firstText = (doc: Node): Selection =>
  Selection.findFrom(doc.resolve(0), 1, true) ?? Selection.atStart(doc);

/**
 * Keeps the caret of a text that loses the focus, and puts it back there when the focus returns by key or from a
 * dialog; the browser alone would put it at the beginning.
 */
export const KeepCaret = Extension.create({
  name: 'keepCaret',
  addProseMirrorPlugins() {
    let kept: { readonly at: SelectionBookmark; readonly doc: Node } | undefined;
    let clickedAt = 0;
    return [
      new Plugin({
        props: {
          // Guidance is not text: a click on it means what is to be written below it.
          handleClickOn: (view, _at, node, before) => {
            if (node.type.name !== 'guidance') return false;
            const after = view.state.doc.resolve(before + node.nodeSize);
            view.dispatch(view.state.tr.setSelection(Selection.near(after)));
            view.focus();
            return true;
          },
          handleDOMEvents: {
            mousedown: () => {
              clickedAt = Date.now();
              return false;
            },
            blur: ({ state }) => {
              kept = { at: state.selection.getBookmark(), doc: state.doc };
              activeEditor.setState({ caret: kept.at });
              return false;
            },
            focus: (view) => {
              if (Date.now() - clickedAt < CLICK_MS) return false;
              const { doc } = view.state;
              const at = kept?.doc.eq(doc) === true ? kept.at.resolve(doc) : firstText(doc);
              setTimeout(() => {
                if (view.isDestroyed || !view.hasFocus() || view.state.doc !== doc) return;
                view.dispatch(view.state.tr.setSelection(at));
              }, SETTLE_MS);
              return false;
            },
          },
        },
      }),
    ];
  },
  onCreate() {
    const { state, view } = this.editor;
    view.dispatch(state.tr.setSelection(firstText(state.doc)).setMeta('addToHistory', false));
  },
});

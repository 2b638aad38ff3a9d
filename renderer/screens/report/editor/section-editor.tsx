import { Extension } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { undoDepth, redoDepth } from '@tiptap/pm/history';
import { EditorContent, useEditor } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import type { EventId, ReportId } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import type { ReportNode, ReportSection } from '#shared/model/report.ts';
import { citationNode, isUnwritten } from '#shared/report/document-parts.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { beforeClose } from '#renderer/state/flush.ts';
import type { Work } from '#renderer/state/work.ts';
import { NameCompletion } from '../name/name-completion.tsx';
import { NameTyping } from '../name/name-typing.ts';
import { activeEditor } from './active-editor.ts';
import { editorNode, reportNode, sameDocument, withRoomToWrite } from './document-json.ts';
import { firstText, KeepCaret } from './keep-caret.ts';
import { POINTER_NODES } from './pointer-nodes.tsx';
import { lastActIsOf } from './last-act.ts';
import { WRITTEN_NODES } from './report-schema.ts';
import { SectionWriting } from './section-writing.ts';

interface SectionEditorProps {
  readonly work: Work;
  readonly report: ReportId;
  readonly section: ReportSection;
  /** `2.1 Impact`, for those who cannot see where they are. */
  readonly label: string;
}

/** The text of one section. */
export function SectionEditor({ work, report, section, label }: SectionEditorProps) {
  const [writing] = useState(() => new SectionWriting({ work, report, section: section.id }));
  const [first] = useState(() => editorNode(withRoomToWrite(writing.content ?? section.content)));
  const [extensions] = useState(() => [
    ...WRITTEN_NODES,
    ...POINTER_NODES,
    KeepCaret,
    NameTyping,
    reportKeys(work, report),
  ]);
  const editor = useEditor({
    extensions,
    content: first,
    editable: work.info.readOnly === undefined,
    enableContentCheck: true,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': `Text of ${label}`,
        class: 'fl-prose',
      },
      handlePaste: (view, event) => {
        const nodes = citationsIn(event.clipboardData?.getData('text/plain') ?? '');
        if (nodes.length === 0) return false;
        const parts = nodes.map((node) => view.state.schema.nodeFromJSON(node));
        view.dispatch(
          view.state.tr.replaceWith(view.state.selection.from, view.state.selection.to, parts),
        );
        return true;
      },
    },
    onFocus: ({ editor: focused }) => {
      if (activeEditor.getState().editor === focused) return;
      activeEditor.setState({
        editor: focused,
        section: section.id,
        save: (also) => writing.commit(also),
        caret: undefined,
      });
    },
    onUpdate: ({ editor: changed }) => {
      writing.typed(reportNode(changed.getJSON()));
      markWritten(changed);
    },
    onCreate: ({ editor: made }) => markWritten(made),
    onBlur: () => writing.commit(),
  });

  useEffect(() => {
    writing.resume();
    const off = beforeClose(() => {
      writing.commit();
      return Promise.resolve();
    });
    return () => {
      off();
      writing.commit();
      if (activeEditor.getState().section === section.id) {
        activeEditor.setState({
          editor: undefined,
          section: undefined,
          save: undefined,
          caret: undefined,
        });
      }
    };
  }, [writing, section.id]);

  useEffect(() => {
    // Made again by useEditor when the screen came up slowly; the next one is asked then.
    if (editor.isDestroyed) return;
    // An operation that was not typed here: undo, redo, a colleague. What is being typed comes before it.
    const shown = reportNode(editor.getJSON());
    const roomy = withRoomToWrite(section.content);
    if (writing.isOpen || sameDocument(shown, roomy) || sameDocument(shown, section.content))
      return;
    replaceDocument(editor, roomy);
    if (activeEditor.getState().editor === editor) activeEditor.setState({ caret: undefined });
    markWritten(editor);
  }, [editor, writing, section.content]);

  return (
    <>
      <EditorContent editor={editor} className="fl-editor" />
      <NameCompletion editor={editor} />
    </>
  );
}

/** Shows another document, with a history of its own: steps back into the one before would fit nothing. */
function replaceDocument(editor: Editor, document: ReportNode): void {
  const doc = editor.schema.nodeFromJSON(document);
  const plugins = [...editor.state.plugins];
  editor.view.updateState(EditorState.create({ doc, plugins, selection: firstText(doc) }));
}

/** Guidance is shown until something is written. */
function markWritten(editor: Editor): void {
  const document = reportNode(editor.getJSON());
  const words = (document.content ?? []).filter(({ type }) => type !== 'live' && type !== 'table');
  editor.view.dom.classList.toggle('fl-written', !words.every(isUnwritten));
}

/** Identities of events copied in Explore become citations. */
function citationsIn(text: string): readonly ReportNode[] {
  const ids = text.trim().split(/[\s,;]+/);
  const nodes = ids.flatMap((id) =>
    parseEventId(id) === undefined
      ? []
      : [citationNode({ kind: 'event', event: id as EventId }), { type: 'text', text: ' ' }],
  );
  return nodes.length === ids.length * 2 ? nodes : [];
}

/**
 * Undo goes back through what was typed here, then through what was done to this report before.
 */
const reportKeys = (work: Work, report: ReportId) =>
  Extension.create({
    name: 'reportKeys',
    priority: 1_000,
    addKeyboardShortcuts() {
      const through =
        (depth: (state: EditorState) => number, command: 'work.undo' | 'work.redo') =>
        (): boolean => {
          if (depth(this.editor.state) > 0) return false;
          return lastActIsOf(work, report, command) ? runCommand(command) : true;
        };
      return {
        // The editor keeps Escape to itself otherwise.
        Escape: () => runCommand('report.outline'),
        'Mod-z': through(undoDepth, 'work.undo'),
        'Mod-y': through(redoDepth, 'work.redo'),
        'Mod-Shift-z': through(redoDepth, 'work.redo'),
      };
    },
  });

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useId, useMemo, useReducer, useState } from 'react';
import { createPortal } from 'react-dom';
import { EntityLine } from '#renderer/entities/entity-line.tsx';
import { entityMatches } from '#renderer/entities/entity-matches.ts';
import { useNamedEntities } from '#renderer/entities/use-named-entities.ts';
import { announce } from '#renderer/state/announce.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { nameIn } from '../editor/active-editor.ts';
import { openDialog } from '../report-dialogs.ts';
import { hearKeys, leaveName, typedName } from './name-typing.ts';
import type { NameKeys, Typed } from './name-typing.ts';
import './name-completion.css';

/** So many fit beside the text without hiding it. */
const SHOWN = 7;
const WIDTH_PX = 340;
/** The height of the list at most, as its style has it. */
const HEIGHT_PX = 400;
const GAP_PX = 4;

/** What may be meant by the name that is typed after `@`, beside it. */
export function NameCompletion({ editor }: { readonly editor: Editor }) {
  const typed = useEditorState({ editor, selector: ({ editor: now }) => typedName(now.state) });
  return typed === undefined ? null : <NameList editor={editor} typed={typed} />;
}

interface NameListProps {
  readonly editor: Editor;
  readonly typed: Typed;
}

function NameList({ editor, typed: { at, query } }: NameListProps) {
  const { rows, pending } = useNamedEntities(true);
  const found = useMemo(() => entityMatches(rows, query, SHOWN), [rows, query]);
  const [chosen, choose] = useState({ query, n: 0 });
  const listId = useId();
  // The last line leads to all else that can be cited.
  const count = found.length + 1;
  const n = chosen.query === query ? Math.min(chosen.n, count - 1) : 0;
  const nothing = found.length === 0 && !pending && /\s/.test(query);

  useEffect(() => {
    if (nothing) leaveName(editor.view);
  }, [editor, nothing]);

  const take = (index: number): void => {
    const row = found[index];
    const written = { from: at, to: editor.state.selection.from };
    if (row !== undefined) nameIn(editor, written, row);
    else {
      editor.commands.deleteRange(written);
      openDialog({ kind: 'cite', query });
    }
  };
  const keys: NameKeys = (key) => {
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        choose({ query, n: (n + (key === 'ArrowDown' ? 1 : count - 1)) % count });
        return true;
      case 'Enter':
        take(n);
        return true;
      case 'Escape':
        leaveName(editor.view);
        return true;
      default:
        return false;
    }
  };
  useEffect(() => hearKeys(editor, keys));

  // The text may be scrolled, or the window made smaller, under the list.
  const [, placeAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    window.addEventListener('scroll', placeAgain, { capture: true, passive: true });
    window.addEventListener('resize', placeAgain);
    return () => {
      window.removeEventListener('scroll', placeAgain, { capture: true });
      window.removeEventListener('resize', placeAgain);
    };
  }, []);

  const active = `${listId}-${n}`;
  useEffect(() => {
    const { dom } = editor.view;
    const told = {
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-activedescendant': active,
    };
    for (const [name, value] of Object.entries(told)) dom.setAttribute(name, value);
    document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
    return () => {
      for (const name of Object.keys(told)) dom.removeAttribute(name);
    };
  }, [editor, listId, active]);
  useEffect(() => {
    announce(`${countOf(found.length, 'entity', 'entities')}, arrows and Enter to choose`);
  }, [found.length]);

  return createPortal(
    <div className="fl-floating fl-name-list" style={placeAt(editor, at)}>
      <div role="listbox" id={listId} aria-label="Entities to name" className="fl-options">
        {found.map((row, index) => (
          <Option
            key={row.id}
            id={`${listId}-${index}`}
            on={index === n}
            onTake={() => take(index)}
          >
            <EntityLine row={row} />
          </Option>
        ))}
        <Option
          id={`${listId}-${found.length}`}
          on={found.length === n}
          onTake={() => take(found.length)}
        >
          <span className="fl-name-more">
            {query === ''
              ? 'An event, a finding or a board item…'
              : `Search all that can be cited for “${query}”…`}
          </span>
        </Option>
      </div>
      {pending ? <p className="fl-name-pending">Reading what the events name…</p> : null}
    </div>,
    document.body,
  );
}

interface OptionProps {
  readonly id: string;
  readonly on: boolean;
  readonly onTake: () => void;
  readonly children: React.ReactNode;
}

/** The focus stays in the text: a press must not take it. */
function Option({ id, on, onTake, children }: OptionProps) {
  return (
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={on}
      className="fl-option"
      {...(on && { 'data-focused': '' })}
      onMouseDown={(event) => event.preventDefault()}
      onMouseUp={onTake}
    >
      {children}
    </div>
  );
}

/** Below the `@`, or above it where there is no room; within the window. */
function placeAt(editor: Editor, at: number): React.CSSProperties {
  const { left, top, bottom } = editor.view.coordsAtPos(at);
  const { innerWidth, innerHeight } = window;
  const x = Math.max(GAP_PX, Math.min(left, innerWidth - WIDTH_PX - GAP_PX));
  const below = bottom + HEIGHT_PX + GAP_PX < innerHeight || top < innerHeight / 2;
  return {
    left: x,
    width: WIDTH_PX,
    ...(below ? { top: bottom + GAP_PX } : { bottom: innerHeight - top + GAP_PX }),
  };
}

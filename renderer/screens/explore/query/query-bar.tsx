import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EditorView } from '@codemirror/view';
import { useStore } from 'zustand';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { keysOf } from '#renderer/commands/catalog.ts';
import { runCommand, useCommand } from '#renderer/commands/registry.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { BuilderIcon, CloseIcon, FilterIcon } from '#renderer/ui/icons.ts';
import { Keys } from '#renderer/ui/keys.tsx';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { visit } from '../view.ts';
import { BuilderDialog } from './builder-dialog.tsx';
import { ConditionChips } from './condition-chips.tsx';
import { createQueryEditor, replaceText } from './query-editor.ts';
import { remembered, steppedQuery } from './query-history.ts';
import { queryProblem } from './query-language.ts';
import './query.css';

interface QueryBarProps {
  readonly store: ExplorePlaceStore;
  /** Where Escape and Enter put the focus. */
  readonly focusList: () => void;
}

/** Says what to look for. Shows the query that is in force until another is run. */
export function QueryBar({ store, focusList }: QueryBarProps) {
  const engine = useEngine();
  const frame = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const recalled = useRef(-1);
  const query = useStore(store, (place) => place.history.view.query);
  const [typed, setTyped] = useState(query);
  const problem = queryProblem(typed);
  const [building, setBuilding] = useState(false);

  const run = (text: string): void => {
    if (queryProblem(text) !== undefined) return;
    recalled.current = -1;
    store.setState(({ history, queries }) => ({
      history: visit(history, { query: text.trim() }),
      queries: [...remembered(queries, text.trim())],
    }));
    focusList();
  };
  const runTyped = useEffectEvent(run);
  const recall = useEffectEvent((by: 1 | -1): string | undefined => {
    const { queries, history } = store.getState();
    recalled.current = steppedQuery(queries, recalled.current, by);
    return recalled.current < 0 ? history.view.query : queries[recalled.current];
  });
  const leave = useEffectEvent(() => focusList());

  useEffect(() => {
    const parent = frame.current;
    if (parent === null) return;
    const view = createQueryEditor({
      parent,
      engine,
      text: store.getState().history.view.query,
      onText: setTyped,
      onRun: (text) => runTyped(text),
      onRecall: (by) => recall(by),
      onLeave: () => leave(),
    });
    editor.current = view;
    return () => view.destroy();
  }, [engine, store]);

  useEffect(() => {
    // Facets, crumbs and the history change the query in force too.
    const view = editor.current;
    if (view !== null && view.state.doc.toString() !== query) replaceText(view, query);
  }, [query]);
  useEffect(
    () =>
      store.subscribe((place, before) => {
        const view = editor.current;
        if (place.drops !== before.drops && view !== null) {
          replaceText(view, place.history.view.query);
        }
      }),
    [store],
  );

  const edit = ({ from, to }: { readonly from: number; readonly to: number }): void => {
    const view = editor.current;
    if (view === null) return;
    replaceText(view, store.getState().history.view.query);
    view.dispatch({ selection: { anchor: from, head: to } });
    // After a menu that was used for it has given the focus back.
    requestAnimationFrame(() => view.focus());
  };
  useCommand('explore.builder', () => setBuilding(true));
  useCommand('explore.query', () => {
    const view = editor.current;
    // Selected, so that typing begins a new query and an arrow key goes on with this one.
    view?.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
    view?.focus();
  });
  const pending = typed.trim() !== query;

  return (
    <div className="fl-query">
      <div className="fl-query-line">
        <FilterIcon size={14} strokeWidth={1.75} aria-hidden />
        <div ref={frame} className="fl-query-editor" />
        {pending && problem === undefined ? (
          <Button size="small" keys="↵" onPress={() => run(typed)}>
            Run
          </Button>
        ) : null}
        <IconButton
          size="small"
          icon={BuilderIcon}
          label="Build with a form"
          onPress={() => runCommand('explore.builder')}
        />
        {typed === '' ? (
          <Keys keys={keysOf('explore.query') ?? ''} />
        ) : (
          <IconButton
            size="small"
            icon={CloseIcon}
            label="Clear the query"
            onPress={() => {
              if (editor.current !== null) replaceText(editor.current, '');
              run('');
            }}
          />
        )}
      </div>
      {building ? <BuilderDialog query={typed} run={run} close={() => setBuilding(false)} /> : null}
      <ConditionChips store={store} onEdit={edit} focusList={focusList} />
      <p id="fl-query-problem" className="fl-query-problem" role="status">
        {problem ?? ''}
      </p>
    </div>
  );
}

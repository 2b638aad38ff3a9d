import { createContext, useContext, useEffect, useMemo, useReducer, useState } from 'react';
import type { ReactNode } from 'react';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { boardNumber, inOrder } from '#shared/board/board-order.ts';
import { numberFindings } from '#shared/report/number-findings.ts';
import type { Recorded } from '#shared/work/records.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import { citesEntity, entityState, seenTimes } from './entity-states.ts';
import type { SeenTimes, ShownCitation } from './entity-states.ts';

interface Book {
  /** Asks for the state of an id while the caller is shown. */
  readonly want: (id: string) => () => void;
  readonly states: ReadonlyMap<string, ShownCitation>;
  /** Somebody points at an entity: from now on it is known when events name it. */
  readonly lookAt: () => void;
  /** `B4`, `F2`: how the report numbers board items and findings, by their ids. */
  readonly numbers: ReadonlyMap<string, string>;
}

const Context = createContext<Book | undefined>(undefined);

/** What a chapter full of citations asks, in one call. */
function createWanted() {
  const counts = new Map<string, number>();
  const store = createStore<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));
  const publish = (): void => store.setState({ ids: [...counts.keys()].sort() });
  const want = (id: string): (() => void) => {
    counts.set(id, (counts.get(id) ?? 0) + 1);
    if (counts.get(id) === 1) publish();
    return () => {
      const left = (counts.get(id) ?? 1) - 1;
      if (left > 0) counts.set(id, left);
      else {
        counts.delete(id);
        publish();
      }
    };
  };
  return { store, want };
}

/** Looks up everything that is cited on the screen, and looks again when the case changes. */
export function CitationBook({ children }: { readonly children: ReactNode }) {
  const [{ store, want }] = useState(createWanted);
  const ids = useStore(store, (wanted) => wanted.ids);
  const times = useSettings((settings) => settings.times);
  const known = useEntityRecords();
  const named = useMemo(() => ids.filter((id) => citesEntity(known, id)), [ids, known]);
  const others = useMemo(() => ids.filter((id) => !citesEntity(known, id)), [ids, known]);
  const [pointed, lookAt] = useReducer(() => true, false);
  const seen = useSeenTimes(pointed && named.length > 0);
  const { data } = useRead('report.citations', { ids: others }, { enabled: others.length > 0 });
  const board = useWorkView(({ state }) => state.board);
  const findings = useWorkView(({ state }) => state.findings);
  const book = useMemo(
    (): Book => ({
      want,
      lookAt,
      states: new Map(
        [...(data ?? []), ...named.map((id) => entityState(known, id, seen, times))].map(
          (state) => [state.id, state],
        ),
      ),
      numbers: new Map<string, string>([
        ...inOrder(board.values()).map(({ id }, n) => [id, boardNumber(n)] as const),
        ...numberFindings(findings.values()).map(
          ({ number, finding }) => [finding.id, number] as const,
        ),
      ]),
    }),
    [want, data, named, known, seen, times, board, findings],
  );
  return <Context value={book}>{children}</Context>;
}

/** The records of entities alone: what is written elsewhere changes no name. */
function useEntityRecords(): Recorded {
  const entities = useWorkView(({ state }) => state.records.get('entity'));
  return useMemo(
    () => ({ records: new Map(entities === undefined ? [] : [['entity', entities]]) }),
    [entities],
  );
}

function useSeenTimes(asked: boolean): SeenTimes {
  const columns = useRead('entities.ofColumns', {}, { enabled: asked });
  const fields = useRead('entities.ofFields', {}, { enabled: asked });
  return useMemo(
    () => seenTimes(columns.data?.entities ?? [], fields.data?.entities ?? []),
    [columns.data, fields.data],
  );
}

export interface KnownCitation {
  readonly number: string | undefined;
  /** Undefined until the engine has answered. */
  readonly state: ShownCitation | undefined;
}

function useBook(): Book {
  const book = useContext(Context);
  if (book === undefined) throw new Error('citations are used outside of CitationBook');
  return book;
}

/** Everything that is known of what is cited on the screen. */
export const useCitationStates = (): Book['states'] => useBook().states;

/** To be called when somebody points at what is cited. */
export const useLookAt = (): Book['lookAt'] => useBook().lookAt;

/** What is known now of something that is cited. */
export function useCitation(id: string): KnownCitation {
  const book = useBook();
  const { want } = book;
  useEffect(() => (id === '' ? undefined : want(id)), [want, id]);
  return { number: book.numbers.get(id), state: book.states.get(id) };
}

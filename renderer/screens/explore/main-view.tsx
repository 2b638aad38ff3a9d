import type { RefObject } from 'react';
import { useStore } from 'zustand';
import { BulkBar } from './acts/bulk-bar.tsx';
import { CompareView } from './compare/compare-view.tsx';
import type { ExplorePlaceStore } from './explore-place.ts';
import { EventList } from './list/event-list.tsx';
import type { RowSource, Rows } from './list/row-source.ts';
import { RhythmView } from './rhythm/rhythm-view.tsx';
import { NONE, selectedCount } from './selection.ts';
import { StackView } from './stack/stack-view.tsx';

interface MainViewProps {
  readonly store: ExplorePlaceStore;
  readonly source: RowSource;
  readonly rows: Rows;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly focusList: () => void;
}

/** The matches, as they are looked at. */
export function MainView({ store, source, rows, frame, focusList }: MainViewProps) {
  const { mode, wrap, selection } = useStore(store);
  const toList = (): void => {
    store.setState({ mode: 'list' });
    requestAnimationFrame(focusList);
  };
  return (
    <div ref={frame} className={wrap ? 'fl-list fl-list-wrap' : 'fl-list'}>
      {mode === 'list' ? <EventList store={store} source={source} rows={rows} /> : null}
      {mode === 'stack' ? <StackView store={store} toList={toList} /> : null}
      {mode === 'gaps' ? <RhythmView store={store} toList={toList} /> : null}
      {mode === 'compare' ? <CompareView store={store} toList={toList} /> : null}
      {mode === 'list' ? (
        <BulkBar
          count={selectedCount(selection, rows.total ?? 0)}
          all={selection.kind === 'all'}
          onClear={() => store.setState({ selection: NONE })}
        />
      ) : null}
    </div>
  );
}

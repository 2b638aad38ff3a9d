import { useStore } from 'zustand';
import { LANE_KINDS } from '#shared/board/lanes.ts';
import type { BoardItem } from '#shared/model/board.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { AddIcon, ZoomOutIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import type { BoardPlaceStore } from './board-place.ts';

interface BoardHeadProps {
  readonly items: readonly BoardItem[];
  readonly store: BoardPlaceStore;
  readonly readOnly: boolean;
}

const LANES = { phase: 'Phase', host: 'Host', actor: 'Actor' } as const;

export function BoardHead({ items, store, readOnly }: BoardHeadProps) {
  const { lanes, view } = useStore(store);
  const proven = items.filter(({ standing }) => standing === 'proven').length;
  return (
    <header className="fl-screen-head">
      <h1>Board</h1>
      <p className="fl-board-sum">
        {countOf(items.length, 'item')}
        {items.length === 0 ? '' : ` · ${proven} proven by an event`}
      </p>
      {items.length === 0 ? null : (
        <>
          <Segments
            label="Lanes by"
            hideLabel
            value={lanes}
            choices={LANE_KINDS.map((id) => ({ id, label: LANES[id] }))}
            onChange={(next) => store.setState({ lanes: next })}
          />
          <Segments
            label="View"
            hideLabel
            value={view}
            choices={[
              { id: 'both', label: 'Drawing and table' },
              { id: 'table', label: 'Table' },
            ]}
            onChange={(next) => store.setState({ view: next })}
          />
          <Button icon={ZoomOutIcon} onPress={() => runCommand('board.fit')}>
            Fit
          </Button>
        </>
      )}
      {readOnly || items.length === 0 ? null : <NewItemButton />}
    </header>
  );
}

export const NewItemButton = () => (
  <Button variant="primary" icon={AddIcon} onPress={() => runCommand('board.new')}>
    New item…
  </Button>
);

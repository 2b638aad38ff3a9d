import { addFilter } from '#shared/query/add-filter.ts';
import type { FilterMode } from '#shared/query/add-filter.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { IconButton } from '#renderer/ui/button.tsx';
import { AddIcon, FilterOutIcon } from '#renderer/ui/icons.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { visit } from '../view.ts';

interface ValueActsProps {
  readonly store: ExplorePlaceStore;
  readonly field: string;
  readonly value: string;
}

/** Filter for a value, filter it out, copy it. */
export function ValueActs({ store, field, value }: ValueActsProps) {
  const filter = (mode: FilterMode): void =>
    store.setState(({ history }) => ({
      history: visit(history, { query: addFilter(history.view.query, field, value, mode) }),
    }));
  return (
    <span className="fl-value-acts">
      <IconButton
        size="small"
        icon={AddIcon}
        label={`Only events with this ${field}`}
        onPress={() => filter('only')}
      />
      <IconButton
        size="small"
        icon={FilterOutIcon}
        label={`No events with this ${field}`}
        onPress={() => filter('not')}
      />
      <CopyButton text={value} label="Copy" />
    </span>
  );
}

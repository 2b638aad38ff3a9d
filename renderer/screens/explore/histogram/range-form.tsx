import type { ExplorePlaceStore } from '../explore-place.ts';
import { visit } from '../view.ts';
import { RangeFields } from './range-fields.tsx';

interface RangeFormProps {
  readonly store: ExplorePlaceStore;
  readonly close: () => void;
}

/** A range typed, and zoomed into. */
export function RangeForm({ store, close }: RangeFormProps) {
  const { brush, crumbs } = store.getState().history.view;
  return (
    <RangeFields
      range={brush ?? crumbs.at(-1)}
      act="Zoom to it"
      onRange={(range) => {
        store.setState(({ history }) => ({
          history: visit(history, { crumbs: [...history.view.crumbs, range], brush: undefined }),
          anchor: undefined,
        }));
        close();
      }}
    />
  );
}

import { useStore } from 'zustand';
import { addFilter } from '#shared/query/add-filter.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useWorkIfOpen } from '#renderer/state/work-context.tsx';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { filterOf, visit } from '../view.ts';
import { FacetSection } from './facet.tsx';
import { FACET_FIELDS } from './facet-fields.ts';
import type { FacetPlace } from './facet-fields.ts';
import { SavedViews } from './saved-views.tsx';
import './facets.css';

/** Saved views, then the fields' values under the filter. */
export function SideBar({ store }: { readonly store: ExplorePlaceStore }) {
  const facets = useStore(store, (place) => place.facets);
  const { view } = useStore(store, (place) => place.history);
  const { data: evidence = [] } = useRead('evidence.list', {});
  // A long log of work is still being read when the first events are shown.
  const work = useWorkIfOpen();
  const filter = filterOf(view);
  const placeOf = (field: string): FacetPlace =>
    facets.find((facet) => facet.field === field) ?? { field, open: false, rare: false };
  const change = (place: FacetPlace): void =>
    store.setState({ facets: [...facets.filter(({ field }) => field !== place.field), place] });
  const nameOf =
    (field: string) =>
    (value: string): string =>
      field === 'evidence'
        ? (evidence.find(({ index, sha256 }) => String(index) === value || sha256 === value)
            ?.name ?? value)
        : value;
  return (
    <aside className="fl-side" aria-label="Saved views and facets" data-region>
      {work === undefined ? null : <SavedViews store={store} />}
      {FACET_FIELDS.map(({ field, title }) => (
        <FacetSection
          key={field}
          title={title}
          place={placeOf(field)}
          filter={filter}
          name={nameOf(field)}
          onChange={change}
          onStack={(stacked) =>
            store.setState(({ stack }) => ({ mode: 'stack', stack: { ...stack, field: stacked } }))
          }
          onFilter={(value, mode) =>
            store.setState(({ history }) => ({
              history: visit(history, { query: addFilter(history.view.query, field, value, mode) }),
            }))
          }
        />
      ))}
      <p className="fl-facet-note">Click for only this value, Shift also, Alt without it.</p>
    </aside>
  );
}

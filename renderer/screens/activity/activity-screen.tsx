import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { CaseWork } from '#renderer/records/case-work.tsx';
import { usePlaces } from '#renderer/state/places-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ActivityIcon, FilterIcon } from '#renderer/ui/icons.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ActivityHead } from './activity-head.tsx';
import { ActivityList } from './activity-list.tsx';
import { createActivityPlace } from './activity-place.ts';
import { actRows } from './activity-rows.ts';
import { ConflictList } from './conflict-list.tsx';
import './activity.css';

/** Everything that was done to the case: who, when, what and why, each act to be taken back on its own. */
export const ActivityScreen = () => <CaseWork>{(work) => <Activity work={work} />}</CaseWork>;

function Activity({ work }: { readonly work: Work }) {
  const places = usePlaces();
  const [store] = useState(() => createActivityPlace(places));
  const place = useStore(store);
  const version = useStore(work.store, (view) => view.version);
  const rows = useMemo(
    () => actRows(version < 0 ? [] : work.log.ops, place),
    [work, version, place],
  );
  const clear = (): void => store.setState({ area: 'all', analyst: 'all' });
  return (
    <>
      <ActivityHead work={work} store={store} shown={rows.length} />
      <div className="fl-activity-body">
        <ConflictList work={work} />
        {rows.length > 0 ? (
          <ActivityList work={work} rows={rows} />
        ) : place.area === 'all' && place.analyst === 'all' ? (
          <EmptyState icon={ActivityIcon} title="Nothing was done yet">
            Every tag, note, board item, finding and report change is listed here, with who, when
            and why, and can be taken back.
          </EmptyState>
        ) : (
          <EmptyState
            icon={FilterIcon}
            title="No act matches"
            actions={<Button onPress={clear}>Show all acts</Button>}
          >
            There are acts of other kinds or by other analysts.
          </EmptyState>
        )}
      </div>
    </>
  );
}

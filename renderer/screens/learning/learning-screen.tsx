import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { recordsOf } from '#shared/work/records.ts';
import { errandDone, useNavigation } from '#renderer/state/navigation.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { useWorkFailure, useWorkIfOpen } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ProblemIcon } from '#renderer/ui/icons.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { AttackView } from './attack/attack-view.tsx';
import { CausesView } from './causes/causes-view.tsx';
import { ClocksView } from './clocks/clocks-view.tsx';
import { ImprovementsView } from './follow-up/improvements-view.tsx';
import { LessonsView } from './follow-up/lessons-view.tsx';
import { createLearningPlace } from './learning-place.ts';
import type { LearningPlaceStore } from './learning-place.ts';
import { LookedForView } from './looked-for/looked-for-view.tsx';
import './learning.css';

/** What the case teaches: what was known when, how it could happen, what was looked for, what is to change. */
export function LearningScreen() {
  const work = useWorkIfOpen();
  const failure = useWorkFailure();
  if (work !== undefined) return <Learning work={work} />;
  if (failure === undefined) return null;
  return (
    <EmptyState icon={ProblemIcon} title="The work on this case could not be read">
      {failure.message}
    </EmptyState>
  );
}

function Learning({ work }: { readonly work: Work }) {
  const places = usePlaces();
  const [store] = useState(() => createLearningPlace(places));
  const tab = useStore(store, (place) => place.tab);
  const counts = useCounts(work);
  useLearningErrand(store);
  return (
    <div className="fl-learning">
      <h1 className="fl-unseen">Learning</h1>
      <Tabs
        label="Learning"
        selected={tab}
        onSelect={(next) => store.setState({ tab: next })}
        tabs={[
          { id: 'clocks', label: 'Two clocks', content: <ClocksView work={work} store={store} /> },
          {
            id: 'techniques',
            label: 'Techniques',
            content: <AttackView work={work} store={store} />,
          },
          {
            id: 'causes',
            label: 'Root cause',
            count: counts.causes,
            content: <CausesView work={work} store={store} />,
          },
          {
            id: 'looked-for',
            label: 'Looked for',
            count: counts.lookedFor,
            content: <LookedForView work={work} />,
          },
          { id: 'lessons', label: 'Lessons', count: counts.lessons, content: <LessonsView /> },
          {
            id: 'improvements',
            label: 'Improvements',
            count: counts.improvements,
            content: <ImprovementsView work={work} />,
          },
        ]}
      />
    </div>
  );
}

function useCounts({ store }: Work) {
  return {
    causes: useStore(store, ({ state }) => recordsOf(state, 'cause').size),
    lookedFor: useStore(store, ({ state }) => recordsOf(state, 'negative-finding').size),
    lessons: useStore(store, ({ state }) => recordsOf(state, 'lesson').size),
    improvements: useStore(store, ({ state }) => recordsOf(state, 'improvement').size),
  };
}

function useLearningErrand(store: LearningPlaceStore): void {
  const errand = useNavigation((navigation) => navigation.errand);
  useEffect(() => {
    if (errand?.kind !== 'learning') return;
    store.setState({ tab: errand.tab });
    errandDone();
  }, [errand, store]);
}

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { recordsOf } from '#shared/work/records.ts';
import { CaseWork } from '#renderer/records/case-work.tsx';
import { useRecordTab } from '#renderer/records/use-record-errand.ts';
import { errandDone, useNavigation } from '#renderer/state/navigation.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import type { Work } from '#renderer/state/work.ts';
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
export const LearningScreen = () => <CaseWork>{(work) => <Learning work={work} />}</CaseWork>;

function Learning({ work }: { readonly work: Work }) {
  const places = usePlaces();
  const [store] = useState(() => createLearningPlace(places));
  const tab = useStore(store, (place) => place.tab);
  const counts = useCounts(work);
  useLearningErrand(store);
  useRecordTab('learning', (next) => store.setState({ tab: next }));
  return (
    <div className="fl-learning">
      <header className="fl-screen-head">
        <h1>Learning</h1>
      </header>
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

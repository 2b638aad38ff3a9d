import type { Work } from '#renderer/state/work.ts';
import { Panes } from '#renderer/ui/panes.tsx';
import { layoutOf } from '../learning-place.ts';
import type { LearningPlaceStore } from '../learning-place.ts';
import { KnownSlider } from './known-slider.tsx';
import { KnownThen } from './known-then.tsx';
import { LagTable } from './lag-table.tsx';
import { MetricsPanel } from './metrics-panel.tsx';
import { SinceThen } from './since-then.tsx';
import { useKnown } from './use-known.ts';

interface ClocksViewProps {
  readonly work: Work;
  readonly store: LearningPlaceStore;
}

/** What happened against what was known of it: the case at any past moment, and what came to be known since. */
export function ClocksView({ work, store }: ClocksViewProps) {
  const known = useKnown(work, store);
  const { past, now } = known;
  return (
    <div className="fl-record-view">
      <KnownSlider work={work} known={known} store={store} />
      <Panes
        id="learning-clocks"
        direction="vertical"
        {...layoutOf(store, 'clocks')}
        panes={[
          {
            id: 'panels',
            label: 'what was known',
            size: '56%',
            min: '160px',
            content: (
              <div className="fl-clocks-panels">
                <KnownThen state={past} now={now} />
                <SinceThen past={past} now={now} />
                <MetricsPanel state={past} />
              </div>
            ),
          },
          {
            id: 'lag',
            label: 'happened and known',
            min: '120px',
            content: <LagTable history={known.history} state={past} />,
          },
        ]}
      />
    </div>
  );
}

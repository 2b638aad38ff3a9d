import { useStore } from 'zustand';
import { tell } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Choice } from '#renderer/ui/choice.tsx';
import { Select } from '#renderer/ui/choice.tsx';
import { Hint } from '#renderer/ui/hint.tsx';
import { RedoIcon, UndoIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { AnalystId } from '#shared/model/ids.ts';
import type { ActivityPlaceStore } from './activity-place.ts';
import type { Area } from './activity-rows.ts';
import { AREAS } from './activity-rows.ts';

interface ActivityHeadProps {
  readonly work: Work;
  readonly store: ActivityPlaceStore;
  /** Acts that pass the filter. */
  readonly shown: number;
}

const AREA_CHOICES: readonly Choice<Area | 'all'>[] = [
  { id: 'all', label: 'All kinds' },
  ...(Object.keys(AREAS) as Area[]).map((id) => ({ id, label: AREAS[id] })),
];

export function ActivityHead({ work, store, shown }: ActivityHeadProps) {
  const { area, analyst } = useStore(store);
  const analysts = useStore(work.store, (view) => view.state.analysts);
  const undo = useStore(work.store, (view) => view.undo);
  const redo = useStore(work.store, (view) => view.redo);
  const who: readonly Choice<AnalystId | 'all'>[] = [
    { id: 'all', label: 'All analysts' },
    ...Array.from(analysts.values(), ({ id, name }) => ({ id, label: visibleLine(name) })),
  ];
  return (
    <header className="fl-screen-head">
      <h1>Activity</h1>
      <p className="fl-activity-sum" aria-live="polite">
        {countOf(shown, 'act')}
      </p>
      <Select
        label="Kind of act"
        hideLabel
        value={area}
        choices={AREA_CHOICES}
        onChange={(next) => store.setState({ area: next })}
      />
      <Select
        label="Analyst"
        hideLabel
        value={analyst}
        choices={who}
        onChange={(next) => store.setState({ analyst: next })}
      />
      <Hint text={undo === undefined ? 'Nothing of yours to undo' : `Undo: ${visibleLine(undo)}`}>
        <Button
          icon={UndoIcon}
          isDisabled={undo === undefined || work.info.readOnly !== undefined}
          onPress={() => void tell(work, work.undo())}
        >
          Undo
        </Button>
      </Hint>
      <Hint text={redo === undefined ? 'Nothing to redo' : `Redo: ${visibleLine(redo)}`}>
        <Button
          icon={RedoIcon}
          isDisabled={redo === undefined || work.info.readOnly !== undefined}
          onPress={() => void tell(work, work.redo())}
        >
          Redo
        </Button>
      </Hint>
    </header>
  );
}

import type { RefObject } from 'react';
import { useStore } from 'zustand';
import type { LogEntry } from '#shared/response/log-entries.ts';
import { logSections } from '#shared/response/hand-over/log-sections.ts';
import type { RecordPlaceStore } from '#renderer/records/record-place.ts';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { CommunicationIcon, DecisionIcon, PrintIcon } from '#renderer/ui/icons.ts';
import type { IncidentPlaceStore } from '../incident-place.ts';
import { printSections } from '../print-sections.ts';
import { whenText } from '../when-text.ts';

interface LogBarProps {
  readonly work: Work;
  readonly store: IncidentPlaceStore;
  readonly place: RecordPlaceStore;
  /** As shown, for printing. */
  readonly rows: readonly LogEntry[];
  readonly filter: RefObject<HTMLInputElement | null>;
  readonly empty: boolean;
  readonly onEnter: () => void;
  readonly onAsk: ((asked: 'decision' | 'communication') => void) | undefined;
}

export function LogBar({ work, store, place, rows, filter, empty, onEnter, onAsk }: LogBarProps) {
  const kind = useStore(store, ({ log }) => log);
  const words = useStore(place, (now) => now.filter);
  const times = useSettings((settings) => settings.times);
  const print = (): void => {
    const { state } = work.store.getState();
    void printSections({
      state,
      name: 'Log of the response',
      subtitle: `${rows.length === 1 ? '1 entry' : `${rows.length} entries`}, oldest first`,
      sections: logSections(state, rows, whenText(times)),
      timeText: whenText(times),
    });
  };
  return (
    <div className="fl-record-bar">
      {empty ? null : (
        <>
          <div className="fl-record-filter">
            <Field
              label="Filter the log"
              hideLabel
              placeholder="Filter"
              value={words}
              onChange={(next) => place.setState({ filter: next, cursor: 0, top: 0 })}
              onEnter={onEnter}
              inputRef={filter}
            />
          </div>
          <Segments
            label="Kind"
            hideLabel
            value={kind}
            choices={[
              { id: 'all', label: 'All' },
              { id: 'decision', label: 'Decisions' },
              { id: 'communication', label: 'Communications' },
            ]}
            onChange={(log) => {
              store.setState({ log });
              place.setState({ cursor: 0, top: 0 });
            }}
          />
          <Button variant="quiet" icon={PrintIcon} isDisabled={rows.length === 0} onPress={print}>
            Print…
          </Button>
        </>
      )}
      <span className="fl-record-bar-rest" />
      {onAsk === undefined ? null : (
        <>
          <Button icon={CommunicationIcon} keys="c" onPress={() => onAsk('communication')}>
            New communication…
          </Button>
          <Button variant="primary" icon={DecisionIcon} keys="d" onPress={() => onAsk('decision')}>
            New decision…
          </Button>
        </>
      )}
    </div>
  );
}

import { useRef } from 'react';
import { useStore } from 'zustand';
import type { Rhythm } from '#shared/ipc/events.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { runCommand, useCommand } from '#renderer/commands/registry.ts';
import { useScopeKeys } from '#renderer/commands/use-keys.ts';
import { useAccessibleText } from '#renderer/ui/accessible-text.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/choice.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ClockIcon, ProblemIcon } from '#renderer/ui/icons.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { filterText } from '../filter-text.ts';
import { filterOf, visit } from '../view.ts';
import type { Range } from '../view.ts';
import { RhythmList } from './rhythm-list.tsx';
import { burstEntries, rhythmText, silenceEntries, windowNote } from './rhythm-entries.ts';
import { aroundSilence, windowRange, WINDOW_WIDTHS } from './rhythm-ranges.ts';
import './rhythm.css';

interface RhythmViewProps {
  readonly store: ExplorePlaceStore;
  /** Shows the list of events and puts the focus there. */
  readonly toList: () => void;
}

const SHOWN = 50;

/** Where the matches fall silent, and where they crowd. */
export function RhythmView({ store, toList }: RhythmViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const times = useSettings((settings) => settings.times);
  const { view } = useStore(store, (place) => place.history);
  const chosen = useStore(store, (place) => place.window);
  const width = WINDOW_WIDTHS.find(({ id }) => id === chosen)?.ns;
  const { data, error, isPlaceholderData } = useRead('events.rhythm', {
    ...filterOf(view),
    limit: SHOWN,
    ...(width === undefined ? {} : { width }),
  });
  useAccessibleText(frame, () =>
    Promise.resolve({
      title: 'Gaps and bursts as text',
      text: data === undefined ? '' : `${filterText(view, times)}\n\n${rhythmText(data, times)}`,
    }),
  );
  useScopeKeys('gaps', frame);
  useCommand('gaps.leave', toList);
  const open = (range: Range | undefined): void => {
    if (range === undefined) return;
    store.setState(({ history }) => ({
      history: visit(history, { crumbs: [...history.view.crumbs, range], brush: undefined }),
      anchor: undefined,
    }));
    toList();
  };
  return (
    <div
      ref={frame}
      tabIndex={-1}
      className={classNames('fl-mode', isPlaceholderData && 'fl-mode-stale')}
    >
      <div className="fl-mode-head">
        <span className="fl-label">Windows of</span>
        <Select
          label="Width of a window"
          hideLabel
          value={chosen}
          choices={WINDOW_WIDTHS}
          onChange={(next) => store.setState({ window: next })}
        />
        <p className="fl-mode-note" role="status">
          {data === undefined ? '' : datedText(data)}
        </p>
      </div>
      {error !== null && data === undefined ? (
        <EmptyState icon={ProblemIcon} title="The times could not be read">
          {failureOf(error).message}
        </EmptyState>
      ) : data?.dated === 0 ? (
        <EmptyState
          icon={ClockIcon}
          title="No matching event has a time"
          actions={<Button onPress={() => runCommand('explore.reset')}>Show all events</Button>}
        />
      ) : data === undefined ? null : (
        <Lists data={data} times={times} onOpen={open} />
      )}
    </div>
  );
}

const datedText = ({ dated, undated }: Rhythm): string =>
  `${countOf(dated, 'event')}${undated === 0 ? '' : `; ${countText(undated)} more are undated`}`;

interface ListsProps {
  readonly data: Rhythm;
  readonly times: TimeDisplay;
  readonly onOpen: (range: Range | undefined) => void;
}

function Lists({ data, times, onOpen }: ListsProps) {
  const { silences, bursts, width } = data;
  return (
    <div className="fl-rhythm-both">
      <RhythmList
        title="Longest silences"
        note="From one match to the next, exactly as their times say."
        entries={silenceEntries(data, times)}
        onOpen={(index) => {
          const silence = silences[index];
          onOpen(silence === undefined ? undefined : aroundSilence(silence));
        }}
      />
      <RhythmList
        title="Fullest windows"
        note={windowNote(data)}
        entries={burstEntries(data, times)}
        onOpen={(index) => {
          const burst = bursts[index];
          onOpen(burst === undefined ? undefined : windowRange(burst, width));
        }}
      />
    </div>
  );
}

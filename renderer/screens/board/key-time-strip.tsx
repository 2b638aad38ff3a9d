import { useStore } from 'zustand';
import type { BoardItem } from '#shared/model/board.ts';
import type { MomentName } from '#shared/work/op.ts';
import { useEvents } from '#renderer/bridge/use-events.ts';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import { KEY_TIMES, keyTimes } from '#renderer/key-times/key-times.ts';
import type { KeyTime } from '#renderer/key-times/key-times.ts';

interface KeyTimeStripProps {
  readonly work: Work;
  /** In board order. */
  readonly items: readonly BoardItem[];
  readonly onSet: (name: MomentName) => void;
}

/** The key times of the incident in a row, each to be set; what the report counts from them is said beside. */
export function KeyTimeStrip({ work, items, onSet }: KeyTimeStripProps) {
  const times = useSettings((settings) => settings.times);
  const moments = useStore(work.store, ({ state }) => state.moments);
  const events = useEvents([...moments.values()].flatMap(({ event }) => event ?? []));
  const readOnly = work.info.readOnly !== undefined;
  return (
    <ol className="fl-key-times" aria-label="Key times of the incident">
      {keyTimes(items, moments, events).map((one) => (
        <li key={one.name} className="fl-key-time">
          {readOnly ? (
            <KeyTimeFigure one={one} times={times} />
          ) : (
            <Button variant="quiet" className="fl-key-time-button" onPress={() => onSet(one.name)}>
              <KeyTimeFigure one={one} times={times} />
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

const timeOf = ({ time, precision }: KeyTime, times: TimeDisplay): string | undefined =>
  time === undefined ? undefined : shortInstantText(time, precision, times);

function KeyTimeFigure({ one, times }: { readonly one: KeyTime; readonly times: TimeDisplay }) {
  const text = timeOf(one, times);
  return (
    <span className="fl-key-time-figure">
      <span className="fl-key-time-name">{KEY_TIMES[one.name].title}</span>
      <span className={text === undefined ? 'fl-faint' : 'fl-key-time-value'}>
        {text ?? one.how}
      </span>
      {one.wrong === undefined ? (
        <span className="fl-faint">{one.after ?? (text === undefined ? ' ' : one.how)}</span>
      ) : (
        <span className="fl-key-time-wrong">! {one.wrong}</span>
      )}
    </span>
  );
}

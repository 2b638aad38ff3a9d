import { parseEventId } from '#shared/model/ids.ts';
import type { EventId } from '#shared/model/ids.ts';
import { useEvents } from '#renderer/bridge/use-events.ts';
import { showEvent } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { CloseIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { AttachEvents } from './attach-events.tsx';
import '#renderer/ui/cited-event.css';
import './records.css';

interface CitedListProps {
  readonly label: string;
  readonly events: readonly string[];
  /** Absent where nothing may be taken out. */
  readonly onChange?: (events: readonly string[]) => void;
}

const SHOWN = 100;

/** Events that prove something, each a way to it in Explore; in a form, those that were put by there can be added. */
export function CitedList({ label, events, onChange }: CitedListProps) {
  const times = useSettings((settings) => settings.times);
  const all = events.filter((id): id is EventId => parseEventId(id) !== undefined);
  const ids = all.slice(0, SHOWN);
  const rows = useEvents(ids);
  return (
    <div className="fl-record-cited">
      <span className="fl-label">{label}</span>
      {ids.length === 0 ? (
        <p className="fl-faint">None yet.</p>
      ) : (
        <ul className="fl-cited-list">
          {ids.map((id) => {
            const row = rows.get(id);
            const when =
              row?.time === undefined ? '' : shortInstantText(row.time, row.precision, times);
            const text =
              row === null
                ? 'Not in this case’s evidence'
                : row === undefined
                  ? '…'
                  : visibleLine(`${when} ${row.host ?? ''} ${row.message}`.trim());
            return (
              <li key={id}>
                <Button variant="quiet" className="fl-cited-event" onPress={() => showEvent(id)}>
                  {text}
                </Button>
                {onChange === undefined ? null : (
                  <IconButton
                    size="small"
                    icon={CloseIcon}
                    label="Take out"
                    onPress={() => onChange(events.filter((one) => one !== id))}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {events.length > SHOWN ? (
        <p className="fl-faint">and {countOf(events.length - SHOWN, 'event')} more</p>
      ) : null}
      {onChange === undefined ? null : <AttachEvents events={all} onAttach={onChange} />}
    </div>
  );
}

import type { MarkedRow } from '#shared/model/event.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { EventId } from '#shared/model/ids.ts';
import { showEvent } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { CloseIcon } from '#renderer/ui/icons.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import '#renderer/ui/cited-event.css';

interface CitedEventsProps {
  readonly finding: Finding;
  readonly events: ReadonlyMap<EventId, MarkedRow | null>;
  readonly readOnly: boolean;
  readonly onCite: () => void;
  readonly onChange: (events: readonly EventId[]) => void;
}

/** Of a finding that cites more, so many are listed. */
const MOST_LISTED = 200;

/** The events that prove a finding, in the order of the argument; each opens in Explore. */
export function CitedEvents({ finding, events, readOnly, onCite, onChange }: CitedEventsProps) {
  const times = useSettings((settings) => settings.times);
  const more = finding.events.length - MOST_LISTED;
  return (
    <section className="fl-cited" aria-label="Cited events">
      <header className="fl-cited-head">
        <h3>{countOf(finding.events.length, 'event')}</h3>
        {readOnly ? null : (
          <Button size="small" variant="quiet" onPress={onCite}>
            Cite events…
          </Button>
        )}
      </header>
      {finding.events.length === 0 ? (
        <p className="fl-muted">Nothing proves this yet.</p>
      ) : (
        <ol className="fl-cited-list">
          {finding.events.slice(0, MOST_LISTED).map((id) => (
            <li key={id}>
              <Button
                variant="quiet"
                size="small"
                className="fl-cited-event"
                isDisabled={events.get(id) === null}
                onPress={() => showEvent(id)}
              >
                {lineOf(events.get(id), times)}
              </Button>
              {readOnly ? null : (
                <IconButton
                  size="small"
                  icon={CloseIcon}
                  label="No longer cite this event"
                  onPress={() => onChange(finding.events.filter((one) => one !== id))}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {more > 0 ? <p className="fl-muted">{countText(more)} more are not listed here.</p> : null}
    </section>
  );
}

function lineOf(row: MarkedRow | null | undefined, times: TimeDisplay): string {
  if (row === undefined) return '…';
  if (row === null) return 'Not in this case’s evidence';
  const when =
    row.time === undefined ? 'no time' : shortInstantText(row.time, row.precision, times);
  return `${when}  ${visibleLine(row.message)}`;
}

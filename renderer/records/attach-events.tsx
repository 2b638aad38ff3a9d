import type { EventId } from '#shared/model/ids.ts';
import { useCitationTray } from '#renderer/state/citation-tray.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { countOf } from '#renderer/ui/number-text.ts';

interface AttachEventsProps {
  /** Those that are attached already. */
  readonly events: readonly EventId[];
  readonly onAttach: (events: readonly EventId[]) => void;
}

/** Attaches the events that were put by in Explore (c) to a record. */
export function AttachEvents({ events, onAttach }: AttachEventsProps) {
  const tray = useCitationTray(usePlaces()).filter((id) => !events.includes(id));
  if (tray.length === 0) {
    return (
      <p className="fl-faint">To attach events, press c on them in Explore and come back here.</p>
    );
  }
  return (
    <Button size="small" onPress={() => onAttach([...events, ...tray])}>
      Attach {countOf(tray.length, 'event')} put by in Explore
    </Button>
  );
}

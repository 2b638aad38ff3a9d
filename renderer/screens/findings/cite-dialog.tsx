import { useState } from 'react';
import type { Finding } from '#shared/model/finding.ts';
import type { EventId } from '#shared/model/ids.ts';
import { useEvents } from '#renderer/bridge/use-events.ts';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { eventIdsIn } from './finding-draft.ts';

interface CiteDialogProps {
  readonly finding: Finding;
  readonly onCite: (events: readonly EventId[]) => void;
  readonly close: () => void;
}

/** Adds events to a finding, by what was copied of them in Explore. */
export function CiteDialog({ finding, onCite, close }: CiteDialogProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const found = eventIdsIn(text).filter((id) => !finding.events.includes(id));
  const events = useEvents(found);
  const foreign = found.filter((id) => events.get(id) === null).length;
  const cite = (): void => {
    setTried(true);
    if (found.length === 0) return;
    onCite([...finding.events, ...found]);
    close();
  };
  return (
    <FormDialog
      title={`Cite events in “${visibleLine(finding.title)}”`}
      act={found.length === 0 ? 'Cite' : `Cite ${countOf(found.length, 'event')}`}
      onAct={cite}
      close={close}
    >
      <Field
        label="Copied events"
        lines={4}
        mono
        value={text}
        onChange={setText}
        help="In Explore, press c on an event, or Ctrl C for all that are selected, and paste here."
        error={
          tried && found.length === 0
            ? 'No identity of an event that is not cited already is in this text.'
            : undefined
        }
        autoFocus
      />
      <p className="fl-muted" aria-live="polite">
        {found.length === 0 ? '' : `${countOf(found.length, 'event')} to cite`}
        {foreign === 0 ? '' : `, ${foreign} of them not among this case’s events`}
      </p>
    </FormDialog>
  );
}

import { useState } from 'react';
import type { FindingId } from '#shared/model/ids.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import { EMPTY_FINDING, newFinding, titleProblem } from '#renderer/records/finding-draft.ts';
import { FindingFields } from '#renderer/records/finding-fields.tsx';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWork } from '#renderer/state/work-context.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { FEW_EVENTS } from './target.ts';
import type { Target } from './target.ts';
import { useTargetEvents } from './use-target-events.ts';

interface FindingDialogProps {
  readonly target: Target;
  readonly close: () => void;
}

/** A finding proven by the selected events. */
export function FindingDialog({ target, close }: FindingDialogProps) {
  const events = useTargetEvents(target);
  return events === undefined ? null : (
    <FindingForm events={events} asked={target.count} close={close} />
  );
}

interface FindingFormProps {
  readonly events: readonly MarkedRow[];
  readonly asked: number;
  readonly close: () => void;
}

function FindingForm({ events, asked, close }: FindingFormProps) {
  const work = useWork();
  const [draft, setDraft] = useState(EMPTY_FINDING);
  const ready = titleProblem(draft) === undefined && asked <= FEW_EVENTS;
  const record = (): void => {
    if (!ready) return;
    const finding = newFinding(
      draft,
      crypto.randomUUID() as string as FindingId,
      events.map(({ id }) => id),
    );
    close();
    void tellDone(work, work.act({ kind: 'finding.add', finding }));
  };
  return (
    <FormDialog
      title={`New finding from ${countOf(asked, 'event')}`}
      act="Record finding"
      onAct={record}
      disabled={!ready}
      close={close}
    >
      {asked > FEW_EVENTS ? (
        <Notice tone="warning">
          A finding cites at most {FEW_EVENTS} events at once. Choose those that prove it.
        </Notice>
      ) : null}
      <FindingFields
        draft={draft}
        onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
        problem={undefined}
        onEnter={record}
      />
    </FormDialog>
  );
}

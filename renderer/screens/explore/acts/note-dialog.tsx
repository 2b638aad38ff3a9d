import { useState } from 'react';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { notifyFailure } from '#renderer/state/notify.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWork } from '#renderer/state/work-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { FEW_EVENTS, readTarget } from './target.ts';
import type { Target } from './target.ts';

interface NoteDialogProps {
  readonly target: Target;
  readonly close: () => void;
}

const DRAFT = 'explore.note';

/** A note on one or some events. What is typed is kept as a draft until it is recorded or given up. */
export function NoteDialog({ target, close }: NoteDialogProps) {
  const engine = useEngine();
  const work = useWork();
  const [text, setText] = useState(() => {
    const draft = work.drafts.read(DRAFT)?.value;
    return typeof draft === 'string' ? draft : '';
  });
  const many = target.count > FEW_EVENTS;
  const ready = text.trim() !== '' && !many;
  const type = (next: string): void => {
    setText(next);
    work.drafts.write(DRAFT, next);
  };
  const giveUp = (): void => {
    work.drafts.clear(DRAFT);
    close();
  };
  const record = async (): Promise<void> => {
    if (!ready) return;
    try {
      const events = await readTarget(engine, target);
      const note = {
        kind: 'note.add',
        events: events.map(({ id }) => id),
        text: text.trim(),
      } as const;
      work.drafts.clear(DRAFT);
      close();
      await tellDone(work, work.act(note));
    } catch (error) {
      notifyFailure('The note was not recorded.', error);
    }
  };
  return (
    <Dialog
      title={`Note on ${countOf(target.count, 'event')}`}
      size="small"
      open
      onClose={close}
      onMain={ready ? () => void record() : undefined}
      actions={
        <>
          <Button variant="quiet" onPress={giveUp}>
            Discard
          </Button>
          <Button variant="primary" isDisabled={!ready} onPress={() => void record()}>
            Record note
          </Button>
        </>
      }
    >
      {many ? (
        <Notice tone="warning">
          A note is for at most {FEW_EVENTS} events. Tag them instead, and note what the tag means.
        </Notice>
      ) : null}
      <Field
        label="Note"
        hideLabel
        lines={5}
        value={text}
        onChange={type}
        autoFocus
        maxLength={100_000}
      />
    </Dialog>
  );
}

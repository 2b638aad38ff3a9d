import { useState } from 'react';
import type { MarkedRow } from '#shared/model/event.ts';
import { phaseName } from '#shared/model/attack.ts';
import { PHASES } from '#shared/model/board.ts';
import { boardByRank } from '#shared/work/ordered.ts';
import { STANDING_NAMES } from '#shared/records/standing-names.ts';
import { ConfidenceField } from '#renderer/records/confidence-field.tsx';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWork } from '#renderer/state/work-context.tsx';
import { Segments, Select } from '#renderer/ui/choice.tsx';
import { choicesOf } from '#renderer/ui/choices-of.ts';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { boardItems, likelyPhase, titleOf } from './board-items.ts';
import type { BoardAnswers } from './board-items.ts';
import type { Target } from './target.ts';
import { FEW_EVENTS } from './target.ts';
import { useTargetEvents } from './use-target-events.ts';

interface BoardDialogProps {
  readonly target: Target;
  readonly close: () => void;
}

/** Puts events on the board, each with why it is there. */
export function BoardDialog({ target, close }: BoardDialogProps) {
  const events = useTargetEvents(target);
  const first = events?.[0];
  return first === undefined || events === undefined ? null : (
    <BoardForm events={events} first={first} asked={target.count} close={close} />
  );
}

interface BoardFormProps {
  readonly events: readonly MarkedRow[];
  readonly first: MarkedRow;
  readonly asked: number;
  readonly close: () => void;
}

function BoardForm({ events, first, asked, close }: BoardFormProps) {
  const work = useWork();
  const [answers, setAnswers] = useState<BoardAnswers>(() => ({
    title: titleOf(first),
    reason: '',
    phase: likelyPhase(first.category),
    standing: 'proven',
    confidence: 'high',
  }));
  const change = (part: Partial<BoardAnswers>): void => setAnswers((now) => ({ ...now, ...part }));
  const ready = answers.reason.trim() !== '' && answers.title.trim() !== '' && asked <= FEW_EVENTS;
  const put = (): void => {
    if (!ready) return;
    const last = boardByRank(work.store.getState().state.board).at(-1)?.rank;
    const items = boardItems(events, answers, last, () => crypto.randomUUID());
    close();
    void tellDone(work, work.actAll(items.map((item) => ({ kind: 'board.add', item }))));
  };
  return (
    <FormDialog
      title={`Put ${countOf(asked, 'event')} on the board`}
      act="Put on the board"
      onAct={put}
      disabled={!ready}
      close={close}
    >
      {asked > FEW_EVENTS ? (
        <Notice tone="warning">
          The board tells the story in moments. Select at most {FEW_EVENTS} events.
        </Notice>
      ) : null}
      {events.length === 1 ? (
        <Field
          label="Title"
          value={answers.title}
          onChange={(title) => change({ title })}
          maxLength={200}
        />
      ) : null}
      <Field
        label="Why does it matter?"
        value={answers.reason}
        onChange={(reason) => change({ reason })}
        placeholder="First sign-in of the intruder to the domain controller"
        autoFocus
        onEnter={put}
        maxLength={2_000}
      />
      <Select
        label="Phase"
        value={answers.phase}
        choices={PHASES.map((id) => ({ id, label: phaseName(id) }))}
        onChange={(phase) => change({ phase })}
      />
      <div className="fl-act-two">
        <Segments
          label="Standing"
          value={answers.standing}
          choices={choicesOf(STANDING_NAMES)}
          onChange={(standing) => change({ standing })}
        />
        <ConfidenceField
          value={answers.confidence}
          onChange={(confidence) => change({ confidence })}
        />
      </div>
    </FormDialog>
  );
}

import { useState } from 'react';
import type { Finding } from '#shared/model/finding.ts';
import type { FindingId } from '#shared/model/ids.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWork } from '#renderer/state/work-context.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
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

type Answers = Pick<Finding, 'title' | 'statement' | 'severity' | 'confidence'>;

function FindingForm({ events, asked, close }: FindingFormProps) {
  const work = useWork();
  const [answers, setAnswers] = useState<Answers>({
    title: '',
    statement: '',
    severity: 'medium',
    confidence: 'medium',
  });
  const change = (part: Partial<Answers>): void => setAnswers((now) => ({ ...now, ...part }));
  const ready = answers.title.trim() !== '' && asked <= FEW_EVENTS;
  const record = (): void => {
    if (!ready) return;
    const finding: Finding = {
      ...answers,
      id: crypto.randomUUID() as string as FindingId,
      title: answers.title.trim(),
      statement: answers.statement.trim(),
      status: 'open',
      events: events.map(({ id }) => id),
    };
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
      <Field
        label="Title"
        value={answers.title}
        onChange={(title) => change({ title })}
        placeholder="Encoded PowerShell started by Word"
        autoFocus
        maxLength={200}
        onEnter={record}
      />
      <Field
        label="What it shows"
        lines={4}
        value={answers.statement}
        onChange={(statement) => change({ statement })}
        maxLength={100_000}
      />
      <div className="fl-act-two">
        <Segments
          label="Severity"
          value={answers.severity}
          choices={(['critical', 'high', 'medium', 'low', 'info'] as const).map((id) => ({
            id,
            label: id.charAt(0).toUpperCase() + id.slice(1),
          }))}
          onChange={(severity) => change({ severity })}
        />
        <Segments
          label="Confidence"
          value={answers.confidence}
          choices={(['high', 'medium', 'low'] as const).map((id) => ({
            id,
            label: id.charAt(0).toUpperCase() + id.slice(1),
          }))}
          onChange={(confidence) => change({ confidence })}
        />
      </div>
    </FormDialog>
  );
}

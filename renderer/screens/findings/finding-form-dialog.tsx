import { useState } from 'react';
import { Segments } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { TechniqueField } from '#renderer/ui/technique-field.tsx';
import type { FindingDraft } from './finding-draft.ts';
import { titleProblem } from './finding-draft.ts';

interface FindingFormDialogProps {
  readonly title: string;
  readonly start: FindingDraft;
  readonly onSave: (draft: FindingDraft) => void;
  readonly close: () => void;
}

/** Records or changes a finding. */
export function FindingFormDialog({ title, start, onSave, close }: FindingFormDialogProps) {
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<FindingDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const problem = titleProblem(draft);
  const save = (): void => {
    setTried(true);
    if (problem !== undefined) return;
    onSave(draft);
    close();
  };
  return (
    <FormDialog title={title} onAct={save} close={close}>
      <Field
        label="Finding"
        value={draft.title}
        onChange={(text) => change({ title: text })}
        error={tried ? problem : undefined}
        placeholder="Encoded PowerShell started by Word"
        required
        autoFocus
        maxLength={200}
        onEnter={save}
      />
      <Field
        label="What it shows, and how that is known"
        lines={5}
        value={draft.statement}
        onChange={(statement) => change({ statement })}
        maxLength={100_000}
      />
      <Segments
        label="Severity"
        value={draft.severity}
        choices={[
          { id: 'critical', label: 'Critical' },
          { id: 'high', label: 'High' },
          { id: 'medium', label: 'Medium' },
          { id: 'low', label: 'Low' },
          { id: 'info', label: 'Info' },
        ]}
        onChange={(severity) => change({ severity })}
      />
      <Segments
        label="Confidence"
        value={draft.confidence}
        choices={[
          { id: 'high', label: 'High' },
          { id: 'medium', label: 'Medium' },
          { id: 'low', label: 'Low' },
        ]}
        onChange={(confidence) => change({ confidence })}
      />
      <TechniqueField technique={draft.technique} onChange={(technique) => change({ technique })} />
    </FormDialog>
  );
}

import { useState } from 'react';
import type { FindingDraft } from '#renderer/records/finding-draft.ts';
import { titleProblem } from '#renderer/records/finding-draft.ts';
import { FindingFields } from '#renderer/records/finding-fields.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

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
      <FindingFields
        draft={draft}
        onChange={change}
        problem={tried ? problem : undefined}
        onEnter={save}
      />
    </FormDialog>
  );
}

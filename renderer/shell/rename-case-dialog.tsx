import { useState } from 'react';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { useCommand } from '#renderer/commands/registry.ts';
import { notifyFailure } from '#renderer/state/notify.ts';
import { useSession, useSessionControl } from '#renderer/state/session-context.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

export function RenameCaseDialog() {
  const info = useSession((session) => session.case);
  const [open, setOpen] = useState(false);
  useCommand('case.rename', () => setOpen(true), info !== undefined && info.readOnly === undefined);
  if (!open || info === undefined) return null;
  return <RenameForm title={info.title} close={() => setOpen(false)} />;
}

function RenameForm({ title, close }: { readonly title: string; readonly close: () => void }) {
  const engine = useEngine();
  const control = useSessionControl();
  const [next, setNext] = useState(title);
  const ready = next.trim() !== '' && next.trim() !== title;
  const rename = async (): Promise<void> => {
    if (!ready) return;
    try {
      await engine.call('work.act', { body: { kind: 'case.rename', title: next.trim() } });
      await control.refresh();
      close();
    } catch (error) {
      notifyFailure('The case was not renamed.', error);
    }
  };
  return (
    <FormDialog
      title="Rename the case"
      size="small"
      act="Rename"
      onAct={() => void rename()}
      disabled={!ready}
      close={close}
    >
      <Field
        label="Case name or number"
        value={next}
        onChange={setNext}
        autoFocus
        maxLength={200}
        help="Recorded in the work log. The folder keeps its name."
        onEnter={() => void rename()}
      />
    </FormDialog>
  );
}

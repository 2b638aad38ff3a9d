import { useState } from 'react';
import { host } from '#renderer/bridge/host.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { useSession, useSessionControl } from '#renderer/state/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { FolderIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';

export function NewCaseDialog() {
  const [open, setOpen] = useState(false);
  useCommand('case.new', () => setOpen(true));
  return open ? <NewCaseForm close={() => setOpen(false)} /> : null;
}

function NewCaseForm({ close }: { readonly close: () => void }) {
  const control = useSessionControl();
  const status = useSession((session) => session.status);
  const failure = useSession((session) => session.failure);
  const { data: analyst } = useRead('analyst.current', {});
  const [title, setTitle] = useState('');
  const [typedName, setTypedName] = useState<string>();
  const [folder, setFolder] = useState<string>();
  const name = typedName ?? analyst?.name ?? '';
  const ready = title.trim() !== '' && name.trim() !== '' && status !== 'busy';

  const create = async (): Promise<void> => {
    if (!ready) return;
    const made = await control.create({
      title: title.trim(),
      analyst: name.trim(),
      ...(folder === undefined ? {} : { folder }),
    });
    if (made === undefined) return;
    close();
    goTo('evidence');
  };
  const choose = async (): Promise<void> => {
    const chosen = await host().call('dialog.chooseFolder', { title: 'Keep the case in' });
    if (chosen !== null) setFolder(chosen);
  };

  return (
    <FormDialog
      title="New case"
      size="small"
      act="Create case"
      onAct={() => void create()}
      disabled={!ready}
      close={close}
    >
      {failure === undefined ? null : <Notice tone="critical">{failure.message}</Notice>}
      <Field
        label="Case name or number"
        value={title}
        onChange={setTitle}
        autoFocus
        placeholder="ACME-2026-014"
        maxLength={200}
        onEnter={() => void create()}
      />
      <Field
        label="Your name"
        value={name}
        onChange={setTypedName}
        help="Signs every entry of the custody ledger and every note you make."
        maxLength={200}
        onEnter={() => void create()}
      />
      <div className="fl-field">
        <span className="fl-label">Folder</span>
        <div className="fl-folder-line">
          <span className="fl-evidence-text fl-muted">{folder ?? 'Among your cases'}</span>
          <Button size="small" icon={FolderIcon} onPress={() => void choose()}>
            Choose…
          </Button>
        </div>
      </div>
    </FormDialog>
  );
}

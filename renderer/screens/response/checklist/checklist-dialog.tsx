import { useState } from 'react';
import { useStore } from 'zustand';
import type { Printable } from '#shared/ipc/response.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import { slugOf } from '#shared/response/playbook/playbook-of-tasks.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { failureOf } from '#renderer/bridge/failure.ts';
import { host } from '#renderer/bridge/host.ts';
import { useRecordList } from '#renderer/records/use-records.ts';
import { notify } from '#renderer/state/notify.ts';
import { settledWork } from '#renderer/state/settled-work.ts';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox, Segments, Select } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { PrintIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { ResponsePlaceStore } from '../response-place.ts';

interface ChecklistDialogProps {
  readonly work: Work;
  readonly store: ResponsePlaceStore;
  readonly close: () => void;
}

const ALL = 'all';

/** Prints tasks to be ticked off by hand, on paper or as PDF. */
export function ChecklistDialog({ work, store, close }: ChecklistDialogProps) {
  const engine = useEngine();
  const page = useStore(store, (place) => place.page);
  const filtered = useStore(store, (place) => place.playbook);
  const times = useSettings((settings) => settings.times);
  const uses = useRecordList('playbook');
  const [chosen, choose] = useState(uses.some(({ id }) => id === filtered) ? filtered : ALL);
  const [guidance, setGuidance] = useState(true);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string>();
  const title = uses.find(({ id }) => id === chosen)?.title ?? 'All tasks';

  const make = async (): Promise<Printable> => {
    await settledWork(work);
    return engine.call('response.checklist', {
      ...(chosen === ALL ? {} : { playbook: chosen as RecordId }),
      page,
      guidance,
      zone: times === 'utc' ? 'UTC' : new Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  };
  const attempt = (act: () => Promise<void>): void => {
    setBusy(true);
    setWhy(undefined);
    act()
      .catch((error: unknown) => setWhy(failureOf(error).message))
      .finally(() => setBusy(false));
  };
  const print = async (): Promise<void> => {
    const { html } = await make();
    const printed = await host().call('print.paper', { html, page });
    if (!printed.ok) throw new FailureError(printed.failure);
    if (printed.value) close();
  };
  const save = async (): Promise<void> => {
    const name = `${slugOf(`checklist ${title}`, 80, 'checklist')}.pdf`;
    const path = await host().call('dialog.save', {
      title: 'Save the checklist',
      name,
      kind: 'pdf',
    });
    if (path === null) return;
    const printed = await host().call('print.pdf', { ...(await make()), page, path });
    if (!printed.ok) throw new FailureError(printed.failure);
    notify({
      text: 'The checklist is saved.',
      action: { label: 'Show', run: () => void host().call('shell.showInFolder', { path }) },
    });
    close();
  };

  return (
    <Dialog
      title="Print a checklist"
      open
      onClose={close}
      actions={
        <>
          <Button variant="quiet" onPress={close}>
            Cancel
          </Button>
          <Button isDisabled={busy} onPress={() => attempt(save)}>
            Save as PDF…
          </Button>
          <Button
            variant="primary"
            icon={PrintIcon}
            isDisabled={busy}
            onPress={() => attempt(print)}
          >
            Print…
          </Button>
        </>
      }
    >
      {why === undefined ? null : <Notice tone="critical">{why}</Notice>}
      <Select
        label="Tasks"
        value={chosen}
        choices={[
          { id: ALL, label: 'All tasks' },
          ...uses.map(({ id, title: name }) => ({ id: id as string, label: visibleLine(name) })),
        ]}
        onChange={choose}
      />
      <Segments
        label="Paper"
        value={page}
        choices={[
          { id: 'A4', label: 'A4' },
          { id: 'Letter', label: 'Letter' },
        ]}
        onChange={(next) => store.setState({ page: next })}
      />
      <Checkbox checked={guidance} onChange={setGuidance}>
        With the guidance of each task
      </Checkbox>
      <p className="fl-muted">
        By phase, with boxes to tick, owner, due time and room for time, initials and notes. For
        when screens are not to be trusted.
      </p>
    </Dialog>
  );
}

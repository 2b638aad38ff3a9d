import { useState } from 'react';
import { useStore } from 'zustand';
import { recordsOf } from '#shared/work/records.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { useCommand } from '#renderer/commands/registry.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ExportIcon, PrintIcon } from '#renderer/ui/icons.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { ChecklistDialog } from './checklist/checklist-dialog.tsx';
import { exportTable } from './export-table.ts';
import { SavePlaybookDialog } from './playbooks/save-playbook-dialog.tsx';
import type { ResponsePlaceStore } from './response-place.ts';

interface ResponseHeadProps {
  readonly work: Work;
  readonly store: ResponsePlaceStore;
}

/** What can be done with the response as a whole: print it, carry it out, make a playbook of it. */
export function ResponseHead({ work, store }: ResponseHeadProps) {
  const engine = useEngine();
  const [asked, ask] = useState<'checklist' | 'playbook'>();
  const tasks = useStore(work.store, ({ state }) => recordsOf(state, 'task').size);
  const actions = useStore(work.store, ({ state }) => recordsOf(state, 'action').size);
  useCommand('response.checklist', () => ask('checklist'), tasks > 0);
  const close = (): void => ask(undefined);
  return (
    <header className="fl-screen-head">
      <h1>Response</h1>
      {tasks === 0 ? null : (
        <Button icon={PrintIcon} onPress={() => ask('checklist')}>
          Checklist…
        </Button>
      )}
      {tasks + actions === 0 ? null : (
        <Menu
          label="Export"
          placement="bottom end"
          trigger={<Button icon={ExportIcon}>Export</Button>}
          groups={[
            {
              id: 'export',
              entries: [
                {
                  id: 'tasks',
                  label: 'Tasks as CSV…',
                  disabled: tasks === 0,
                  run: () => void exportTable(work, engine, 'tasks'),
                },
                {
                  id: 'actions',
                  label: 'Actions as CSV…',
                  disabled: actions === 0,
                  run: () => void exportTable(work, engine, 'actions'),
                },
                {
                  id: 'playbook',
                  label: 'Save tasks as a playbook…',
                  disabled: tasks === 0,
                  run: () => ask('playbook'),
                },
              ],
            },
          ]}
        />
      )}
      {asked === 'checklist' ? <ChecklistDialog work={work} store={store} close={close} /> : null}
      {asked === 'playbook' ? <SavePlaybookDialog work={work} store={store} close={close} /> : null}
    </header>
  );
}

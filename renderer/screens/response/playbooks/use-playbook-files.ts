import { useQueryClient } from '@tanstack/react-query';
import type { Playbook } from '#shared/response/playbook/playbook.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { host } from '#renderer/bridge/host.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

export interface PlaybookFiles {
  readonly importFile: () => Promise<void>;
  readonly exportFile: (playbook: Playbook) => Promise<void>;
  readonly remove: (playbook: Playbook) => Promise<void>;
  /** Keeps a playbook; throws a FailureError with what is wrong with it. */
  readonly keep: (playbook: Playbook) => Promise<void>;
}

/** The analyst's own playbook files. What replaces or deletes one can be taken back at once. */
export function usePlaybookFiles(): PlaybookFiles {
  const engine = useEngine();
  const cache = useQueryClient();
  const changed = (): Promise<void> =>
    cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'playbooks.list' });
  const quietly = (what: string, act: () => Promise<unknown>): void =>
    void act()
      .then(changed)
      .catch((error: unknown) => notifyFailure(what, error));
  /** As it was before: the one that was replaced is there again, or none. */
  const back =
    ({ id }: Playbook, replaced: Playbook | undefined) =>
    (): void =>
      quietly('It could not be taken back.', () =>
        replaced === undefined
          ? engine.call('playbooks.remove', { id })
          : engine.call('playbooks.save', { playbook: replaced }),
      );
  return {
    importFile: async () => {
      const path = await host().call('dialog.openJson', { title: 'Import a playbook' });
      if (path === null) return;
      try {
        const { playbook, replaced } = await engine.call('playbooks.import', { path });
        await changed();
        notify({
          text: `${replaced === undefined ? 'Imported' : 'Replaced'} the playbook “${visibleLine(playbook.title)}”.`,
          undo: back(playbook, replaced),
        });
      } catch (error) {
        notifyFailure('The playbook was not imported.', error);
      }
    },
    exportFile: async (playbook) => {
      const path = await host().call('dialog.save', {
        title: 'Export the playbook',
        name: `${playbook.id}.json`,
        kind: 'json',
      });
      if (path === null) return;
      try {
        await engine.call('playbooks.export', { id: playbook.id, path });
        notify({
          text: `Exported the playbook “${visibleLine(playbook.title)}”.`,
          action: { label: 'Show', run: () => void host().call('shell.showInFolder', { path }) },
        });
      } catch (error) {
        notifyFailure('The playbook was not exported.', error);
      }
    },
    remove: async (playbook) => {
      try {
        await engine.call('playbooks.remove', { id: playbook.id });
        await changed();
        notify({
          text: `Deleted the playbook “${visibleLine(playbook.title)}”.`,
          undo: back(playbook, playbook),
        });
      } catch (error) {
        notifyFailure('The playbook was not deleted.', error);
      }
    },
    keep: async (playbook) => {
      const { replaced } = await engine.call('playbooks.save', { playbook });
      await changed();
      notify({
        text: `Saved the playbook “${visibleLine(playbook.title)}”.`,
        undo: back(playbook, replaced),
      });
    },
  };
}

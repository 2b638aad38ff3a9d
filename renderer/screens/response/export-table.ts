import type { EngineClient } from '#shared/ipc/engine-api.ts';
import { host } from '#renderer/bridge/host.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { settledWork } from '#renderer/state/settled-work.ts';
import type { Work } from '#renderer/state/work.ts';
import { countOf } from '#renderer/ui/number-text.ts';

/** Asks where to, then writes every task or action there as CSV. */
export async function exportTable(
  work: Work,
  engine: EngineClient,
  what: 'tasks' | 'actions',
): Promise<void> {
  const path = await host().call('dialog.save', {
    title: `Export the ${what}`,
    name: `${what}.csv`,
    kind: 'csv',
  });
  if (path === null) return;
  try {
    await settledWork(work);
    const { rows } = await engine.call('response.export', { what, path });
    notify({
      text: `Exported ${countOf(rows, what === 'tasks' ? 'task' : 'action')}.`,
      action: { label: 'Show', run: () => void host().call('shell.showInFolder', { path }) },
    });
  } catch (error) {
    notifyFailure(`The ${what} were not exported.`, error);
  }
}

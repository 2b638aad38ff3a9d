import type { EngineClient } from '#shared/ipc/engine-api.ts';
import { FailureError } from '#shared/model/result.ts';
import { host } from '#renderer/bridge/host.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { settledWork } from '#renderer/state/settled-work.ts';
import type { Work } from '#renderer/state/work.ts';

interface SavedAs {
  readonly title: string;
  readonly name: string;
}

const show = (path: string) => ({
  label: 'Show',
  run: () => void host().call('shell.showInFolder', { path }),
});

/** Asks where to, and has the engine write the improvements or a Navigator layer there. */
export async function exportLearning(
  work: Work,
  engine: EngineClient,
  what: 'follow-up' | 'layer',
  { title, name }: SavedAs,
): Promise<void> {
  const path = await host().call('dialog.save', {
    title,
    name,
    kind: what === 'layer' ? 'json' : 'csv',
  });
  if (path === null) return;
  try {
    await settledWork(work);
    const { sha256 } = await engine.call('learning.export', { what, path });
    notify({ text: `Exported. SHA-256 ${sha256.slice(0, 16)}…`, action: show(path) });
  } catch (error) {
    notifyFailure('Nothing was exported.', error);
  }
}

/** Asks where to, and prints a sheet there as PDF. */
export async function printLearning(
  work: Work,
  engine: EngineClient,
  what: 'matrix' | 'causes',
  { title, name }: SavedAs,
): Promise<void> {
  const path = await host().call('dialog.save', { title, name, kind: 'pdf' });
  if (path === null) return;
  try {
    await settledWork(work);
    const sheet = await engine.call('learning.print', { what, page: 'A4' });
    const printed = await host().call('print.pdf', { ...sheet, page: 'A4', path });
    if (!printed.ok) throw new FailureError(printed.failure);
    notify({ text: 'Printed.', action: show(path) });
  } catch (error) {
    notifyFailure('Nothing was printed.', error);
  }
}

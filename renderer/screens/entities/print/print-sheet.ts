import type { PageFormat } from '#shared/ipc/bridge.ts';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { EntitySheet } from '#shared/ipc/entities.ts';
import { FailureError } from '#shared/model/result.ts';
import { host } from '#renderer/bridge/host.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';

/** Asks where to, and prints a sheet there as PDF. */
export async function printEntities(
  engine: EngineClient,
  sheet: EntitySheet,
  { name, page }: { readonly name: string; readonly page: PageFormat },
): Promise<void> {
  const path = await host().call('dialog.save', {
    title: `Print: ${sheet.title}`,
    name: `${name}.pdf`,
    kind: 'pdf',
  });
  if (path === null) return;
  try {
    const document = await engine.call('entities.print', { sheet, page });
    const printed = await host().call('print.pdf', { ...document, page, path });
    if (!printed.ok) throw new FailureError(printed.failure);
    notify({
      text: 'Printed.',
      action: { label: 'Show', run: () => void host().call('shell.showInFolder', { path }) },
    });
  } catch (error) {
    notifyFailure('Nothing was printed.', error);
  }
}

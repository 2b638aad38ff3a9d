import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { EventFilter, SortOrder } from '#shared/ipc/events.ts';
import { host } from '#renderer/bridge/host.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { countOf } from '#renderer/ui/number-text.ts';

interface ExportRequest {
  readonly filter: EventFilter;
  readonly order: SortOrder;
  readonly format: 'csv' | 'jsonl';
  /** Ids of the columns shown, for CSV. */
  readonly columns: readonly string[];
}

/** Columns that are drawings of others, or not of the event. */
const NOT_WRITTEN: ReadonlySet<string> = new Set(['gap']);

/** Asks where to, then writes all matches there. */
export async function exportEvents(engine: EngineClient, request: ExportRequest): Promise<void> {
  const { filter, order, format, columns } = request;
  const path = await host().call('dialog.save', {
    title: 'Export events',
    name: `events.${format}`,
    kind: format,
  });
  if (path === null) return;
  try {
    const done = await engine.call('events.export', {
      ...filter,
      order,
      format,
      path,
      ...(format === 'csv' ? { columns: columns.filter((id) => !NOT_WRITTEN.has(id)) } : {}),
    });
    notify({
      text: `Exported ${countOf(done.rows, 'event')}. SHA-256 ${done.sha256.slice(0, 16)}…`,
      action: {
        label: 'Show',
        run: () => void host().call('shell.showInFolder', { path }),
      },
    });
  } catch (error) {
    notifyFailure('The events were not exported.', error);
  }
}

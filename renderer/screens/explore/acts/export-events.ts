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

/** What a column is called in an export, where that is not its id; nothing for one that is no member of the event. */
const MEMBERS: Readonly<Record<string, string | undefined>> = {
  gap: undefined,
  class: 'category',
  'source.ip': 'source_ip',
  'destination.ip': 'destination_ip',
  evidence: 'file',
};

const membersOf = (columns: readonly string[]): readonly string[] =>
  columns.flatMap((id) => (Object.hasOwn(MEMBERS, id) ? (MEMBERS[id] ?? []) : id));

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
      ...(format === 'csv' ? { columns: membersOf(columns) } : {}),
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

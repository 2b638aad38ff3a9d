import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type { EventsApi } from '#shared/ipc/events.ts';
import { FailureError } from '#shared/model/result.ts';
import { ioFailure } from '../../casefile/io-failure.ts';
import type { EventStore } from '../../store/event-store.ts';
import { csvHead, csvLine, eventLine, jsonLine, pickMembers } from './event-line.ts';

type Request = Parameters<EventsApi['events.export']>[0];

/**
 * Writes every match to a file, which appears under its name only when whole.
 * @throws FailureError cancelled, disk-full, io
 */
export async function exportEvents(
  store: EventStore,
  request: Request,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ readonly rows: number; readonly sha256: string }> {
  const { path, order, ...filter } = request;
  const temporary = `${path}.part`;
  const hash = createHash('sha256');
  let rows = 0;
  try {
    const file = await open(temporary, 'w');
    try {
      for await (const text of pieces(store, filter, order, request, signal)) {
        hash.update(text.text);
        await file.write(text.text);
        rows += text.rows;
        progress(rows);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof FailureError) throw error;
    throw new FailureError(ioFailure(error, 'The events cannot be exported', path));
  }
  return { rows, sha256: hash.digest('hex') };
}

async function* pieces(
  store: EventStore,
  filter: Parameters<EventStore['rows']>[0],
  order: Request['order'],
  { format, columns }: Pick<Request, 'format' | 'columns'>,
  signal: AbortSignal,
): AsyncGenerator<{ readonly text: string; readonly rows: number }> {
  let headed = format !== 'csv';
  for await (const events of store.rows(filter, order, signal)) {
    let text = '';
    for (const event of events) {
      const whole = eventLine(event);
      const line = columns === undefined ? whole : pickMembers(whole, columns);
      if (!headed) text += csvHead(line);
      headed = true;
      text += format === 'csv' ? csvLine(line) : jsonLine(line);
    }
    yield { text, rows: events.length };
  }
}

import type { EventId } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import { argument, openCase, UsageError, type Run } from '../context.ts';

export const run: Run = async (context) => {
  const id = argument(context, 1);
  if (parseEventId(id) === undefined) throw new UsageError(`“${id}” is not an event id`);
  await openCase(context, true);
  const op = await context.engine.call('work.act', {
    body: { kind: 'note.add', events: [id as EventId], text: argument(context, 2) },
  });
  context.output.say(`Noted on ${id}`);
  context.output.json({ noted: id, op: op.id });
  return 0;
};

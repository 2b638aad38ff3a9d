import { randomUUID } from 'node:crypto';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import { PHASES } from '#shared/model/board.ts';
import type { BoardItemId, EventId } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import { byText } from '#shared/work/by-text.ts';
import { fold } from '#shared/work/fold.ts';
import { rankBetween } from '#shared/work/rank.ts';
import { argument, openCase, required, UsageError, type Run } from '../context.ts';

/** After everything that is on the board. */
async function rankAtEnd(engine: EngineClient): Promise<string> {
  const { board } = fold(await engine.call('work.list', {}));
  const ranks = [...board.values()].map(({ rank }) => rank).sort(byText);
  return rankBetween(ranks.at(-1), undefined);
}

export const run: Run = async (context) => {
  const id = argument(context, 1);
  if (parseEventId(id) === undefined) throw new UsageError(`“${id}” is not an event id`);
  const phase = PHASES.find((one) => one === required(context, 'phase'));
  if (phase === undefined) throw new UsageError(`--phase takes ${PHASES.join(', ')}`);
  const reason = required(context, 'reason');
  const technique = context.invocation.text('technique');
  await openCase(context, true);
  const [row] = await context.engine.call('events.locate', { ids: [id as EventId] });
  if (row === undefined || row === null) {
    throw new FailureError({
      code: 'not-found',
      message: `No event ${id} in this case.`,
      subject: id,
    });
  }
  const op = await context.engine.call('work.act', {
    reason,
    body: {
      kind: 'board.add',
      item: {
        id: randomUUID() as BoardItemId,
        title: context.invocation.text('title') ?? row.message,
        ...(row.time === undefined ? {} : { time: row.time }),
        precision: row.precision,
        event: row.id,
        reason,
        standing: 'proven',
        confidence: 'high',
        phase,
        ...(technique === undefined ? {} : { technique }),
        ...(row.host === undefined ? {} : { host: row.host }),
        ...(row.user === undefined ? {} : { actor: row.user }),
        rank: await rankAtEnd(context.engine),
      },
    },
  });
  context.output.say(`On the board: ${row.message}`);
  context.output.json({ promoted: id, op: op.id });
  return 0;
};

import type { EventId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { formatInstant, instantFromMs } from '#shared/model/time.ts';
import { timeText } from '#shared/report/time-text.ts';
import type { EventTimes } from '#shared/response/clocks/clock.ts';
import { briefOf } from '#shared/response/hand-over/brief-of.ts';
import { briefMarkdown } from '#shared/response/hand-over/brief-text.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { openCase, required, UsageError, type CommandContext, type Run } from '../context.ts';
import { readAgo, readMoment } from '../when.ts';

/** Prints the hand-over since a moment as Markdown; with --json, as data. */
export const run: Run = async (context) => {
  const text = required(context, 'since');
  const now = instantFromMs(Date.now());
  const since = readMoment(text) ?? readAgo(text, now);
  if (since === undefined) {
    throw new UsageError(`--since: “${text}” is not a time; write 2026-05-12T09:12Z, or 8h`);
  }
  if (since > now) throw new UsageError(`--since: ${text} is yet to come`);
  await openCase(context, false);
  const log = new WorkLog(await context.engine.call('work.list', {}));
  const minutes = (at: Instant): string => timeText(at, 'min');
  const brief = briefOf({
    ops: log.ops,
    counts: (id) => log.counts(id),
    state: log.state,
    since,
    now,
    evidence: await context.engine.call('evidence.list', {}),
    events: await eventTimes(
      context,
      [...log.state.moments.values()].flatMap((one) => one.event ?? []),
    ),
    timeText: minutes,
  });
  context.output.say(briefMarkdown(brief, minutes).trimEnd());
  context.output.json({
    ...brief,
    since: formatInstant(brief.since),
    until: formatInstant(brief.until),
    sections: brief.sections.map(({ lines, ...section }) => ({
      ...section,
      lines: lines.map(({ at, ...line }) => ({ ...(at && { at: formatInstant(at) }), ...line })),
    })),
  });
  return 0;
};

async function eventTimes(
  { engine }: CommandContext,
  ids: readonly EventId[],
): Promise<EventTimes> {
  const rows = await engine.call('events.locate', { ids });
  return new Map(ids.map((id, n) => [id, rows[n] ?? null]));
}

import {
  csvHead,
  csvLine,
  eventLine,
  jsonLine,
  pickMembers,
} from '../../engine/export/event-line.ts';
import { argument, choice, eventFilter, openCase, UsageError, type Run } from '../context.ts';

const PAGE = 10_000;

export const run: Run = async (context) => {
  const { engine, invocation, output, signal } = context;
  const format = choice(context, 'format', ['jsonl', 'csv', 'count']);
  const order =
    choice(context, 'sort', ['time', '-time']) === 'time' ? 'time-ascending' : 'time-descending';
  const limitText = invocation.text('limit');
  const limit = limitText === undefined ? Number.POSITIVE_INFINITY : Number(limitText);
  if (Number.isNaN(limit) || limit < 0) throw new UsageError('--limit takes a number');
  const filter = eventFilter(context);
  await openCase(context, false);
  const { total } = await engine.call('events.count', filter, signal);
  if (format === 'count') {
    output.say(String(total));
    output.json({ count: total, query: filter.query, case: argument(context, 0) });
    return 0;
  }
  const names = invocation
    .text('fields')
    ?.split(',')
    .map((name) => name.trim());
  let header = format === 'csv';
  const last = Math.min(total, limit);
  for (let start = 0; start < last; start += PAGE) {
    const events = await engine.call(
      'events.details',
      { ...filter, order, start, count: Math.min(PAGE, last - start) },
      signal,
    );
    let text = '';
    for (const event of events) {
      const whole = eventLine(event);
      const line = names === undefined ? whole : pickMembers(whole, names);
      if (header) text += csvHead(line);
      header = false;
      text += format === 'csv' ? csvLine(line) : jsonLine(line);
    }
    await output.raw(text);
  }
  return 0;
};

import type { EventDetail, MarkedRow } from '#shared/model/event.ts';
import { formatInstant } from '#shared/model/time.ts';
import { argument, choice, eventFilter, openCase, UsageError, type Run } from '../context.ts';

const PAGE = 1_000;

/** One event as the command line's contract names its members. */
export function eventLine(
  row: MarkedRow,
  detail: EventDetail,
): { readonly [name: string]: unknown } {
  return {
    id: row.id,
    time: row.time === undefined ? null : formatInstant(row.time, row.precision),
    time_original: row.timeOriginal,
    time_meaning: row.timeMeaning,
    zone: row.zone,
    evidence: detail.evidenceSha256,
    file: detail.evidenceName,
    offset: row.offset,
    length: row.length,
    record: row.record,
    parser: `${detail.parser}@${detail.parserVersion}`,
    category: row.category,
    action: row.action,
    outcome: row.outcome,
    level: row.level,
    host: row.host,
    user: row.user,
    source_ip: row.sourceIp,
    destination_ip: row.destinationIp,
    process: row.process,
    code: row.code,
    channel: row.channel,
    provider: row.provider,
    message: row.message,
    recovered: row.recovered,
    tags: row.tags,
    fields: detail.fields,
  };
}

const jsonSafe = (_: string, value: unknown): unknown => {
  if (typeof value !== 'bigint') return value;
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value.toString();
};

const cellText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : (JSON.stringify(value, jsonSafe) ?? '');
};

/** A cell that a spreadsheet would take for a formula gets a leading apostrophe. */
const csvCell = (value: unknown): string => {
  const text = cellText(value);
  const guarded = /^[=+\-@\t\r]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

const pickFields = (
  line: { readonly [name: string]: unknown },
  names: readonly string[],
): { readonly [name: string]: unknown } => {
  const fields = line['fields'];
  const own =
    typeof fields === 'object' && fields !== null
      ? new Map(Object.entries(fields))
      : new Map<string, unknown>();
  return Object.fromEntries(names.map((name) => [name, line[name] ?? own.get(name)]));
};

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
    const rows = await engine.call(
      'events.page',
      { ...filter, order, start, count: Math.min(PAGE, last - start) },
      signal,
    );
    let text = '';
    for (const row of rows) {
      const detail = await engine.call('events.detail', { key: row.key }, signal);
      const whole = eventLine(row, detail);
      const line = names === undefined ? whole : pickFields(whole, names);
      if (header) {
        text += `${Object.keys(line).map(csvCell).join(',')}\r\n`;
        header = false;
      }
      text +=
        format === 'csv'
          ? `${Object.values(line).map(csvCell).join(',')}\r\n`
          : `${JSON.stringify(line, jsonSafe)}\n`;
    }
    await output.raw(text);
  }
  return 0;
};

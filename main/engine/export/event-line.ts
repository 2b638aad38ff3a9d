import type { EventDetail } from '#shared/model/event.ts';
import { formatInstant } from '#shared/model/time.ts';

export type EventLine = { readonly [name: string]: unknown };

/**
 * One event as the command line and exports name its members (docs/guide/command-line.md). Every member is always
 * there: null where the record does not say.
 */
export function eventLine(event: EventDetail): EventLine {
  return {
    id: event.id,
    time: event.time === undefined ? null : formatInstant(event.time, event.precision),
    time_original: event.timeOriginal ?? null,
    time_meaning: event.timeMeaning,
    zone: event.zone,
    evidence: event.evidenceSha256,
    file: event.evidenceName,
    offset: event.offset,
    length: event.length,
    record: event.record ?? null,
    parser: `${event.parser}@${event.parserVersion}`,
    category: event.category,
    action: event.action ?? null,
    outcome: event.outcome ?? null,
    level: event.level ?? null,
    host: event.host ?? null,
    user: event.user ?? null,
    source_ip: event.sourceIp ?? null,
    destination_ip: event.destinationIp ?? null,
    process: event.process ?? null,
    code: event.code ?? null,
    channel: event.channel ?? null,
    provider: event.provider ?? null,
    message: event.message,
    recovered: event.recovered,
    tags: event.tags,
    notes: event.notes,
    fields: event.fields,
  };
}

/** The members wanted, in their order: own ones first, then those among the format's fields. */
export function pickMembers(line: EventLine, names: readonly string[]): EventLine {
  const { fields } = line;
  const own = new Map<string, unknown>(
    typeof fields === 'object' && fields !== null ? Object.entries(fields) : [],
  );
  return Object.fromEntries(names.map((name) => [name, line[name] ?? own.get(name)]));
}

/** Numbers beyond what JSON readers keep exact become text. */
const exact = (_name: string, value: unknown): unknown => {
  if (typeof value !== 'bigint') return value;
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value.toString();
};

export const jsonLine = (line: EventLine): string => `${JSON.stringify(line, exact)}\n`;

const cellText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : (JSON.stringify(value, exact) ?? '');
};

/** What a spreadsheet would take for a formula gets a leading apostrophe. */
const csvCell = (value: unknown): string => {
  const text = cellText(value);
  const guarded = /^[=+\-@\t\r]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

/** RFC 4180, with CRLF. */
export const csvHead = (line: EventLine): string =>
  `${Object.keys(line).map(csvCell).join(',')}\r\n`;
export const csvLine = (line: EventLine): string =>
  `${Object.values(line).map(csvCell).join(',')}\r\n`;

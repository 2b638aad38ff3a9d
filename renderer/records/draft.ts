import type { z } from 'zod';
import { amountText } from '#shared/model/money.ts';
import type { Shape } from '#shared/model/shape-fields.ts';
import type { Instant } from '#shared/model/time.ts';
import type { CaseRecord, RecordType } from '#shared/records/record-kinds.ts';
import { RECORD_KINDS } from '#shared/records/record-kinds.ts';
import { parseTimeInput } from '#renderer/ui/time-input.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { bytesText, readBytes, readMoney } from './amounts.ts';
import type { AnyFieldSpec, Draft, DraftValue } from './field-spec.ts';

/** A record's fields by name, for code that goes through them. */
export const fieldsOf = (record: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record));

/** What a form shows of a value. */
function written(spec: AnyFieldSpec, value: unknown, times: TimeDisplay): DraftValue {
  switch (spec.input) {
    case 'choices':
    case 'people':
    case 'records':
    case 'events':
      return Array.isArray(value) ? value.map(String) : [];
    case 'lines':
      return Array.isArray(value) ? value.join('\n') : '';
    case 'flag':
      return value === true;
    case 'time':
      return typeof value === 'bigint' ? timeWritten(value as Instant, times) : '';
    case 'bytes':
      return typeof value === 'bigint' ? bytesText(value) : '';
    case 'money':
      return typeof value === 'bigint' ? amountText(value) : '';
    case 'line':
    case 'prose':
    case 'choice':
    case 'person':
    case 'record':
    case 'technique':
    case 'number':
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

/** As fine as it is and no finer. */
function timeWritten(instant: Instant, times: TimeDisplay): string {
  const precision =
    instant % 60_000_000_000n === 0n ? 'min' : instant % 1_000_000_000n === 0n ? 's' : 'ns';
  return instantText(instant, precision, times);
}

export const draftOf = (
  fields: readonly AnyFieldSpec[],
  record: object,
  times: TimeDisplay,
): Draft => {
  const values = fieldsOf(record);
  return Object.fromEntries(
    fields.map((spec) => [spec.name, written(spec, values[spec.name], times)]),
  );
};

export type Read = { readonly value: unknown } | { readonly problem: string };

/** What stands in a field as a value of the record; `undefined` when it is empty. */
function valueOf(spec: AnyFieldSpec, entry: DraftValue | undefined, times: TimeDisplay): Read {
  const text = typeof entry === 'string' ? entry.trim() : '';
  const list = Array.isArray(entry) ? entry : [];
  switch (spec.input) {
    case 'choices':
    case 'people':
    case 'records':
    case 'events':
      return { value: list };
    case 'lines':
      return { value: [...new Set(text.split('\n').map((one) => one.trim()))].filter(Boolean) };
    case 'flag':
      return { value: entry === true ? true : undefined };
    case 'time':
      return parsed(text, (from) => parseTimeInput(from, times), 'Write 2026-05-12 09:12.');
    case 'bytes':
      return parsed(text, readBytes, 'Write a size: 1.4 GB, or the number of bytes.');
    case 'money':
      return parsed(text, readMoney, 'Write an amount: 12,340.50.');
    case 'number':
      return parsed(text, wholeNumber, 'Write a whole number.');
    case 'line':
    case 'prose':
    case 'choice':
    case 'person':
    case 'record':
    case 'technique':
      return { value: text === '' ? undefined : text };
  }
}

function parsed(text: string, read: (text: string) => unknown, problem: string): Read {
  if (text === '') return { value: undefined };
  const value = read(text);
  return value === undefined ? { problem } : { value };
}

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,15}$/.test(text.replaceAll(',', '')) ? Number(text.replaceAll(',', '')) : undefined;

/** The field read and held to its kind's own shape. `undefined` is allowed for what may be absent. */
export function readField(
  type: RecordType,
  spec: AnyFieldSpec,
  entry: DraftValue | undefined,
  times: TimeDisplay,
): Read {
  const kind: { readonly required: Shape; readonly optional: Shape } = RECORD_KINDS[type];
  const read = valueOf(spec, entry, times);
  if ('problem' in read) return read;
  const required: z.ZodType | undefined = kind.required[spec.name];
  // A required text may be empty where its shape says so.
  const value = read.value ?? (required === undefined || spec.input === 'time' ? undefined : '');
  if (value === undefined && required === undefined) return { value };
  const checked = (required ?? kind.optional[spec.name])?.safeParse(value);
  if (checked?.success === true) return { value };
  return { problem: spec.problem ?? `${spec.label} is needed.` };
}

/** Fields of the form that say something else than the record; `null` for what was emptied. */
export function changeOf(
  record: CaseRecord,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const before = fieldsOf(record);
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      same(before[name], value) ? [] : [[name, value ?? null] as const],
    ),
  );
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, index) => one === b[index]);
  }
  // An optional list that is empty says as little as one that is absent.
  if (a === undefined && Array.isArray(b)) return b.length === 0;
  return a === b;
}

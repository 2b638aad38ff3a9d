import type { EventId, RecordId } from '#shared/model/ids.ts';
import { recordTitle } from '#shared/records/record-kinds.ts';
import type { RecordType } from '#shared/records/record-kinds.ts';
import type { Block, Column, Row } from '#shared/report/content/block.ts';
import { table } from '#shared/report/content/block.ts';
import type { Inline, TextMark } from '#shared/report/content/inline.ts';
import { lineBreak, text } from '#shared/report/content/inline.ts';
import { readableTime } from '#shared/report/time-text.ts';
import { recordOf } from '#shared/work/records.ts';
import type { ReportModel } from '../../model.ts';
import { eventReferences } from '../references.ts';

/** Words that are not read as they are stored. */
const READ: ReadonlyMap<string, string> = new Map([
  ['ip', 'IP address'],
  ['url', 'URL'],
  ['it-operations', 'IT operations'],
  ['post-incident', 'Post-incident'],
]);

/** Stored words (`in-progress`) as they are read: `In progress`. */
export const spoken = (word: string): string =>
  READ.get(word) ?? word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');

/** What somebody wrote, line by line. */
export const written = (value: string | undefined, ...marks: TextMark[]): readonly Inline[] =>
  (value ?? '')
    .trim()
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .flatMap((line, n) => [...(n === 0 ? [] : [lineBreak]), text(line.trim(), ...marks)]);

/** Some parts of a cell, those that say anything, one below the other. */
export const lines = (...parts: readonly (readonly Inline[])[]): readonly Inline[] =>
  parts
    .filter((part) => part.length > 0)
    .flatMap((part, n) => [...(n === 0 ? [] : [lineBreak]), ...part]);

/** The same one after the other, with commas. */
export const inOneLine = (...parts: readonly (readonly Inline[])[]): readonly Inline[] =>
  parts
    .filter((part) => part.length > 0)
    .flatMap((part, n) => [...(n === 0 ? [] : [text(', ')]), ...part]);

export const faint = (value: string | undefined): readonly Inline[] => written(value, 'faint');
export const strong = (value: string): readonly Inline[] => written(value, 'strong');

/** `who: a name`, or nothing. */
export const labelled = (name: string, value: readonly Inline[]): readonly Inline[] =>
  value.length === 0 ? [] : [text(`${name}: `, 'faint'), ...value];

/** Date over time, to the second at the finest: people entered it. */
export function whenCell(at: bigint | undefined, otherwise = ''): readonly Inline[] {
  if (at === undefined) return written(otherwise, 'emphasis');
  const [date = '', clock = ''] = readableTime(at, 's').split(' ');
  return [text(date), lineBreak, text(clock.replace(/:00$/, ''))];
}

export const whenText = (at: bigint): string => `${readableTime(at, 's').replace(/:00$/, '')} UTC`;

/** The names of records; one that is gone is said to be. */
export const namesOf = (
  model: ReportModel,
  type: RecordType,
  ids: readonly (RecordId | undefined)[],
): readonly Inline[] =>
  written(
    ids
      .flatMap((id) => {
        if (id === undefined) return [];
        const record = recordOf(model.work, type, id);
        return record === undefined ? 'somebody no longer in the case' : recordTitle(record);
      })
      .join(', '),
  );

export const proofOf = (
  model: ReportModel,
  events: readonly EventId[] | undefined,
): readonly Inline[] => eventReferences(model, [...new Set(events ?? [])]);

/** Rows under a remark that says what they have in common. */
export const under = (title: string, rows: readonly Row[]): readonly Row[] =>
  rows.length === 0 ? [] : [{ kind: 'remark', text: [text(title)] }, ...rows];

/** A row with what is too long for a column of it below. */
export const withDetail = (row: Row, detail: readonly Inline[]): readonly Row[] =>
  detail.length === 0 ? [row] : [row, { kind: 'remark', text: detail, detail: true }];

/** Lines each on a line of its own. */
export const eachOnItsLine = (value: string | undefined): readonly Inline[] =>
  (value ?? '')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line, n) => (n === 0 ? [text(line)] : [lineBreak, text(line)]));

/** Lines as one running text. */
export const joinedLines = (value: string | undefined): readonly Inline[] =>
  written(
    (value ?? '')
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' '),
  );

/** A table of records, or what is said when there are none. */
export const listOf = (
  rows: readonly Row[],
  none: string,
  columns: readonly Column[],
  note?: string,
): readonly Block[] =>
  rows.length === 0
    ? [{ kind: 'notice', tone: 'plain', text: [text(none)] }]
    : [table({ columns, rows, ...(note !== undefined && { note: [text(note)] }) })];

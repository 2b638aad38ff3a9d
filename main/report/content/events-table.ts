import { shortened } from '#shared/model/shortened.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { LiveBlock } from '#shared/model/report.ts';
import { liveKey } from '#shared/report/document-parts.ts';
import { countOf, formatCount } from '#shared/report/quantity-text.ts';
import { readableTime } from '#shared/report/time-text.ts';
import type { ReportModel } from '../model.ts';
import { type Block, cells, type Column, type Row, table } from '#shared/report/content/block.ts';
import { code, type Inline, lineBreak, text } from '#shared/report/content/inline.ts';
import { eventReference } from './references.ts';

/** What an event table needs to know of an event. */
export type EventLine = Pick<
  MarkedRow,
  'id' | 'time' | 'precision' | 'zone' | 'host' | 'user' | 'message'
>;

const COLUMNS: readonly Column[] = [
  { title: 'Ref.', kind: 'tight', width: 7 },
  { title: 'Time (UTC)', kind: 'tight', width: 14 },
  { title: 'Host', kind: 'text', width: 14 },
  { title: 'Account', kind: 'text', width: 18 },
  { title: 'Message', kind: 'text', width: 47 },
];

/** Longest message in a table; the whole of it is in the appendix of cited events. */
const MESSAGE_CHARS = 320;

export const ASSUMED_ZONE_NOTE: readonly Inline[] = [
  text('* The record states no time zone; the one assumed is named with its evidence.'),
];

/** The events that a query finds, as of now. */
export function eventsTable(
  block: Extract<LiveBlock, { kind: 'events' }>,
  model: ReportModel,
): readonly Block[] {
  const answer = model.queries.get(liveKey(block));
  const query: readonly Inline[] =
    block.query.trim() === ''
      ? [text('All events')]
      : [text('Events matching '), code(block.query)];
  if (answer === undefined || 'failed' in answer) {
    const why = answer === undefined ? 'it was not run' : answer.failed;
    return [
      { kind: 'notice', tone: 'warning', text: [...query, text(` cannot be shown: ${why}`)] },
    ];
  }
  const atLeast = answer.settled ? '' : 'at least ';
  if (answer.total === 0) {
    const still = answer.settled ? '' : ' so far: evidence was still being read';
    return [{ kind: 'notice', tone: 'plain', text: [...query, text(`: none${still}.`)] }];
  }
  const shown =
    answer.rows.length < answer.total
      ? `the first ${formatCount(answer.rows.length)} of ${atLeast}${formatCount(answer.total)}, by time`
      : `${atLeast}${countOf(answer.total, 'event')}`;
  return [eventLines(answer.rows, model, [...query, text(`: ${shown}`)])];
}

/** A table of given events. */
export function eventLines(
  events: readonly EventLine[],
  model: ReportModel,
  caption?: readonly Inline[],
): Block {
  const assumed = events.some(({ zone }) => zone === 'assumed');
  return table({
    columns: COLUMNS,
    rows: events.map((event) => eventRow(event, model)),
    ...(caption !== undefined && { caption }),
    ...(assumed && {
      note: ASSUMED_ZONE_NOTE,
    }),
  });
}

function eventRow(event: EventLine, model: ReportModel): Row {
  return cells(
    [eventReference(model, event.id)],
    eventTime(event),
    event.host === undefined ? [] : [text(event.host)],
    event.user === undefined ? [] : [text(event.user)],
    [text(shortMessage(event.message))],
  );
}

/** Date over time, so that the column stays narrow. */
export function eventTime({
  time,
  precision,
  zone,
}: Pick<EventLine, 'time' | 'precision' | 'zone'>): readonly Inline[] {
  if (time === undefined) return [text('no time', 'emphasis')];
  const [date = '', clock] = readableTime(time, precision).split(' ');
  const mark = zone === 'assumed' ? '*' : '';
  return clock === undefined
    ? [text(`${date}${mark}`)]
    : [text(date), lineBreak, text(`${clock}${mark}`)];
}

export const shortMessage = (message: string, most = MESSAGE_CHARS): string =>
  shortened(message.replace(/\s+/g, ' ').trim(), most);

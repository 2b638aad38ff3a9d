import type { BoardItem } from '#shared/model/board.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { BoardItemId } from '#shared/model/ids.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { rankBetween } from '#shared/work/rank.ts';
import { at } from '../calendar.ts';
import type { KeyRows } from '../find-events.ts';
import { SAMPLE_BOARD, type HandMade, type ItemName, type Promoted } from './board.ts';

export const boardItemId = (name: ItemName): BoardItemId => `sample-${name}` as BoardItemId;

/** The items of the board, in the order in which they were put there. */
export function boardItems(rows: KeyRows): readonly BoardItem[] {
  let rank: string | undefined;
  return SAMPLE_BOARD.map((item) => {
    rank = rankBetween(rank, undefined);
    return 'event' in item ? promoted(item, rows[item.event], rank) : handMade(item, rank);
  });
}

const promoted = ({ event, ...told }: Promoted, row: MarkedRow, rank: string): BoardItem => ({
  id: boardItemId(event),
  event: row.id,
  ...(row.time !== undefined && { time: row.time }),
  precision: row.precision,
  standing: 'proven',
  confidence: 'high',
  ...(row.host !== undefined && { host: shortHost(row.host) }),
  ...told,
  rank,
});

const handMade = ({ name, at: time, ...told }: HandMade, rank: string): BoardItem => ({
  id: boardItemId(name as ItemName),
  time: instantFromMs(at(time)),
  precision: 'min',
  standing: 'inferred',
  confidence: 'medium',
  ...told,
  rank,
});

/** `WS07` for `WS07.lindholm.example`: all hosts are of one domain. */
const shortHost = (host: string): string => host.split('.')[0] ?? host;

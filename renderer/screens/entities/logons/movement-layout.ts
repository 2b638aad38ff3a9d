import { shortened } from '#shared/model/shortened.ts';
import { scaleTime, scaleUtc } from 'd3-scale';
import { instantFromMs, instantToMs, type Instant } from '#shared/model/time.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { LogonRow } from './logon-columns.tsx';

/** First logons as arrows from lane to lane along time, in pixels. */
export interface Movement {
  readonly width: number;
  readonly height: number;
  /** Where the lanes begin, right of their names. */
  readonly left: number;
  /** Where they end. */
  readonly right: number;
  /** Where the first lane begins, below the times. */
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly lanes: readonly { readonly y: number; readonly name: string; readonly label: string }[];
  readonly moves: readonly Move[];
  /** Hosts and addresses for which there is no lane; they stand in the list. */
  readonly undrawn: number;
}

export interface Move {
  readonly row: LogonRow;
  readonly at: Instant;
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly intruder: boolean;
}

export interface MovementSize {
  readonly width: number;
  /** Of one lane, given how many there are. */
  readonly lane: (lanes: number) => number;
}

const LABELS = 190;
const EDGE = 16;
const AXIS = 22;
const LABEL_LETTERS = 28;
/** More lanes than these are a carpet: the first ones in time are drawn. */
const MOST_LANES = 40;

const sourceOf = ({ sourceHost, sourceLabel }: LogonRow): string => sourceHost ?? sourceLabel;

export function movementOf(
  rows: readonly LogonRow[],
  times: TimeDisplay,
  { width, lane }: MovementSize,
): Movement {
  const dated = rows.flatMap((row) =>
    row.first === undefined ? [] : [{ row, at: row.first as Instant }],
  );
  dated.sort((a, b) => (a.at < b.at ? -1 : 1));
  const names = [...new Set(dated.flatMap(({ row }) => [sourceOf(row), row.hostLabel]))];
  const drawn = names.slice(0, MOST_LANES);
  const each = lane(drawn.length);
  const yOf = new Map(drawn.map((name, n) => [name, AXIS + n * each + each / 2]));
  const start = dated[0]?.at ?? instantFromMs(0);
  const end = dated.at(-1)?.at ?? start;
  const [left, right] = [LABELS, width - EDGE];
  const scale = (times === 'utc' ? scaleUtc() : scaleTime())
    .domain([instantToMs(start), instantToMs(end) + 1])
    .range([left + EDGE, width - EDGE * 3]);
  const bottom = AXIS + drawn.length * each;
  return {
    width,
    height: bottom + EDGE,
    left,
    right,
    top: AXIS,
    bottom,
    ticks: scale.ticks(Math.max(2, Math.floor((width - LABELS) / 190))).map((tick) => ({
      x: scale(tick),
      label: instantText(instantFromMs(tick.getTime()), 'min', times),
    })),
    lanes: drawn.map((name) => ({ name, y: yOf.get(name) ?? 0, label: laneLabel(name) })),
    moves: dated.flatMap(({ row, at }) => {
      const [from, to] = [yOf.get(sourceOf(row)), yOf.get(row.hostLabel)];
      if (from === undefined || to === undefined) return [];
      const intruder = row.accountSide === 'intruder' || row.sourceSide === 'intruder';
      return [{ row, at, x: scale(instantToMs(at)), from, to, intruder }];
    }),
    undrawn: names.length - drawn.length,
  };
}

const laneLabel = (name: string): string => shortened(visibleLine(name), LABEL_LETTERS);

/** What the drawing leaves out; nothing where it holds all. */
export const undrawnText = ({ lanes, undrawn }: Movement): string | undefined =>
  undrawn === 0
    ? undefined
    : `The ${lanes.length} hosts and addresses that come first in time are drawn; the list holds ${undrawn} more.`;

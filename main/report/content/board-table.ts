import { gapsOf } from '#shared/board/gaps.ts';
import { isOrderUncertain, uncertaintyBetween } from '#shared/board/uncertainty.ts';
import { phaseName, techniqueLabel } from '#shared/model/attack.ts';
import type { BoardItem } from '#shared/model/board.ts';
import { PHASES } from '#shared/model/board.ts';
import { countOf } from '#shared/report/quantity-text.ts';
import { formatDuration } from '#shared/model/duration.ts';
import { readableTime } from '#shared/report/time-text.ts';
import type { ReportModel } from '../model.ts';
import { type Block, type Column, type Row, table } from '#shared/report/content/block.ts';
import { type Inline, lineBreak, text } from '#shared/report/content/inline.ts';
import { boardAnchor, eventReference } from './references.ts';

const COLUMNS: readonly Column[] = [
  { title: 'No.', kind: 'tight', width: 6 },
  { title: 'Time (UTC)', kind: 'tight', width: 15 },
  { title: 'What happened', kind: 'text', width: 41 },
  { title: 'Phase, technique', kind: 'text', width: 21 },
  { title: 'Rests on', kind: 'text', width: 17 },
];

/** The board as a table: every item in order, what it rests on, and the gaps between. */
export function boardTable(model: ReportModel): readonly Block[] {
  const { items } = model.board;
  if (items.length === 0) {
    return [{ kind: 'notice', tone: 'plain', text: [text('The board is empty.')] }];
  }
  return [boardItems(items, model)];
}

/** The board phase by phase, in the order of an intrusion; the response is last. */
export function boardByPhase(model: ReportModel): readonly Block[] {
  const { items } = model.board;
  if (items.length === 0) return boardTable(model);
  const rows = PHASES.flatMap((phase): readonly Row[] => {
    const own = items.filter(({ item }) => item.phase === phase);
    if (own.length === 0) return [];
    const title = `${phaseName(phase)}: ${countOf(own.length, 'item')}`;
    return [
      { kind: 'remark', text: [text(title)] },
      ...own.map(({ number, item }) => itemRow(number, item, undefined, model)),
    ];
  });
  return [table({ columns: COLUMNS, rows })];
}

/** Some of the board's items, in its order. */
export function boardItems(items: ReportModel['board']['items'], model: ReportModel): Block {
  const gaps = new Map(gapsOf(items.map(({ item }) => item)).map((gap) => [gap.before, gap]));
  const uncertain = items.some(({ item }, n) => startsUncertain(items[n - 1]?.item, item));
  const rows = items.flatMap(({ number, item }, n): readonly Row[] => {
    const gap = gaps.get(n);
    const before: readonly Row[] =
      gap === undefined
        ? []
        : [{ kind: 'remark', text: [text(`${formatDuration(gap.to - gap.from)} without items`)] }];
    return [...before, itemRow(number, item, items[n - 1]?.item, model)];
  });
  return table({
    columns: COLUMNS,
    rows,
    ...(uncertain && {
      note: [
        text('≈ The times do not settle whether this came before or after the item above it.'),
      ],
    }),
  });
}

const startsUncertain = (before: BoardItem | undefined, item: BoardItem): boolean =>
  before?.time !== undefined && item.time !== undefined && isOrderUncertain(before, item);

function itemRow(
  number: string,
  item: BoardItem,
  before: BoardItem | undefined,
  model: ReportModel,
): Row {
  const names = [item.host, item.actor].filter((name) => name !== undefined && name !== '');
  const open = startsUncertain(before, item) && before !== undefined;
  const why = open ? uncertaintyBetween(before, item) : undefined;
  const cellsOfItem: readonly (readonly Inline[])[] = [
    [{ kind: 'number', label: number, target: `board ${item.id}` }],
    [...itemTime(item), ...(why === undefined ? [] : [text(' ≈')])],
    [
      { kind: 'mark', standing: item.standing, confidence: item.confidence },
      text(' '),
      text(item.title, 'strong'),
      ...(item.reason.trim() === '' ? [] : [lineBreak, text(item.reason)]),
      ...(names.length === 0 ? [] : [lineBreak, text(names.join(' · '), 'faint')]),
    ],
    [
      text(phaseName(item.phase)),
      ...(item.technique === undefined
        ? []
        : [lineBreak, text(techniqueLabel(item.technique), 'faint')]),
    ],
    restsOn(item, model),
  ];
  return {
    kind: 'cells',
    cells: cellsOfItem,
    anchor: boardAnchor(number),
    target: `board ${item.id}`,
  };
}

function itemTime({ time, end, precision }: BoardItem): readonly Inline[] {
  if (time === undefined) return [text('no time', 'emphasis')];
  const [date = '', clock] = readableTime(time, precision).split(' ');
  const until =
    end === undefined ? [] : [lineBreak, text(`to ${readableTime(end, precision)}`, 'faint')];
  return clock === undefined
    ? [text(date), ...until]
    : [text(date), lineBreak, text(clock), ...until];
}

function restsOn({ event, basis, standing }: BoardItem, model: ReportModel): readonly Inline[] {
  const how: Inline = text(standing, 'faint');
  if (event !== undefined) return [eventReference(model, event), lineBreak, how];
  return [text(basis ?? 'not stated'), lineBreak, how];
}

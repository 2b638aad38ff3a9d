import type { ReactNode } from 'react';
import { phaseName, techniqueLabel } from '#shared/model/attack.ts';
import type { BoardItem } from '#shared/model/board.ts';
import { cut } from '#renderer/ui/cut.tsx';
import { Hint } from '#renderer/ui/hint.tsx';
import type { GridColumn } from '#renderer/ui/grid/grid-column.ts';
import { StandingMark } from '#renderer/ui/marks/standing-mark.tsx';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { BoardRow } from './board-rows.ts';

const ofItem =
  (show: (item: BoardItem) => string | undefined) =>
  (row: BoardRow): ReactNode => {
    if (row.kind === 'gap') return '';
    return cut(visibleLine(show(row.item) ?? ''));
  };

/** What the table of the board shows, from left to right. */
export const boardColumns = (times: TimeDisplay): readonly GridColumn<BoardRow>[] => [
  {
    id: 'number',
    title: 'No.',
    width: 50,
    render: (row) => (row.kind === 'item' ? row.number : ''),
  },
  {
    id: 'time',
    title: times === 'utc' ? 'Time (UTC)' : 'Time (local)',
    width: 196,
    render: (row) =>
      row.kind === 'gap' ? (
        ''
      ) : (
        <>
          {row.item.time === undefined ? (
            <em className="fl-faint">no time</em>
          ) : (
            shortInstantText(row.item.time, row.item.precision, times)
          )}
          {row.uncertain === undefined ? null : (
            <Hint text={`Before or after the item above? Open: ${row.uncertain}.`}>
              <button type="button" className="fl-board-unsure" tabIndex={-1}>
                <span aria-label={`order uncertain: ${row.uncertain}`}>≈</span>
              </button>
            </Hint>
          )}
        </>
      ),
  },
  {
    id: 'title',
    title: 'What happened',
    width: 240,
    least: 200,
    grows: true,
    render: (row) =>
      row.kind === 'gap' ? (
        <span className="fl-board-gap">{row.text}</span>
      ) : (
        <span className="fl-board-title">
          <StandingMark standing={row.item.standing} confidence={row.item.confidence} />
          <span className="fl-board-title-text">{visibleLine(row.item.title)}</span>
        </span>
      ),
  },
  {
    id: 'phase',
    title: 'Phase',
    width: 150,
    least: 110,
    render: ofItem(({ phase }) => phaseName(phase)),
  },
  { id: 'host', title: 'Host', width: 96, render: ofItem(({ host }) => host) },
  { id: 'actor', title: 'Actor', width: 132, least: 80, render: ofItem(({ actor }) => actor) },
  {
    id: 'technique',
    title: 'Technique',
    width: 170,
    least: 90,
    render: ofItem(({ technique }) =>
      technique === undefined ? undefined : techniqueLabel(technique),
    ),
  },
  {
    id: 'basis',
    title: 'Rests on',
    width: 130,
    least: 84,
    render: ofItem(({ event, basis }) => (event === undefined ? basis : 'an event')),
  },
];

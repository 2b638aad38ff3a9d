import { memo } from 'react';
import { classNames } from '#renderer/ui/class-names.ts';
import type { GridColumn } from './grid-column.ts';

interface GridRowProps<Row> {
  readonly row: Row | undefined;
  readonly index: number;
  /** Pixels from the upper edge of the spacer. */
  readonly y: number;
  readonly columns: readonly GridColumn<Row>[];
  /** The column the cursor is in, when it is in this row. */
  readonly cursorColumn: number | undefined;
  readonly selected: boolean | undefined;
  readonly className: string | undefined;
  readonly level: { readonly level: number; readonly expanded?: boolean } | undefined;
  /** Id of the grid, which those of its cells begin with. */
  readonly grid: string;
}

export const cellId = (grid: string, row: number, column: number): string =>
  `${grid}-${row}-${column}`;

function DrawnRow<Row>(props: GridRowProps<Row>) {
  const { row, index, columns, cursorColumn, level } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classNames(
        'fl-grid-row',
        cursorColumn !== undefined && 'fl-grid-row-cursor',
        props.selected === true && 'fl-grid-row-selected',
        props.className,
      )}
      style={{ top: props.y }}
      {...(props.selected === undefined ? {} : { 'aria-selected': props.selected })}
      {...(level === undefined ? {} : { 'aria-level': level.level })}
      {...(level?.expanded === undefined ? {} : { 'aria-expanded': level.expanded })}
    >
      {columns.map((column, place) => (
        <div
          key={column.id}
          id={cellId(props.grid, index, place)}
          role="gridcell"
          aria-colindex={place + 1}
          data-column={place}
          className={classNames(
            'fl-grid-cell',
            column.align === 'end' && 'fl-grid-cell-end',
            cursorColumn === place && 'fl-grid-cell-cursor',
          )}
        >
          {row === undefined ? (
            <span className="fl-grid-bone" aria-hidden style={{ width: boneWidth(index, place) }} />
          ) : (
            column.render(row, index)
          )}
        </div>
      ))}
    </div>
  );
}

/** Drawn again only when something of its own changes: a step of the cursor draws two rows, not the screen. */
export const GridRow = memo(DrawnRow) as typeof DrawnRow;

/** Looks like text of some length without being any; the same for a place each time. */
const boneWidth = (row: number, column: number): string =>
  `${35 + ((row * 31 + column * 17) % 50)}%`;

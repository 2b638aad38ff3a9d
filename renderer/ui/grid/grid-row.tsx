import type { MouseEvent } from 'react';
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
  readonly cellId: (row: number, column: number) => string;
  readonly onPress: (event: MouseEvent, row: number) => void;
  readonly onOpen: ((index: number) => void) | undefined;
}

export function GridRow<Row>(props: GridRowProps<Row>) {
  const { row, index, columns, cursorColumn, level } = props;
  return (
    // The grid has the focus and the keys; a row only takes the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
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
      onClick={(event) => props.onPress(event, index)}
      onDoubleClick={() => props.onOpen?.(index)}
    >
      {columns.map((column, place) => (
        <div
          key={column.id}
          id={props.cellId(index, place)}
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

/** Looks like text of some length without being any; the same for a place each time. */
const boneWidth = (row: number, column: number): string =>
  `${35 + ((row * 31 + column * 17) % 50)}%`;

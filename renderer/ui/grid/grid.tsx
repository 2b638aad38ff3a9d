import { useEffect, useId, useRef, useState } from 'react';
import type { CSSProperties, FocusEvent, MouseEvent, ReactNode } from 'react';
import type { WidgetScope } from '#renderer/commands/command.ts';
import { useScopeKeys } from '#renderer/commands/use-keys.ts';
import { useAccessibleText } from '#renderer/ui/accessible-text.ts';
import type { AccessibleText } from '#renderer/ui/accessible-text.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import type { Cursor, GridColumn } from './grid-column.ts';
import { fittedWidths } from './fit-columns.ts';
import { GridHead } from './grid-head.tsx';
import { cellId, GridRow } from './grid-row.tsx';
import { rowsText } from './rows-text.ts';
import { reveal, rowsInView } from './scroll.ts';
import type { ScrollMap } from './scroll.ts';
import { useColumnShown } from './use-column-shown.ts';
import { useGridTurn } from './focused-grid.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridScroll } from './use-grid-scroll.ts';
import './grid.css';

/** Rows drawn, those just out of sight included. */
export interface View {
  readonly map: ScrollMap;
  readonly first: number;
  readonly last: number;
}

export interface GridProps<Row> {
  readonly label: string;
  readonly role?: 'grid' | 'treegrid';
  /** Whose commands the keys run, besides moving. */
  readonly scope: Exclude<WidgetScope, 'grid'>;
  readonly rowCount: number;
  readonly rowHeight: number;
  /** The row at a position; undefined while it is being read. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly columns: readonly GridColumn<Row>[];
  /** Without a column where the grid itself keeps it. */
  readonly cursor: Pick<Cursor, 'row'> & Partial<Cursor>;
  /** Where the column begins that the grid keeps. */
  readonly startColumn?: number;
  readonly onCursor: (cursor: Cursor, how: 'move' | 'extend' | 'toggle') => void;
  /** Position in rows. */
  readonly top: number;
  readonly onTop: (top: number) => void;
  /** Rows in view, for reading ahead and for keys that move by a screen. */
  readonly onView?: (view: View) => void;
  readonly onOpen?: (index: number) => void;
  readonly isSelected?: (row: Row, index: number) => boolean;
  readonly rowClass?: (row: Row, index: number) => string | undefined;
  readonly rowLevel?: (row: Row) => { readonly level: number; readonly expanded?: boolean };
  readonly onResize?: (column: string, width: number) => void;
  readonly onMove?: (column: string, by: number) => void;
  /** What is shown is no longer what was asked for; the new rows are on their way. */
  readonly stale?: boolean;
  /** Said before the grid's first row, e.g. how many match. */
  readonly description?: string;
  /** The grid as plain text, where that is more than the rows in view. */
  readonly plainText?: () => Promise<AccessibleText>;
  /** Shown over the grid where there are no rows; nothing of it is a row. */
  readonly empty?: ReactNode;
}

const HEAD_PX = 28;
/** Padding of a row, as in the style sheet. */
const SIDES_PX = 16;
const MARGIN_ROWS = 8;

/** A table of any length: one tab stop, focus on the container, rows drawn as they come into view. */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, rowCount, rowHeight, rowAt, onView } = props;
  const [column, setColumn] = useState(props.startColumn ?? 0);
  const cursor: Cursor = {
    row: props.cursor.row,
    column: Math.min(props.cursor.column ?? column, columns.length - 1),
  };
  const onCursor: typeof props.onCursor = (next, how) => {
    setColumn(next.column);
    props.onCursor(next, how);
  };
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const turn = useGridTurn(id);
  useScopeKeys('grid', scroller);
  useAccessibleText(scroller, () => {
    if (props.plainText !== undefined) return props.plainText();
    const grid = scroller.current;
    return grid === null
      ? Promise.reject(new Error('The rows are gone.'))
      : Promise.resolve(rowsText(grid, props.label, rowCount));
  });
  useScopeKeys(props.scope, scroller);
  const { map, yOf } = useGridScroll({
    scroller,
    rows: rowCount,
    rowHeight,
    headHeight: HEAD_PX,
    top: props.top,
    onTop: props.onTop,
  });
  useGridKeys({
    rows: rowCount,
    columns,
    cursor,
    onCursor,
    map,
    top: props.top,
    onTop: props.onTop,
    onOpen: props.onOpen,
    active: turn.active,
  });
  const { first, last } = rowsInView(map, props.top, rowCount, MARGIN_ROWS);
  useEffect(() => {
    onView?.({ map, first, last });
    // The map changes only with what is listed here.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [onView, first, last, map.fits, map.maxTop]);

  const indexes: number[] = [];
  for (let index = first; index <= last; index += 1) indexes.push(index);
  const cursorDrawn = cursor.row >= 0 && cursor.row < rowCount;
  if (cursorDrawn && (cursor.row < first || cursor.row > last)) indexes.push(cursor.row);

  const width = useWidth(scroller);
  const widths = fittedWidths(columns, width === 0 ? Infinity : width - SIDES_PX);
  const template = columns
    .map(({ grows }, at) => (grows === true ? `minmax(${widths[at]}px, 1fr)` : `${widths[at]}px`))
    .join(' ');
  const style: CSSProperties = { '--fl-columns': template, '--fl-row': `${rowHeight}px` };
  useColumnShown(scroller, cellId(id, cursor.row, cursor.column), cursor.column);
  const focused = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    turn.onFocus();
    // Come to by Tab, it shows its cursor; coming back to the screen, it is where it was left.
    if (relatedTarget !== null && currentTarget.matches(':focus-visible') && cursorDrawn)
      props.onTop(reveal(map, props.top, cursor.row));
  };
  const press = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row === undefined) return;
    const cell = event.target instanceof Element ? event.target.closest('[data-column]') : null;
    const at = cell instanceof HTMLElement ? Number(cell.dataset['column']) : cursor.column;
    const how = event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'move';
    onCursor({ row, column: at }, how);
  };

  return (
    <div className="fl-grid-frame">
      <div
        ref={scroller}
        className={classNames('fl-grid', props.stale === true && 'fl-grid-stale')}
        style={style}
        role={props.role ?? 'grid'}
        tabIndex={0}
        onFocus={focused}
        data-region-start
        aria-label={props.label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-multiselectable={props.isSelected !== undefined}
        aria-busy={props.stale === true}
        {...(props.description === undefined ? {} : { 'aria-description': props.description })}
        {...(cursorDrawn ? { 'aria-activedescendant': cellId(id, cursor.row, cursor.column) } : {})}
      >
        <div className="fl-grid-inner">
          <GridHead columns={columns} onResize={props.onResize} onMove={props.onMove} />
          {/* The grid has the focus and the keys; its rows only take the pointer. */}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
          <div
            className="fl-grid-body"
            role="rowgroup"
            style={{ height: map.spacer }}
            onClick={press}
            onDoubleClick={(event) => {
              const row = rowOf(event);
              if (row !== undefined) props.onOpen?.(row);
            }}
          >
            {indexes.map((index) => {
              const row = rowAt(index);
              return (
                <GridRow
                  key={index}
                  row={row}
                  index={index}
                  y={yOf(index)}
                  columns={columns}
                  cursorColumn={cursor.row === index ? cursor.column : undefined}
                  selected={row === undefined ? undefined : props.isSelected?.(row, index)}
                  className={row === undefined ? undefined : props.rowClass?.(row, index)}
                  level={row === undefined ? undefined : props.rowLevel?.(row)}
                  grid={id}
                />
              );
            })}
          </div>
        </div>
      </div>
      <div className="fl-grid-empty">{props.empty}</div>
    </div>
  );
}

/** The row that was pressed, as its position. */
function rowOf(event: MouseEvent): number | undefined {
  const row = event.target instanceof Element ? event.target.closest('[aria-rowindex]') : null;
  return row === null ? undefined : Number(row.getAttribute('aria-rowindex')) - 2;
}

import { useState } from 'react';
import type { PointerEvent } from 'react';
import { AscendingIcon, DescendingIcon } from '#renderer/ui/icons.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import type { GridColumn } from './grid-column.ts';

interface GridHeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly onResize: ((column: string, width: number) => void) | undefined;
  readonly onMove: ((column: string, by: number) => void) | undefined;
}

/** The names of the columns. Dragging a name moves it, dragging its edge resizes; “Choose columns…” does both by keyboard. */
export function GridHead<Row>({ columns, onResize, onMove }: GridHeadProps<Row>) {
  const [dragged, setDragged] = useState<string>();
  const drop = (target: string): void => {
    const from = columns.findIndex(({ id }) => id === dragged);
    const to = columns.findIndex(({ id }) => id === target);
    setDragged(undefined);
    if (dragged !== undefined && from !== to) onMove?.(dragged, to - from);
  };
  return (
    <div className="fl-grid-head" role="rowgroup">
      <div className="fl-grid-head-row" role="row" aria-rowindex={1}>
        {columns.map((column, place) => {
          const movable = onMove !== undefined && column.fixed !== true;
          return (
            // One tab stop for the whole grid; “Choose columns…” does by keyboard what the pointer does here.
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={place + 1}
              className={classNames(
                'fl-grid-title',
                column.align === 'end' && 'fl-grid-cell-end',
                dragged === column.id && 'fl-grid-title-dragged',
              )}
              draggable={movable}
              onDragStart={(event) => {
                event.dataTransfer.setData('text/plain', column.title);
                event.dataTransfer.effectAllowed = 'move';
                setDragged(column.id);
              }}
              onDragOver={(event) => {
                if (dragged !== undefined && column.fixed !== true) event.preventDefault();
              }}
              onDrop={() => drop(column.id)}
              onDragEnd={() => setDragged(undefined)}
              {...(column.sort === undefined ? {} : { 'aria-sort': column.sort })}
            >
              <Title column={column} />
              {onResize === undefined || column.fixed === true ? null : (
                <Edge column={column} onResize={onResize} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Title<Row>({ column }: { readonly column: GridColumn<Row> }) {
  const text = column.head ?? <span className="fl-grid-title-text">{column.title}</span>;
  if (column.onSort === undefined) return text;
  const Picture = column.sort === 'descending' ? DescendingIcon : AscendingIcon;
  return (
    <button type="button" className="fl-grid-sort" tabIndex={-1} onClick={column.onSort}>
      {text}
      {column.sort === undefined ? null : <Picture size={11} aria-hidden />}
    </button>
  );
}

interface EdgeProps<Row> {
  readonly column: GridColumn<Row>;
  readonly onResize: (column: string, width: number) => void;
}

function Edge<Row>({ column, onResize }: EdgeProps<Row>) {
  const [start, setStart] = useState<{ readonly x: number; readonly width: number }>();
  const grab = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const cell = event.currentTarget.parentElement;
    setStart({ x: event.clientX, width: cell?.getBoundingClientRect().width ?? column.width });
  };
  return (
    <span
      className="fl-grid-edge"
      aria-hidden
      onPointerDown={grab}
      onPointerMove={(event) => {
        if (start !== undefined) onResize(column.id, start.width + event.clientX - start.x);
      }}
      onPointerUp={() => setStart(undefined)}
      onPointerCancel={() => setStart(undefined)}
    />
  );
}

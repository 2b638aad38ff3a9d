import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { LayerMark } from '#shared/learning/navigator-layer.ts';
import { useScopeKeys } from '#renderer/commands/use-keys.ts';
import type { CellPlace, ShownColumn } from './matrix-entries.ts';
import { movedPlace } from './matrix-entries.ts';
import { MatrixCellContent } from './matrix-cell.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

interface MatrixGridProps {
  readonly columns: readonly ShownColumn[];
  readonly cursor: CellPlace;
  readonly onCursor: (place: CellPlace) => void;
  readonly open: string | undefined;
  readonly onOpen: (technique: string) => void;
  readonly unfolded: ReadonlySet<string>;
  readonly onFold: (technique: string) => void;
  readonly layer: ReadonlyMap<string, LayerMark>;
}

/** The matrix: one tab stop, arrows go from cell to cell, Enter opens, Space unfolds. */
export function MatrixGrid(props: MatrixGridProps) {
  const { columns, cursor, onCursor, onOpen, onFold, unfolded, layer } = props;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  useScopeKeys('matrix', grid);
  const rows = Math.max(0, ...columns.map(({ entries }) => entries.length));
  const at = {
    column: Math.min(cursor.column, columns.length - 1),
    row: Math.min(cursor.row, (columns[cursor.column]?.entries.length ?? 1) - 1),
  };
  const cellId = (row: number, column: number): string => `${id}-${row}-${column}`;
  const current = columns[at.column]?.entries[at.row];
  useEffect(() => {
    document.getElementById(`${id}-${at.row}-${at.column}`)?.scrollIntoView({
      block: 'nearest',
      inline: 'nearest',
    });
  }, [id, at.row, at.column]);

  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const moved = movedPlace(columns, at, event.key);
    if (moved !== undefined) onCursor(moved);
    else if (event.key === 'Enter' && current !== undefined) onOpen(current.cell.technique.id);
    else if (event.key === ' ' && current !== undefined && current.cell.subs.length > 0) {
      onFold(current.cell.technique.id);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={grid}
      className="fl-matrix"
      role="grid"
      aria-label="Techniques by tactic"
      aria-rowcount={rows + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      data-region-start
      onKeyDown={press}
      style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(116px, 1fr))` }}
      {...(current === undefined ? {} : { 'aria-activedescendant': cellId(at.row, at.column) })}
    >
      <div role="row" className="fl-matrix-row">
        {columns.map(({ name, entries }) => (
          <div key={name} role="columnheader" className="fl-matrix-head">
            {name} <span className="fl-faint">{entries.filter(({ sub }) => !sub).length}</span>
          </div>
        ))}
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} role="row" className="fl-matrix-row">
          {columns.map(({ name, entries }, column) => {
            const entry = entries[row];
            const technique = entry?.cell.technique.id;
            return (
              // The grid has the focus and the keys; its cells only take the pointer.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={name}
                id={cellId(row, column)}
                role="gridcell"
                className={classNames(
                  entry !== undefined && 'fl-matrix-cell',
                  entry?.sub === true && 'fl-matrix-sub',
                  entry !== undefined && entry.cell.total > 0 && 'fl-matrix-named',
                  row === at.row && column === at.column && 'fl-matrix-cursor',
                  technique !== undefined && technique === props.open && 'fl-matrix-open',
                )}
                {...(entry !== undefined && entry.cell.subs.length > 0 && !entry.sub
                  ? { 'aria-expanded': unfolded.has(entry.cell.technique.id) }
                  : {})}
                onClick={() => {
                  if (technique === undefined) return;
                  onCursor({ row, column });
                  onOpen(technique);
                }}
              >
                {entry === undefined ? null : (
                  <MatrixCellContent
                    entry={entry}
                    unfolded={unfolded.has(entry.cell.technique.id)}
                    onFold={onFold}
                    mark={layer.get(entry.cell.technique.id)}
                  />
                )}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

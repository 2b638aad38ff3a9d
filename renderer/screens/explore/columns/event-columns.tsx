import type { MarkedRow } from '#shared/model/event.ts';
import type { ColumnPlace } from '#renderer/ui/grid/columns.ts';
import type { GridColumn } from '#renderer/ui/grid/grid-column.ts';
import { BoardIcon, FindingIcon, NoteIcon } from '#renderer/ui/icons.ts';
import { ClassMark } from '#renderer/ui/marks/class-mark.tsx';
import { LevelMark } from '#renderer/ui/marks/level-mark.tsx';
import { TagChip } from '#renderer/ui/marks/tag-chip.tsx';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { COLUMNS, isColumnId } from './column-ids.ts';
import type { ColumnId } from './column-ids.ts';
import { NameCell } from './name-cell.tsx';
import { GapCell, TimeCell } from './time-cells.tsx';

export interface ColumnContext {
  readonly times: TimeDisplay;
  readonly descending: boolean;
  readonly turnOrder: () => void;
  readonly rowAt: (index: number) => MarkedRow | undefined;
  readonly evidenceName: (index: number) => string;
}

const text = (value: string | undefined) =>
  value === undefined ? null : <span className="fl-cut">{visibleLine(value)}</span>;

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

function cell(id: ColumnId, row: MarkedRow, index: number, context: ColumnContext) {
  switch (id) {
    case 'time':
      return <TimeCell row={row} times={context.times} />;
    case 'gap':
      return <GapCell row={row} before={context.rowAt(index - 1)} />;
    case 'level':
      return <LevelMark level={row.level} />;
    case 'class':
      return <ClassMark category={row.category} />;
    case 'host':
      return row.host === undefined ? null : <NameCell kind="host" value={row.host} />;
    case 'user':
      return row.user === undefined ? null : <NameCell kind="user" value={row.user} />;
    case 'message':
      return (
        <span className="fl-cut fl-message">
          {row.recovered ? <em className="fl-recovered">recovered</em> : null}
          {visibleLine(row.message)}
        </span>
      );
    case 'tags':
      return (
        <>
          {row.onBoard ? <BoardIcon size={13} aria-label="on the board" /> : null}
          {row.inFinding ? <FindingIcon size={13} aria-label="in a finding" /> : null}
          {row.noted ? <NoteIcon size={13} aria-label="has notes" /> : null}
          {row.tags.map((tag) => (
            <TagChip key={tag} tag={tag} />
          ))}
        </>
      );
    case 'code':
      return text(row.code);
    case 'action':
      return text(row.action);
    case 'outcome':
      return text(row.outcome);
    case 'source.ip':
      return text(row.sourceIp);
    case 'destination.ip':
      return text(row.destinationIp);
    case 'process':
      return row.process === undefined ? null : (
        <span className="fl-cut" title={visibleLine(row.process)}>
          {visibleLine(baseName(row.process))}
        </span>
      );
    case 'channel':
      return text(row.channel);
    case 'provider':
      return text(row.provider);
    case 'evidence':
      return text(context.evidenceName(row.evidence));
    case 'record':
      return row.record === undefined ? null : <span className="fl-faint">{row.record}</span>;
  }
}

/** The columns as arranged, ready to draw. */
export const eventColumns = (
  places: readonly ColumnPlace[],
  context: ColumnContext,
): readonly GridColumn<MarkedRow>[] =>
  places.flatMap(({ id, width }): GridColumn<MarkedRow>[] => {
    if (!isColumnId(id)) return [];
    const known = COLUMNS.find((column) => column.id === id);
    return [
      {
        id,
        title: known?.title ?? id,
        width,
        ...(known === undefined ? {} : { least: known.least }),
        ...(id === 'message' ? { grows: true } : {}),
        ...(id === 'gap' || id === 'record' ? { align: 'end' as const } : {}),
        ...(id === 'level' ? { head: <span className="fl-unseen">Level</span> } : {}),
        ...(id === 'time'
          ? {
              sort: context.descending ? ('descending' as const) : ('ascending' as const),
              onSort: context.turnOrder,
            }
          : {}),
        render: (row, index) => cell(id, row, index, context),
      },
    ];
  });

/** The value a cell stands for, to filter by; undefined where that makes no sense. */
export function cellValue(
  id: string,
  row: MarkedRow,
): { field: string; value: string | undefined } | undefined {
  const column = COLUMNS.find((known) => known.id === id);
  if (column?.field === undefined) return undefined;
  const { field } = column;
  switch (column.id) {
    case 'level':
      return { field, value: row.level };
    case 'class':
      return { field, value: row.category };
    case 'host':
      return { field, value: row.host };
    case 'user':
      return { field, value: row.user };
    case 'tags':
      return { field, value: row.tags[0] };
    case 'code':
      return { field, value: row.code };
    case 'action':
      return { field, value: row.action };
    case 'outcome':
      return { field, value: row.outcome };
    case 'source.ip':
      return { field, value: row.sourceIp };
    case 'destination.ip':
      return { field, value: row.destinationIp };
    case 'process':
      return { field, value: row.process };
    case 'channel':
      return { field, value: row.channel };
    case 'provider':
      return { field, value: row.provider };
    case 'evidence':
      return undefined;
  }
}

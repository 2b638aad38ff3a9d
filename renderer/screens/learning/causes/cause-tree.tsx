import { useStore } from 'zustand';
import { CAUSE_KIND_NAMES } from '#shared/learning/words.ts';
import { STANDING_NAMES } from '#shared/records/standing-names.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import type { GridColumn } from '#renderer/ui/grid/grid-column.ts';
import { StandingMark } from '#renderer/ui/marks/standing-mark.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { LearningPlaceStore } from '../learning-place.ts';
import type { CauseRow } from './cause-rows.ts';
import { rowAtCursor } from './cause-rows.ts';

const ROW_PX = { compact: 28, comfortable: 36 } as const;
const STEP_PX = 22;

const COLUMNS: readonly GridColumn<CauseRow>[] = [
  {
    id: 'title',
    title: 'Why could it happen?',
    width: 360,
    grows: true,
    render: (row) =>
      row.kind === 'item' ? (
        <span className="fl-cut">
          <strong>{visibleLine(row.title)}</strong>
          {row.after === '' ? null : <span className="fl-faint"> ← {visibleLine(row.after)}</span>}
        </span>
      ) : (
        <span className="fl-cause" style={{ paddingLeft: (row.level - 1) * STEP_PX }}>
          <span className="fl-cause-elbow" aria-hidden />
          <StandingMark standing={row.cause.standing} />
          <span className="fl-cut">{visibleLine(row.cause.title)}</span>
        </span>
      ),
  },
  {
    id: 'standing',
    title: 'Known',
    width: 84,
    render: (row) => (row.kind === 'cause' ? STANDING_NAMES[row.cause.standing] : ''),
  },
  {
    id: 'kind',
    title: 'It is a',
    width: 142,
    render: (row) =>
      row.kind === 'cause' ? (
        <span className={row.cause.kind === 'root' ? 'fl-learning-strong' : 'fl-muted'}>
          {CAUSE_KIND_NAMES[row.cause.kind]}
        </span>
      ) : (
        ''
      ),
  },
];

interface CauseTreeProps {
  readonly rows: readonly CauseRow[];
  readonly store: LearningPlaceStore;
  readonly count: number;
}

/** Each cause under what it explains. */
export function CauseTree({ rows, store, count }: CauseTreeProps) {
  const place = useStore(store);
  const { causeTop, cause } = place;
  const density = useSettings((settings) => settings.density);
  const show = (index: number, open: boolean): void => {
    const row = rows[index];
    store.setState({
      causeRow: index,
      causeAt: row?.kind === 'cause' ? row.cause.id : undefined,
      ...((open || cause !== undefined) && row?.kind === 'cause' && { cause: row.cause.id }),
    });
  };
  return (
    <Grid
      label="Causes"
      role="treegrid"
      scope="causes"
      rowCount={rows.length}
      rowHeight={ROW_PX[density]}
      rowAt={(index) => rows[index]}
      columns={COLUMNS}
      cursor={{ row: rowAtCursor(rows, place) }}
      onCursor={({ row }) => show(row, false)}
      top={causeTop}
      onTop={(top) => store.setState({ causeTop: top })}
      onOpen={(index) => show(index, true)}
      rowClass={(row) => (row.kind === 'item' ? 'fl-cause-item' : undefined)}
      rowLevel={(row) => ({ level: row.kind === 'item' ? 1 : row.level + 1 })}
      description={countOf(count, 'cause')}
    />
  );
}

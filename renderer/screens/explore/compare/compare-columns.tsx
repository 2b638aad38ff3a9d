import type { ComparedValue, Comparison } from '#shared/ipc/events.ts';
import type { GridColumn } from '#renderer/ui/grid/grid-column.ts';
import { countText, percentText } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { changeOf, changeText } from './compare-row.ts';

export function compareColumns({
  field,
  totalA,
  totalB,
}: Pick<Comparison, 'field' | 'totalA' | 'totalB'>): readonly GridColumn<ComparedValue>[] {
  const share = (count: number, total: number) => (
    <>
      {countText(count)}
      <span className="fl-stack-percent">{count === 0 ? '' : percentText(count / total)}</span>
    </>
  );
  return [
    {
      id: 'value',
      title: field,
      width: 260,
      least: 160,
      grows: true,
      render: ({ value }) => (
        <span className="fl-cut fl-mono" title={visibleLine(value)}>
          {visibleLine(value)}
        </span>
      ),
    },
    {
      id: 'change',
      title: 'B against A',
      width: 180,
      least: 130,
      render: (row) => {
        const change = changeOf(row, totalA, totalB);
        return <span className={`fl-change fl-change-${change.kind}`}>{changeText(change)}</span>;
      },
    },
    {
      id: 'a',
      title: 'In A',
      width: 140,
      least: 110,
      align: 'end',
      render: ({ a }) => share(a, totalA),
    },
    {
      id: 'b',
      title: 'In B',
      width: 140,
      least: 110,
      align: 'end',
      render: ({ b }) => share(b, totalB),
    },
  ];
}

import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { RELATIONS } from '#shared/entities/relations.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { countText } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { secondText, timeTitle } from '../times.ts';
import type { DrawnEdge } from './collapse.ts';
import { KindGlyph } from '#renderer/entities/kind-glyph.tsx';

/** What the table of edges shows: a sentence in three cells, and its proof. */
export const edgeColumns = (
  labelOf: (entity: EntityRef) => string,
  times: TimeDisplay,
): readonly RecordColumn<DrawnEdge>[] => {
  const name = (entity: EntityRef) => (
    <span className="fl-entity-name" title={entity.value}>
      <KindGlyph kind={entity.kind} />
      <span className="fl-cut">{visibleLine(labelOf(entity))}</span>
    </span>
  );
  return [
    {
      id: 'from',
      title: 'Who',
      width: 150,
      by: ({ from }) => labelOf(from),
      text: ({ from }) => labelOf(from),
      render: ({ from }) => name(from),
    },
    {
      id: 'says',
      title: 'Did',
      width: 116,
      by: ({ relation }) => RELATIONS[relation].says,
      text: ({ relation }) => RELATIONS[relation].says,
      render: ({ relation }) => <span className="fl-muted">{RELATIONS[relation].says}</span>,
    },
    {
      id: 'to',
      title: 'Whom or what',
      width: 150,
      grows: true,
      by: ({ to }) => labelOf(to),
      text: ({ to }) => labelOf(to),
      render: ({ to }) => name(to),
    },
    {
      id: 'events',
      title: 'Events',
      width: 68,
      align: 'end',
      by: ({ events }) => events,
      render: ({ events }) => countText(events),
    },
    {
      id: 'first',
      title: timeTitle('First', times),
      width: 152,
      by: ({ first }) => first,
      render: ({ first }) => secondText(first, times),
    },
    {
      id: 'last',
      title: timeTitle('Last', times),
      width: 152,
      by: ({ last }) => last,
      render: ({ last }) => secondText(last, times),
    },
  ];
};

import { useState } from 'react';
import { Button as Pressable } from 'react-aria-components';
import type { MarkedRow } from '#shared/model/event.ts';
import { printField, printValue } from '#shared/query/print-query.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/choice.tsx';
import { ClassMark } from '#renderer/ui/marks/class-mark.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { aroundEvent, PIVOT_SPANS } from '../acts/pivot.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { filterOf, visit } from '../view.ts';
import type { ExploreView } from '../view.ts';

interface RelatedTabProps {
  readonly store: ExplorePlaceStore;
  readonly row: MarkedRow;
}

const SHOWN = 60;
const BEFORE = 25;

/** What happened around the event, on all hosts or on its own, whatever the query is. */
export function RelatedTab({ store, row }: RelatedTabProps) {
  const times = useSettings((settings) => settings.times);
  const [span, setSpan] = useState<string>(PIVOT_SPANS[0].label);
  const [scope, setScope] = useState<'all' | 'host' | 'user'>('all');
  const ns = (PIVOT_SPANS.find(({ label }) => label === span) ?? PIVOT_SPANS[0]).ns;
  const view: ExploreView = {
    query: scopeQuery(row, scope),
    aside: [],
    crumbs: [],
    order: 'time-ascending',
    ...aroundEvent(row, ns),
    ...(scope === 'all' ? {} : { query: scopeQuery(row, scope) }),
  };
  const filter = filterOf(view);
  const dated = row.time !== undefined;
  const { data: position } = useRead(
    'events.position',
    { ...filter, order: 'time-ascending', key: row.key },
    { enabled: dated },
  );
  const { data: count } = useRead('events.count', filter, { enabled: dated });
  const start = Math.max(0, (position ?? 0) - BEFORE);
  const { data: around = [] } = useRead(
    'events.page',
    { ...filter, order: 'time-ascending', start, count: SHOWN },
    { enabled: dated && position !== undefined },
  );
  if (!dated) {
    return <p className="fl-tab-text fl-muted">This event has no time, so nothing is around it.</p>;
  }
  return (
    <>
      <div className="fl-around-head">
        <Select
          label="Time around the event"
          hideLabel
          value={span}
          choices={PIVOT_SPANS.map(({ label }) => ({ id: label as string, label: `± ${label}` }))}
          onChange={setSpan}
        />
        <Select
          label="Of"
          hideLabel
          value={scope}
          choices={[
            { id: 'all', label: 'everything' },
            ...(row.host === undefined
              ? []
              : [{ id: 'host' as const, label: `host ${visibleLine(row.host)}` }]),
            ...(row.user === undefined
              ? []
              : [{ id: 'user' as const, label: `user ${visibleLine(row.user)}` }]),
          ]}
          onChange={setScope}
        />
        <Button
          size="small"
          onPress={() =>
            store.setState(({ history }) => ({ history: visit(history, view), anchor: undefined }))
          }
        >
          {count === undefined ? 'Explore' : `Explore ${countOf(count.total, 'event')}`}
        </Button>
      </div>
      <ol className="fl-around">
        {around.map((other) => (
          <li key={other.key}>
            <Pressable
              className="fl-around-row"
              {...(other.key === row.key ? { 'aria-current': 'true' as const } : {})}
              onPress={() =>
                store.setState(({ cursor, jumps }) => ({
                  cursor: { ...cursor, key: other.key },
                  anchor: undefined,
                  jumps: jumps + 1,
                }))
              }
            >
              <span className="fl-around-time">
                {other.time === undefined
                  ? ''
                  : shortInstantText(other.time, other.precision, times).slice(11)}
              </span>
              <ClassMark category={other.category} />
              <span className="fl-cut">{visibleLine(other.message)}</span>
            </Pressable>
          </li>
        ))}
      </ol>
    </>
  );
}

function scopeQuery(row: MarkedRow, scope: 'all' | 'host' | 'user'): string {
  const value = scope === 'all' ? undefined : row[scope];
  return value === undefined || scope === 'all' ? '' : `${printField(scope)}:${printValue(value)}`;
}

import { useQueries } from '@tanstack/react-query';
import { useStore } from 'zustand';
import type { Condition } from '#shared/query/conditions.ts';
import { conditionsOf, joined } from '#shared/query/conditions.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { failureOf, isQuiet } from '#renderer/bridge/failure.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { useCase } from '#renderer/state/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { EvidenceIcon, FilterIcon, ProblemIcon } from '#renderer/ui/icons.ts';
import { countText } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { filterOf, visit } from '../view.ts';
import type { ExploreView } from '../view.ts';
import type { Rows } from './row-source.ts';

interface NoRowsProps {
  readonly store: ExplorePlaceStore;
  readonly rows: Rows;
}

/** Why the list is empty, and what to do about it. */
export function NoRows({ store, rows }: NoRowsProps) {
  const view = useStore(store, (place) => place.history.view);
  if (rows.error !== null && !isQuiet(rows.error)) {
    return (
      <EmptyState icon={ProblemIcon} title="The events could not be read">
        {failureOf(rows.error).message}
      </EmptyState>
    );
  }
  if (rows.total !== 0 || rows.stale) return null;
  if (rows.all === 0) {
    return (
      <EmptyState
        icon={EvidenceIcon}
        title="No events yet"
        actions={
          <>
            <Button variant="primary" onPress={() => runCommand('evidence.add-files')}>
              Add evidence…
            </Button>
            <Button onPress={() => goTo('evidence')}>See the evidence</Button>
          </>
        }
      >
        Drop event logs, text logs or tables anywhere on this window. First events show within
        seconds, while the rest is being read.
      </EmptyState>
    );
  }
  return <NothingMatches store={store} view={view} all={rows.all} />;
}

interface Way {
  readonly label: string;
  readonly next: Partial<ExploreView>;
}

/** The condition is set aside, not lost. */
const without = (conditions: readonly Condition[], index: number): readonly Condition[] =>
  conditions.map((one, at) => (at === index ? { ...one, inForce: false } : one));

/** Each condition that could be dropped, the range included. */
function waysOut(view: ExploreView): readonly Way[] {
  const conditions = conditionsOf(view);
  const ranged = view.brush !== undefined || view.crumbs.length > 0;
  return [
    ...(ranged ? [{ label: 'the time range', next: { brush: undefined, crumbs: [] } }] : []),
    ...conditions.flatMap(({ text, inForce }, index) =>
      inForce ? [{ label: text, next: joined(without(conditions, index)) }] : [],
    ),
  ].slice(-6);
}

interface NothingMatchesProps {
  readonly store: ExplorePlaceStore;
  readonly view: ExploreView;
  readonly all: number;
}

function NothingMatches({ store, view, all }: NothingMatchesProps) {
  const engine = useEngine();
  const { id } = useCase();
  const ways = waysOut(view);
  const counts = useQueries({
    queries: ways.map(({ next }) => {
      const filter = filterOf({ ...view, ...next });
      return {
        queryKey: ['events.count', filter, id],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          engine.call('events.count', filter, signal),
      };
    }),
  });
  return (
    <EmptyState
      icon={FilterIcon}
      title={`None of ${countText(all)} events match`}
      actions={
        <>
          {ways.map(({ label, next }, index) => {
            const count = counts[index]?.data?.total;
            return count === undefined || count === 0 ? null : (
              <Button
                key={label}
                onPress={() => store.setState(({ history }) => ({ history: visit(history, next) }))}
              >
                Without {visibleLine(label)}: {countText(count)}
              </Button>
            );
          })}
          <Button variant="quiet" onPress={() => runCommand('explore.reset')}>
            Show all events
          </Button>
        </>
      }
    >
      {ways.length > 1 ? 'Leaving out one of the conditions may help.' : ''}
    </EmptyState>
  );
}

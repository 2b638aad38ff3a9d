import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { entityGroups } from '#shared/entities/entity-groups.ts';
import { entityKey } from '#shared/entities/entity-key.ts';
import { ENTITY_NAMES } from '#shared/entities/entity-kinds.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { entityLabel } from '#shared/entities/entity-groups.ts';
import { isNoise } from '#shared/entities/noise.ts';
import { sideOf } from '#shared/entities/standing-of.ts';
import type { Side } from '#shared/entities/standing-of.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import { shownRows } from '#renderer/records/record-rows.ts';
import { RecordTable } from '#renderer/records/record-table.tsx';
import { showQuery } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useUnscrolled } from '#renderer/state/unscrolled.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { GraphIcon, ProblemIcon, WorkingIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { Panes } from '#renderer/ui/panes.tsx';
import type { EntitiesPlaceStore } from '../entities-place.ts';
import { graphSheet } from '../print/sheets.ts';
import type { Entities } from '../use-entities.ts';
import { collapsed } from './collapse.ts';
import { edgeColumns } from './edge-columns.tsx';
import { GraphBar } from './graph-bar.tsx';
import { GraphDrawing } from './graph-drawing.tsx';
import { layOut } from './graph-layout.ts';

interface GraphViewProps {
  readonly entities: Entities;
  readonly place: EntitiesPlaceStore;
  /** Opens the details of an entity. */
  readonly onShow: (id: string) => void;
}

/** Who stands beside one entity: each edge in a table, and the same as a picture. */
export function GraphView({ entities, place, onShow }: GraphViewProps) {
  const shown = useStore(place);
  const state = useWorkView((view) => view.state);
  const times = useSettings((settings) => settings.times);
  const store = useRecordPlace('entities-graph');
  const { filter, sort, descending } = useUnscrolled(store);
  const [chosen, choose] = useState<string>();
  const groups = entityGroups(state);
  const first = entities.rows.find(({ noise, kind }) => !noise && kind === 'host');
  const centre: EntityRef | undefined = shown.centre ?? first;
  const range = {
    ...(shown.from !== undefined && { from: shown.from }),
    ...(shown.to !== undefined && { to: shown.to }),
  };
  const names = centre === undefined ? [] : groups.names(centre);
  const graph = useRead(
    'entities.graph',
    {
      centre: names.map(({ kind, value }) => ({ kind, value })),
      hops: shown.hops,
      limit: shown.neighbours,
      ...range,
    },
    { enabled: names.length > 0 },
  );
  const edges = useMemo(
    () =>
      collapsed(graph.data?.edges ?? [], groups).filter(
        ({ from, to }) => shown.noise || (!isNoise(from) && !isNoise(to)),
      ),
    [graph.data, groups, shown.noise],
  );
  const labelOf = (entity: EntityRef): string => entityLabel(state, entity.kind, entity.value);
  const columns = edgeColumns(labelOf, times);
  const rows = shownRows(edges, columns, { filter, sort, descending });
  const canonical = centre === undefined ? undefined : groups.canonical(centre);
  const picture = useMemo(
    () => (canonical === undefined ? undefined : layOut(edges, canonical)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [edges, canonical?.kind, canonical?.value],
  );
  if (canonical === undefined || picture === undefined) {
    return (
      <EmptyState icon={GraphIcon} title="Nothing to draw yet">
        The graph shows who stands beside a host, account or address in the evidence. There is none
        yet.
      </EmptyState>
    );
  }
  const others = (graph.data?.others ?? []).map(({ kind, count }) =>
    countOf(count, ENTITY_NAMES[kind].one, ENTITY_NAMES[kind].many),
  );
  const sum = [
    `${countOf(picture.nodes.length - 1, 'neighbour')}, ${countOf(edges.length, 'edge')}`,
    ...(others.length === 0 ? [] : [`not shown: ${others.join(', ')}`]),
    ...(graph.data?.atLeast === true ? ['there are more pairs than are counted'] : []),
  ].join(' · ');
  const side = (entity: EntityRef): Side => sideOf(state, entity);
  return (
    <div className="fl-record-view">
      <GraphBar
        entities={entities}
        place={place}
        store={store}
        centre={canonical}
        sheet={() =>
          graphSheet({
            centre: canonical,
            lead: sum,
            edges: rows,
            picture,
            labelOf,
            sideOf: side,
            times,
          })
        }
      />
      <p className="fl-entity-sum" role="status">
        {graph.isPending ? 'Counting…' : sum}
      </p>
      {graph.error !== null ? (
        <EmptyState icon={ProblemIcon} title="The graph could not be counted">
          {graph.error.message}
        </EmptyState>
      ) : graph.isPending ? (
        <EmptyState icon={WorkingIcon} title="Counting who stands beside whom" />
      ) : edges.length === 0 ? (
        <EmptyState icon={GraphIcon} title="No event names it together with another">
          Neither in this time nor of these kinds. Widen the time, or choose another centre.
        </EmptyState>
      ) : (
        <Panes
          id="entities-graph"
          layout={shown.layout}
          onLayout={(layout) => place.setState({ layout })}
          panes={[
            {
              id: 'edges',
              label: 'the edges',
              min: '320px',
              content: (
                <div className="fl-record-list">
                  <RecordTable
                    label="Edges"
                    noun="edge"
                    rows={rows}
                    columns={columns}
                    store={store}
                    onOpen={({ query }) => showQuery(query, range)}
                  />
                </div>
              ),
            },
            {
              id: 'drawing',
              label: 'the drawing',
              size: '50%',
              min: '260px',
              content: (
                <GraphDrawing
                  picture={picture}
                  edges={edges}
                  centre={canonical}
                  chosen={chosen}
                  onChoose={choose}
                  onOpen={(node) => {
                    if (entityKey(node) === entityKey(canonical)) onShow(node.id);
                    else place.setState({ centre: { kind: node.kind, value: node.value } });
                  }}
                  labelOf={labelOf}
                  sideOf={side}
                />
              ),
            },
          ]}
        />
      )}
    </div>
  );
}

import { entityKey } from '#shared/entities/entity-key.ts';
import { entityGroups } from '#shared/entities/entity-groups.ts';
import { isNoise } from '#shared/entities/noise.ts';
import { edgeQuery, RELATIONS } from '#shared/entities/relations.ts';
import type { RelationEdge } from '#shared/entities/relations.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { showQuery } from '#renderer/state/navigation.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/number-text.ts';
import { Progress } from '#renderer/ui/progress.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';
import type { Entities } from '../use-entities.ts';

interface RelatedListProps {
  readonly row: EntityRow;
  readonly entities: Entities;
  readonly onShow: (row: EntityRow) => void;
}

/** Kinds that stand in columns, of which pairs are counted. */
const PAIRED: ReadonlySet<EntityRow['kind']> = new Set([
  'host',
  'account',
  'ip',
  'domain',
  'file',
  'service',
]);
const SHOWN = 12;

/** Who stands beside an entity in most events; each number opens those events. */
export function RelatedList({ row, entities, onShow }: RelatedListProps) {
  const groups = useWorkView(({ state }) => entityGroups(state));
  const paired = PAIRED.has(row.kind);
  const graph = useRead(
    'entities.graph',
    {
      centre: row.names.map(({ kind, value }) => ({ kind, value })),
      hops: 1,
      limit: 40,
    },
    { enabled: paired, keepPrevious: false },
  );
  if (!paired) return null;
  const own = new Set(row.names.map(entityKey));
  const edges = (graph.data?.edges ?? [])
    .filter(
      ({ from, to }) =>
        own.has(entityKey(from)) !== own.has(entityKey(to)) && !isNoise(from) && !isNoise(to),
    )
    .slice(0, SHOWN);
  const otherOf = ({ from, to }: RelationEdge): EntityRow | undefined =>
    entities.byId.get(entityKey(groups.canonical(own.has(entityKey(from)) ? to : from)));
  return (
    <section className="fl-record-block" aria-label="Related">
      <h3 className="fl-label">Related</h3>
      {graph.isPending ? <Progress label="Counting who stands beside it" /> : null}
      {graph.error === null ? null : <p>It could not be read: {graph.error.message}</p>}
      {graph.data !== undefined && edges.length === 0 ? (
        <p className="fl-faint">No event names it together with another.</p>
      ) : null}
      <ul className="fl-entity-names">
        {edges.map((edge) => {
          const outward = own.has(entityKey(edge.from));
          const other = otherOf(edge);
          const { value } = outward ? edge.to : edge.from;
          const name = visibleLine(other?.label ?? value);
          const says = RELATIONS[edge.relation].says;
          return (
            <li key={`${edge.relation} ${entityKey(edge.from)} ${entityKey(edge.to)}`}>
              <span className="fl-muted">{outward ? says : `${says} it:`}</span>
              {other === undefined ? (
                <span className="fl-cut">{name}</span>
              ) : (
                <Button
                  size="small"
                  variant="quiet"
                  className="fl-entity-mention"
                  onPress={() => onShow(other)}
                >
                  {name}
                </Button>
              )}
              <Button
                size="small"
                variant="quiet"
                aria-label={`Show the ${countText(edge.events)} events with ${name}`}
                onPress={() => showQuery(edgeQuery(edge))}
              >
                {countText(edge.events)}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { boxLabel } from './box-label.ts';
import { useId, useRef } from 'react';
import { entityKey } from '#shared/entities/entity-key.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { RELATIONS } from '#shared/entities/relations.ts';
import type { Side } from '#shared/entities/standing-of.ts';
import { SIDE_NAMES } from '#shared/entities/standing-of.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { KIND_TITLES } from '#renderer/entities/words.ts';
import type { DrawnEdge } from './collapse.ts';
import { BOX, neighbourOf } from './graph-layout.ts';
import type { GraphNode, GraphPicture } from './graph-layout.ts';
import { KindGlyph } from '#renderer/entities/kind-glyph.tsx';

interface GraphDrawingProps {
  readonly picture: GraphPicture;
  readonly edges: readonly DrawnEdge[];
  readonly centre: EntityRef;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (node: GraphNode) => void;
  readonly labelOf: (entity: EntityRef) => string;
  readonly sideOf: (entity: EntityRef) => Side;
}

/** Letters that a box holds; the flag of the intruder's takes the room of three. */
const IN_BOX = 20;

/** Of a file its name. */
const nameIn = (kind: EntityRef['kind'], label: string): string =>
  kind === 'file' ? (label.split(/[\\/]/).at(-1) ?? label) : label;

/** The neighbourhood as a picture. The table beside it says the same and more. */
export function GraphDrawing(props: GraphDrawingProps) {
  const { picture, edges, centre, chosen, onChoose, onOpen } = props;
  const svg = useRef<SVGSVGElement>(null);
  const [whole, marked] = [useId(), useId()];
  const at = new Map(picture.nodes.map((node) => [node.id, node]));
  const focusId = chosen !== undefined && at.has(chosen) ? chosen : entityKey(centre);
  const move = (id: string, key: string): boolean => {
    const next = neighbourOf(picture.nodes, id, key);
    if (next === undefined) return false;
    onChoose(next.id);
    svg.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(next.id)}"]`)?.focus();
    return true;
  };
  return (
    <div className="fl-graph-scroll">
      <svg
        ref={svg}
        className="fl-graph"
        role="group"
        aria-label="Graph of neighbours; arrow keys move, Enter opens"
        width={picture.width}
        height={picture.height}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
      >
        <clipPath id={whole}>
          <rect width={BOX.width - 6} height={BOX.height} />
        </clipPath>
        <clipPath id={marked}>
          <rect width={BOX.width - 20} height={BOX.height} />
        </clipPath>
        {edges.map((edge) => {
          const [from, to] = [at.get(entityKey(edge.from)), at.get(entityKey(edge.to))];
          if (from === undefined || to === undefined) return null;
          const touched = from.id === focusId || to.id === focusId;
          return (
            <path
              key={edge.id}
              className={classNames(
                'fl-graph-edge',
                touched && 'fl-graph-edge-touched',
                edge.relation === 'failed-logon' && 'fl-graph-edge-failed',
              )}
              d={pathOf(from, to)}
              strokeWidth={1 + Math.min(4, Math.log10(Math.max(1, edge.events)))}
            >
              <title>
                {`${visibleLine(props.labelOf(edge.from))} ${RELATIONS[edge.relation].says} ${visibleLine(props.labelOf(edge.to))}: ${countOf(edge.events, 'event')}`}
              </title>
            </path>
          );
        })}
        {picture.nodes.map((node) => {
          const label = visibleLine(props.labelOf(node));
          const side = props.sideOf(node);
          const shown = boxLabel(
            nameIn(node.kind, label),
            side === 'intruder' ? IN_BOX - 3 : IN_BOX,
          );
          // Who speaks to the app says what is drawn, be it cut.
          const name = label.includes(shown) ? label : `${shown}, ${label}`;
          const whose = side === 'unknown' ? '' : `, ${SIDE_NAMES[side]}`;
          return (
            <g
              key={node.id}
              data-node={node.id}
              className={classNames(
                'fl-graph-node',
                `fl-graph-${side}`,
                node.column === 0 && 'fl-graph-centre',
                node.id === focusId && 'fl-graph-chosen',
              )}
              role="button"
              tabIndex={node.id === focusId ? 0 : -1}
              aria-label={`${KIND_TITLES[node.kind]} ${name}${whose}, ${countOf(node.events, 'event')}`}
              transform={`translate(${node.x - BOX.width / 2} ${node.y - BOX.height / 2})`}
              onClick={() => {
                onChoose(node.id);
                onOpen(node);
              }}
              onFocus={() => onChoose(node.id)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === ' ') {
                  event.preventDefault();
                  onOpen(node);
                } else if (move(node.id, event.key)) {
                  event.preventDefault();
                }
              }}
            >
              <rect className="fl-graph-box" width={BOX.width} height={BOX.height} rx={5} />
              <KindGlyph kind={node.kind} x={8} y={6} />
              <text x={26} y={16} clipPath={`url(#${side === 'intruder' ? marked : whole})`}>
                {shown}
              </text>
              {side === 'intruder' ? (
                <path
                  className="fl-graph-flag"
                  d="M4.6 0 9.2 4.6 4.6 9.2 0 4.6Z"
                  transform={`translate(${BOX.width - 15} ${BOX.height / 2 - 4.6})`}
                />
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** From edge to edge of the boxes; between boxes of one column it bows out to the side. */
function pathOf(from: GraphNode, to: GraphNode): string {
  const half = BOX.width / 2;
  if (from.x === to.x) {
    const x = from.x + half;
    return `M${x} ${from.y}C${x + 46} ${from.y} ${x + 46} ${to.y} ${x} ${to.y}`;
  }
  const right = to.x > from.x;
  const a = from.x + (right ? half : -half);
  const b = to.x + (right ? -half : half);
  const middle = (a + b) / 2;
  return `M${a} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${b} ${to.y}`;
}

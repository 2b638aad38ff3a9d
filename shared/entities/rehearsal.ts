import type { EntityCoverage } from './coverage.ts';
import { coverageLines, momentText } from './coverage.ts';
import { entityKey } from './entity-key.ts';
import type { EntityRef } from './entity-kinds.ts';
import { isNoise } from './noise.ts';
import type { RelationEdge } from './relations.ts';
import { RELATIONS } from './relations.ts';
import type { Side } from './standing-of.ts';
import { SIDE_NAMES } from './standing-of.ts';

/** A service or scheduled task, as the events of the target name it. */
export interface NamedWork {
  readonly name: string;
  readonly events: number;
  readonly first?: bigint;
  readonly last?: bigint;
}

export interface RehearsalInput {
  readonly kind: 'host' | 'account';
  /** Every name of the target; the host's own addresses among them. */
  readonly names: readonly EntityRef[];
  readonly label: string;
  readonly from: bigint;
  readonly to: bigint;
  /** All edges of the target in this time. */
  readonly edges: readonly RelationEdge[];
  /** All edges of what is the intruder's, in this time. */
  readonly hostile: readonly RelationEdge[];
  readonly services: readonly NamedWork[];
  readonly tasks: readonly NamedWork[];
  readonly coverage: EntityCoverage;
  readonly sideOf: (entity: EntityRef) => Side;
  readonly labelOf: (entity: EntityRef) => string;
}

export interface Dependent {
  readonly name: string;
  readonly entity?: EntityRef;
  readonly side: Side;
  readonly events: number;
  readonly last?: bigint;
}

export interface RehearsalSection {
  readonly title: string;
  /** Most events first. */
  readonly rows: readonly Dependent[];
}

export interface Rehearsal {
  readonly label: string;
  readonly from: bigint;
  readonly to: bigint;
  /** Who and what depended on it; sections without a row say so. */
  readonly sections: readonly RehearsalSection[];
  /** Ways of the intruder that would remain. */
  readonly paths: readonly RelationEdge[];
  readonly lines: readonly string[];
}

type Picked = readonly [relation: RelationEdge['relation'], side: 'from' | 'to'];

/** Who stands at the other end, by relation; `from` when the target is what they did it to. */
const SECTIONS: {
  readonly [K in RehearsalInput['kind']]: readonly (readonly [string, readonly Picked[]])[];
} = {
  host: [
    ['Accounts that logged on to it', [['logged-on', 'from']]],
    ['Accounts that were active on it', [['active-on', 'from']]],
    [
      'Addresses that came to it',
      [
        ['came-to', 'from'],
        ['connected', 'from'],
      ],
    ],
    ['Addresses that it reached', [['connected', 'to']]],
    ['Programs that it ran', [['ran', 'to']]],
  ],
  account: [
    [
      'Hosts that it used',
      [
        ['logged-on', 'to'],
        ['active-on', 'to'],
      ],
    ],
    ['Addresses that it came from', [['is-from', 'to']]],
    ['Programs that it started', [['started', 'to']]],
  ],
};

/** What would stop if the target were cut off, and what would not. */
export function rehearse(input: RehearsalInput): Rehearsal {
  const own = new Set(input.names.map(entityKey));
  const sections = SECTIONS[input.kind].map(([title, picks]): RehearsalSection => {
    const met = new Map<string, Dependent>();
    for (const [relation, side] of picks) {
      for (const edge of input.edges) {
        const target = side === 'from' ? edge.to : edge.from;
        const other = edge[side];
        if (edge.relation !== relation || !own.has(entityKey(target))) continue;
        if (own.has(entityKey(other)) || isNoise(other)) continue;
        const name = input.labelOf(other);
        met.set(name, added(met.get(name), edge, name, other, input.sideOf(other)));
      }
    }
    return { title, rows: byEvents([...met.values()]) };
  });
  const works = (title: string, list: readonly NamedWork[]): RehearsalSection => ({
    title,
    rows: byEvents(list.map((one): Dependent => ({ ...one, side: 'unknown' }))),
  });
  return {
    label: input.label,
    from: input.from,
    to: input.to,
    sections: [
      ...sections,
      works(input.kind === 'host' ? 'Services on it' : 'Services under its name', input.services),
      works('Scheduled work', input.tasks),
    ],
    paths: remaining(input, own),
    lines: coverageLines(input.kind, input.coverage).map(({ text }) => text),
  };
}

function added(
  known: Dependent | undefined,
  edge: RelationEdge,
  name: string,
  entity: EntityRef,
  side: Side,
): Dependent {
  const last =
    known?.last !== undefined && (edge.last === undefined || known.last > edge.last)
      ? known.last
      : edge.last;
  return {
    name,
    entity,
    side,
    events: (known?.events ?? 0) + edge.events,
    ...(last !== undefined && { last }),
  };
}

const byEvents = (rows: readonly Dependent[]): readonly Dependent[] =>
  [...rows].sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));

const WAYS = new Set<RelationEdge['relation']>(['logged-on', 'came-to', 'connected']);

/** Logons first, then what is between the intruder's own, then all other connections. */
const gravity = ({ relation, to }: RelationEdge, sideOf: RehearsalInput['sideOf']): number =>
  relation === 'connected' ? (sideOf(to) === 'intruder' ? 1 : 2) : 0;

/** What the intruder's other hosts, accounts and addresses still reach that is neither theirs nor the target. */
function remaining(
  { hostile, sideOf }: RehearsalInput,
  own: ReadonlySet<string>,
): readonly RelationEdge[] {
  return hostile
    .filter(
      ({ relation, from, to }) =>
        WAYS.has(relation) &&
        sideOf(from) === 'intruder' &&
        !own.has(entityKey(from)) &&
        !own.has(entityKey(to)) &&
        !isNoise(to),
    )
    .sort((a, b) => gravity(a, sideOf) - gravity(b, sideOf) || b.events - a.events);
}

/** So many rows of a section are written out; the rest is counted. */
const WRITTEN = 12;

/** The rehearsal as the text that is kept with an action. */
export function rehearsalText(
  { label, from, to, sections, paths, lines }: Rehearsal,
  labelOf: (entity: EntityRef) => string,
): string {
  const cut = <T>(rows: readonly T[], text: (row: T) => string): readonly string[] => [
    ...rows.slice(0, WRITTEN).map((row) => `- ${text(row)}`),
    ...(rows.length > WRITTEN
      ? [`- and ${(rows.length - WRITTEN).toLocaleString('en')} more`]
      : []),
  ];
  const seen = (events: number, last: bigint | undefined): string =>
    `${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'}${last === undefined ? '' : `, last ${momentText(last)}`}`;
  return [
    `Rehearsed for ${label}: what depended on it from ${momentText(from)} to ${momentText(to)}.`,
    ...sections.flatMap(({ title, rows }) => [
      '',
      rows.length === 0 ? `${title}: none seen.` : `${title}:`,
      ...cut(rows, ({ name, events, last, side }) => {
        const whose = side === 'unknown' ? '' : ` (${SIDE_NAMES[side].toLowerCase()})`;
        return `${name}${whose}: ${seen(events, last)}`;
      }),
    ]),
    '',
    paths.length === 0
      ? 'Ways of the intruder that would remain: none seen.'
      : 'Ways of the intruder that would remain:',
    ...cut(
      paths,
      ({ relation, from: who, to: where, events, last }) =>
        `${labelOf(who)} ${RELATIONS[relation].says} ${labelOf(where)}: ${seen(events, last)}`,
    ),
    '',
    'What this evidence can show:',
    ...lines.map((line) => `- ${line}`),
  ].join('\n');
}

import { boxLabel } from '../graph/box-label.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { entityKey } from '#shared/entities/entity-key.ts';
import type { Rehearsal } from '#shared/entities/rehearsal.ts';
import { RELATIONS } from '#shared/entities/relations.ts';
import type { Side } from '#shared/entities/standing-of.ts';
import { SIDE_NAMES } from '#shared/entities/standing-of.ts';
import type { EntitySheet, SheetGraph, SheetMovement } from '#shared/ipc/entities.ts';
import { countText } from '#renderer/ui/number-text.ts';
import { zoneName } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';
import type { DrawnEdge } from '../graph/collapse.ts';
import { BOX } from '../graph/graph-layout.ts';
import type { GraphPicture } from '../graph/graph-layout.ts';
import type { LogonRow } from '../logons/logon-columns.tsx';
import { movementOf, undrawnText } from '../logons/movement-layout.ts';
import { secondText, timeTitle } from '../times.ts';
import { KIND_TITLES, VERDICT_NAMES } from '#renderer/entities/words.ts';

/** Rows of a printed table at most: what a person could read, and the engine takes. */
const MOST_ROWS = 2_000;

const text = (title: string) => ({ title, number: false });
const number = (title: string) => ({ title, number: true });
const whose = (side: Side): string => (side === 'unknown' ? '' : SIDE_NAMES[side]);

const leadOf = (shown: number, what: string): string =>
  shown > MOST_ROWS
    ? `The first ${countText(MOST_ROWS)} of ${countText(shown)} ${what}.`
    : `${countText(shown)} ${what}.`;

/** On paper nobody knows whose clock was local. */
const zoneSentence = (times: TimeDisplay): string =>
  times === 'utc' ? '' : ` Local times are those of ${zoneName(times)}.`;

export const listSheet = (rows: readonly EntityRow[], times: TimeDisplay): EntitySheet => ({
  title: 'Entities',
  lead: `${leadOf(rows.length, 'entities')}${zoneSentence(times)}`,
  tables: [
    {
      title: 'By verdict',
      columns: [
        text('Verdict'),
        text('Kind'),
        text('Entity'),
        text('Role'),
        number('Events'),
        text(timeTitle('First seen', times)),
        text(timeTitle('Last seen', times)),
      ],
      rows: rows.slice(0, MOST_ROWS).map((row) => {
        const { record } = row;
        const verdict = record === undefined ? '' : VERDICT_NAMES[record.verdict];
        return [
          record?.hostile === true ? 'Intruder’s' : verdict,
          KIND_TITLES[row.kind],
          row.names
            .map(({ value }) => value)
            .concat(row.label === row.value ? [] : [`“${row.label}”`])
            .join(', '),
          record?.role ?? '',
          row.unread ? 'not read' : `${row.atMost ? '≤ ' : ''}${countText(row.events)}`,
          secondText(row.first, times),
          secondText(row.last, times),
        ];
      }),
    },
  ],
  notes: [],
});

interface GraphSheetParts {
  readonly centre: EntityRef;
  readonly lead: string;
  readonly edges: readonly DrawnEdge[];
  readonly picture: GraphPicture;
  readonly labelOf: (entity: EntityRef) => string;
  readonly sideOf: (entity: EntityRef) => Side;
  readonly times: TimeDisplay;
}

export const graphSheet = (parts: GraphSheetParts): EntitySheet => {
  const { centre, lead, edges, labelOf, times } = parts;
  return {
    title: `Who stands beside ${labelOf(centre)}`.slice(0, 400),
    lead: `${lead}${zoneSentence(times)}`,
    drawing: drawingOf(parts),
    tables: [
      {
        title: 'Edges',
        columns: [
          text('Who'),
          text('Did'),
          text('Whom or what'),
          number('Events'),
          text(timeTitle('First', times)),
          text(timeTitle('Last', times)),
        ],
        rows: edges
          .slice(0, MOST_ROWS)
          .map(({ from, relation, to, events, first, last }) => [
            labelOf(from),
            RELATIONS[relation].says,
            labelOf(to),
            countText(events),
            secondText(first, times),
            secondText(last, times),
          ]),
      },
    ],
    notes: [],
  };
};

/** Letters that a box holds on paper. */
const IN_BOX = 24;

function drawingOf({ picture, edges, centre, labelOf, sideOf }: GraphSheetParts): SheetGraph {
  const at = new Map(picture.nodes.map((node) => [node.id, node]));
  return {
    kind: 'graph',
    width: picture.width,
    height: picture.height,
    boxes: picture.nodes.map((node) => ({
      x: node.x - BOX.width / 2,
      y: node.y - BOX.height / 2,
      ...BOX,
      label: boxLabel(labelOf(node), IN_BOX),
      strong: node.id === entityKey(centre),
      marked: sideOf(node) === 'intruder',
    })),
    curves: edges.flatMap((edge) => {
      const [from, to] = [at.get(entityKey(edge.from)), at.get(entityKey(edge.to))];
      if (from === undefined || to === undefined) return [];
      const half = to.x < from.x ? -BOX.width / 2 : BOX.width / 2;
      return [
        {
          from: [from.x + half, from.y] as const,
          to: [from.x === to.x ? to.x + half : to.x - half, to.y] as const,
          weight: 0.8 + Math.log10(Math.max(1, edge.events)) / 2,
        },
      ];
    }),
  };
}

/** In pixels of a page on its side, so that letters are printed at their size. */
const PAGE_WIDTH = 970;
const LANES_HEIGHT = 470;
const LANE = { least: 11.5, most: 22 } as const;

function movementOnPaper(rows: readonly LogonRow[], times: TimeDisplay): SheetMovement | undefined {
  const movement = movementOf(rows, times, {
    width: PAGE_WIDTH,
    lane: (lanes) => Math.max(LANE.least, Math.min(LANE.most, LANES_HEIGHT / Math.max(1, lanes))),
  });
  const { lanes, moves, undrawn: _, ...places } = movement;
  const note = undrawnText(movement);
  if (moves.length === 0) return undefined;
  return {
    ...places,
    kind: 'movement',
    title: timeTitle('First logons along time', times),
    ...(note !== undefined && { note }),
    lanes: lanes.map(({ y, label }) => ({ y, label })),
    moves: moves.map(({ x, from, to, intruder }) => ({ x, from, to, marked: intruder })),
  };
}

const inTime = (rows: readonly LogonRow[]): boolean =>
  rows.every(({ first = 0n }, n) => n === 0 || (rows[n - 1]?.first ?? 0n) <= first);

export function logonSheet(rows: readonly LogonRow[], times: TimeDisplay): EntitySheet {
  const drawing = movementOnPaper(rows, times);
  return {
    title: 'Logons between hosts',
    lead: `${leadOf(rows.length, 'ways into hosts')}${inTime(rows) ? ' In the order of their first time.' : ''}${zoneSentence(times)}`,
    ...(drawing !== undefined && { drawing }),
    tables: [
      {
        title: 'From where, by whom, to which host',
        columns: [
          text(timeTitle('First', times)),
          text('From'),
          text('Account'),
          text('To host'),
          number('Logons'),
          text(timeTitle('Last', times)),
          text('Whose'),
        ],
        rows: rows
          .slice(0, MOST_ROWS)
          .map((row) => [
            secondText(row.first, times),
            row.sourceHost === undefined
              ? row.sourceLabel
              : `${row.sourceHost} (${row.sourceLabel})`,
            row.accountLabel,
            row.hostLabel,
            countText(row.events),
            secondText(row.last, times),
            whose(row.accountSide),
          ]),
      },
    ],
    notes: [],
  };
}

export const rehearsalSheet = (
  { label, from, to, sections, paths, lines }: Rehearsal,
  labelOf: (entity: EntityRef) => string,
  times: TimeDisplay,
): EntitySheet => ({
  title: `Containment rehearsal: ${label}`.slice(0, 400),
  lead: `What depended on it from ${secondText(from, times)} to ${secondText(to, times)} ${times === 'utc' ? 'UTC' : 'local time'}, as far as this evidence shows.${zoneSentence(times)}`,
  tables: [
    {
      title: 'Ways the intruder would keep',
      columns: [text('Who'), text('Did'), text('Whom'), number('Events'), text('Last')],
      rows: paths
        .slice(0, MOST_ROWS)
        .map((edge) => [
          labelOf(edge.from),
          RELATIONS[edge.relation].says,
          labelOf(edge.to),
          countText(edge.events),
          secondText(edge.last, times),
        ]),
    },
    ...sections.map(({ title, rows }) => ({
      title,
      columns: [text('Who or what'), text('Whose'), number('Events'), text('Last')],
      rows: rows
        .slice(0, MOST_ROWS)
        .map(({ name, side, events, last }) => [
          name,
          whose(side),
          countText(events),
          secondText(last, times),
        ]),
    })),
  ],
  notes: lines,
});

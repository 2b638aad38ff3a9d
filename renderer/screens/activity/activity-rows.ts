import type { AnalystId, OpId } from '#shared/model/ids.ts';
import { parseHlc } from '#shared/work/hlc.ts';
import type { Op, OpKind } from '#shared/work/op.ts';

/** What acts are about, as the filter offers it. */
export const AREAS = {
  tag: 'Tags',
  note: 'Notes',
  review: 'Reviewed',
  board: 'Board',
  finding: 'Findings',
  report: 'Report',
  record: 'Records of the case',
  view: 'Saved views',
  moment: 'Times of the incident',
  case: 'Case',
  analyst: 'Analysts',
  retract: 'Undo and redo',
} as const;
export type Area = keyof typeof AREAS;

/** One act: what a person did in one go. */
export interface ActRow {
  /** Id of its first op. */
  readonly id: OpId;
  readonly ops: readonly Op[];
  readonly area: Area;
  readonly analyst: AnalystId;
  /** By the clock of the laptop it was done on; milliseconds since 1970. */
  readonly ms: number;
  readonly reason?: string | undefined;
}

export interface RowFilter {
  readonly area: Area | 'all';
  readonly analyst: AnalystId | 'all';
}

/** Acts newest first, from ops in clock order. Ops of one group that follow each other are one act. */
export function actRows(ops: readonly Op[], filter: RowFilter): readonly ActRow[] {
  const rows: ActRow[] = [];
  const groups = new Map<string, Op[]>();
  for (const op of ops) {
    const area = areaOf(op.body.kind);
    if (filter.area !== 'all' && filter.area !== area) continue;
    if (filter.analyst !== 'all' && filter.analyst !== op.analyst) continue;
    const key = op.group === undefined ? op.id : `${op.analyst} ${op.group}`;
    const known = groups.get(key);
    if (known !== undefined) {
      known.push(op);
      continue;
    }
    const members = [op];
    groups.set(key, members);
    const { id, analyst, reason } = op;
    rows.push({ id, ops: members, area, analyst, ms: parseHlc(op.clock).ms, reason });
  }
  return rows.reverse();
}

const AREA_NAMES: ReadonlySet<string> = new Set(Object.keys(AREAS));

function areaOf(kind: OpKind): Area {
  const area = kind.split('.')[0] ?? kind;
  // Every kind begins with its area; a new one without a name here is a bug the tests see.
  if (!AREA_NAMES.has(area)) throw new Error(`no area for ${kind}`);
  return area as Area;
}

/** Whether an act still counts: all of it, nothing of it, or parts. */
export function standingOf(
  row: ActRow,
  counts: (id: OpId) => boolean,
): 'counts' | 'taken-back' | 'in-part' {
  const standing = row.ops.filter(({ id }) => counts(id)).length;
  if (standing === row.ops.length) return 'counts';
  return standing === 0 ? 'taken-back' : 'in-part';
}

/** That a case exists, who works on it and what was undone are not taken back from the list. */
export const canTakeBack = ({ area, ops }: ActRow): boolean =>
  area !== 'retract' && area !== 'analyst' && !ops.some(({ body }) => body.kind === 'case.create');

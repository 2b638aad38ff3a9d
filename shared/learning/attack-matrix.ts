import { techniqueById } from '../model/attack.ts';
import type { AttackData, AttackTactic, AttackTechnique } from './attack-data.ts';
import type { TechniqueUse, TechniqueUses } from './technique-use.ts';
import { NO_USE, shownBy } from './technique-use.ts';

export interface MatrixCell {
  readonly technique: AttackTechnique;
  /** Its own; of sub-techniques in `subs`. */
  readonly use: TechniqueUse;
  /** How often it and its sub-techniques are named. */
  readonly total: number;
  readonly subs: readonly MatrixCell[];
}

export interface MatrixColumn {
  readonly tactic: AttackTactic;
  readonly cells: readonly MatrixCell[];
}

const SHORT = 5;
const OTHER: AttackTactic = { id: '', shortName: '', name: 'Not in this version' };

/**
 * The matrix by tactic, techniques by id, sub-techniques under them. Ids that were revoked show only where the case
 * names them; ids that the data does not know stand in a column of their own, named by the
 * built-in table where that can.
 */
export function attackMatrix(
  data: AttackData,
  uses: TechniqueUses,
  usedOnly: boolean,
): readonly MatrixColumn[] {
  const known = new Set(data.techniques.map(({ id }) => id));
  const strangers = [...uses.keys()]
    .filter((id) => !known.has(id))
    .map((id): AttackTechnique => {
      const { name = id, mitigations = [] } = techniqueById(id) ?? {};
      return { id, name, tactics: [''], mitigations };
    });
  const shown = [...data.techniques, ...strangers].filter(
    ({ id, replacedBy }) => replacedBy === undefined || uses.has(id),
  );
  const subs = new Map<string, AttackTechnique[]>();
  for (const one of shown.filter(({ id }) => id.length > SHORT)) {
    const parent = one.id.slice(0, SHORT);
    subs.set(parent, [...(subs.get(parent) ?? []), one]);
  }
  const ids = new Set(shown.map(({ id }) => id));
  const tops = shown.filter(({ id }) => id.length === SHORT || !ids.has(id.slice(0, SHORT)));
  const cellOf = (technique: AttackTechnique): MatrixCell => {
    const use = uses.get(technique.id) ?? NO_USE;
    const below = technique.id.length > SHORT ? [] : (subs.get(technique.id) ?? []);
    const cells = below.map(cellOf);
    const total = cells.reduce((sum, cell) => sum + cell.total, shownBy(use));
    return { technique, use, total, subs: cells };
  };
  return [...data.tactics, OTHER].flatMap((tactic) => {
    const cells = tops
      .filter(({ tactics }) => tactics.includes(tactic.shortName))
      .map(cellOf)
      .filter((cell) => !usedOnly || isNamed(cell));
    return cells.length === 0 ? [] : [{ tactic, cells }];
  });
}

/** Whether the case names it or one below it, be it only as looked for. */
export const isNamed = ({ total, use, subs }: MatrixCell): boolean =>
  total > 0 || use.lookedFor.length > 0 || subs.some(isNamed);

import type { AttackData } from '#shared/learning/attack-data.ts';
import type { MatrixCell } from '#shared/learning/attack-matrix.ts';
import { attackMatrix, isNamed } from '#shared/learning/attack-matrix.ts';
import { techniqueUses } from '#shared/learning/technique-use.ts';
import type { Part } from '#shared/report/markup.ts';
import { markup } from '#shared/report/markup.ts';
import type { WorkState } from '#shared/work/work-state.ts';

/** The techniques that the case names, by tactic, as they print: a column for each tactic that has one. */
export function matrixHtml(state: WorkState, data: AttackData): Part {
  const columns = attackMatrix(data, techniqueUses(state), true);
  if (columns.length === 0) return markup`<p>The case names no technique.</p>`;
  const named = ({ technique, total, use }: MatrixCell, sub: boolean): Part => {
    const { id, name } = technique;
    const own = sub ? (name.split(': ')[1] ?? name) : name;
    const count = total > 0 ? total : use.lookedFor.length > 0 ? 'not found' : '';
    return markup`<div class="technique${sub && ' sub'}"><span><b>${id}</b> ${own}</span><span class="count">${count}</span></div>`;
  };
  return [
    markup`<p class="about">MITRE ATT&amp;CK for Enterprise, ${data.version === '' ? 'version not stated' : `version ${data.version}`}. Counted are findings, board items, response actions and events; dismissed findings are not.</p>`,
    markup`<div class="matrix">${columns.map(
      ({ tactic, cells }) =>
        markup`<section><h2>${tactic.name}</h2>${cells.map((cell) => [named(cell, false), cell.subs.filter(isNamed).map((sub) => named(sub, true))])}</section>`,
    )}</div>`,
  ];
}

import type { AttackData } from '#shared/learning/attack-data.ts';
import type { MatrixCell } from '#shared/learning/attack-matrix.ts';
import { attackMatrix } from '#shared/learning/attack-matrix.ts';
import { techniqueUses } from '#shared/learning/technique-use.ts';
import type { Part } from '#shared/report/markup.ts';
import { markup } from '#shared/report/markup.ts';
import type { WorkState } from '#shared/work/work-state.ts';

/** The techniques that the case names, by tactic, as they print: a column for each tactic that has one. */
export function matrixHtml(state: WorkState, data: AttackData): Part {
  const columns = attackMatrix(data, techniqueUses(state), true);
  if (columns.length === 0) return markup`<p>The case names no technique.</p>`;
  const named = (cell: MatrixCell): Part => {
    const { technique, total, use } = cell;
    const count = total === 0 && use.lookedFor.length > 0 ? 'not found' : total;
    return markup`<div class="technique"><b>${technique.id}</b> ${technique.name}<span class="count">${count}</span></div>`;
  };
  return [
    markup`<p class="about">MITRE ATT&amp;CK for Enterprise, version ${data.version}. Counted are findings, board items, response actions and events; dismissed findings are not.</p>`,
    markup`<div class="matrix">${columns.map(
      ({ tactic, cells }) =>
        markup`<section><h2>${tactic.name}</h2>${cells.map((cell) => [named(cell), cell.subs.filter((sub) => sub.total > 0 || sub.use.lookedFor.length > 0).map((sub) => markup`<div class="sub">${named(sub)}</div>`)])}</section>`,
    )}</div>`,
  ];
}

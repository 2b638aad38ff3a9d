import type { CauseNode } from '#shared/learning/cause-tree.ts';
import { causeGroups } from '#shared/learning/cause-tree.ts';
import { CAUSE_KIND_NAMES, VERDICT_NAMES } from '#shared/learning/words.ts';
import { STANDING_NAMES } from '#shared/records/standing-names.ts';
import type { Part } from '#shared/report/markup.ts';
import { markup } from '#shared/report/markup.ts';
import { boardByTime } from '#shared/work/ordered.ts';
import { recordsOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';

/** Why it could happen, as it prints: each item of the board with its whys, then what the controls did. */
export function causesHtml(state: WorkState): Part {
  const causes = recordsOf(state, 'cause');
  const groups = causeGroups(
    causes,
    boardByTime(state.board).map(({ id }) => id),
  );
  const controls = [...recordsOf(state, 'control').values()];
  return [
    groups.length === 0 ? markup`<p>No cause is recorded.</p>` : undefined,
    ...groups.map(({ item, causes: tops }) => {
      const title =
        item === undefined ? 'Of the incident as a whole' : state.board.get(item)?.title;
      return markup`<section class="cause-group"><h2>${title}</h2>${list(tops)}</section>`;
    }),
    controls.length === 0
      ? undefined
      : markup`<section><h2>What the controls did</h2><table><thead><tr><th>Control</th><th>What it did</th><th>Cause</th><th>Notes</th></tr></thead><tbody>${controls.map(
          ({ title, verdict, cause, notes }) =>
            markup`<tr><td>${title}</td><td>${VERDICT_NAMES[verdict]}</td><td>${cause === undefined ? '' : causes.get(cause)?.title}</td><td>${notes}</td></tr>`,
        )}</tbody></table></section>`,
  ];
}

const list = (nodes: readonly CauseNode[]): Part =>
  markup`<ol class="whys">${nodes.map(
    ({ cause, whys }) =>
      markup`<li><p><span class="standing ${cause.standing}">${STANDING_NAMES[cause.standing]}</span> ${cause.title}${cause.kind === 'intermediate' ? '' : markup` <b>(${CAUSE_KIND_NAMES[cause.kind].toLowerCase()})</b>`}</p>${cause.basis === undefined ? undefined : markup`<p class="basis">${cause.basis}</p>`}${whys.length === 0 ? undefined : list(whys)}</li>`,
  )}</ol>`;

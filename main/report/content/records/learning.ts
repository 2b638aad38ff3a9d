import { cells } from '#shared/report/content/block.ts';
import type { Block } from '#shared/report/content/block.ts';
import { code, type Inline, text } from '#shared/report/content/inline.ts';
import type { RecordOfType } from '#shared/records/record-kinds.ts';
import { countOf, formatCount } from '#shared/report/quantity-text.ts';
import { techniqueLabel } from '#shared/model/attack.ts';
import { recordsOf } from '#shared/work/records.ts';
import type { ReportModel } from '../../model.ts';
import { boardReference } from '../references.ts';
import { byName, byTime, byWord, causesInOrder } from './in-print-order.ts';
import {
  faint,
  joinedLines,
  labelled,
  lines,
  listOf,
  namesOf,
  proofOf,
  spoken,
  strong,
  under,
  whenCell,
  whenText,
  withDetail,
  written,
} from './words.ts';

/** Why it could happen: each cause below the one whose “why?” it answers. */
export function causesContent(model: ReportModel): readonly Block[] {
  const rows = causesInOrder(model.work).map(({ cause, depth }) => {
    const number = model.board.numberOf.get(cause.enabled ?? ('' as never));
    const deep = depth === 0 ? [] : [text(`${'  '.repeat(depth - 1)}↳ why? `, 'faint')];
    return cells(
      [...deep, ...strong(cause.title)],
      written(spoken(cause.kind)),
      number === undefined || cause.enabled === undefined
        ? []
        : [boardReference(number, cause.enabled)],
      lines(proofOf(model, cause.events), written(cause.basis), faint(cause.standing)),
    );
  });
  return listOf(rows, 'No cause has been recorded.', [
    { title: 'Cause', kind: 'text', width: 46 },
    { title: 'Kind', kind: 'text', width: 15 },
    { title: 'Made possible', kind: 'text', width: 12 },
    { title: 'Rests on', kind: 'text', width: 27 },
  ]);
}

const CONTROL_VERDICTS = ['failed', 'absent', 'partly', 'held'] as const;
const VERDICT_WORDS = {
  failed: 'Failed',
  absent: 'Was not there',
  partly: 'Held in part',
  held: 'Held',
} as const;

/** An entry of MITRE D3FEND is said to be one: its letters alone explain nothing. */
const referenceOf = (reference: string | undefined): string | undefined =>
  reference?.startsWith('D3-') === true ? `D3FEND ${reference}` : reference;

/** What each safeguard did. */
export function controlsContent(model: ReportModel): readonly Block[] {
  const all = byWord(
    recordsOf(model.work, 'control').values(),
    CONTROL_VERDICTS,
    ({ verdict }) => verdict,
  );
  const rows = all.map((control) =>
    cells(
      lines(strong(control.title), faint(referenceOf(control.reference))),
      written(VERDICT_WORDS[control.verdict]),
      written(control.notes),
      lines(namesOf(model, 'cause', [control.cause]), proofOf(model, control.events)),
    ),
  );
  return listOf(rows, 'No safeguard has been assessed.', [
    { title: 'Safeguard', kind: 'text', width: 28 },
    { title: 'Verdict', kind: 'text', width: 14 },
    { title: 'What it did', kind: 'text', width: 34 },
    { title: 'Cause, proof', kind: 'text', width: 24 },
  ]);
}

/** What was looked for and how much of it was found, with what it was looked for in. */
export function negativeFindingsContent(model: ReportModel): readonly Block[] {
  const sealed = model.evidence.filter(({ state }) => state !== 'refused' && state !== 'duplicate');
  const all = byTime(
    recordsOf(model.work, 'negative-finding').values(),
    ({ soughtAt }) => soughtAt,
  );
  const rows = all.flatMap((one) => {
    const searched = new Set<string>(one.evidence);
    const since = sealed.filter(({ sha256 }) => !searched.has(sha256)).length;
    const range =
      one.from === undefined && one.to === undefined
        ? ''
        : `${one.from === undefined ? '' : `from ${whenText(one.from)} `}${one.to === undefined ? '' : `to ${whenText(one.to)}`}`;
    const row = cells(
      lines(
        strong(one.title),
        faint(one.technique === undefined ? '' : techniqueLabel(one.technique)),
      ),
      lines(
        written(`${countOf(one.denominator, 'event')} in ${countOf(one.evidence.length, 'file')}`),
        faint(range),
        faint(`searched ${whenText(one.soughtAt)}`),
      ),
      one.matched === 0 ? strong('none') : written(formatCount(one.matched)),
      lines(
        written(one.conclusion),
        since === 0
          ? []
          : [text(`Stale: ${countOf(since, 'file')} sealed since not searched`, 'strong')],
      ),
    );
    const query = one.query === '' ? [] : labelled('Query', [code(one.query)]);
    return withDetail(row, lines(query, labelled('Ran over', joinedLines(one.coverage))));
  });
  return listOf(rows, 'No search that found nothing has been recorded.', [
    { title: 'What was looked for', kind: 'text', width: 33 },
    { title: 'In what', kind: 'text', width: 24 },
    { title: 'Found', kind: 'tight', width: 8 },
    { title: 'What it means', kind: 'text', width: 35 },
  ]);
}

const LESSON_KINDS = ['went-well', 'went-badly', 'was-luck'] as const;

export function lessonsContent(model: ReportModel): readonly Block[] {
  const all = [...recordsOf(model.work, 'lesson').values()].sort(byName);
  const rows = LESSON_KINDS.flatMap((kind) =>
    under(
      spoken(kind),
      all
        .filter((lesson) => lesson.kind === kind)
        .map((lesson) =>
          cells(
            lines(strong(lesson.title), written(lesson.notes)),
            namesOf(model, 'cause', [lesson.cause]),
          ),
        ),
    ),
  );
  return listOf(rows, 'No lesson has been recorded.', [
    { title: 'Lesson', kind: 'text', width: 70 },
    { title: 'Cause', kind: 'text', width: 30 },
  ]);
}

const PRIORITIES = ['high', 'medium', 'low'] as const;

/** What is to become better, by whom and when. */
export const improvementsContent = (model: ReportModel): readonly Block[] =>
  improvementTable(model, (one) =>
    lines(
      strong(one.title),
      written(one.notes),
      labelled('Answers', namesOf(model, 'cause', [one.cause])),
      labelled('Learnt from', namesOf(model, 'lesson', [one.lesson])),
    ),
  );

/** The same in a line for each: for readers who have two pages. */
export const briefImprovementsContent = (model: ReportModel): readonly Block[] =>
  improvementTable(model, ({ title }) => strong(title));

function improvementTable(
  model: ReportModel,
  toldOf: (one: RecordOfType<'improvement'>) => readonly Inline[],
): readonly Block[] {
  const all = byWord(
    recordsOf(model.work, 'improvement').values(),
    PRIORITIES,
    ({ priority }) => priority,
  );
  const rows = all.map((one) =>
    cells(
      toldOf(one),
      written(spoken(one.priority)),
      one.owner === undefined
        ? written('nobody yet', 'emphasis')
        : namesOf(model, 'person', [one.owner]),
      one.due === undefined ? written('no date', 'emphasis') : whenCell(one.due).slice(0, 1),
      written(spoken(one.state)),
    ),
  );
  return listOf(rows, 'No improvement has been recorded.', [
    { title: 'Action', kind: 'text', width: 52 },
    { title: 'Priority', kind: 'tight', width: 9 },
    { title: 'Owner', kind: 'text', width: 16 },
    { title: 'Due', kind: 'tight', width: 12 },
    { title: 'State', kind: 'text', width: 11 },
  ]);
}

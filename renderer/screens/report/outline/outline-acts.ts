import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { ReportSection } from '#shared/model/report.ts';
import { EMPTY_DOCUMENT } from '#shared/report/check-document.ts';
import { numberSections } from '#shared/report/numbering.ts';
import type { OpBody } from '#shared/work/op.ts';
import { rankBetween } from '#shared/work/rank.ts';
import type { WorkReport } from '#shared/work/work-state.ts';

/** What can be done to a report's outline, as operations; each answers with none where it would change nothing. */

const inOrder = (report: WorkReport): readonly ReportSection[] =>
  numberSections([...report.sections.values()]).map(({ section }) => section);

/** A new section right after another, of its kind and level; at the end when there is none. */
export function addSection(
  report: WorkReport,
  after: SectionId | undefined,
  id: SectionId,
): OpBody {
  const all = inOrder(report);
  const at = all.findIndex((section) => section.id === after);
  const before = at < 0 ? all.filter(({ appendix }) => !appendix).at(-1) : all[at];
  const appendix = before?.appendix ?? false;
  const peers = all.filter((section) => section.appendix === appendix);
  const next = before === undefined ? undefined : peers[peers.indexOf(before) + 1];
  return {
    kind: 'report.section',
    report: report.id,
    section: {
      id,
      rank: rankBetween(before?.rank, next?.rank),
      level: before?.level ?? 1,
      title: 'New section',
      appendix,
      content: EMPTY_DOCUMENT,
    },
  };
}

/** One place up or down among the chapters, or among the appendices. */
export function moveSection(report: WorkReport, id: SectionId, by: 1 | -1): readonly OpBody[] {
  const all = inOrder(report);
  const moved = all.find((section) => section.id === id);
  if (moved === undefined) return [];
  const peers = all.filter(({ appendix }) => appendix === moved.appendix);
  const to = peers.indexOf(moved) + by;
  if (to < 0 || to >= peers.length) return [];
  const others = peers.filter((section) => section !== moved);
  const rank = rankBetween(others[to - 1]?.rank, others[to]?.rank);
  return [{ kind: 'report.order', report: report.id, section: id, rank }];
}

export const changeSection = (
  report: ReportId,
  section: ReportSection,
  change: Partial<Pick<ReportSection, 'title' | 'level' | 'appendix'>>,
): OpBody => ({ kind: 'report.section', report, section: { ...section, ...change } });

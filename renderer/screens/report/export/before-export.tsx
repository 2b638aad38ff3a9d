import { hasGuidance, isUnwritten, pointersIn, citedId } from '#shared/report/document-parts.ts';
import { numberSections } from '#shared/report/numbering.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

/** What a reader would miss: sections that nobody wrote, citations that point nowhere. */
export function BeforeExport({ report }: { readonly report: WorkReport }) {
  const sections = numberSections([...report.sections.values()]);
  const open = sections.filter(
    ({ section }) => hasGuidance(section.content) && isUnwritten(section.content),
  );
  const ids = [
    ...new Set(
      sections.flatMap(({ section }) =>
        [...pointersIn(section.content)].flatMap((pointer) =>
          pointer.kind === 'citation' ? citedId(pointer.citation) : [],
        ),
      ),
    ),
  ];
  const { data } = useRead('report.citations', { ids }, { enabled: ids.length > 0 });
  const missing = (data ?? []).filter(({ state }) => state === 'missing').length;
  return (
    <>
      {open.length > 0 ? (
        <Notice tone="info">
          {countOf(open.length, 'section is', 'sections are')} not written yet, and will say so:{' '}
          {open.map(({ number, section }) => `${number} ${visibleLine(section.title)}`).join(', ')}.
        </Notice>
      ) : null}
      {missing > 0 ? (
        <Notice tone="warning">
          {countOf(missing, 'citation does', 'citations do')} not resolve; the Citations tab says
          which and why. They print as unresolved.
        </Notice>
      ) : null}
      <p className="fl-muted">
        A signed proof pack is written beside the file. With it anyone can check, against the sealed
        evidence, that nothing was altered: <code>fireline verify</code>.
      </p>
    </>
  );
}

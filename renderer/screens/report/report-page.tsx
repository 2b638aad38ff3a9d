import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { checkDocument } from '#shared/report/check-document.ts';
import { numberSections } from '#shared/report/numbering.ts';
import type { NumberedSection } from '#shared/report/numbering.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import type { Work } from '#renderer/state/work.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { SectionText } from './editor/section-text.tsx';
import { changeSection } from './outline/outline-acts.ts';
import { holdPlace, readingPlace } from './reading-place.ts';
import type { ReportPlaceStore } from './report-place.ts';
import { focusText, sectionElementId } from './show-section.ts';
import { useKeptText } from './use-kept-text.ts';

interface ReportPageProps {
  readonly work: Work;
  readonly report: WorkReport;
  readonly store: ReportPlaceStore;
}

/** The report as one page to write on. */
export function ReportPage({ work, report, store }: ReportPageProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const [start] = useState(() => store.getState().at);
  const numbered = useMemo(() => numberSections([...report.sections.values()]), [report.sections]);
  const order = useMemo(() => numbered.map(({ section }) => section.id), [numbered]);
  const here = start?.section ?? order[0];
  useLayoutEffect(
    () =>
      scroll.current === null || start === undefined ? undefined : holdPlace(scroll.current, start),
    [start],
  );
  const { title, classification } = report.header;
  return (
    <div
      className="fl-report-scroll"
      ref={scroll}
      onScroll={({ currentTarget }) => store.setState({ at: readingPlace(currentTarget, order) })}
    >
      <article className="fl-report-paper" aria-label="Report" data-region>
        <header className="fl-report-title">
          <p className="fl-report-class">{visibleLine(classification)}</p>
          <p className="fl-report-name">{visibleLine(title)}</p>
        </header>
        {numbered.map((one) => (
          <Section
            key={one.section.id}
            work={work}
            report={report}
            one={one}
            here={one.section.id === here}
          />
        ))}
      </article>
    </div>
  );
}

interface TitleProps {
  readonly work: Work;
  readonly report: WorkReport;
  readonly one: NumberedSection;
}

interface SectionProps extends TitleProps {
  readonly here: boolean;
}

function Section({ work, report, one: { section, number }, here }: SectionProps) {
  const checked = useMemo(() => checkDocument(section.content), [section.content]);
  return (
    <section
      className={classNames('fl-report-section', number.includes('.') && 'fl-report-below')}
      id={sectionElementId(section.id)}
      aria-label={`${number} ${visibleLine(section.title)}`}
    >
      <div className="fl-report-heading">
        <span className="fl-report-number">{number}</span>
        <SectionTitle work={work} report={report} one={{ section, number, anchor: '' }} />
      </div>
      {checked.ok ? (
        <SectionText
          work={work}
          report={report.id}
          section={section}
          label={`${number} ${visibleLine(section.title)}`}
          here={here}
        />
      ) : (
        <Notice tone="warning">
          {checked.failure.message} It is kept as it is; a newer version of Fireline may have
          written it.
        </Notice>
      )}
    </section>
  );
}

function SectionTitle({ work, report, one: { section, number } }: TitleProps) {
  const title = useKeptText(work, `title ${report.id} ${section.id}`, section.title, (next) => {
    const now = work.log.state.reports.get(report.id)?.sections.get(section.id) ?? section;
    return work.act(changeSection(report.id, now, { title: next.trim() || 'Untitled' }));
  });
  return (
    <input
      className="fl-report-heading-input"
      aria-label={`Title of section ${number}`}
      value={title.value}
      maxLength={300}
      readOnly={work.info.readOnly !== undefined}
      spellCheck={false}
      onChange={({ target }) => title.type(target.value)}
      onBlur={title.commit}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        focusText(section.id);
      }}
    />
  );
}

import { useMemo } from 'react';
import type { Citation } from '#shared/model/report.ts';
import type { SectionId } from '#shared/model/ids.ts';
import { citedId, pointersIn } from '#shared/report/document-parts.ts';
import { numberSections } from '#shared/report/numbering.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { showEvent, showRecord } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IntactIcon, ProblemIcon, ReportIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { labelOf } from '../cite/citation-chip.tsx';
import { useCitation, useCitationStates } from '../cite/citation-book.tsx';
import { showSection } from '../show-section.ts';

interface Cited {
  readonly id: string;
  readonly citation: Citation;
  readonly section: SectionId;
  readonly number: string;
}

/** Each thing cited once, where it is cited first. */
function citedIn(report: WorkReport): readonly Cited[] {
  const found = new Map<string, Cited>();
  for (const { section, number } of numberSections([...report.sections.values()])) {
    for (const pointer of pointersIn(section.content)) {
      if (pointer.kind !== 'citation') continue;
      const id = citedId(pointer.citation);
      if (!found.has(id)) {
        found.set(id, { id, citation: pointer.citation, section: section.id, number });
      }
    }
  }
  return [...found.values()];
}

/** Whether each citation of the text still points at something, and where it stands. */
export function CitationsTab({ report }: { readonly report: WorkReport }) {
  const cited = useMemo(() => citedIn(report), [report]);
  const states = useCitationStates();
  if (cited.length === 0) {
    return (
      <EmptyState icon={ReportIcon} title="Nothing is cited yet">
        Type @ in the text to name a host or an account, or press c on an event in Explore. A claim
        that cites its event can be proven, and a name follows every rename.
      </EmptyState>
    );
  }
  const missing = cited.filter(({ id }) => states.get(id)?.state === 'missing').length;
  const resolved = cited.filter(({ id }) => states.get(id)?.state === 'resolves').length;
  return (
    <div className="fl-report-side-body">
      <p className="fl-cited-sum" aria-live="polite">
        {resolved === cited.length
          ? `All ${countOf(cited.length, 'citation')} resolve.`
          : `${resolved} of ${countOf(cited.length, 'citation')} resolve${missing > 0 ? `, ${missing} missing` : ''}.`}
      </p>
      <ul className="fl-cited">
        {cited.map((one) => (
          <CitedRow key={one.id} one={one} />
        ))}
      </ul>
    </div>
  );
}

function CitedRow({ one: { id, citation, section, number } }: { readonly one: Cited }) {
  const known = useCitation(id);
  const { state } = known;
  const label = labelOf(known);
  const entity = state?.entity;
  return (
    <li className="fl-cited-row">
      {state?.state === 'missing' ? (
        <ProblemIcon className="fl-cited-bad" size={14} aria-label="Missing" />
      ) : (
        <IntactIcon className="fl-cited-good" size={14} aria-hidden />
      )}
      <div className="fl-cited-text">
        <p>
          <strong>{label}</strong>
        </p>
        <p className="fl-faint">
          {state === undefined
            ? 'Looking it up…'
            : state.state === 'missing'
              ? `Does not resolve: ${state.why}`
              : visibleLine(state.where)}
        </p>
      </div>
      <span className="fl-cited-acts">
        <Button
          size="small"
          variant="quiet"
          aria-label={`Show ${label} in section ${number}`}
          onPress={() => showSection(section)}
        >
          § {number}
        </Button>
        {citation.kind === 'event' && state?.state === 'resolves' ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={`Show ${label} in Explore`}
            onPress={() => showEvent(citation.event)}
          >
            Explore
          </Button>
        ) : null}
        {entity === undefined ? null : (
          <Button
            size="small"
            variant="quiet"
            aria-label={`Show ${label} in Entities`}
            onPress={() => showRecord('entity', entity.id)}
          >
            Entities
          </Button>
        )}
      </span>
    </li>
  );
}

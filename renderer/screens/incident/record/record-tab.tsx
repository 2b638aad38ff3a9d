import type { ReactNode } from 'react';
import type { Incident } from '#shared/records/kinds/incident.ts';
import { STATUS_WORDS } from '#shared/response/incident-words.ts';
import { incidentOf } from '#shared/work/records.ts';
import { valueShown } from '#renderer/records/record-value.tsx';
import type { AnyFieldSpec } from '#renderer/records/field-spec.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Fact } from '#renderer/ui/fact.tsx';
import { INCIDENT_FORMS, INCIDENT_STATUSES } from './incident-fields.ts';
import type { IncidentForm } from './incident-fields.ts';
import { JudgementHistory } from './judgement-history.tsx';

interface RecordTabProps {
  readonly work: Work;
  readonly onEdit: (form: IncidentForm) => void;
}

/** What the incident is, in one page, and how the judgement of it changed. */
export function RecordTab({ work, onEdit }: RecordTabProps) {
  const incident = useWorkView(({ state }) => incidentOf(state));
  const readOnly = work.info.readOnly !== undefined;
  const part = (form: IncidentForm, empty: string): ReactNode => (
    <Part
      incident={incident}
      form={form}
      empty={empty}
      onEdit={readOnly ? undefined : () => onEdit(form)}
    />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="fl-incident-record" role="group" aria-label="Incident record" tabIndex={0}>
      <div className="fl-incident-main">
        <LifeCycle status={incident.status} />
        {part('account', 'Say in a few sentences what happened, and what is part of this case.')}
        {part('identity', 'Give the incident its number, and those that others gave it.')}
        {part(
          'kind',
          'Say what was done, to what, and what it harmed: for counting and comparing.',
        )}
      </div>
      <JudgementHistory work={work} onChange={readOnly ? undefined : () => onEdit('judgement')} />
    </div>
  );
}

/** Where the incident is in its life, after NIST SP 800-61r2. */
function LifeCycle({ status }: { readonly status: Incident['status'] }) {
  const at = INCIDENT_STATUSES.indexOf(status);
  return (
    <ol className="fl-life" aria-label="Life of the incident (NIST SP 800-61r2)">
      {INCIDENT_STATUSES.map((one, n) => (
        <li
          key={one}
          className={classNames(
            'fl-life-step',
            n < at && 'fl-life-past',
            n === at && 'fl-life-now',
          )}
          {...(n === at ? { 'aria-current': 'step' as const } : {})}
        >
          {STATUS_WORDS[one]}
        </li>
      ))}
    </ol>
  );
}

interface PartProps {
  readonly incident: Incident;
  readonly form: IncidentForm;
  readonly empty: string;
  readonly onEdit: (() => void) | undefined;
}

function Part({ incident, form, empty, onEdit }: PartProps) {
  const { title, fields } = INCIDENT_FORMS[form];
  const state = useWorkView((view) => view.state);
  const times = useSettings((settings) => settings.times);
  const shown = (fields as readonly AnyFieldSpec[]).flatMap((spec) => {
    const value = valueShown(
      spec,
      Object.entries(incident).find(([name]) => name === spec.name)?.[1],
      state,
      times,
    );
    return value === undefined ? [] : [{ spec, value }];
  });
  return (
    <section className="fl-incident-part" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {onEdit === undefined ? null : (
          <Button size="small" variant="quiet" aria-label={`Edit: ${title}`} onPress={onEdit}>
            Edit…
          </Button>
        )}
      </header>
      {shown.length === 0 ? <p className="fl-faint">{empty}</p> : null}
      <dl className="fl-facts">
        {shown.map(({ spec, value }) => (
          <Fact key={spec.name} name={spec.label}>
            <span className="fl-incident-prose">{value}</span>
          </Fact>
        ))}
      </dl>
    </section>
  );
}

import { JUDGED } from '#shared/response/incident-history.ts';
import { incidentOf } from '#shared/work/records.ts';
import { RecordDialog } from '#renderer/records/record-dialog.tsx';
import type { Work } from '#renderer/state/work.ts';
import { INCIDENT_FORMS } from './incident-fields.ts';
import type { IncidentForm } from './incident-fields.ts';

interface IncidentDialogProps {
  readonly work: Work;
  readonly form: IncidentForm;
  readonly close: () => void;
}

/** Changes one part of the incident record. A new judgement is asked for its reason. */
export function IncidentDialog({ work, form, close }: IncidentDialogProps) {
  const { title, fields } = INCIDENT_FORMS[form];
  return (
    <RecordDialog<'incident'>
      work={work}
      title={title}
      fields={fields}
      start={{ record: incidentOf(work.store.getState().state) }}
      reasonFor={JUDGED}
      close={close}
    />
  );
}

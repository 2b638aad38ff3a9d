import type { WorkReport } from '#shared/work/work-state.ts';
import { notifyFailure } from '#renderer/state/notify.ts';
import type { Work } from '#renderer/state/work.ts';
import { FailureError } from '#shared/model/result.ts';
import { Segments } from '#renderer/ui/choice.tsx';
import { tellDone } from '#renderer/state/work-acts.ts';
import { Field } from '#renderer/ui/field.tsx';
import { useKeptText } from '../use-kept-text.ts';

interface DocumentTabProps {
  readonly work: Work;
  readonly report: WorkReport;
}

type TextField = 'kind' | 'title' | 'subtitle' | 'classification' | 'organisation';

interface FieldSpec {
  readonly name: TextField;
  readonly label: string;
  readonly help?: string;
  readonly lines?: number;
  readonly required?: boolean;
}

const FIELDS: readonly FieldSpec[] = [
  { name: 'kind', label: 'Kind of document', help: 'Above the title: Incident report.' },
  { name: 'title', label: 'Title', lines: 2, required: true },
  { name: 'subtitle', label: 'Subtitle', lines: 2 },
  {
    name: 'classification',
    label: 'Classification',
    help: 'Printed above every page, for example TLP:AMBER · Confidential.',
  },
  { name: 'organisation', label: 'Organisation', help: 'On the cover.' },
];

/** What stands on the cover and above every page. */
export function DocumentTab({ work, report }: DocumentTabProps) {
  return (
    <div className="fl-report-side-body fl-report-form">
      {FIELDS.map((spec) => (
        <HeaderField key={spec.name} work={work} report={report} spec={spec} />
      ))}
      <Segments
        label="Layout"
        value={report.header.layout ?? 'full'}
        choices={LAYOUTS}
        onChange={(layout) =>
          void tellDone(
            work,
            work.act({ kind: 'report.header', report: report.id, change: { layout } }),
          )
        }
      />
    </div>
  );
}

const LAYOUTS = [
  { id: 'full', label: 'Cover and contents' },
  { id: 'brief', label: 'Brief' },
] as const;

function HeaderField({ work, report, spec }: DocumentTabProps & { readonly spec: FieldSpec }) {
  const { name, label, help, lines = 1, required = false } = spec;
  const text = useKeptText(
    work,
    `header ${report.id} ${name}`,
    report.header[name] ?? '',
    async (typed) => {
      const value = typed.replaceAll(/\s+/g, ' ').trim();
      const empty = name === 'title' || name === 'classification' ? '' : null;
      const change = { [name]: value === '' ? empty : value };
      const done = await work.act({ kind: 'report.header', report: report.id, change });
      if (!done.ok)
        notifyFailure(`The ${label.toLowerCase()} is not saved.`, new FailureError(done.failure));
      return done;
    },
  );
  const missing = required && text.value.trim() === '';
  return (
    // The field is left by Tab, by a click elsewhere or with the tab itself: each makes the act.
    <div onBlur={() => (missing ? undefined : text.commit())}>
      <Field
        label={label}
        value={text.value}
        onChange={text.type}
        lines={lines}
        maxLength={300}
        disabled={work.info.readOnly !== undefined}
        error={missing ? 'A report needs a title.' : undefined}
        {...(help === undefined ? {} : { help })}
      />
    </div>
  );
}

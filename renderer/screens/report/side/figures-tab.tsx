import type { Metric } from '#shared/ipc/report.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import type { Work } from '#renderer/state/work.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { MomentsForm } from './moments-form.tsx';

/** What is computed from the case, how it is defined, and what is missing; and the moments it is computed from. */
export function FiguresTab({ work }: { readonly work: Work }) {
  const { data, error } = useRead('report.metrics', {});
  return (
    <div className="fl-report-side-body">
      <MomentsForm work={work} />
      <h3>Computed from the case</h3>
      {error === null ? null : <Notice tone="warning">{failureOf(error).message}</Notice>}
      <dl className="fl-figures">
        {(data ?? []).map((metric) => (
          <Figure key={metric.name} metric={metric} />
        ))}
      </dl>
    </div>
  );
}

function Figure({ metric: { name, value, definition, missing } }: { readonly metric: Metric }) {
  return (
    <div className="fl-figure">
      <dt>{name}</dt>
      <dd className={missing === undefined ? 'fl-figure-value' : 'fl-figure-missing'}>
        {missing === undefined ? value : `Cannot be said: ${missing}`}
      </dd>
      <dd className="fl-faint">{definition}</dd>
    </div>
  );
}

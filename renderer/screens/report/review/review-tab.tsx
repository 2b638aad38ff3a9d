import type { ReportState } from '#shared/model/report.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { reportFingerprint } from '#shared/report/fingerprint.ts';
import { dayText } from '#shared/report/time-text.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { flushAll } from '#renderer/state/flush.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { openDialog } from '../report-dialogs.ts';
import { useKeptText } from '../use-kept-text.ts';
import { Comments } from './comments.tsx';
import { GateList } from './gate-list.tsx';
import './review.css';

interface ReviewTabProps {
  readonly work: Work;
  readonly report: WorkReport;
}

const STATES = [
  { id: 'draft', label: 'Draft' },
  { id: 'review', label: 'In review' },
  { id: 'approved', label: 'Approved' },
] as const;

/** Where the report is between its first draft and its approval, and what stands against giving it out. */
export function ReviewTab({ work, report }: ReviewTabProps) {
  const { state = 'draft', approvedAt } = report.header;
  const readOnly = work.info.readOnly !== undefined;
  const reviewer = useKeptText(
    work,
    `header ${report.id} reviewer`,
    report.header.reviewer ?? '',
    (typed) => {
      const value = typed.trim();
      const change = { reviewer: value === '' ? null : value };
      return work.act({ kind: 'report.header', report: report.id, change });
    },
  );
  const set = async (next: ReportState): Promise<void> => {
    reviewer.commit();
    await flushAll();
    const now = work.log.state.reports.get(report.id) ?? report;
    const approval =
      next === 'approved'
        ? {
            approvedAt: instantFromMs(Date.now()),
            approvedText: reportFingerprint(now, work.log.state),
          }
        : { approvedAt: null, approvedText: null };
    const change = { state: next, ...approval };
    void tellDone(work, work.act({ kind: 'report.header', report: report.id, change }));
  };
  return (
    <div className="fl-report-side-body fl-report-form">
      {readOnly ? null : (
        <Segments
          label="State"
          value={state}
          choices={STATES}
          onChange={(next) => void set(next)}
        />
      )}
      <div onBlur={reviewer.commit}>
        <Field
          label="Reviewer"
          value={reviewer.value}
          onChange={reviewer.type}
          onEnter={reviewer.commit}
          maxLength={300}
          disabled={readOnly}
          help={
            state === 'approved' && approvedAt !== undefined
              ? `Approved ${dayText(approvedAt)}.`
              : 'Printed with the state on the cover.'
          }
        />
      </div>
      <section>
        <h3>Before it goes out</h3>
        <GateList report={report.id} />
      </section>
      <Comments work={work} report={report} />
      <Button onPress={() => openDialog({ kind: 'compare' })}>Compare versions…</Button>
    </div>
  );
}

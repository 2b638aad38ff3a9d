import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { OpId } from '#shared/model/ids.ts';
import { compareReports } from '#shared/report/compare.ts';
import type { ComparedSection } from '#shared/report/compare.ts';
import { dayText } from '#shared/report/time-text.ts';
import { reportAt, versionsOf } from '#shared/report/versions.ts';
import type { ReadReport, ReportVersion } from '#shared/report/versions.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { closeDialog } from '../report-dialogs.ts';
import './review.css';

interface CompareDialogProps {
  readonly work: Work;
  readonly report: WorkReport;
}

const NOW = 'now';
const WHY: Readonly<Record<ReportVersion['why'], string>> = {
  begun: 'begun',
  draft: 'set to draft',
  review: 'set to review',
  approved: 'approved',
  'end of the day': 'end of the day',
};

/** Two versions of the report from the work log, section by section. */
export function CompareDialog({ work, report }: CompareDialogProps) {
  const versions = useMemo(
    () => versionsOf(work.log.ops, (id) => work.log.counts(id), report.id),
    [work, report],
  );
  const state = useStore(work.store, (view) => view.state);
  const [from, setFrom] = useState<string>(versions.at(0)?.op ?? NOW);
  const [to, setTo] = useState<string>(NOW);
  const compared = useMemo(() => {
    const version = (id: string): ReadReport | undefined =>
      id === NOW ? { report, state } : reportAt(work.log.ops, id as OpId, report.id);
    const [before, after] = [version(from), version(to)];
    return before === undefined || after === undefined ? [] : compareReports(before, after);
  }, [work, report, state, from, to]);
  const choices = [
    { id: NOW, label: 'Now' },
    ...versions.map(({ op, at, why }) => ({
      id: op as string,
      label: `${dayText(at)}, ${WHY[why]}`,
    })),
  ];
  const changed = compared.filter(({ kind }) => kind !== 'same');
  return (
    <Dialog
      title="Compare versions"
      open
      size="wide"
      onClose={closeDialog}
      actions={
        <Button variant="primary" onPress={closeDialog}>
          Done
        </Button>
      }
    >
      <div className="fl-form">
        <Select label="From" value={from} choices={choices} onChange={setFrom} />
        <Select label="To" value={to} choices={choices} onChange={setTo} />
      </div>
      <p className="fl-muted" role="status">
        {changed.length === 0
          ? 'Both say the same in every section.'
          : `${countOf(changed.length, 'section differs', 'sections differ')}, ${compared.length - changed.length} do not.`}
      </p>
      {changed.map((section) => (
        <Section key={section.title} section={section} />
      ))}
    </Dialog>
  );
}

const KINDS = { same: '', changed: 'changed', gone: 'taken out', new: 'new' } as const;
const SIGNS = { same: ' ', gone: '−', new: '+' } as const;
const SPOKEN = { same: '', gone: 'taken out: ', new: 'new: ' } as const;

function Section({ section: { title, kind, lines } }: { readonly section: ComparedSection }) {
  return (
    <section className="fl-compared">
      <h3>
        {visibleLine(title)} <span className="fl-faint">{KINDS[kind]}</span>
      </h3>
      {lines
        .filter((line) => line.kind !== 'same')
        .map((line, n) => (
          <p key={n} className={`fl-compared-line fl-compared-${line.kind}`}>
            <span aria-hidden>{SIGNS[line.kind]}</span>
            <span className="fl-visually-hidden">{SPOKEN[line.kind]}</span>
            <span>{visibleLine(line.text)}</span>
          </p>
        ))}
    </section>
  );
}

import { useState } from 'react';
import type { IntakePlan } from '#shared/ipc/evidence.ts';
import { intakeDone } from '#renderer/state/intake.ts';
import { useSession } from '#renderer/state/session-context.tsx';
import { settings } from '#renderer/state/settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { ZoneField } from '#renderer/ui/zone-field.tsx';
import { bytesText, countOf } from '#renderer/ui/number-text.ts';
import type { Answers } from './intake-answers.ts';
import { lacksRoom, missingAnswer, needsZone, tablesToConfirm } from './intake-answers.ts';
import { PlanList } from './plan-list.tsx';
import { TableConfirm } from './table-confirm.tsx';
import { useIngest } from './use-ingest.ts';
import './intake.css';

interface IntakeFormProps {
  readonly plan: IntakePlan;
  readonly paths: readonly string[];
}

export function IntakeForm({ plan, paths }: IntakeFormProps) {
  const open = useSession((session) => session.case);
  const ingest = useIngest();
  const [answers, setAnswers] = useState<Answers>(() => ({
    source: settings.getState().lastSource,
    reason: settings.getState().lastReason,
    custody: 'copy',
    tables: {},
    caseTitle: '',
  }));
  const change = (part: Partial<Answers>): void => setAnswers((now) => ({ ...now, ...part }));
  const missing = missingAnswer(plan, answers, open !== undefined);
  const add = (): void => {
    if (missing !== undefined) return;
    void ingest(paths, answers);
    intakeDone();
  };

  return (
    <Dialog
      title={`Add ${countOf(plan.files.length, 'file')} (${bytesText(plan.bytes)})`}
      size="wide"
      open
      onClose={intakeDone}
      onMain={missing === undefined ? add : undefined}
      actions={
        <>
          <span className="fl-intake-missing fl-muted">{missing ?? ''}</span>
          <Button variant="quiet" onPress={intakeDone}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={missing !== undefined} onPress={add}>
            Seal and parse
          </Button>
        </>
      }
    >
      <PlanList plan={plan} />
      {open === undefined ? (
        <Field
          label="New case"
          value={answers.caseTitle}
          onChange={(caseTitle) => change({ caseTitle })}
          placeholder="ACME-2026-014"
          help="No case is open: the files start one."
          autoFocus
          onEnter={add}
        />
      ) : null}
      <div className="fl-intake-two">
        <Field
          label="Where do they come from?"
          value={answers.source}
          onChange={(source) => change({ source })}
          placeholder="USB stick 3 from J. Doe, labelled DC1 triage"
          autoFocus={open !== undefined}
          onEnter={add}
        />
        <Field
          label="Why are they added?"
          value={answers.reason}
          onChange={(reason) => change({ reason })}
          placeholder="Logs of the domain controller around the alert"
          onEnter={add}
        />
      </div>
      {needsZone(plan) ? (
        <ZoneField
          zone={answers.zone}
          onChange={(zone) => change({ zone })}
          files={plan.files.filter((file) => file.needsZone).length}
        />
      ) : null}
      <div className="fl-intake-custody">
        <Segments
          label="Custody"
          value={answers.custody}
          choices={[
            { id: 'copy', label: 'Copy into the case' },
            { id: 'reference', label: 'Leave where they are' },
          ]}
          onChange={(custody) => change({ custody })}
        />
        <p className="fl-field-help">
          {answers.custody === 'copy'
            ? `A verified copy is sealed in the case folder. ${bytesText(plan.freeBytes)} are free.`
            : 'Only hashes are kept. If the files move or change, their events can no longer be proven.'}
        </p>
        {lacksRoom(plan, answers.custody) ? (
          <Notice tone="warning">
            Copies need {bytesText(plan.bytes)}, but {bytesText(plan.freeBytes)} are free.
          </Notice>
        ) : null}
      </div>
      {tablesToConfirm(plan).map((file) => (
        <TableConfirm
          key={file.path}
          path={file.path}
          table={file.table}
          options={answers.tables[file.path] ?? {}}
          onChange={(options) => change({ tables: { ...answers.tables, [file.path]: options } })}
        />
      ))}
    </Dialog>
  );
}

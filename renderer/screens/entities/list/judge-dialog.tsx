import { useState } from 'react';
import { coverageLines, coverageText } from '#shared/entities/coverage.ts';
import { entityQuery } from '#shared/entities/entity-query.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import type { Work } from '#renderer/state/work.ts';
import { Checkbox, Segments } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { CoverageList } from '../coverage-list.tsx';
import { tellOf } from '../entity-acts.ts';
import type { EntityChange } from '../entity-acts.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';
import { ANALYSIS_CHOICES, VERDICT_CHOICES } from '#renderer/entities/words.ts';

interface JudgeDialogProps {
  readonly work: Work;
  readonly row: EntityRow;
  readonly close: () => void;
}

const optional = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Says what an entity is and what was decided of it. It is cleared only beside what cannot be seen of it. */
export function JudgeDialog({ work, row, close }: JudgeDialogProps) {
  const { record } = row;
  const [verdict, setVerdict] = useState<Entity['verdict']>(record?.verdict ?? 'unknown');
  const [hostile, setHostile] = useState(record?.hostile ?? false);
  const [analysis, setAnalysis] = useState<Entity['analysis']>(record?.analysis ?? 'not-started');
  const [label, setLabel] = useState(record?.label ?? '');
  const [role, setRole] = useState(record?.role ?? '');
  const [notes, setNotes] = useState(record?.notes ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const clearing = verdict === 'cleared';
  const coverage = useRead(
    'entities.coverage',
    { kind: row.kind, query: entityQuery(row.written) },
    { enabled: clearing, keepPrevious: false },
  );
  const lines = coverage.data === undefined ? [] : coverageLines(row.kind, coverage.data);
  const decided =
    verdict !== (record?.verdict ?? 'unknown') || hostile !== (record?.hostile ?? false);
  const missing = decided && reason.trim() === '';
  const unread = clearing && coverage.data === undefined;

  const save = (): void => {
    setTried(true);
    if (missing || unread) return;
    const wanted: EntityChange = {
      verdict,
      analysis,
      label: optional(label),
      role: optional(role),
      notes: optional(notes),
      hostile: hostile ? true : null,
      clearedDespite: clearing ? coverageText(lines) : null,
    };
    tellOf(work, row, changed(record, wanted), decided ? reason : '');
    close();
  };

  return (
    <FormDialog
      title={`Judge ${visibleLine(row.label)}`}
      onAct={save}
      disabled={unread}
      close={close}
    >
      <div className="fl-form">
        <div className="fl-form-wide">
          <Segments
            label="Verdict"
            value={verdict}
            choices={VERDICT_CHOICES}
            onChange={setVerdict}
          />
        </div>
        {clearing ? (
          <div className="fl-form-wide">
            <CoverageList
              title="What the evidence cannot show of it"
              lines={lines}
              pending={coverage.isPending}
              failure={coverage.error}
            />
            <p className="fl-faint">Kept with the verdict, and printed with it.</p>
          </div>
        ) : null}
        <div className="fl-form-wide">
          <Checkbox checked={hostile} onChange={setHostile}>
            It belongs to the intruder
          </Checkbox>
        </div>
        <div className="fl-form-wide">
          <Field
            label="Why"
            value={reason}
            onChange={setReason}
            help="Kept with the verdict, for those who ask later."
            error={
              tried && missing ? 'Say why: a verdict without a reason is worth nothing.' : undefined
            }
            placeholder="Implant written at 09:12, contact with the intruder’s server until 08:47"
            required={decided}
            maxLength={2_000}
            onEnter={save}
          />
        </div>
        <div className="fl-form-wide">
          <Segments
            label="Analysis"
            value={analysis}
            choices={ANALYSIS_CHOICES}
            onChange={setAnalysis}
          />
        </div>
        <Field
          label="Name for it"
          value={label}
          onChange={setLabel}
          maxLength={500}
          onEnter={save}
        />
        <Field
          label="Role"
          value={role}
          onChange={setRole}
          placeholder="File server"
          maxLength={500}
          onEnter={save}
        />
        <div className="fl-form-wide">
          <Field label="Notes" lines={3} value={notes} onChange={setNotes} maxLength={100_000} />
        </div>
      </div>
    </FormDialog>
  );
}

/** Fields that say something else than the record. */
function changed(record: Entity | undefined, wanted: EntityChange): EntityChange {
  const before = new Map(
    Object.entries({ verdict: 'unknown', analysis: 'not-started', ...record }),
  );
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => (before.get(name) ?? null) !== value),
  );
}

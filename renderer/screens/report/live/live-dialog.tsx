import { useState } from 'react';
import type { FindingId } from '#shared/model/ids.ts';
import type { LiveBlock } from '#shared/model/report.ts';
import { numberFindings } from '#shared/report/number-findings.ts';
import { MAX_EVENT_ROWS } from '#shared/report/schema.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import { Select } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { closeDialog } from '../report-dialogs.ts';
import { EventsPreview } from './events-preview.tsx';

interface LiveDialogProps {
  readonly block: LiveBlock;
  readonly done: (block: LiveBlock) => void;
}

/** Which events, or which finding, a live block shows. */
export function LiveDialog({ block, done }: LiveDialogProps) {
  const choose = (chosen: LiveBlock): void => {
    closeDialog();
    // After the dialog has given the focus back to the text.
    setTimeout(() => done(chosen), 60);
  };
  if (block.kind === 'finding') return <FindingChoice chosen={block.finding} choose={choose} />;
  if (block.kind === 'events') return <EventsChoice block={block} choose={choose} />;
  return null;
}

interface EventsChoiceProps {
  readonly block: Extract<LiveBlock, { kind: 'events' }>;
  readonly choose: (block: LiveBlock) => void;
}

function EventsChoice({ block, choose }: EventsChoiceProps) {
  const [query, setQuery] = useState(block.query);
  const [rows, setRows] = useState(String(block.limit));
  const limit = /^\d+$/.test(rows.trim()) ? Number(rows) : 0;
  const fits = limit >= 1 && limit <= MAX_EVENT_ROWS;
  const put = (): void => {
    if (fits) choose({ kind: 'events', query: query.trim(), limit });
  };
  return (
    <FormDialog
      title="Table of events"
      size="wide"
      act="Put in the report"
      onAct={put}
      disabled={!fits}
      close={closeDialog}
    >
      <Field
        label="Events that match"
        value={query}
        onChange={setQuery}
        onEnter={put}
        placeholder="tag:lateral-movement and host:ws7"
        mono
        autoFocus
        maxLength={20_000}
      />
      <Field
        label="Rows at most"
        value={rows}
        onChange={setRows}
        onEnter={put}
        error={fits ? undefined : `From 1 to ${MAX_EVENT_ROWS}: a report is read by people.`}
      />
      <div className="fl-live-trial">
        <EventsPreview query={query.trim()} limit={fits ? limit : 50} />
      </div>
    </FormDialog>
  );
}

interface FindingChoiceProps {
  readonly chosen: FindingId;
  readonly choose: (block: LiveBlock) => void;
}

function FindingChoice({ chosen, choose }: FindingChoiceProps) {
  const findings = useWorkView(({ state }) => state.findings);
  const numbered = numberFindings(findings.values());
  const [id, setId] = useState<FindingId | undefined>(
    findings.has(chosen) ? chosen : numbered[0]?.finding.id,
  );
  return (
    <FormDialog
      title="One finding"
      act="Put in the report"
      disabled={id === undefined}
      onAct={() => {
        if (id !== undefined) choose({ kind: 'finding', finding: id });
      }}
      close={closeDialog}
    >
      {id === undefined ? (
        <Notice tone="info">The case has no findings. Make one from events in Explore (f).</Notice>
      ) : (
        <Select
          label="Finding"
          value={id}
          choices={numbered.map(({ number, finding }) => ({
            id: finding.id,
            label: `${number} ${visibleLine(finding.title)}`,
          }))}
          onChange={setId}
        />
      )}
    </FormDialog>
  );
}

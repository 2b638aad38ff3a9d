import type { ReleaseState } from '#shared/ipc/report.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { openDialog } from '../report-dialogs.ts';
import { GateList } from '../review/gate-list.tsx';

interface BeforeExportProps {
  readonly report: WorkReport;
  readonly freeze: boolean;
  readonly onFreeze: (freeze: boolean) => void;
  readonly readOnly: boolean;
}

/** What stands against giving the report out, what is redacted, and whether it is frozen as it goes. */
export function BeforeExport({ report, freeze, onFreeze, readOnly }: BeforeExportProps) {
  const { data } = useRead('report.release', { report: report.id });
  return (
    <>
      <section>
        <h3>Before it goes out</h3>
        <GateList report={report.id} />
      </section>
      <div className="fl-export-redactions">
        <span>{data === undefined ? '' : redactedText(data.redactions)}</span>
        <Button size="small" variant="quiet" onPress={() => openDialog({ kind: 'redactions' })}>
          Redactions…
        </Button>
      </div>
      {readOnly || data === undefined || data.live === 0 ? null : (
        <Checkbox checked={freeze} onChange={onFreeze}>
          Freeze {countOf(data.live, 'live block')} first, so that the report on screen stays what
          went out
        </Checkbox>
      )}
      <p className="fl-muted">
        A signed proof pack is written beside the file. With it anyone can check, against the sealed
        evidence, that nothing was altered: <code>fireline verify</code>.
      </p>
    </>
  );
}

function redactedText(redactions: ReleaseState['redactions']): string {
  if (redactions.length === 0) return 'Nothing is redacted.';
  const places = redactions.reduce((sum, one) => sum + one.places, 0);
  return `${countOf(redactions.length, 'redaction')}: ${countOf(places, 'place')} will not be shown.`;
}

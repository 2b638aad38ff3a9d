import type { Gate } from '#shared/ipc/report.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { IntactIcon, WarningIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import './review.css';

const SHOWN = 6;

/** What a person should know before the report is given out; asked of the engine, which prints it. */
export function GateList({ report }: { readonly report: ReportId }) {
  const { data, error } = useRead('report.release', { report });
  if (error !== null) return <Notice tone="critical">{failureOf(error).message}</Notice>;
  if (data === undefined) return <p className="fl-muted">Looking the report through…</p>;
  if (data.gates.length === 0) {
    return (
      <p className="fl-gate">
        <IntactIcon size={14} aria-hidden />
        Nothing stands against giving it out.
      </p>
    );
  }
  return (
    <ul className="fl-gates">
      {data.gates.map((gate) => (
        <li key={gate.message} className="fl-gate">
          <WarningIcon size={14} aria-hidden />
          <span>
            {visibleLine(gate.message)}
            {gate.places.length === 0 ? null : (
              <span className="fl-faint"> {visibleLine(placesOf(gate))}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function placesOf({ places }: Gate): string {
  const more = places.length - SHOWN;
  return `${places.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

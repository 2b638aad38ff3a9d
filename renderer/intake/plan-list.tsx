import type { IntakePlan } from '#shared/ipc/evidence.ts';
import { RefusedIcon } from '#renderer/ui/icons.ts';
import { bytesText, countOf, countText } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { confidenceText } from './confidence.ts';

const SHOWN = 200;

const fileName = (path: string): string =>
  path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

/** The files by name with what they seem to be; what was refused, and why, comes first. */
export function PlanList({ plan }: { readonly plan: IntakePlan }) {
  const unknown = plan.files.filter(({ parser }) => parser === undefined).length;
  return (
    <div className="fl-plan">
      {plan.refused.map(({ path, why }) => (
        <div key={path} className="fl-plan-row fl-plan-refused">
          <RefusedIcon size={14} aria-hidden />
          <span className="fl-plan-name fl-evidence-text" title={visibleLine(path)}>
            {visibleLine(fileName(path))}
          </span>
          <span className="fl-plan-why">Refused: {visibleLine(why)}</span>
        </div>
      ))}
      {plan.files.slice(0, SHOWN).map((file) => (
        <div key={file.path} className="fl-plan-row">
          <span className="fl-plan-name fl-evidence-text" title={visibleLine(file.path)}>
            {visibleLine(fileName(file.path))}
          </span>
          <span className="fl-plan-format">
            {file.format ?? 'No parser knows it: sealed only'}
            {file.confidence === undefined || file.confidence === 3 ? null : (
              <span className="fl-faint"> {confidenceText(file.confidence)}</span>
            )}
          </span>
          <span className="fl-plan-size">{bytesText(file.size)}</span>
        </div>
      ))}
      {plan.files.length > SHOWN ? (
        <div className="fl-plan-row fl-muted">
          and {countText(plan.files.length - SHOWN)} more files
        </div>
      ) : null}
      {unknown > 0 && plan.files.length > SHOWN ? (
        <div className="fl-plan-row fl-muted">
          {countOf(unknown, 'file')} of unknown format will be sealed and listed, not parsed
        </div>
      ) : null}
    </div>
  );
}

import type { EvidenceItem } from '#shared/model/evidence.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { Button } from '#renderer/ui/button.tsx';
import { HelpIcon, ProblemIcon, WarningIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { countText } from '#renderer/ui/number-text.ts';
import { visibleText } from '#renderer/ui/visible-text.ts';

interface IssuesTabProps {
  readonly item: EvidenceItem;
  readonly showRaw: (offset: number) => void;
}

const SHOWN = 500;
const ICONS = { info: HelpIcon, warning: WarningIcon, loss: ProblemIcon } as const;
const WORDS = {
  info: 'Odd',
  warning: 'Read with a reservation',
  loss: 'Could not be read',
} as const;

/** Defects met in the file, each with its place. */
export function IssuesTab({ item, showRaw }: IssuesTabProps) {
  const { data: issues, error } = useRead('evidence.issues', {
    evidence: item.index,
    limit: SHOWN,
  });
  if (issues === undefined) {
    return error === null ? null : (
      <div className="fl-tab-notice">
        <Notice tone="critical">{failureOf(error).message}</Notice>
      </div>
    );
  }
  if (issues.length === 0) {
    return <p className="fl-tab-text fl-muted">Nothing was wrong with this file.</p>;
  }
  const total = item.coverage?.issues ?? issues.length;
  return (
    <>
      <ul className="fl-issues">
        {issues.map((issue, index) => {
          const Picture = ICONS[issue.severity];
          return (
            // The list is read whole, and its order is the file's.
            <li key={index} className={`fl-issue fl-issue-${issue.severity}`}>
              <Picture size={14} aria-hidden />
              <div>
                <p className="fl-selectable">{visibleText(issue.message)}</p>
                <p className="fl-faint">
                  {WORDS[issue.severity]} ·{' '}
                  {issue.blame === 'evidence'
                    ? 'the evidence is damaged'
                    : 'the parser does not know this'}{' '}
                  · <span className="fl-mono">{issue.code}</span>
                </p>
              </div>
              {issue.offset === undefined ? null : (
                <Button size="small" variant="quiet" onPress={() => showRaw(issue.offset ?? 0)}>
                  <span className="fl-mono">0x{issue.offset.toString(16)}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {total > issues.length ? (
        <p className="fl-tab-text fl-muted">
          The first {countText(issues.length)} of {countText(total)} are shown. All are in the
          report’s appendix and in exports.
        </p>
      ) : null}
    </>
  );
}

import type { FileProgress } from '#shared/ipc/evidence.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { IntactIcon, ProblemIcon, WarningIcon } from '#renderer/ui/icons.ts';
import { durationText, percentText, rateText } from '#renderer/ui/number-text.ts';
import { Progress } from '#renderer/ui/progress.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { EvidenceRow } from './evidence-rows.ts';
import { stateText, stateTone } from './state-text.ts';

const ICONS = { quiet: undefined, warning: WarningIcon, critical: ProblemIcon } as const;

/** A bar with figures while the file is under way; after that its state, with what it means on hover. */
export function StateCell({ row }: { readonly row: EvidenceRow }) {
  if (row.progress !== undefined) return <Running progress={row.progress} />;
  if (row.kind === 'coming') return null;
  const { item } = row;
  if (item.verified?.intact === false) {
    return (
      <span className="fl-state fl-state-critical" title={item.verified.detail}>
        <ProblemIcon size={13} aria-hidden />
        <span className="fl-cut">Altered since it was sealed</span>
      </span>
    );
  }
  const { word, means } = stateText(item.state);
  const tone = stateTone(item.state);
  const Picture = ICONS[tone];
  return (
    <span
      className={classNames('fl-state', `fl-state-${tone}`)}
      title={visibleLine(item.explanation ?? means)}
    >
      {Picture === undefined ? null : <Picture size={13} aria-hidden />}
      <span>{word}</span>
      {item.verified === undefined ? null : (
        <span className="fl-state-verified">
          <IntactIcon size={12} aria-hidden /> verified
        </span>
      )}
      {item.explanation === undefined || tone === 'quiet' ? null : (
        <span className="fl-cut fl-faint">{visibleLine(item.explanation)}</span>
      )}
    </span>
  );
}

function Running({ progress }: { readonly progress: FileProgress }) {
  const { phase, bytesDone, bytesTotal } = progress;
  const fraction = bytesTotal === 0 ? undefined : bytesDone / bytesTotal;
  if (phase === 'waiting') return <span className="fl-faint">Waiting</span>;
  const figures = [
    fraction === undefined ? '' : percentText(fraction),
    rateText(progress.bytesPerSecond),
    ...(progress.secondsLeft === undefined ? [] : [durationText(progress.secondsLeft)]),
  ];
  return (
    <span className="fl-running" title={phase === 'hashing' ? 'Sealing' : 'Parsing'}>
      <Progress label={phase === 'hashing' ? 'Sealing' : 'Parsing'} fraction={fraction} />
      <span className="fl-faint">{figures.filter((text) => text !== '').join(' · ')}</span>
    </span>
  );
}

import type { CoverageLine } from '#shared/entities/coverage.ts';
import { Progress } from '#renderer/ui/progress.tsx';
import { CancelledIcon, ClockIcon, DoneIcon } from '#renderer/ui/icons.ts';

interface CoverageListProps {
  readonly title: string;
  readonly lines: readonly CoverageLine[];
  readonly pending: boolean;
  readonly failure: Error | null;
}

const ICONS = { missing: CancelledIcon, gap: ClockIcon, seen: DoneIcon } as const;
const NAMES = { missing: 'Missing', gap: 'Gap', seen: 'Seen' } as const;

/** What logs can and cannot show, read from the events themselves. */
export function CoverageList({ title, lines, pending, failure }: CoverageListProps) {
  return (
    <section className="fl-coverage">
      <h3 className="fl-label">{title}</h3>
      {failure === null ? null : <p role="alert">It could not be read: {failure.message}</p>}
      {pending && failure === null ? <Progress label="Reading what there is" /> : null}
      {/* Longer than its frame, it is scrolled by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="fl-coverage-frame" tabIndex={0} role="group" aria-label={`${title}, in full`}>
        <ul className="fl-coverage-lines fl-selectable" aria-label={title}>
          {lines.map(({ kind, text }) => {
            const Picture = ICONS[kind];
            return (
              <li key={text} className={`fl-coverage-${kind}`}>
                <Picture size={13} strokeWidth={1.75} role="img" aria-label={NAMES[kind]} />
                <span>{text}</span>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

import { stateText } from '#shared/response/clocks/clock-text.ts';
import type { Clock, ClockState } from '#shared/response/clocks/clock.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { CancelledIcon, ClockIcon, DoneIcon, HelpIcon, WarningIcon } from '#renderer/ui/icons.ts';
import type { Icon } from '#renderer/ui/icons.ts';

const PICTURES: { readonly [K in ClockState['kind']]: Icon } = {
  waiting: HelpIcon,
  running: ClockIcon,
  missed: WarningIcon,
  met: DoneIcon,
  'met-late': DoneIcon,
  waived: CancelledIcon,
};

/** Where a deadline stands, as a picture and in words. */
export function ClockMark({ clock }: { readonly clock: Clock }) {
  const { kind } = clock.state;
  const Picture = PICTURES[kind];
  const late = kind === 'missed' || kind === 'met-late';
  const settled = kind === 'met' || kind === 'waived';
  return (
    <span
      className={classNames(
        'fl-clock-mark',
        late && 'fl-clock-late',
        kind === 'running' && 'fl-clock-running',
        settled && 'fl-faint',
      )}
    >
      <Picture size={14} aria-hidden />
      {stateText(clock)}
    </span>
  );
}

import { stateText } from '#shared/response/clocks/clock-text.ts';
import { sumOf } from '#shared/response/clocks/next-clock.ts';
import { useClocks } from '#renderer/state/clocks.ts';
import { showIncident } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ClockIcon, WarningIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

const SOON = 72n * 3_600_000_000_000n;

/** The deadline that is over, or due within 72 hours; nothing when there is none. */
export function NextDeadline() {
  const { missed, next } = sumOf(useClocks());
  const soon = next?.state.kind === 'running' && next.state.left <= SOON ? next : undefined;
  const clock = missed[0] ?? soon;
  if (clock === undefined) return null;
  const late = clock.state.kind === 'missed';
  const Picture = late ? WarningIcon : ClockIcon;
  return (
    <Button
      variant="quiet"
      size="small"
      className={late ? 'fl-status-deadline fl-status-altered' : 'fl-status-deadline'}
      onPress={() => showIncident('clocks')}
    >
      <Picture size={12} aria-hidden />
      {stateText(clock)}: {visibleLine(clock.deadline.title)}
    </Button>
  );
}

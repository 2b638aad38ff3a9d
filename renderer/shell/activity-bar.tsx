import { Button } from 'react-aria-components';
import { keysOf } from '#renderer/commands/catalog.ts';
import { SCREENS } from '#renderer/screens.ts';
import type { ScreenEntry } from '#renderer/screens.ts';
import { goTo, useNavigation } from '#renderer/state/navigation.ts';
import { useSession } from '#renderer/state/session-context.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Hint } from '#renderer/ui/hint.tsx';
import './activity-bar.css';

/** The screens, always in the same place. */
export function ActivityBar() {
  const current = useNavigation(({ screen }) => screen);
  const open = useSession((session) => session.case !== undefined);
  return (
    <nav className="fl-activity" aria-label="Screens" data-region>
      {SCREENS.map((entry) => (
        <Destination
          key={entry.id}
          entry={entry}
          current={entry.id === current}
          disabled={entry.inCase && !open}
        />
      ))}
    </nav>
  );
}

interface DestinationProps {
  readonly entry: ScreenEntry;
  readonly current: boolean;
  readonly disabled: boolean;
}

function Destination({ entry, current, disabled }: DestinationProps) {
  const Picture = entry.icon;
  return (
    <Hint text={entry.title} keys={keysOf(entry.command)} placement="right">
      <Button
        className={classNames('fl-destination', entry.id === 'settings' && 'fl-destination-last')}
        isDisabled={disabled}
        onPress={() => goTo(entry.id)}
        {...(current ? { 'aria-current': 'page' as const } : {})}
      >
        <Picture size={18} strokeWidth={1.6} aria-hidden />
        <span>{entry.title}</span>
      </Button>
    </Hint>
  );
}

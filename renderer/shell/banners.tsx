import { useQueryClient } from '@tanstack/react-query';
import { instantFromMs } from '#shared/model/time.ts';
import { host } from '#renderer/bridge/host.ts';
import { useSession, useSessionControl } from '#renderer/state/session-context.tsx';
import { useSettings } from '#renderer/state/settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { instantText } from '#renderer/ui/time-text.ts';

/** Why this case cannot be changed, for as long as it is open. */
export function ReadOnlyBanner() {
  const info = useSession((session) => session.case);
  const busy = useSession((session) => session.status === 'busy');
  const control = useSessionControl();
  const cache = useQueryClient();
  const times = useSettings((settings) => settings.times);
  const readOnly = info?.readOnly;
  if (info === undefined || readOnly === undefined) return null;
  const { reason, eventsOf, noEvents } = readOnly;
  const again = async (): Promise<void> => {
    await control.open(info.folder);
    await cache.invalidateQueries();
  };
  return (
    <Notice
      tone="warning"
      banner
      actions={
        <Button size="small" isDisabled={busy} onPress={() => void again()}>
          Open again
        </Button>
      }
    >
      <strong>Open for reading only.</strong> {reason} {noEvents ?? ''}
      {eventsOf === undefined
        ? ''
        : `Events are those of ${instantText(instantFromMs(Date.parse(eventsOf)), 's', times)}${times === 'utc' ? ' UTC' : ''}, from a copy; what came since is seen when the case is opened again. `}
      {noEvents === undefined ? 'Everything can be looked at; nothing is recorded.' : ''}
    </Notice>
  );
}

/** The engine fell over: what that means, and that it is being started again, or how to. */
export function EngineBanner() {
  const engine = useSession((session) => session.engine);
  if (engine === undefined || engine.state === 'running') return null;
  if (engine.state === 'restarting') {
    return (
      <Notice tone="warning" banner>
        <strong>The engine stopped and is being started again.</strong> {engine.reason} Evidence and
        saved work are safe; what is on screen stays readable.
      </Notice>
    );
  }
  return (
    <Notice
      tone="critical"
      banner
      actions={
        <Button size="small" onPress={() => void host().call('engine.restart', {})}>
          Start the engine
        </Button>
      }
    >
      <strong>The engine keeps stopping.</strong> {engine.reason} Evidence and saved work are safe.
    </Notice>
  );
}

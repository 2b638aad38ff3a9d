import { host } from '#renderer/bridge/host.ts';
import { useSession } from '#renderer/state/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';

/** Why this case cannot be changed, for as long as it is open. */
export function ReadOnlyBanner() {
  const readOnly = useSession((session) => session.case?.readOnly);
  if (readOnly === undefined) return null;
  return (
    <Notice tone="warning" banner>
      <strong>Open for reading only.</strong> {readOnly.reason} Everything can be looked at; nothing
      is recorded.
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

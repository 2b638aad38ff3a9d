import { useRead } from '#renderer/bridge/use-read.ts';
import { intakeDone, useIntake } from '#renderer/state/intake.ts';
import { useSession } from '#renderer/state/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { failureOf } from '#renderer/bridge/failure.ts';
import { Progress } from '#renderer/ui/progress.tsx';
import { IntakeForm } from './intake-form.tsx';

/** What was dropped, chosen or named: looks at it, then asks only what cannot be inferred. */
export function IntakeDialog() {
  const { paths } = useIntake();
  const started = useSession((session) => session.status !== 'starting');
  if (paths.length === 0 || !started) return null;
  return <Plan paths={paths} />;
}

function Plan({ paths }: { readonly paths: readonly string[] }) {
  const plan = useRead('evidence.plan', { paths }, { keepPrevious: false });
  if (plan.data !== undefined) {
    return <IntakeForm key={paths.join('\n')} plan={plan.data} paths={paths} />;
  }
  return (
    <Dialog
      title="Add evidence"
      open
      onClose={intakeDone}
      actions={
        <Button variant="quiet" onPress={intakeDone}>
          Cancel
        </Button>
      }
    >
      {plan.error === null ? (
        <>
          <p className="fl-muted">Looking at what was given. Nothing is read in yet.</p>
          <Progress label="Looking at the files" />
        </>
      ) : (
        <Notice tone="critical">{failureOf(plan.error).message}</Notice>
      )}
    </Dialog>
  );
}

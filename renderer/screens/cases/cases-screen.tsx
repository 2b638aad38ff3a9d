import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { keysOf } from '#renderer/commands/catalog.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { useSession, useSessionControl } from '#renderer/state/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { AddIcon, FolderIcon, ProblemIcon } from '#renderer/ui/icons.ts';
import { keyCaps } from '#renderer/ui/key-caps.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { CaseList } from './case-list.tsx';
import { FirstRun } from './first-run.tsx';
import { caseTrouble } from './case-trouble.ts';
import './cases.css';

export function CasesScreen() {
  const { data: cases, error, refetch } = useRead('cases.list', {});
  const busy = useSession((session) => session.status === 'busy');
  return (
    <div className="fl-page">
      <div className="fl-page-column">
        <header className="fl-cases-head">
          <h1>Cases</h1>
          <Button icon={FolderIcon} isDisabled={busy} onPress={() => runCommand('case.open')}>
            Open a folder…
          </Button>
          <Button
            variant="primary"
            icon={AddIcon}
            isDisabled={busy}
            keys={keyCaps(keysOf('case.new') ?? '').join(' ')}
            onPress={() => runCommand('case.new')}
          >
            New case
          </Button>
        </header>
        <OpenFailure />
        {error !== null && cases === undefined ? (
          <EmptyState
            icon={ProblemIcon}
            title="The list of cases could not be read"
            actions={<Button onPress={() => void refetch()}>Try again</Button>}
          >
            {failureOf(error).message}
          </EmptyState>
        ) : null}
        {cases === undefined ? null : cases.length === 0 ? (
          <FirstRun />
        ) : (
          <CaseList cases={cases} />
        )}
      </div>
    </div>
  );
}

/** Why the case asked for last did not open, in words that help. */
function OpenFailure() {
  const failure = useSession((session) => session.failure);
  const control = useSessionControl();
  if (failure === undefined) return null;
  const { title, advice } = caseTrouble(failure);
  return (
    <Notice
      tone="warning"
      actions={
        <Button size="small" variant="quiet" onPress={control.dismissFailure}>
          Dismiss
        </Button>
      }
    >
      <strong>{title}</strong> {failure.message} {advice}
    </Notice>
  );
}

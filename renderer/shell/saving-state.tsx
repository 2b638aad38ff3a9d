import { useWorkFailure, useWorkIfOpen, useWorkView } from '#renderer/state/work-context.tsx';
import { ProblemIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { WorkCommands } from './work-commands.tsx';

/** Whether all work is stored, in this window and in the case folder. */
export function SavingState() {
  const work = useWorkIfOpen();
  const failure = useWorkFailure();
  if (failure !== undefined) return <NotSaved text="Work not read" why={failure.message} />;
  if (work === undefined) return null;
  return (
    <>
      <WorkCommands />
      <Saved />
    </>
  );
}

function Saved() {
  const saving = useWorkView((view) => view.saving);
  const drafts = useWorkView((view) => view.drafts);
  if (saving.state === 'not-saved') {
    const what = saving.ops === 0 ? 'Not saved' : `${countOf(saving.ops, 'change')} not saved`;
    return <NotSaved text={what} why={saving.why} />;
  }
  if (drafts.state === 'failed') return <NotSaved text="Typing not kept" why={drafts.why} />;
  const busy = saving.state === 'saving' || drafts.state === 'typing';
  return (
    <span title="In this window's own storage and in the case folder, both on disk">
      {busy ? 'Saving…' : 'Saved'}
    </span>
  );
}

function NotSaved({ text, why }: { readonly text: string; readonly why: string }) {
  return (
    <span className="fl-status-altered" title={why}>
      <ProblemIcon size={12} aria-hidden />
      {text}
    </span>
  );
}

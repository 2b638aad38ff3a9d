import type { IngestOutcome } from '#shared/ipc/evidence.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { announce } from '#renderer/state/announce.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { useSessionControl } from '#renderer/state/session-context.tsx';
import { changeSettings } from '#renderer/state/settings.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import type { Answers } from './intake-answers.ts';
import { ingestRequest } from './intake-answers.ts';

/** Starts the ingestion; how it goes is shown on the evidence rows, how it ended is said once. */
export function useIngest(): (paths: readonly string[], answers: Answers) => Promise<void> {
  const engine = useEngine();
  const control = useSessionControl();
  return async (paths, answers) => {
    changeSettings({ lastSource: answers.source, lastReason: answers.reason });
    if (control.store.getState().case === undefined) {
      const made = await control.create({ title: answers.caseTitle.trim() });
      if (made === undefined) return;
    }
    goTo('evidence');
    try {
      const outcome = await engine.call('evidence.ingest', ingestRequest(paths, answers));
      const text = outcomeText(outcome);
      announce(text);
      notify({ text });
    } catch (error) {
      notifyFailure('The evidence could not be added.', error);
    }
  };
}

/** One sentence on what was kept. */
export function outcomeText({ files, cancelled }: IngestOutcome): string {
  const events = files.reduce((sum, file) => sum + file.events, 0);
  const count = (status: string): number => files.filter((file) => file.status === status).length;
  const notes = [
    ...(count('duplicate') > 0 ? [`${countOf(count('duplicate'), 'file')} already here`] : []),
    ...(count('refused') > 0 ? [`${countOf(count('refused'), 'file')} refused`] : []),
    ...(count('failed') > 0 ? [`${countOf(count('failed'), 'file')} failed to parse`] : []),
  ];
  const head = cancelled
    ? `Cancelled. What was whole is kept: ${countOf(files.length, 'file')}, ${countOf(events, 'event')}`
    : `Added ${countOf(files.length, 'file')} with ${countOf(events, 'event')}`;
  return notes.length === 0 ? `${head}.` : `${head}; ${notes.join(', ')}.`;
}

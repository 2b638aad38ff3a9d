import { useEffect, useRef, useState } from 'react';
import { FailureError } from '#shared/model/result.ts';
import type { NegativeFinding } from '#shared/records/kinds/negative-finding.ts';
import type { OpBody } from '#shared/work/op.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { saved, tell } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { lookAgain } from './look-again.ts';

export interface LookingAgain {
  /** How far it is; undefined while nothing runs. */
  readonly progress: { readonly done: number; readonly all: number } | undefined;
  readonly start: (findings: readonly NegativeFinding[]) => void;
  readonly cancel: () => void;
}

/** Runs recorded searches again, one after another, as one act; cancelled, it keeps what was run. */
export function useLookAgain(work: Work): LookingAgain {
  const engine = useEngine();
  const [progress, setProgress] = useState<LookingAgain['progress']>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (findings: readonly NegativeFinding[]): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    const edits: OpBody[] = [];
    try {
      for (const [done, finding] of findings.entries()) {
        setProgress({ done, all: findings.length });
        edits.push(await lookAgain(engine, finding, controller.signal));
      }
    } catch (error) {
      const cancelled = error instanceof FailureError && error.failure.code === 'cancelled';
      if (!cancelled && !controller.signal.aborted)
        notifyFailure('Not all was looked for again.', error);
    } finally {
      running.current = undefined;
      setProgress(undefined);
    }
    if (edits.length === 0) return;
    const ops = await saved(work.actAll(edits));
    if (ops.length === 0) return;
    notify({ text: outcomeText(edits), undo: () => void tell(work, work.takeBack(ops)) });
  };

  return {
    progress,
    start: (findings) => {
      if (running.current === undefined && findings.length > 0) void run(findings);
    },
    cancel: () => running.current?.abort(),
  };
}

function outcomeText(edits: readonly OpBody[]): string {
  const found = edits.filter(
    (edit) =>
      edit.kind === 'record.edit' &&
      edit.type === 'negative-finding' &&
      (edit.change.matched ?? 0) > 0,
  ).length;
  const ran = `Looked again for ${countOf(edits.length, 'thing')}`;
  return found === 0 ? `${ran}: nothing found.` : `${ran}: ${countText(found)} found something.`;
}

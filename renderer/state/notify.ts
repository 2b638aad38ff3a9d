import { toast } from 'sonner';
import { copyText } from '#renderer/bridge/clipboard.ts';
import { failureOf, isQuiet } from '#renderer/bridge/failure.ts';

interface Notice {
  readonly text: string;
  readonly detail?: string;
  /** Shown as a button of the toast, with its key. */
  readonly undo?: () => void;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Says in passing what was done, with Undo where it can be taken back. */
export function notify({ text, detail, undo, action }: Notice): void {
  const act = undo === undefined ? action : { label: 'Undo', run: undo };
  toast(text, {
    ...(detail === undefined ? {} : { description: detail }),
    ...(act === undefined ? {} : { action: { label: act.label, onClick: act.run } }),
  });
}

/** Says what failed and why, with its code for copying. Cancelled work and a restarting engine say nothing here. */
export function notifyFailure(what: string, error: unknown): void {
  if (isQuiet(error)) return;
  const failure = failureOf(error);
  toast.error(what, {
    description: failure.message,
    duration: 20_000,
    action: {
      label: 'Copy',
      onClick: () => void copyText(`${what}\n${failure.code}: ${failure.message}`),
    },
  });
}

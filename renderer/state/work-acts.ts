import type { Op } from '#shared/work/op.ts';
import { FailureError } from '#shared/model/result.ts';
import { notify, notifyFailure } from './notify.ts';
import type { Done, Work } from './work.ts';

/** Says what an act did once it is saved, with Undo; or why it was not. */
export async function tellDone(work: Work, done: Done): Promise<void> {
  const ops = await saved(done);
  if (ops.length === 0) return;
  notify({
    text: work.describe(ops),
    undo: () => void tell(work, work.takeBack(ops)),
  });
}

/** The same for undo and redo, which need no Undo of their own. */
export async function tell(work: Work, done: Done): Promise<void> {
  const ops = await saved(done);
  if (ops.length > 0) notify({ text: work.describe(ops) });
}

/** For acts that are seen where they are done: only a failure is said. */
export async function saved(done: Done): Promise<readonly Op[]> {
  const result = await done;
  if (result.ok) return result.value;
  notifyFailure('This is not saved.', new FailureError(result.failure));
  return [];
}

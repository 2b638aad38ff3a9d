import type { Work } from './work.ts';
import { flushAll } from './flush.ts';
import { FailureError } from '#shared/model/result.ts';

/**
 * Resolves once everything on screen is in the case folder, from where the engine reads what it prints. Throws the
 * reason as a FailureError when it cannot be.
 */
export async function settledWork({ store }: Pick<Work, 'store'>): Promise<void> {
  await flushAll();
  await new Promise<void>((resolve, reject) => {
    const look = ({ saving } = store.getState()): boolean => {
      if (saving.state === 'saved') resolve();
      else if (saving.state === 'not-saved') {
        reject(
          new FailureError({
            code: 'io',
            message: `What was written is not in the case folder yet: ${saving.why}`,
          }),
        );
      } else return false;
      return true;
    };
    if (look()) return;
    const off = store.subscribe((view) => {
      if (look(view)) off();
    });
  });
}

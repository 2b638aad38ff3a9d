import { instantFromMs } from '#shared/model/time.ts';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { useWork } from '#renderer/state/work-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ActionStateMark } from './action-state-mark.tsx';
import { editAction } from './edit-action.ts';

const NAMES: { readonly [S in ResponseAction['state']]: string } = {
  planned: 'Planned again',
  done: 'Done',
  verified: 'Verified',
  failed: 'Failed',
  reverted: 'Reverted',
};

/** From planned to done to verified or failed; what was done may be reverted. */
const NEXT: { readonly [S in ResponseAction['state']]: readonly ResponseAction['state'][] } = {
  planned: ['done', 'failed'],
  done: ['verified', 'failed', 'reverted'],
  verified: ['reverted', 'failed'],
  failed: ['planned', 'done'],
  reverted: ['planned', 'done'],
};

/** Where an action stands, and what may come next. */
export function ActionSteps({ action }: { readonly action: ResponseAction }) {
  const work = useWork();
  const writable = work.info.readOnly === undefined;
  const to = (state: ResponseAction['state']): void =>
    editAction(work, action, {
      state,
      ...(state === 'done' && action.at === undefined && { at: instantFromMs(Date.now()) }),
    });
  return (
    <div className="fl-task-acts">
      <ActionStateMark state={action.state} />
      {writable
        ? NEXT[action.state].map((state, n) => (
            <Button
              key={state}
              size="small"
              variant={n === 0 ? 'primary' : 'plain'}
              onPress={() => to(state)}
            >
              {NAMES[state]}
            </Button>
          ))
        : null}
    </div>
  );
}

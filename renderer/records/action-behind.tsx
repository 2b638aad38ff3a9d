import type { Instant } from '#shared/model/time.ts';

import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { catchUp, differencesOf } from '#shared/response/actions/action-item.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

const NAMES = {
  title: 'what',
  time: 'when',
  reason: 'result',
  confidence: 'confidence',
  technique: 'technique',
  host: 'where',
  actor: 'by whom',
} as const;

/** What the board says otherwise than the action that an item was made from, and the way to make it say the same. */
export function ActionBehind({
  work,
  action,
}: {
  readonly work: Work;
  readonly action: ResponseAction;
}) {
  const times = useSettings((settings) => settings.times);
  const state = useWorkView((view) => view.state);
  const found = differencesOf(action, state);
  if (found === undefined) return null;
  const said = (value: string | Instant | undefined): string =>
    value === undefined
      ? 'nothing'
      : typeof value === 'string'
        ? `“${visibleLine(value)}”`
        : instantText(value, 's', times);
  const update = (): void => {
    const body = catchUp(action, work.store.getState().state);
    if (body !== undefined) void tellDone(work, work.act(body));
  };
  return (
    <Notice
      tone="info"
      actions={
        work.info.readOnly === undefined ? (
          <Button size="small" onPress={update}>
            Take from the action
          </Button>
        ) : undefined
      }
    >
      The board says otherwise than the action.
      <ul className="fl-action-behind">
        {found.fields.map((field) => (
          <li key={field}>
            {NAMES[field]}: {said(found.item[field])} on the board, {said(found.told[field])} in the
            action
          </li>
        ))}
      </ul>
    </Notice>
  );
}

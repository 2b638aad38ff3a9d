import { Button as Pressable } from 'react-aria-components';
import { useWork, useWorkView } from '#renderer/state/work-context.tsx';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { FailureError } from '#shared/model/result.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { CloseIcon, SavedViewIcon } from '#renderer/ui/icons.ts';
import { onRowKeys } from '#renderer/ui/row-keys.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { COLUMNS } from '../columns/column-ids.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { visit } from '../view.ts';

/** Views that somebody named, with their columns. */
export function SavedViews({ store }: { readonly store: ExplorePlaceStore }) {
  const work = useWork();
  const views = useWorkView(({ state }) => state.views);
  if (views.size === 0) return null;

  const open = (query: string, columns: readonly string[]): void => {
    const places = columns.flatMap((id) => {
      const known = COLUMNS.find((column) => column.id === id);
      return known === undefined ? [] : [{ id, width: known.width }];
    });
    store.setState(({ history, columns: now }) => ({
      history: visit(history, { query, aside: [], brush: undefined, crumbs: [] }),
      columns: places.length === 0 ? now : places,
    }));
  };
  const remove = async (name: string): Promise<void> => {
    const done = await work.act({ kind: 'view.remove', name });
    if (done.ok) notify({ text: `Removed the view ${name}`, undo: () => void work.undo() });
    else notifyFailure('The view was not removed.', new FailureError(done.failure));
  };

  return (
    <section className="fl-facet" aria-label="Saved views">
      <h2 className="fl-side-title">Saved views</h2>
      {/* Its buttons have the focus and hand on the arrows. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul className="fl-facet-values" onKeyDown={onRowKeys}>
        {[...views.values()].map(({ name, query, columns }) => (
          <li key={name} className="fl-facet-value">
            <Pressable className="fl-facet-pick" onPress={() => open(query, columns)}>
              <SavedViewIcon size={12} aria-hidden />
              <span className="fl-facet-text">{visibleLine(name)}</span>
            </Pressable>
            <IconButton
              size="small"
              className="fl-facet-not"
              icon={CloseIcon}
              label={`Remove the view ${name}`}
              onPress={() => void remove(name)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

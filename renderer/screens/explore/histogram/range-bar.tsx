import { useStore } from 'zustand';
import { useSettings } from '#renderer/state/settings.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { CloseIcon, NextIcon, ZoomInIcon } from '#renderer/ui/icons.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { visit, zoomIn, zoomTo } from '../view.ts';
import type { ExploreView } from '../view.ts';
import { rangeText } from './range-text.ts';

/** Ranges zoomed into, as crumbs to go back by; after them the picked range. */
export function RangeBar({ store }: { readonly store: ExplorePlaceStore }) {
  const times = useSettings((settings) => settings.times);
  const { view } = useStore(store, (place) => place.history);
  const change = (next: Partial<ExploreView>): void =>
    store.setState(({ history }) => ({ history: visit(history, next), anchor: undefined }));
  if (view.crumbs.length === 0 && view.brush === undefined) return null;
  const steps = ['All time', ...view.crumbs.map((crumb) => rangeText(crumb, times))];
  return (
    <nav className="fl-crumbs" aria-label="Time range">
      <ol>
        {steps.map((label, depth) => (
          <li key={label}>
            {depth === 0 ? null : <NextIcon size={12} aria-hidden />}
            <Button
              size="small"
              variant="quiet"
              isDisabled={depth === steps.length - 1 && view.brush === undefined}
              onPress={() => change(zoomTo(view, depth))}
            >
              {label}
            </Button>
          </li>
        ))}
      </ol>
      {view.brush === undefined ? null : (
        <span className="fl-crumb-brush">
          <NextIcon size={12} aria-hidden />
          <strong>{rangeText(view.brush, times)}</strong>
          <Button size="small" icon={ZoomInIcon} onPress={() => change(zoomIn(view))}>
            Zoom in
          </Button>
          <IconButton
            size="small"
            icon={CloseIcon}
            label="Clear the range"
            onPress={() => change({ brush: undefined })}
          />
        </span>
      )}
    </nav>
  );
}

import { useStore } from 'zustand';
import { useCommand } from '#renderer/commands/registry.ts';
import { Segments } from '#renderer/ui/choice.tsx';
import type { ExplorePlaceStore } from './explore-place.ts';
import type { Mode } from './mode.ts';
import { MODES } from './mode.ts';

/** List, stack, gaps or comparison of the same filter. */
export function ModeSwitch({ store }: { readonly store: ExplorePlaceStore }) {
  const mode = useStore(store, (place) => place.mode);
  const go = (next: Mode): void => store.setState({ mode: next });
  useCommand('explore.list', () => go('list'));
  useCommand('explore.stack', () => go('stack'));
  useCommand('explore.gaps', () => go('gaps'));
  useCommand('explore.compare', () => go('compare'));
  return <Segments label="Look at" hideLabel value={mode} choices={MODES} onChange={go} />;
}

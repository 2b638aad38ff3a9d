import { useEffect } from 'react';
import { host } from '#renderer/bridge/host.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useMedia } from '#renderer/ui/use-media.ts';

export type ShownTheme = 'light' | 'dark' | 'contrast';

/** The theme in use: the analyst's choice, or what the system asks for. */
export function useShownTheme(): ShownTheme {
  const chosen = useSettings(({ theme }) => theme);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  if (chosen !== 'system') return chosen;
  return contrast ? 'contrast' : dark ? 'dark' : 'light';
}

/** Puts theme and density on the document, and tells native surfaces. */
export function useTheme(): void {
  const shown = useShownTheme();
  const chosen = useSettings(({ theme }) => theme);
  const density = useSettings((settings) => settings.density);
  useEffect(() => {
    document.documentElement.dataset['theme'] = shown;
    document.documentElement.dataset['density'] = density;
  }, [shown, density]);
  useEffect(() => {
    void host().call('window.setTheme', { theme: chosen === 'contrast' ? 'dark' : chosen });
  }, [chosen]);
}

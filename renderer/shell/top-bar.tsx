import { Button } from 'react-aria-components';
import { keysOf } from '#renderer/commands/catalog.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { changeSettings, useSettings } from '#renderer/state/settings.ts';
import { Button as PlainButton, IconButton } from '#renderer/ui/button.tsx';
import {
  ClockIcon,
  DarkThemeIcon,
  LightThemeIcon,
  OpenIcon,
  SearchIcon,
  SystemThemeIcon,
} from '#renderer/ui/icons.ts';
import { Keys } from '#renderer/ui/keys.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { zoneText } from '#renderer/ui/time-text.ts';
import { CaseMenu } from './case-menu.tsx';
import { JobsButton } from './jobs-button.tsx';
import { useShownTheme } from './theme.tsx';
import './top-bar.css';

export function TopBar() {
  return (
    <header className="fl-top" aria-label="Case and search" data-region>
      <CaseMenu />
      <Button className="fl-omnibox" data-region-start onPress={() => runCommand('app.palette')}>
        <SearchIcon size={14} strokeWidth={1.75} aria-hidden />
        <span>Search events or run a command</span>
        <Keys keys={keysOf('app.palette') ?? ''} />
      </Button>
      <div className="fl-top-end">
        <JobsButton />
        <TimesMenu />
        <ThemeMenu />
      </div>
    </header>
  );
}

function TimesMenu() {
  const times = useSettings((settings) => settings.times);
  return (
    <Menu
      label="Times are shown in"
      placement="bottom end"
      trigger={
        <PlainButton
          variant="quiet"
          icon={ClockIcon}
          aria-label={`Times in ${times === 'utc' ? 'UTC' : 'local time'}`}
        >
          {times === 'utc' ? 'UTC' : 'Local'}
          <OpenIcon size={12} aria-hidden />
        </PlainButton>
      }
      groups={[
        {
          id: 'times',
          title: 'Show times in',
          entries: (['utc', 'local'] as const).map((id) => ({
            id,
            label: id === 'utc' ? 'UTC' : 'Local time',
            detail: id === 'utc' ? 'as stored' : zoneText('local', undefined),
            checked: times === id,
            run: () => changeSettings({ times: id }),
          })),
        },
      ]}
    />
  );
}

const THEMES = [
  { id: 'system', label: 'As the system', icon: SystemThemeIcon },
  { id: 'light', label: 'Light', icon: LightThemeIcon },
  { id: 'dark', label: 'Dark', icon: DarkThemeIcon },
  { id: 'contrast', label: 'High contrast', icon: SystemThemeIcon },
] as const;

function ThemeMenu() {
  const theme = useSettings((settings) => settings.theme);
  const shown = useShownTheme();
  return (
    <Menu
      label="Theme"
      placement="bottom end"
      trigger={
        <IconButton icon={shown === 'light' ? LightThemeIcon : DarkThemeIcon} label="Theme" />
      }
      groups={[
        {
          id: 'theme',
          title: 'Theme',
          entries: THEMES.map((entry) => ({
            ...entry,
            checked: theme === entry.id,
            run: () => changeSettings({ theme: entry.id }),
          })),
        },
      ]}
    />
  );
}

import { useSettings, changeSettings } from '#renderer/state/settings.ts';
import { Segments, Switch } from '#renderer/ui/choice.tsx';
import { zoneText } from '#renderer/ui/time-text.ts';
import { About } from './about.tsx';
import { AnalystName } from './analyst-name.tsx';
import { SettingLine } from './setting-line.tsx';
import './settings.css';

export function SettingsScreen() {
  const settings = useSettings((all) => all);
  return (
    <div className="fl-page">
      <div className="fl-page-column fl-settings">
        <h1>Settings</h1>
        <section aria-labelledby="fl-settings-look">
          <h2 id="fl-settings-look">Appearance</h2>
          <SettingLine name="Theme" about="High contrast is followed from the system too.">
            <Segments
              label="Theme"
              hideLabel
              value={settings.theme}
              choices={[
                { id: 'system', label: 'System' },
                { id: 'light', label: 'Light' },
                { id: 'dark', label: 'Dark' },
                { id: 'contrast', label: 'High contrast' },
              ]}
              onChange={(theme) => changeSettings({ theme })}
            />
          </SettingLine>
          <SettingLine name="Rows" about="24 or 32 pixels a row, and controls to match.">
            <Segments
              label="Rows"
              hideLabel
              value={settings.density}
              choices={[
                { id: 'compact', label: 'Compact' },
                { id: 'comfortable', label: 'Comfortable' },
              ]}
              onChange={(density) => changeSettings({ density })}
            />
          </SettingLine>
        </section>
        <section aria-labelledby="fl-settings-time">
          <h2 id="fl-settings-time">Time</h2>
          <SettingLine
            name="Show times in"
            about={`Stored times never change. Local is ${zoneText('local', undefined)} on this machine.`}
          >
            <Segments
              label="Show times in"
              hideLabel
              value={settings.times}
              choices={[
                { id: 'utc', label: 'UTC' },
                { id: 'local', label: 'Local time' },
              ]}
              onChange={(times) => changeSettings({ times })}
            />
          </SettingLine>
        </section>
        <section aria-labelledby="fl-settings-keys">
          <h2 id="fl-settings-keys">Keyboard</h2>
          <SettingLine
            name="Single keys"
            about="Letters such as t for Tag act while their list has the focus. Off, only keys with Ctrl, Alt or Shift and the arrows do."
          >
            <Switch
              label="Single keys"
              checked={settings.singleKeys}
              onChange={(singleKeys) => changeSettings({ singleKeys })}
            />
          </SettingLine>
        </section>
        <section aria-labelledby="fl-settings-analyst">
          <h2 id="fl-settings-analyst">Analyst</h2>
          <AnalystName />
        </section>
        <section aria-labelledby="fl-settings-network">
          <h2 id="fl-settings-network">Network</h2>
          <p className="fl-muted">
            There is nothing to set: Fireline cannot make a network request. Pages, fonts and help
            are part of the program; requests are refused in the page, in the window and in the
            engine.
          </p>
        </section>
        <section aria-labelledby="fl-settings-about">
          <h2 id="fl-settings-about">About</h2>
          <About />
        </section>
      </div>
    </div>
  );
}

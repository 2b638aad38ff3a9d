import { host } from '#renderer/bridge/host.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { SCREENS } from '#renderer/screens.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { offerEvidence } from '#renderer/state/intake.ts';
import { goTo, showIncident } from '#renderer/state/navigation.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { useSession, useSessionControl } from '#renderer/state/session-context.tsx';
import { changeSettings, useSettings } from '#renderer/state/settings.ts';
import { moveToRegion } from './regions.ts';
import { useShownTheme } from './theme.tsx';

/** Commands of the window itself. */
export function useAppCommands(): void {
  const density = useSettings((settings) => settings.density);
  const times = useSettings((settings) => settings.times);
  const theme = useShownTheme();
  useCommand('app.settings', () => goTo('settings'));
  useCommand('app.about', () => goTo('settings'));
  useCommand('app.theme', () => changeSettings({ theme: theme === 'light' ? 'dark' : 'light' }));
  useCommand('app.density', () =>
    changeSettings({ density: density === 'compact' ? 'comfortable' : 'compact' }),
  );
  useCommand('app.times', () => changeSettings({ times: times === 'utc' ? 'local' : 'utc' }));
  useCommand('app.next-region', () => moveToRegion(1));
  useCommand('app.previous-region', () => moveToRegion(-1));
}

/** `g` and a letter, for each screen there is. */
export function useScreenCommands(): void {
  const open = useSession((session) => session.case !== undefined);
  const has = (id: (typeof SCREENS)[number]['id']): boolean =>
    SCREENS.some((entry) => entry.id === id && (open || !entry.inCase));
  useCommand('go.cases', () => goTo('cases'));
  useCommand('go.settings', () => goTo('settings'));
  useCommand('go.evidence', () => goTo('evidence'), has('evidence'));
  useCommand('go.explore', () => goTo('explore'), has('explore'));
  useCommand('go.board', () => goTo('board'), has('board'));
  useCommand('go.findings', () => goTo('findings'), has('findings'));
  useCommand('go.entities', () => goTo('entities'), has('entities'));
  useCommand('go.incident', () => goTo('incident'), has('incident'));
  useCommand('go.response', () => goTo('response'), has('response'));
  useCommand('go.learning', () => goTo('learning'), has('learning'));
  useCommand('go.report', () => goTo('report'), has('report'));
  useCommand('go.activity', () => goTo('activity'), has('activity'));
}

/** What is written down in a hurry, from whatever screen. */
export function useIncidentCommands(): void {
  const writable = useSession(
    ({ case: open }) => open !== undefined && open.readOnly === undefined,
  );
  useCommand('incident.judge', () => showIncident('record', 'judge'), writable);
  useCommand('incident.decision', () => showIncident('log', 'decision'), writable);
  useCommand('incident.communication', () => showIncident('log', 'communication'), writable);
  const open = useSession((session) => session.case !== undefined);
  useCommand('incident.hand-over', () => showIncident('hand-over'), open);
}

/** Commands about the case as a whole. */
export function useCaseCommands(): void {
  const engine = useEngine();
  const control = useSessionControl();
  const info = useSession((session) => session.case);
  useCommand('case.open', () => {
    void host()
      .call('dialog.openCase', {})
      .then((folder) => (folder === null ? undefined : control.open(folder)));
  });
  useCommand('case.sample', () => void control.openSample());
  useCommand(
    'case.close',
    () => void control.close().then(() => goTo('cases')),
    info !== undefined,
  );
  useCommand(
    'case.verify',
    () => {
      engine
        .call('case.verify', { evidence: true })
        .then((result) =>
          notify({
            text: result.intact
              ? `Everything is as it was sealed: ${result.checks.length} checks passed.`
              : 'Something is not as it was sealed.',
          }),
        )
        .catch((error: unknown) => notifyFailure('The case could not be verified.', error));
    },
    info !== undefined,
  );
  const mayAdd = info?.readOnly === undefined;
  useCommand(
    'evidence.add-files',
    () => void host().call('dialog.openFiles', {}).then(offerEvidence),
    mayAdd,
  );
  useCommand(
    'evidence.add-folder',
    () => void host().call('dialog.openFolders', {}).then(offerEvidence),
    mayAdd,
  );
}

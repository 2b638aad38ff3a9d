import { Suspense } from 'react';
import { useGlobalKeys } from '#renderer/commands/use-keys.ts';
import { IntakeDialog } from '#renderer/intake/intake-dialog.tsx';
import { LookedForHost } from '#renderer/looked-for/looked-for-host.tsx';
import { SCREENS } from '#renderer/screens.ts';
import { PlacesProvider } from '#renderer/state/places-context.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { useSession } from '#renderer/state/session-context.tsx';
import { useAttack } from '#renderer/state/use-attack.ts';
import { KnownTechniques } from '#renderer/ui/known-techniques.ts';
import { Toaster } from '#renderer/ui/toaster.tsx';
import { ActivityBar } from './activity-bar.tsx';
import { AlarmBanner } from './alarm.tsx';
import {
  useAppCommands,
  useCaseCommands,
  useIncidentCommands,
  useScreenCommands,
} from './app-commands.ts';
import { EngineBanner, ReadOnlyBanner } from './banners.tsx';
import { DropTarget } from './drop-target.tsx';
import { AccessibleView } from './accessible-view.tsx';
import { useFocusKept } from './keep-focus.ts';
import { KeysHelp } from './keys-help.tsx';
import { NewCaseDialog } from './new-case-dialog.tsx';
import { Palette } from './palette/palette.tsx';
import { RenameCaseDialog } from './rename-case-dialog.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { StatusBar } from './status-bar.tsx';
import { useTheme } from './theme.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

/** The window: what is always there around the screen in front. */
export function Shell() {
  useTheme();
  // Hears a key before what the key does, which may be to go to a screen.
  useFocusKept();
  useGlobalKeys();
  useAppCommands();
  useScreenCommands();
  useCaseCommands();
  useIncidentCommands();
  const caseId = useSession((session) => session.case?.id);
  const attack = useAttack();
  return (
    <KnownTechniques value={attack.techniques}>
      <div className="fl-shell">
        <TopBar />
        <ActivityBar />
        <main className="fl-main" aria-label="Main" data-region>
          <EngineBanner />
          <AlarmBanner key={`alarm ${caseId ?? ''}`} />
          <ReadOnlyBanner />
          {caseId === undefined ? (
            <CurrentScreen />
          ) : (
            <PlacesProvider key={caseId} caseId={caseId}>
              <CurrentScreen />
            </PlacesProvider>
          )}
        </main>
        <StatusBar key={`status ${caseId ?? ''}`} />
        <Palette />
        <KeysHelp />
        <AccessibleView />
        <NewCaseDialog />
        <RenameCaseDialog />
        <IntakeDialog />
        <LookedForHost />
        <DropTarget />
        <Toaster />
      </div>
    </KnownTechniques>
  );
}

function CurrentScreen() {
  const wanted = useNavigation(({ screen }) => screen);
  const info = useSession((session) => session.case);
  const entry =
    SCREENS.find(({ id, inCase }) => id === wanted && (info !== undefined || !inCase)) ??
    SCREENS[0];
  if (entry === undefined) return null;
  const Screen = entry.screen;
  return (
    <ScreenBoundary key={`${entry.id} ${info?.id ?? ''}`} title={entry.title}>
      <Suspense fallback={null}>
        <Screen />
      </Suspense>
    </ScreenBoundary>
  );
}

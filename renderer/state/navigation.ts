import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { EventId } from '#shared/model/ids.ts';

export type ScreenId =
  | 'cases'
  | 'evidence'
  | 'explore'
  | 'findings'
  | 'board'
  | 'incident'
  | 'report'
  | 'activity'
  | 'settings';

export const INCIDENT_TABS = ['record', 'people', 'clocks', 'log', 'hand-over'] as const;
export type IncidentTab = (typeof INCIDENT_TABS)[number];

/** What another screen asked a screen to show; taken once by the screen it is for. */
export type Errand =
  | { readonly kind: 'event'; readonly id: EventId }
  | { readonly kind: 'query'; readonly query: string; readonly from?: bigint; readonly to?: bigint }
  | { readonly kind: 'evidence'; readonly index: number }
  | {
      readonly kind: 'incident';
      readonly tab: IncidentTab;
      /** The dialog to open there. */
      readonly ask?: 'judge' | 'decision' | 'communication' | undefined;
    };

interface Navigation {
  readonly screen: ScreenId;
  readonly errand?: Errand | undefined;
}

export const navigation = createStore<Navigation>(() => ({ screen: 'cases' }));

export const useNavigation = <T>(select: (navigation: Navigation) => T): T =>
  useStore(navigation, select);

export const goTo = (screen: ScreenId): void => navigation.setState({ screen, errand: undefined });

/** Opens Explore at an event, with its drawer, whatever the filter there was (which Alt ← brings back). */
export const showEvent = (id: EventId): void =>
  navigation.setState({ screen: 'explore', errand: { kind: 'event', id } });

/** Opens Explore with a query. */
export const showQuery = (query: string, range: { from?: bigint; to?: bigint } = {}): void =>
  navigation.setState({ screen: 'explore', errand: { kind: 'query', query, ...range } });

/** Opens Evidence at one file. */
export const showEvidence = (index: number): void =>
  navigation.setState({ screen: 'evidence', errand: { kind: 'evidence', index } });

/** Opens a view of Incident, and a dialog there. */
export const showIncident = (
  tab: IncidentTab,
  ask?: Extract<Errand, { kind: 'incident' }>['ask'],
): void => navigation.setState({ screen: 'incident', errand: { kind: 'incident', tab, ask } });

/** The screen that was asked has done it. */
export const errandDone = (): void => navigation.setState({ errand: undefined });

import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type {
  BoardItemId,
  EventId,
  FindingId,
  RecordId,
  ReportId,
  SectionId,
} from '#shared/model/ids.ts';
import type { RecordType } from '#shared/records/record-kinds.ts';
import { RECORD_SCREENS } from './record-screens.ts';
import type { IncidentTab, LearningTab } from './screen-tabs.ts';

export type ScreenId =
  | 'cases'
  | 'evidence'
  | 'explore'
  | 'findings'
  | 'board'
  | 'entities'
  | 'incident'
  | 'response'
  | 'learning'
  | 'report'
  | 'activity'
  | 'settings';

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
    }
  | { readonly kind: 'findings-of'; readonly technique: string }
  | { readonly kind: 'finding'; readonly id: FindingId }
  | { readonly kind: 'board-item'; readonly id: BoardItemId }
  | { readonly kind: 'learning'; readonly tab: LearningTab }
  | { readonly kind: 'section'; readonly report: ReportId; readonly section: SectionId }
  | { readonly kind: 'record'; readonly type: RecordType; readonly id: RecordId };

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

/** Opens Findings with those of one technique. */
export const showFindingsOf = (technique: string): void =>
  navigation.setState({ screen: 'findings', errand: { kind: 'findings-of', technique } });

/** Opens Findings at one of them. */
export const showFinding = (id: FindingId): void =>
  navigation.setState({ screen: 'findings', errand: { kind: 'finding', id } });

/** Opens the Board at one item. */
export const showBoardItem = (id: BoardItemId): void =>
  navigation.setState({ screen: 'board', errand: { kind: 'board-item', id } });

/** Opens a report at one of its sections. */
export const showReportSection = (report: ReportId, section: SectionId): void =>
  navigation.setState({ screen: 'report', errand: { kind: 'section', report, section } });

/** Opens a view of Learning. */
export const showLearning = (tab: LearningTab): void =>
  navigation.setState({ screen: 'learning', errand: { kind: 'learning', tab } });

/** Opens the list that a record stands in, with the record's details. Nothing for those that only a report shows. */
export function showRecord(type: RecordType, id: RecordId): void {
  const place = RECORD_SCREENS[type];
  if (place === undefined) return;
  navigation.setState({ screen: place.screen, errand: { kind: 'record', type, id } });
}

/** The screen that was asked has done it. */
export const errandDone = (): void => navigation.setState({ errand: undefined });

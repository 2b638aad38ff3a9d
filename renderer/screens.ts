import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { CommandId } from './commands/catalog.ts';
import type { ScreenId } from './state/navigation.ts';
import {
  ActivityIcon,
  BoardIcon,
  CasesIcon,
  EntitiesIcon,
  EvidenceIcon,
  ExploreIcon,
  FindingIcon,
  IncidentIcon,
  LearningIcon,
  ReportIcon,
  ResponseIcon,
  SettingsIcon,
} from './ui/icons.ts';
import type { Icon } from './ui/icons.ts';

export interface ScreenEntry {
  readonly id: ScreenId;
  readonly title: string;
  readonly icon: Icon;
  readonly command: CommandId;
  /** Shown only while a case is open. */
  readonly inCase: boolean;
  readonly screen: LazyExoticComponent<ComponentType>;
}

/** Every screen, in the order of the activity bar. Each is loaded when it is first shown. */
export const SCREENS: readonly ScreenEntry[] = [
  {
    id: 'cases',
    title: 'Cases',
    icon: CasesIcon,
    command: 'go.cases',
    inCase: false,
    screen: lazy(async () => ({
      default: (await import('./screens/cases/cases-screen.tsx')).CasesScreen,
    })),
  },
  {
    id: 'evidence',
    title: 'Evidence',
    icon: EvidenceIcon,
    command: 'go.evidence',
    inCase: true,
    screen: lazy(async () => ({
      default: (await import('./screens/evidence/evidence-screen.tsx')).EvidenceScreen,
    })),
  },
  {
    id: 'explore',
    title: 'Explore',
    icon: ExploreIcon,
    command: 'go.explore',
    inCase: true,
    screen: lazy(async () => ({
      default: (await import('./screens/explore/explore-screen.tsx')).ExploreScreen,
    })),
  },
  {
    id: 'board',
    title: 'Board',
    icon: BoardIcon,
    command: 'go.board',
    inCase: true,
    screen: lazy(async () => ({
      default: (await import('./screens/board/board-screen.tsx')).BoardScreen,
    })),
  },
  {
    id: 'findings',
    title: 'Findings',
    icon: FindingIcon,
    command: 'go.findings',
    inCase: true,
    screen: lazy(async () => ({
      default: (await import('./screens/findings/findings-screen.tsx')).FindingsScreen,
    })),
  },
  {
    id: 'entities',
    title: 'Entities',
    icon: EntitiesIcon,
    command: 'go.entities',
    inCase: true,
    screen: lazy(async () => ({
      default: (await import('./screens/entities/entities-screen.tsx')).EntitiesScreen,
    })),
  },
  {
    id: 'incident',
    title: 'Incident',
    icon: IncidentIcon,
    command: 'go.incident',
    inCase: true,
    screen: lazy(async () => ({
      default: (await import('./screens/incident/incident-screen.tsx')).IncidentScreen,
    })),
  },
  {
    id: 'response',
    title: 'Response',
    icon: ResponseIcon,
    command: 'go.response',
    inCase: true,
    screen: lazy(async () => ({
      default: (await import('./screens/response/response-screen.tsx')).ResponseScreen,
    })),
  },
  {
    id: 'learning',
    title: 'Learning',
    icon: LearningIcon,
    command: 'go.learning',
    inCase: true,
    screen: lazy(async () => ({
      default: (await import('./screens/learning/learning-screen.tsx')).LearningScreen,
    })),
  },
  {
    id: 'report',
    title: 'Report',
    icon: ReportIcon,
    command: 'go.report',
    inCase: true,
    screen: lazy(async () => ({
      default: (await import('./screens/report/report-screen.tsx')).ReportScreen,
    })),
  },
  {
    id: 'activity',
    title: 'Activity',
    icon: ActivityIcon,
    command: 'go.activity',
    inCase: true,
    screen: lazy(async () => ({
      default: (await import('./screens/activity/activity-screen.tsx')).ActivityScreen,
    })),
  },
  {
    id: 'settings',
    title: 'Settings',
    icon: SettingsIcon,
    command: 'go.settings',
    inCase: false,
    screen: lazy(async () => ({
      default: (await import('./screens/settings/settings-screen.tsx')).SettingsScreen,
    })),
  },
];

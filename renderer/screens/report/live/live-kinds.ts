import type { LiveBlock } from '#shared/model/report.ts';
import type { Icon } from '#renderer/ui/icons.ts';
import {
  AnalystIcon,
  BoardIcon,
  BulletListIcon,
  DoneIcon,
  FilterIcon,
  HashIcon,
  ProblemIcon,
  HistoryIcon,
  CancelledIcon,
  NoteIcon,
  ExportIcon,
  VerifyIcon,
  WarningIcon,
  HelpIcon,
  ColumnsIcon,
  EvidenceIcon,
  ExploreIcon,
  FindingIcon,
  SealedIcon,
  TagIcon,
  ClockIcon,
  IntactIcon,
} from '#renderer/ui/icons.ts';

interface LiveKind {
  readonly title: string;
  readonly icon: Icon;
  readonly group: LiveGroup;
  /** What is put in by choosing it from the menu; events and finding are asked for first. */
  readonly block: LiveBlock;
}

export const LIVE_GROUPS = {
  story: 'What happened',
  response: 'What was done',
  learning: 'Why, and what follows',
  proof: 'What it rests on',
} as const;
export type LiveGroup = keyof typeof LIVE_GROUPS;

const plain = (
  kind: Exclude<LiveBlock['kind'], 'events' | 'finding'>,
  title: string,
  icon: Icon,
  group: LiveGroup,
): LiveKind => ({
  title,
  icon,
  group,
  // More kinds than the compiler tells apart one by one.
  block: { kind } as LiveBlock,
});

export const LIVE_BLOCKS: { readonly [K in LiveBlock['kind']]: LiveKind } = {
  incident: plain('incident', 'Incident record', ProblemIcon, 'story'),
  'board-figure': plain('board-figure', 'Board as a figure', BoardIcon, 'story'),
  'board-table': plain('board-table', 'Board as a table', ColumnsIcon, 'story'),
  phases: plain('phases', 'Timeline by phase', ColumnsIcon, 'story'),
  metrics: plain('metrics', 'Figures of the incident', ClockIcon, 'story'),
  'key-figures': plain('key-figures', 'Key figures', ClockIcon, 'story'),
  impact: plain('impact', 'Impact', WarningIcon, 'story'),
  'impact-brief': plain('impact-brief', 'Impact in brief', WarningIcon, 'story'),
  transfers: plain('transfers', 'Exfiltration register', ExportIcon, 'story'),
  entities: plain('entities', 'Entities by verdict', FilterIcon, 'story'),
  indicators: plain('indicators', 'Indicators, defanged', HashIcon, 'story'),
  techniques: plain('techniques', 'ATT&CK techniques', TagIcon, 'story'),
  tasks: plain('tasks', 'Tasks', BulletListIcon, 'response'),
  'tasks-left': plain('tasks-left', 'Tasks not done yet', BulletListIcon, 'response'),
  actions: plain('actions', 'Response actions', VerifyIcon, 'response'),
  decisions: plain('decisions', 'Decisions', DoneIcon, 'response'),
  communications: plain('communications', 'Communications', NoteIcon, 'response'),
  deadlines: plain('deadlines', 'Deadlines', ClockIcon, 'response'),
  people: plain('people', 'People', AnalystIcon, 'response'),
  causes: plain('causes', 'Causes', HelpIcon, 'learning'),
  controls: plain('controls', 'Safeguards', VerifyIcon, 'learning'),
  lessons: plain('lessons', 'Lessons', HistoryIcon, 'learning'),
  improvements: plain('improvements', 'Improvements', BulletListIcon, 'learning'),
  'improvements-brief': plain(
    'improvements-brief',
    'Improvements in brief',
    BulletListIcon,
    'learning',
  ),
  events: {
    title: 'Table of events',
    icon: ExploreIcon,
    group: 'proof',
    block: { kind: 'events', query: '', limit: 50 },
  },
  findings: plain('findings', 'All findings', FindingIcon, 'proof'),
  finding: {
    title: 'One finding',
    icon: FindingIcon,
    group: 'proof',
    block: { kind: 'finding', finding: '' as Extract<LiveBlock, { kind: 'finding' }>['finding'] },
  },
  'negative-findings': plain('negative-findings', 'Negative findings', CancelledIcon, 'proof'),
  evidence: plain('evidence', 'Evidence list', EvidenceIcon, 'proof'),
  'evidence-brief': plain('evidence-brief', 'Evidence in brief', EvidenceIcon, 'proof'),
  custody: plain('custody', 'Chain of custody', SealedIcon, 'proof'),
  'custody-brief': plain('custody-brief', 'Chain of custody in brief', SealedIcon, 'proof'),
  coverage: plain('coverage', 'Coverage', IntactIcon, 'proof'),
  'coverage-brief': plain('coverage-brief', 'Coverage in brief', IntactIcon, 'proof'),
};

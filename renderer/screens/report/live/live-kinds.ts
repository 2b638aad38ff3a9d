import type { LiveBlock } from '#shared/model/report.ts';
import type { Icon } from '#renderer/ui/icons.ts';
import {
  BoardIcon,
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
  /** What is put in by choosing it from the menu; events and finding are asked for first. */
  readonly block: LiveBlock;
}

export const LIVE_BLOCKS: { readonly [K in LiveBlock['kind']]: LiveKind } = {
  events: {
    title: 'Table of events',
    icon: ExploreIcon,
    block: { kind: 'events', query: '', limit: 50 },
  },
  'board-figure': { title: 'Board as a figure', icon: BoardIcon, block: { kind: 'board-figure' } },
  'board-table': { title: 'Board as a table', icon: ColumnsIcon, block: { kind: 'board-table' } },
  findings: { title: 'All findings', icon: FindingIcon, block: { kind: 'findings' } },
  finding: {
    title: 'One finding',
    icon: FindingIcon,
    block: { kind: 'finding', finding: '' as Extract<LiveBlock, { kind: 'finding' }>['finding'] },
  },
  metrics: { title: 'Figures of the incident', icon: ClockIcon, block: { kind: 'metrics' } },
  techniques: { title: 'ATT&CK techniques', icon: TagIcon, block: { kind: 'techniques' } },
  evidence: { title: 'Evidence list', icon: EvidenceIcon, block: { kind: 'evidence' } },
  custody: { title: 'Chain of custody', icon: SealedIcon, block: { kind: 'custody' } },
  coverage: { title: 'Coverage', icon: IntactIcon, block: { kind: 'coverage' } },
};

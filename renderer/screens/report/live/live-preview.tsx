import type { LiveBlock } from '#shared/model/report.ts';
import { isRecordBlock } from '#shared/report/document-parts.ts';
import { BoardFigurePreview } from './board-figure-preview.tsx';
import {
  BoardTablePreview,
  FindingPreview,
  FindingsPreview,
  TechniquesPreview,
} from './work-previews.tsx';
import { CoveragePreview, CustodyPreview, EvidencePreview } from './evidence-previews.tsx';
import { EventsPreview } from './events-preview.tsx';
import { RecordsPreview } from './records-preview.tsx';
import { MetricsPreview } from './metrics-preview.tsx';

/** What a live block would print now, in short. */
export function LivePreview({ block }: { readonly block: LiveBlock }) {
  if (isRecordBlock(block)) return <RecordsPreview kind={block.kind} />;
  switch (block.kind) {
    case 'events':
      return <EventsPreview query={block.query} limit={block.limit} />;
    case 'board-figure':
      return <BoardFigurePreview />;
    case 'board-table':
      return <BoardTablePreview />;
    case 'findings':
      return <FindingsPreview />;
    case 'finding':
      return <FindingPreview id={block.finding} />;
    case 'evidence':
    case 'evidence-brief':
      return <EvidencePreview />;
    case 'custody':
    case 'custody-brief':
      return <CustodyPreview />;
    case 'coverage':
    case 'coverage-brief':
      return <CoveragePreview />;
    case 'metrics':
      return <MetricsPreview />;
    case 'techniques':
      return <TechniquesPreview />;
  }
}

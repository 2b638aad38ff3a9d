import type { LiveBlock } from '#shared/model/report.ts';
import { isRecordBlock } from '#shared/report/document-parts.ts';
import { findingById, type ReportModel } from '../model.ts';
import type { Block } from '#shared/report/content/block.ts';
import { boardFigure } from './board-figure.ts';
import { boardTable } from './board-table.ts';
import { briefCoverage } from './brief-coverage.ts';
import { briefCustody } from './brief-custody.ts';
import { briefEvidence } from './brief-evidence.ts';
import { coverageContent } from './coverage.ts';
import { custodyContent } from './custody.ts';
import { evidenceContent } from './evidence.ts';
import { eventsTable } from './events-table.ts';
import { findingContent, findingsContent } from './findings.ts';
import { text } from '#shared/report/content/inline.ts';
import { metricsContent } from './metrics.ts';
import { RECORD_CONTENT } from './records/record-content.ts';
import { techniquesContent } from './techniques.ts';

/** What a live block shows at the moment of printing. */
export function liveContent(block: LiveBlock, model: ReportModel): readonly Block[] {
  if (isRecordBlock(block)) return RECORD_CONTENT[block.kind](model);
  switch (block.kind) {
    case 'events':
      return eventsTable(block, model);
    case 'finding': {
      const found = findingById(model, block.finding);
      return found === undefined
        ? [notice('The finding that belongs here is no longer in the case.')]
        : findingContent(found, model);
    }
    case 'findings':
      return findingsContent(model);
    case 'board-figure':
      return boardFigure(model);
    case 'board-table':
      return boardTable(model);
    case 'evidence':
      return evidenceContent(model);
    case 'evidence-brief':
      return briefEvidence(model);
    case 'custody':
      return custodyContent(model);
    case 'custody-brief':
      return briefCustody(model);
    case 'coverage':
      return coverageContent(model);
    case 'coverage-brief':
      return briefCoverage(model);
    case 'metrics':
      return metricsContent(model);
    case 'techniques':
      return techniquesContent(model);
  }
}

const notice = (sentence: string): Block => ({
  kind: 'notice',
  tone: 'warning',
  text: [text(sentence)],
});

import type { LiveBlock } from '#shared/model/report.ts';
import { findingById, type ReportModel } from '../model.ts';
import type { Block } from './block.ts';
import { boardFigure } from './board-figure.ts';
import { boardTable } from './board-table.ts';
import { coverageContent } from './coverage.ts';
import { custodyContent } from './custody.ts';
import { evidenceContent } from './evidence.ts';
import { eventsTable } from './events-table.ts';
import { findingContent, findingsContent } from './findings.ts';
import { text } from './inline.ts';
import { metricsContent } from './metrics.ts';
import { techniquesContent } from './techniques.ts';

/** What a live block shows at the moment of printing. */
export function liveContent(block: LiveBlock, model: ReportModel): readonly Block[] {
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
    case 'custody':
      return custodyContent(model);
    case 'coverage':
      return coverageContent(model);
    case 'metrics':
      return metricsContent(model);
    case 'techniques':
      return techniquesContent(model);
    default:
      throw new Error(`no content for ${JSON.stringify(block)}`);
  }
}

const notice = (sentence: string): Block => ({
  kind: 'notice',
  tone: 'warning',
  text: [text(sentence)],
});

import type { RecordBlockKind } from '#shared/model/report.ts';
import type { Block } from '#shared/report/content/block.ts';
import type { ReportModel } from '../../model.ts';
import { boardByPhase } from '../board-table.ts';
import { keyFiguresContent } from '../metrics.ts';
import { briefImpactContent, impactContent, transfersContent } from './consequences.ts';
import { entitiesContent, indicatorsContent } from './entities.ts';
import { incidentContent } from './incident.ts';
import {
  briefImprovementsContent,
  causesContent,
  controlsContent,
  improvementsContent,
  lessonsContent,
  negativeFindingsContent,
} from './learning.ts';
import {
  actionsContent,
  communicationsContent,
  deadlinesContent,
  decisionsContent,
  peopleContent,
  tasksContent,
  tasksLeftContent,
} from './response.ts';

/** What each block of records prints. */
export const RECORD_CONTENT: {
  readonly [K in RecordBlockKind]: (model: ReportModel) => readonly Block[];
} = {
  incident: incidentContent,
  'key-figures': keyFiguresContent,
  phases: boardByPhase,
  entities: entitiesContent,
  indicators: indicatorsContent,
  impact: impactContent,
  'impact-brief': briefImpactContent,
  transfers: transfersContent,
  causes: causesContent,
  controls: controlsContent,
  'negative-findings': negativeFindingsContent,
  tasks: tasksContent,
  'tasks-left': tasksLeftContent,
  actions: actionsContent,
  decisions: decisionsContent,
  communications: communicationsContent,
  deadlines: deadlinesContent,
  lessons: lessonsContent,
  improvements: improvementsContent,
  'improvements-brief': briefImprovementsContent,
  people: peopleContent,
};

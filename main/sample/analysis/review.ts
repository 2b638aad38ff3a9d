import type { RecordId } from '#shared/model/ids.ts';
import type { Comment } from '#shared/records/kinds/comment.ts';
import { sectionId } from './report-sections.ts';
import { REPORT_ID } from './report-text.ts';

/** What Mira Lund, who reviews the post-mortem, said of it: one remark is settled, one waits for an answer. */
export const sampleComments = (): readonly Comment[] => [
  {
    id: 'sample-comment-time' as RecordId,
    type: 'comment',
    report: REPORT_ID,
    section: sectionId(REPORT_ID, 1),
    text: 'Say that times are UTC: the authority will read this next to our notification.',
    state: 'settled',
  },
  {
    id: 'sample-comment-dumps' as RecordId,
    type: 'comment',
    report: REPORT_ID,
    section: sectionId(REPORT_ID, 3),
    text: 'Do the dumps hold data of the shop’s customers? We told the authority that the answer follows.',
    quote: 'Fourteen database dumps of the web site were read from the cloud backup',
    state: 'open',
  },
];

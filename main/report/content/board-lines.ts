import { phaseName } from '#shared/model/attack.ts';
import { type Block, type Row, table } from '#shared/report/content/block.ts';
import { text } from '#shared/report/content/inline.ts';
import { readableTime } from '#shared/report/time-text.ts';
import type { ReportModel } from '../model.ts';
import { boardAnchor, eventReference } from './references.ts';

/** Some of the board's items in a line each, for those that are only counted up somewhere. */
export const boardLines = (items: ReportModel['board']['items'], model: ReportModel): Block =>
  table({
    columns: [
      { title: 'No.', kind: 'tight', width: 7 },
      { title: 'Time (UTC)', kind: 'tight', width: 20 },
      { title: 'What happened', kind: 'text', width: 38 },
      { title: 'Phase', kind: 'text', width: 21 },
      { title: 'Rests on', kind: 'text', width: 14 },
    ],
    rows: items.map(({ number, item }): Row => {
      const { event, basis, standing, confidence, time, precision } = item;
      return {
        kind: 'cells',
        cells: [
          [{ kind: 'number', label: number, target: `board ${item.id}` }],
          time === undefined
            ? [text('no time', 'emphasis')]
            : [text(readableTime(time, precision))],
          [{ kind: 'mark', standing, confidence }, text(' '), text(item.title)],
          [text(phaseName(item.phase))],
          event === undefined
            ? [text(basis ?? 'not stated')]
            : [eventReference(model, event), text(` ${standing}`, 'faint')],
        ],
        anchor: boardAnchor(number),
        target: `board ${item.id}`,
      };
    }),
    dense: true,
  });

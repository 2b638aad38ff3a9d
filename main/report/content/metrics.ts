import type { ReportModel } from '../model.ts';
import { type Block, cells, table } from '#shared/report/content/block.ts';
import { text } from '#shared/report/content/inline.ts';

/** What is computed from the case, with what it means; and what cannot be said, with the reason. */
export const metricsContent = (model: ReportModel): readonly Block[] => [
  table({
    columns: [
      { title: 'Measure', kind: 'text', width: 26 },
      { title: 'Value', kind: 'text', width: 32 },
      { title: 'Definition', kind: 'text', width: 42 },
    ],
    rows: model.metrics.map(({ name, value, definition, missing }) =>
      cells(
        [text(name, 'strong')],
        missing === undefined
          ? [text(value)]
          : [text('cannot be said', 'emphasis'), text(`: ${missing}`)],
        [text(definition, 'faint')],
      ),
    ),
  }),
];

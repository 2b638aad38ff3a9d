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

/** Those that a short document names, in the order in which it does. */
const KEY = [
  'First known intruder activity',
  'Detected',
  'Contained',
  'Recovered',
  'Dwell time',
  'Time to contain',
  'Time to recover',
  'Hosts on the board',
  'Evidence examined',
];

/** The figures that everybody asks for, without their definitions. */
export function keyFiguresContent(model: ReportModel): readonly Block[] {
  const shown = KEY.flatMap((name) => model.metrics.find((metric) => metric.name === name) ?? []);
  return [
    table({
      columns: [
        { title: 'Figure', kind: 'text', width: 36 },
        { title: 'Value', kind: 'text', width: 64 },
      ],
      rows: shown.map(({ name, value, missing }) =>
        cells(
          [text(name, 'strong')],
          missing === undefined
            ? [text(value)]
            : [text('cannot be said', 'emphasis'), text(`: ${missing}`, 'faint')],
        ),
      ),
    }),
  ];
}

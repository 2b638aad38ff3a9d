import type { ReportModel } from '../model.ts';
import { type Block, cells, table } from '#shared/report/content/block.ts';
import { type Inline, text } from '#shared/report/content/inline.ts';
import type { Metric } from '#shared/ipc/report.ts';

/** What is computed from the case, with what it means; and what cannot be said, with the reason. */
export const metricsContent = (model: ReportModel): readonly Block[] => [
  table({
    columns: [
      { title: 'Measure', kind: 'text', width: 22 },
      { title: 'Value', kind: 'text', width: 27 },
      { title: 'Definition', kind: 'text', width: 51 },
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

/** The figures that everybody asks for, without their definitions, two in a row. */
export function keyFiguresContent(model: ReportModel): readonly Block[] {
  const shown = KEY.flatMap((name) => model.metrics.find((metric) => metric.name === name) ?? []);
  const half = Math.ceil(shown.length / 2);
  return [
    table({
      columns: [
        { title: 'Figure', kind: 'text', width: 24 },
        { title: 'Value', kind: 'text', width: 27 },
        { title: 'Figure', kind: 'text', width: 19 },
        { title: 'Value', kind: 'text', width: 30 },
      ],
      rows: shown
        .slice(0, half)
        .map((metric, n) => cells(...figure(metric), ...figure(shown[half + n]))),
    }),
  ];
}

function figure(metric: Metric | undefined): readonly (readonly Inline[])[] {
  if (metric === undefined) return [[], []];
  const { name, value, missing } = metric;
  return [
    [text(name, 'strong')],
    missing === undefined
      ? [text(value)]
      : [text('cannot be said', 'emphasis'), text(`: ${missing}`, 'faint')],
  ];
}

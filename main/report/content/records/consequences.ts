import { amountText } from '#shared/model/money.ts';
import { cells } from '#shared/report/content/block.ts';
import type { Block } from '#shared/report/content/block.ts';
import { IMPACT_AREAS } from '#shared/records/kinds/impact.ts';
import { formatBytes } from '#shared/report/quantity-text.ts';
import { recordsOf } from '#shared/work/records.ts';
import type { ReportModel } from '../../model.ts';
import { byName, byTime } from './in-print-order.ts';
import {
  faint,
  inOneLine,
  labelled,
  lines,
  listOf,
  proofOf,
  spoken,
  strong,
  under,
  whenCell,
  whenText,
  written,
} from './words.ts';

/** What the incident did, area by area. */
export function impactContent(model: ReportModel): readonly Block[] {
  const all = [...recordsOf(model.work, 'impact').values()].sort(byName);
  const rows = IMPACT_AREAS.flatMap((area) =>
    under(
      spoken(area),
      all
        .filter((impact) => impact.area === area)
        .map((impact) =>
          cells(
            lines(strong(impact.title), written(impact.description)),
            lines(written(impact.quantity), written(costOf(impact.cost, impact.currency))),
            written(spanOf(impact.from, impact.until)),
            lines(proofOf(model, impact.events), faint(impact.standing)),
          ),
        ),
    ),
  );
  return listOf(rows, 'No impact has been recorded.', [
    { title: 'Impact', kind: 'text', width: 42 },
    { title: 'How much', kind: 'text', width: 20 },
    { title: 'When', kind: 'text', width: 22 },
    { title: 'Rests on', kind: 'text', width: 16 },
  ]);
}

/** The same in a line for each: for readers who have two pages. */
export function briefImpactContent(model: ReportModel): readonly Block[] {
  const all = [...recordsOf(model.work, 'impact').values()].sort(byName);
  const rows = IMPACT_AREAS.flatMap((area) =>
    all
      .filter((impact) => impact.area === area)
      .map((impact) =>
        cells(
          written(spoken(area)),
          strong(impact.title),
          inOneLine(written(impact.quantity), written(costOf(impact.cost, impact.currency))),
          inOneLine(proofOf(model, impact.events), faint(impact.standing)),
        ),
      ),
  );
  return listOf(rows, 'No impact has been recorded.', [
    { title: 'Area', kind: 'tight', width: 10 },
    { title: 'Impact', kind: 'text', width: 46 },
    { title: 'How much', kind: 'text', width: 29 },
    { title: 'Rests on', kind: 'text', width: 15 },
  ]);
}

const costOf = (cost: bigint | undefined, currency = ''): string =>
  cost === undefined ? '' : `${amountText(cost)} ${currency}`.trim();

function spanOf(from: bigint | undefined, until: bigint | undefined): string {
  if (from === undefined) return until === undefined ? '' : `until ${whenText(until)}`;
  return until === undefined
    ? `from ${whenText(from)}`
    : `${whenText(from)}\nto ${whenText(until)}`;
}

/** The exfiltration register. */
export function transfersContent(model: ReportModel): readonly Block[] {
  const rows = byTime(recordsOf(model.work, 'transfer').values(), ({ at }) => at).map((one) =>
    cells(
      lines(
        whenCell(one.at, 'no time'),
        one.end === undefined ? [] : faint(`to ${whenText(one.end)}`),
      ),
      lines(strong(one.title), written(one.notes)),
      lines(
        labelled('From', written(one.from)),
        labelled('Staged', written(one.staged)),
        labelled('To', written(one.to)),
      ),
      one.bytes === undefined
        ? written('not known', 'emphasis')
        : written(`${one.atLeast === true ? 'at least ' : ''}${formatBytes(Number(one.bytes))}`),
      lines(written(spoken(one.state)), proofOf(model, one.events), faint(one.standing)),
    ),
  );
  return listOf(rows, 'No data is recorded as staged or sent out.', [
    { title: 'Time (UTC)', kind: 'tight', width: 14 },
    { title: 'Data', kind: 'text', width: 29 },
    { title: 'Way', kind: 'text', width: 28 },
    { title: 'Amount', kind: 'text', width: 14 },
    { title: 'State, proof', kind: 'text', width: 15 },
  ]);
}

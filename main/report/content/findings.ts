import { techniqueLabel } from '#shared/model/attack.ts';
import type { EventId } from '#shared/model/ids.ts';
import type { NumberedFinding } from '#shared/report/number-findings.ts';
import type { ReportModel } from '../model.ts';
import { type Block, cells, table } from '#shared/report/content/block.ts';
import { eventLines } from './events-table.ts';
import { type Inline, text } from '#shared/report/content/inline.ts';
import { eventReferences, findingAnchor, findingReference } from './references.ts';

/** All findings: the list first, then each of those not dismissed with its proof. */
export function findingsContent(model: ReportModel): readonly Block[] {
  if (model.findings.length === 0) {
    return [{ kind: 'notice', tone: 'plain', text: [text('The case has no findings.')] }];
  }
  const standing = model.findings.filter(({ finding }) => finding.status !== 'dismissed');
  return [overview(model), ...standing.flatMap((found) => findingContent(found, model))];
}

function overview(model: ReportModel): Block {
  return table({
    columns: [
      { title: 'No.', kind: 'tight', width: 6 },
      { title: 'Finding', kind: 'text', width: 48 },
      { title: 'Severity', kind: 'tight', width: 11 },
      { title: 'Confidence', kind: 'tight', width: 12 },
      { title: 'Status', kind: 'tight', width: 12 },
      { title: 'Proof', kind: 'text', width: 11 },
    ],
    rows: model.findings.map(({ number, finding }) =>
      cells(
        finding.status === 'dismissed'
          ? [{ kind: 'number', label: number, target: `finding ${finding.id}` }]
          : [findingReference({ number, finding })],
        [text(finding.title, 'strong')],
        [text(capital(finding.severity))],
        [text(capital(finding.confidence))],
        [text(capital(finding.status))],
        [text(finding.events.length === 0 ? 'none cited' : eventCount(finding.events.length))],
      ),
    ),
  });
}

export function findingContent(
  { number, finding }: NumberedFinding,
  model: ReportModel,
): readonly Block[] {
  const facts: Inline[] = [
    text(`${capital(finding.severity)} severity`, 'strong'),
    text(` · ${finding.confidence} confidence · ${finding.status}`),
    ...(finding.technique === undefined ? [] : [text(` · ${techniqueLabel(finding.technique)}`)]),
  ];
  const statement = finding.statement.split(/\n{2,}/).filter((part) => part.trim() !== '');
  return [
    {
      kind: 'heading',
      level: 3,
      number,
      anchor: findingAnchor(number),
      target: `finding ${finding.id}`,
      text: [text(finding.title)],
    },
    { kind: 'paragraph', text: facts },
    ...statement.map((part): Block => ({ kind: 'paragraph', text: [text(part)] })),
    ...proof(finding.events, model),
  ];
}

function proof(ids: readonly EventId[], model: ReportModel): readonly Block[] {
  if (ids.length === 0) {
    return [
      {
        kind: 'notice',
        tone: 'warning',
        text: [text('No event is cited as proof of this finding.')],
      },
    ];
  }
  const cited = ids.flatMap((id) => model.events.byId.get(id) ?? []);
  const events = cited.flatMap((one) => (one.found ? [one.event] : []));
  const missing = cited.filter(({ found }) => !found).map(({ id }) => id);
  return [
    ...(events.length > 0 ? [eventLines(events, model, [text('Proof of this finding')])] : []),
    ...(missing.length > 0
      ? [
          {
            kind: 'notice',
            tone: 'warning',
            text: [text('Not in the case: '), ...eventReferences(model, missing)],
          } as const,
        ]
      : []),
  ];
}

const eventCount = (n: number): string => (n === 1 ? '1 event' : `${n} events`);

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

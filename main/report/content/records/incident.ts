import type { Block, Row } from '#shared/report/content/block.ts';
import { cells, table } from '#shared/report/content/block.ts';
import { text } from '#shared/report/content/inline.ts';
import { CSF_FUNCTIONS, STATUS_WORDS, VERIS_ASSET_WORDS } from '#shared/response/incident-words.ts';
import { incidentOf, recordsOf } from '#shared/work/records.ts';
import type { ReportModel } from '../../model.ts';
import { spoken, strong, written } from './words.ts';

/** What the incident is, as the incident record has it. */
export function incidentContent(model: ReportModel): readonly Block[] {
  if (recordsOf(model.work, 'incident').size === 0) {
    return [
      { kind: 'notice', tone: 'plain', text: [text('The incident record is not filled in.')] },
    ];
  }
  const incident = incidentOf(model.work);
  const listed = (words: readonly string[]): string => words.map(spoken).join(', ');
  const facts: readonly (readonly [name: string, value: string | undefined, empty?: string])[] = [
    ['Identifier', incident.identifier, 'none given'],
    ['Severity', spoken(incident.severity)],
    ['Status', `${STATUS_WORDS[incident.status]} (${CSF_FUNCTIONS[incident.status]})`],
    ['Traffic Light Protocol', `TLP:${incident.tlp.toUpperCase()}`],
    ['Classification', incident.classification],
    ['Organisation', incident.organisation],
    ['Scope', incident.scope, 'not stated'],
    ['Summary', incident.summary],
    ['Actions (VERIS)', listed(incident.actions), 'not classified'],
    [
      'Assets (VERIS)',
      incident.assets.map((asset) => VERIS_ASSET_WORDS[asset]).join(', '),
      'not classified',
    ],
    ['What was violated (VERIS)', listed(incident.attributes), 'not classified'],
    ['Other numbers for it', incident.references],
  ];
  const rows = facts.flatMap(([name, value = '', empty]): readonly Row[] => {
    if (value.trim() !== '') return [cells(strong(name), written(value))];
    return empty === undefined ? [] : [cells(strong(name), written(empty, 'emphasis'))];
  });
  return [
    table({
      columns: [
        { title: 'Incident', kind: 'text', width: 26 },
        { title: 'As recorded', kind: 'text', width: 74 },
      ],
      rows,
    }),
  ];
}

import { ATTACK_VERSION, tacticOf, techniqueById } from '#shared/model/attack.ts';
import { countOf } from '#shared/report/quantity-text.ts';
import { compareText } from '#shared/report/numbering.ts';
import type { ReportModel } from '../model.ts';
import { type Block, cells, type Row, table } from '#shared/report/content/block.ts';
import { type Inline, text } from '#shared/report/content/inline.ts';
import { labelled, withDetail } from './records/words.ts';
import { boardReference, findingReference } from './references.ts';

/** ATT&CK techniques named by board items and findings, with where each is shown. */
export function techniquesContent(model: ReportModel): readonly Block[] {
  const uses = new Map<string, Inline[]>();
  const note = (id: string | undefined, reference: Inline): void => {
    if (id === undefined || id === '') return;
    uses.set(id, [...(uses.get(id) ?? []), reference]);
  };
  for (const { number, item } of model.board.items) {
    note(item.technique, boardReference(number, item.id));
  }
  for (const found of model.findings) {
    if (found.finding.status !== 'dismissed') {
      note(found.finding.technique, findingReference(found));
    }
  }
  if (uses.size === 0) {
    const none = 'No board item or finding names an ATT&CK technique.';
    return [{ kind: 'notice', tone: 'plain', text: [text(none)] }];
  }
  const rows = [...uses].sort(([a], [b]) => compareText(a, b));
  return [
    table({
      columns: [
        { title: 'Technique', kind: 'tight', width: 14 },
        { title: 'Name', kind: 'text', width: 40 },
        { title: 'Tactics it serves', kind: 'text', width: 26 },
        { title: 'Shown by', kind: 'text', width: 20 },
      ],
      rows: rows.flatMap(([id, shown]) => techniqueRows(id, shown)),
      note: [
        text(
          `${countOf(uses.size, 'technique')} of MITRE ATT&CK for Enterprise, named as in version ${ATTACK_VERSION}.`,
        ),
      ],
    }),
  ];
}

/** References that fit beside a name; more of them stand below it, across the table. */
const MOST_BESIDE = 12;

function techniqueRows(id: string, shown: readonly Inline[]): readonly Row[] {
  const all = shown.flatMap((one, n) => (n > 0 ? [text(', '), one] : [one]));
  const many = shown.length > MOST_BESIDE;
  const row = cells(
    [text(id, 'strong')],
    [text(techniqueById(id)?.name ?? 'not named here')],
    [text(tacticNames(id))],
    many ? [text(countOf(shown.length, 'item'))] : all,
  );
  return many ? withDetail(row, labelled('Shown by', all)) : [row];
}

const tacticNames = (id: string): string =>
  (techniqueById(id)?.tactics ?? []).flatMap((phase) => tacticOf(phase)?.name ?? []).join(', ');

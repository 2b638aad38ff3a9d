import { entityGroups } from '#shared/entities/entity-groups.ts';
import { cells } from '#shared/report/content/block.ts';
import type { Block, Row } from '#shared/report/content/block.ts';
import { code, type Inline, text } from '#shared/report/content/inline.ts';
import { defang } from '#shared/report/defang.ts';
import { formatCount } from '#shared/report/quantity-text.ts';
import type { RecordOfType } from '#shared/records/record-kinds.ts';
import { ENTITY_KINDS } from '#shared/records/kinds/entity.ts';
import type { ReportModel } from '../../model.ts';
import { entityAnchor } from '../references.ts';
import { techniquesContent } from '../techniques.ts';
import { byWord, VERDICTS_PRINTED } from './in-print-order.ts';
import {
  faint,
  eachOnItsLine,
  labelled,
  lines,
  listOf,
  spoken,
  under,
  withDetail,
  written,
} from './words.ts';

type Entity = RecordOfType<'entity'>;

/** Aliases printed; how many more there are is said. */
const ALIASES = 12;

/** Hosts, accounts and addresses that somebody has said something of, worst first. */
export function entitiesContent(model: ReportModel): readonly Block[] {
  const all = byWord(entityGroups(model.work).records, ENTITY_KINDS, ({ kind }) => kind);
  const rows = VERDICTS_PRINTED.flatMap((verdict) => {
    const own = all.filter((entity) => entity.verdict === verdict);
    return under(
      `${spoken(verdict)}: ${formatCount(own.length)}`,
      own.flatMap((entity) =>
        withDetail(
          rowOf(
            model,
            entity,
            lines(nameOf(entity), aliasesOf(entity)),
            lines(written(spoken(entity.kind)), entity.hostile === true ? hostile : []),
            written(entity.role),
            written(spoken(entity.analysis)),
            written(entity.notes),
          ),
          verdict === 'cleared'
            ? labelled('Cleared despite', eachOnItsLine(entity.clearedDespite))
            : [],
        ),
      ),
    );
  });
  return listOf(rows, 'No host, account or address has been given a verdict.', [
    { title: 'Entity', kind: 'text', width: 27 },
    { title: 'Kind', kind: 'text', width: 12 },
    { title: 'Role', kind: 'text', width: 20 },
    { title: 'Analysis', kind: 'text', width: 12 },
    { title: 'Notes', kind: 'text', width: 29 },
  ]);
}

/** A row that the names in the text are linked to. */
const rowOf = (
  model: ReportModel,
  { id }: Entity,
  ...values: readonly (readonly Inline[])[]
): Row => ({
  kind: 'cells',
  cells: values,
  anchor: entityAnchor(model, id),
  target: `entity ${id}`,
});

const hostile: readonly Inline[] = [text('the intruder’s', 'faint')];

function nameOf({ kind, value, label, hostile: theirs }: Entity): readonly Inline[] {
  const shown = code(theirs === true ? defang(kind, value) : value);
  return lines([shown], faint(label));
}

function aliasesOf({ aliases: all, label, kind, hostile: theirs }: Entity): readonly Inline[] {
  const aliases = all.filter((one) => one !== label);
  if (aliases.length === 0) return [];
  const shown = aliases.slice(0, ALIASES).map((one) => (theirs === true ? defang(kind, one) : one));
  const more = aliases.length - shown.length;
  return faint(`also ${shown.join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`);
}

/** What others can look for: the intruder's entities, defanged, and the techniques seen. */
export function indicatorsContent(model: ReportModel): readonly Block[] {
  const theirs = entityGroups(model.work).records.filter(({ hostile: own }) => own === true);
  const rows = byWord(theirs, ENTITY_KINDS, ({ kind }) => kind).flatMap((entity) =>
    [entity.value, ...entity.aliases].map((value, n) => {
      const kind = written(spoken(entity.kind));
      const indicator = [code(defang(entity.kind, value))];
      if (n > 0) return cells(kind, indicator, []);
      const what = lines(written(entity.label), written(entity.role), faint(entity.notes));
      return rowOf(model, entity, kind, indicator, what);
    }),
  );
  return [
    ...listOf(
      rows,
      'No entity is marked as the intruder’s, so there is no indicator to pass on.',
      [
        { title: 'Type', kind: 'text', width: 16 },
        { title: 'Indicator', kind: 'text', width: 46 },
        { title: 'What it is', kind: 'text', width: 38 },
      ],
      'Addresses are written so that nothing makes a link of them: hxxp for http, [.] for a dot, [@] for an at sign.',
    ),
    ...techniquesContent(model),
  ];
}

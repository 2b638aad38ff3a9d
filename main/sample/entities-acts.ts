import { coverageLines, coverageText } from '#shared/entities/coverage.ts';
import { entityId } from '#shared/entities/entity-key.ts';
import { entityQuery } from '#shared/entities/entity-query.ts';
import { untold } from '#shared/entities/untold.ts';
import type { Params } from '#shared/ipc/engine-api.ts';
import { SAMPLE_CLEARED, SAMPLE_ENTITIES, type Judged } from './analysis/entities-judged.ts';
import { sampleImpacts, sampleTransfers } from './analysis/entities-loss.ts';
import { KEY_EVENTS } from './analysis/key-events.ts';
import { firstMatches, type KeyRows } from './find-events.ts';
import type { SampleEngine } from './sample-engine.ts';

type Act = Params<'work.act'>;

/** Verdicts on hosts, accounts and addresses, what left, and what it did. */
export async function entityActs(engine: SampleEngine, rows: KeyRows): Promise<Act[]> {
  const { kind, value } = SAMPLE_CLEARED;
  const query = entityQuery([{ kind, value }]);
  const coverage = await engine.call('entities.coverage', { kind, query });
  const clearedDespite = coverageText(coverageLines(kind, coverage));
  const uploads = await firstMatches(engine, KEY_EVENTS.firstUpload, 12);
  const dumps = await firstMatches(engine, KEY_EVENTS.backupRead, 14);
  return [
    ...SAMPLE_ENTITIES.flatMap((entity) => judged(entity, {})),
    ...judged(SAMPLE_CLEARED, { verdict: 'cleared', clearedDespite }),
    ...[...sampleTransfers(rows, uploads, dumps), ...sampleImpacts(rows)].map((record): Act => ({
      body: { kind: 'record.add', record },
    })),
  ];
}

const judged = ({ change, reason, ...entity }: Judged, more: object): Act[] => [
  { body: { kind: 'record.add', record: untold(entity) } },
  {
    body: {
      kind: 'record.edit',
      type: 'entity',
      record: entityId(entity),
      change: { ...change, ...more },
    },
    reason,
  },
];

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entityGroups } from '#shared/entities/entity-groups.ts';
import { entityKey } from '#shared/entities/entity-key.ts';
import { untold } from '#shared/entities/untold.ts';
import type { Entity } from '#shared/records/kinds/entity.ts';
import { citedEntity, printedName } from '#shared/report/cited-entity.ts';
import { redactText } from '#shared/report/redaction/redact-blocks.ts';
import { redactorOf } from '#shared/report/redaction/redactor.ts';
import type { RecordId, ReportId } from '#shared/model/ids.ts';
import { EMPTY_WORK } from '#shared/work/work-state.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { recordsBy } from './harbour-records.ts';

const VALUES = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot'];

/** Some hosts, each with a name or none, merged in any way, in rings too. */
const hosts: fc.Arbitrary<readonly Entity[]> = fc.tuple(
  ...VALUES.map((value) =>
    fc
      .record({
        aliases: fc.subarray(VALUES.filter((other) => other !== value)),
        named: fc.boolean(),
      })
      .map(({ aliases, named }) => ({
        ...untold({ kind: 'host', value }),
        aliases,
        ...(named && { label: `The ${value} machine` }),
      })),
  ),
);

it('a mention has the name of something listed that goes by the value cited, however it was merged', () => {
  fc.assert(
    fc.property(hosts, (records) => {
      const state = { ...EMPTY_WORK, records: recordsBy(records) };
      const groups = entityGroups(state);
      for (const record of records) {
        const cited = citedEntity(state, record.id);
        if (cited === undefined) throw new Error('a known entity is not found');
        expect(groups.records).toContain(cited);
        expect(groups.names(cited).map(entityKey)).toContain(entityKey(record));
      }
    }),
  );
});

it('a redaction by any of what was merged takes out the name of every mention of it', () => {
  fc.assert(
    fc.property(hosts, fc.nat(VALUES.length - 1), (records, n) => {
      const hidden = records[n];
      if (hidden === undefined) throw new Error('no such host');
      const redaction = {
        id: 'r1' as RecordId,
        type: 'redaction',
        title: 'A host',
        by: 'entity',
        what: '',
        label: '[x]',
        entity: hidden.id,
      } as const;
      const state = { ...EMPTY_WORK, records: recordsBy([...records, redaction]) };
      const redactor = valueOf(redactorOf(state, 'r' as ReportId));
      const main = citedEntity(state, hidden.id);
      for (const { id, value } of records) {
        const cited = citedEntity(state, id);
        if (cited === undefined || cited !== main) continue;
        for (const name of [printedName(cited), value]) {
          expect(redactText(`On ${name}, at night.`, redactor, new Map())).toBe(
            'On [x], at night.',
          );
        }
      }
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { BatchRow } from '#main/parse/batch-row.ts';
import { expectedText, hasRealEvidence, realFile } from '../real-evidence.ts';
import { decodedFields, readDecoded } from './decoded-event.ts';
import { fieldsOf, readLog } from './read-log.ts';

const Pairs = z.array(z.object({ evtx: z.string(), json: z.string(), rule_id: z.string() }));

const microsecondText = (ns: bigint): string => {
  const second = new Date(Number(ns / 1_000_000_000n) * 1000).toISOString().slice(0, -5);
  return `${second}.${String((ns / 1000n) % 1_000_000n).padStart(6, '0')}Z`;
};

/** Windows leaves a space behind many command lines, which is evidence and kept by us; evtx_dump cuts it off. */
const cut = (value: unknown): unknown => (typeof value === 'string' ? value.trimEnd() : value);

/** Our fields with the columns beside them under the names that the decoded events use. */
const everything = (row: BatchRow): { readonly [name: string]: unknown } => ({
  ...Object.fromEntries(Object.entries(fieldsOf(row)).map(([name, value]) => [name, cut(value)])),
  'System.Provider': row.provider,
  'System.EventID': Number(row.code),
  'System.Channel': row.channel,
  'System.Computer': row.host,
  'System.TimeCreated': microsecondText(row.time),
});

describe.skipIf(!hasRealEvidence)(
  'EVTX fields against the events that Sigma decoded for its rules',
  () => {
    const pairs = hasRealEvidence
      ? Pairs.parse(JSON.parse(expectedText('sigma_regression.json')))
      : [];

    it('has 105 pairs', () => {
      expect(pairs.length).toBe(105);
    });

    it.each(pairs)('$rule_id', ({ evtx, json }) => {
      const { live } = readLog(realFile(evtx));
      const decoded = readDecoded(realFile(json).toString('utf8'));
      expect(decoded.length).toBeGreaterThan(0);
      for (const event of decoded) {
        const fields = decodedFields(event);
        const row = live.find(
          (each) => fieldsOf(each)['System.EventRecordID'] === fields['System.EventRecordID'],
        );
        if (row === undefined) throw new Error('the decoded event is not in the log');
        expect(everything(row)).toEqual(fields);
      }
    });
  },
);

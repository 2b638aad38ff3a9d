import { describe, expect, it } from 'vitest';
import { sniff } from '#main/parse/sniff.ts';
import { headOf } from '../golden/fixtures.ts';
import { parseBytes, testContext } from '../parse-bytes.ts';
import { hasRealEvidence, realFile } from '../real-evidence.ts';
import { zipMembers } from './zip-members.ts';

/** Zeek's own tab-separated logs, held to what splitting them at tabs says of each line. */
const LOGS =
  'security-datasets/datasets/compound/LSASS_campaign_01/metasploit_logonpasswords_lsass_memory_dump_zeek_logs.zip';

describe.skipIf(!hasRealEvidence)('Zeek logs of a real capture', () => {
  it('give every line as an event, with its time to the microsecond and its ends', async () => {
    const members = await zipMembers(realFile(LOGS));
    expect(members.size).toBeGreaterThan(10);
    for (const [name, bytes] of members) {
      const [best] = sniff(headOf(bytes, name));
      expect(best?.parser.id, name).toBe('zeek');
      if (best === undefined) continue;
      const run = parseBytes(best.parser, bytes, testContext({ name }));
      const all = bytes.toString('utf8').split('\n');
      const lines = all.filter((line) => line !== '' && !line.startsWith('#'));
      const fields =
        all
          .find((line) => line.startsWith('#fields'))
          ?.split('\t')
          .slice(1) ?? [];
      expect(run.failure, name).toBeUndefined();
      expect(run.rows.length, name).toBe(lines.length);
      expect(run.coverage.bytes.unexplained, name).toBe(0);
      for (const [index, line] of lines.entries()) {
        const cells = line.split('\t');
        const cell = (field: string): string | undefined => {
          const value = cells[fields.indexOf(field)];
          return value === '-' ? undefined : value;
        };
        const row = run.rows[index];
        expect(row?.timeOriginal, line).toBe(cell('ts'));
        const [seconds = '', micros = ''] = (cell('ts') ?? '').split('.');
        expect(row?.time, line).toBe(BigInt(seconds + micros.padEnd(9, '0')));
        expect(row?.zone).toBe('utc');
        expect(row?.sourceIp, line).toBe(cell('id.orig_h'));
        expect(row?.destinationIp, line).toBe(cell('id.resp_h'));
        expect(row?.provider).toBe(name.replace('.log', ''));
      }
    }
  });
});

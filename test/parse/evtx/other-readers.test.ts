import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogEvent } from '#main/parse/evtx-writer/log-event.ts';
import { writeLog } from '#main/parse/evtx-writer/log-writer.ts';
import { guid, hex32, hex64, list, sid, text } from '#main/parse/evtx-writer/value.ts';

const REASON = 'needs evtxexport of libevtx (Debian: libevtx-utils), which is not here';
const hasLibevtx = spawnSync('evtxexport', ['-V']).error === undefined;
if (!hasLibevtx) console.log(`skipped: ${REASON}`);

const LAYOUTS = ['nested', 'single'] as const;

/** Events as real logs have them, over several chunks. */
const events = Array.from({ length: 400 }, (_, n): LogEvent => ({
  provider: 'Microsoft-Windows-Security-Auditing',
  providerGuid: '54849625-5478-4994-a5ba-3e3b0328c30d',
  channel: 'Security',
  computer: 'WS-07.acme.example',
  eventId: 4600 + (n % 5),
  keywords: 0x8020_0000_0000_0000n,
  time: 1_780_000_000_000_000_000n + BigInt(n) * 1_000_000_000n,
  userSid: 'S-1-5-18',
  layout: LAYOUTS[n % 2] ?? 'nested',
  ...(n % 5 === 4 && { userData: { element: 'LogFileCleared', namespace: 'urn:test' } }),
  data: [
    ['SubjectUserSid', sid('S-1-5-21-1004336348-1177238915-682003330-1107')],
    ['SubjectUserName', `user-${n}`],
    ['LogonId', hex64(0x3e7n + BigInt(n))],
    ['Status', hex32(0xc000_006d)],
    ['LogonGuid', guid('0197231e-ab9f-67aa-4c14-030000000000')],
    ['Count', n],
    ['Elevated', n % 2 === 0],
    ['Groups', list([text('Users'), text('Backup Operators')], 0x01)],
    ['Nothing', null],
  ],
}));

describe.skipIf(!hasLibevtx)('logs that the EVTX writer writes', { timeout: 60_000 }, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fireline-evtx-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are read whole by libevtx too', () => {
    const file = join(folder, 'written.evtx');
    writeFileSync(file, writeLog(events));
    const { status, stdout, stderr } = spawnSync('evtxexport', ['-f', 'xml', file], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const read = stdout.split('<Event ').slice(1);
    expect(read.length).toBe(events.length);
    read.forEach((xml, n) => {
      expect(xml).toContain(`<EventID>${4600 + (n % 5)}</EventID>`);
      expect(xml).toContain(`<EventRecordID>${n + 1}</EventRecordID>`);
      expect(xml).toContain(`user-${n}<`);
      expect(xml).toContain('S-1-5-21-1004336348-1177238915-682003330-1107');
      expect(xml).toContain('<Computer>WS-07.acme.example</Computer>');
    });
  });
});

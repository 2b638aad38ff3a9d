import type { RecordId } from '#shared/model/ids.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { Impact } from '#shared/records/kinds/impact.ts';
import type { Transfer } from '#shared/records/kinds/transfer.ts';
import { at } from '../calendar.ts';
import type { KeyRows } from '../find-events.ts';

const when = (text: string) => instantFromMs(at(text));
const id = (name: string): RecordId => `sample-${name}` as RecordId;

/** What left the network, and what was made ready to. `uploads` are the twelve flows from FS01. */
export const sampleTransfers = (
  rows: KeyRows,
  uploads: readonly KeyRows['firstUpload'][],
  dumps: readonly KeyRows['backupRead'][],
): readonly Transfer[] => [
  {
    id: id('transfer-contracts'),
    type: 'transfer',
    title: 'The whole Contracts share, as an encrypted archive',
    state: 'left',
    standing: 'proven',
    from: 'FS01, D:\\Shares\\Contracts',
    staged: 'FS01, C:\\ProgramData, packed by 7-Zip in parts of 200 MB',
    to: '198.51.100.23',
    bytes: 2_500_000_000n,
    atLeast: true,
    at: when('2026-05-13T02:19:00'),
    end: when('2026-05-13T03:08:00'),
    notes:
      'Twelve uploads as the sensor counted them. The password stands in the command line, so a copy of the share tells what was in the archive.',
    events: [rows.contractsRead.id, rows.packed.id, ...uploads.map((row) => row.id)],
  },
  {
    id: id('transfer-dumps'),
    type: 'transfer',
    title: 'Fourteen database dumps of the web shop',
    state: 'left',
    standing: 'proven',
    from: 'Bucket lindholm-web-backup',
    to: '203.0.113.66',
    at: rows.backupRead.time ?? when('2026-05-13T01:37:29'),
    notes: 'The log of the cloud does not tell their size; the bucket does. Being looked up.',
    events: dumps.map((row) => row.id),
  },
  {
    id: id('transfer-lsass'),
    type: 'transfer',
    title: 'Credentials in the memory of WS07',
    state: 'left',
    standing: 'inferred',
    from: 'WS07, memory of LSASS',
    to: '198.51.100.23',
    at: rows.lsassRead.time ?? when('2026-05-12T10:05:18'),
    notes:
      'The file that was written three seconds after the reading was not found; adm.nyberg was used three and a half hours later.',
    events: [rows.lsassRead.id, rows.adminFromVictim.id],
  },
  {
    id: id('transfer-user'),
    type: 'transfer',
    title: 'Further users and keys of the cloud account',
    state: 'prevented',
    standing: 'proven',
    from: 'Cloud account 111122223333',
    bytes: 0n,
    at: rows.cloudRefused.time ?? when('2026-05-13T01:42:51'),
    notes: 'Refused: the key may only write and read the backup bucket.',
    events: [rows.cloudRefused.id],
  },
];

/** What the incident did to Lindholm and to others. */
export const sampleImpacts = (rows: KeyRows): readonly Impact[] => [
  {
    id: id('impact-servers'),
    type: 'impact',
    title: 'WS07 and web1 installed anew, FS01 cleaned, accounts of the domain renewed',
    area: 'systems',
    standing: 'proven',
    quantity: '4 machines, 3 service accounts',
    from: when('2026-05-13T08:41:00'),
    until: when('2026-05-15T07:00:00'),
    description: 'krbtgt was changed twice, because forged tickets could not be excluded.',
  },
  {
    id: id('impact-contracts'),
    type: 'impact',
    title: 'Contracts with customers are in the intruder’s hands',
    area: 'data',
    standing: 'proven',
    quantity: 'At least 2.5 GB, the whole share',
    from: when('2026-05-13T02:19:00'),
    description: 'Havsvik Shipping was told under its contract. Others are being looked through.',
    events: [rows.packed.id, rows.firstUpload.id],
  },
  {
    id: id('impact-people'),
    type: 'impact',
    title: 'Personal data in contracts, and perhaps in the database dumps',
    area: 'people',
    standing: 'assumed',
    quantity: 'Not known yet',
    description:
      'Contracts name people. Whether the dumps hold data of customers of the shop is being examined; the authority was told that it follows.',
    events: [rows.backupRead.id],
  },
  {
    id: id('impact-files'),
    type: 'impact',
    title: 'File services closed for a day',
    area: 'business',
    standing: 'proven',
    from: when('2026-05-14T06:30:00'),
    until: when('2026-05-15T07:00:00'),
    description: 'Decided while FS01 was examined. Offers of that week went out late.',
  },
  {
    id: id('impact-hours'),
    type: 'impact',
    title: 'Hours of Lindholm’s own IT',
    area: 'cost',
    standing: 'proven',
    quantity: '74 hours of four people',
    cost: 6_290_000n,
    currency: 'SEK',
    description: 'At 850 SEK an hour, as the insurer counts them.',
  },
  {
    id: id('impact-counsel'),
    type: 'impact',
    title: 'Legal counsel',
    area: 'cost',
    standing: 'proven',
    quantity: '9 hours',
    cost: 2_250_000n,
    currency: 'SEK',
  },
];

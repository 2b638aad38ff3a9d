import type { RecordId } from '#shared/model/ids.ts';

type SearchName = 'tickets' | 'otherDesks' | 'tasks' | 'services' | 'domainData' | 'afterwards';

export const searchId = (name: SearchName): RecordId => `sample-search-${name}` as RecordId;

/** What was looked for and not found; what each ran over is counted when the sample is made. */
export interface SampleSearch {
  readonly name: SearchName;
  readonly title: string;
  readonly query: string;
  /** UTC. */
  readonly from?: string;
  readonly to?: string;
  readonly technique?: string;
  readonly conclusion: string;
}

export const SAMPLE_SEARCHES: readonly SampleSearch[] = [
  {
    name: 'tickets',
    title: 'Service tickets in an encryption other than AES-256',
    query: 'code:4769 not TicketEncryptionType:0x12',
    technique: 'T1558.003',
    conclusion:
      'No Kerberoasting that falls back on weaker encryption. A golden ticket is not logged by DC1 and cannot be excluded; krbtgt was changed twice.',
  },
  {
    name: 'otherDesks',
    title: 'Logons of the intruder’s accounts from or to the other workstations',
    query:
      'code:4624 (TargetUserName:helpdesk2 or TargetUserName:svc_backup) source.ip:(192.0.2.101 or 192.0.2.102 or 192.0.2.104 or 192.0.2.105)',
    from: '2026-05-12T13:00:00',
    technique: 'T1021',
    conclusion:
      'Seen from DC1, FS01 and WS03 only: WS01, WS02, WS04 and WS05 were not collected, and what was done on them alone would not be here.',
  },
  {
    name: 'tasks',
    title: 'Scheduled tasks made on the collected machines',
    query: 'code:4698',
    technique: 'T1053.005',
    conclusion: 'Nothing of it can be said: the audit policy does not record it.',
  },
  {
    name: 'services',
    title: 'Services other than PsExec’s installed on FS01 and DC1',
    query: 'code:7045 (host:FS01* or host:DC1*) not ServiceName:PSEXESVC',
    from: '2026-05-12T09:00:00',
    technique: 'T1543.003',
    conclusion: 'The Run key on WS07 stayed the only thing in Windows that starts by itself.',
  },
  {
    name: 'domainData',
    title: 'Copies of the domain’s password data (ntdsutil, shadow copies) on DC1',
    query: 'host:DC1* (ntdsutil or "ntds.dit" or vssadmin)',
    technique: 'T1003.003',
    conclusion:
      'Not with these tools. With the rights of helpdesk2 the data could have been read in other ways, so every password of the domain was changed.',
  },
  {
    name: 'afterwards',
    title: 'Traffic with the intruder’s addresses after containment',
    query: '(source.ip:203.0.113.66 or destination.ip:198.51.100.23) not action:firewall-block',
    from: '2026-05-13T09:35:00',
    technique: 'T1071.001',
    conclusion: 'Nothing came back until the evidence ends at midnight of 13 May.',
  },
];

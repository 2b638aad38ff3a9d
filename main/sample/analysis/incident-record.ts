import type { RecordChange } from '#shared/records/record-schema.ts';

/** What was said of the incident as it became known, in order, each with why. Times in the reasons are UTC. */
export const INCIDENT_EDITS: readonly {
  readonly change: RecordChange<'incident'>;
  readonly reason?: string;
}[] = [
  {
    change: {
      identifier: 'INC-2207',
      organisation: 'Lindholm',
      classification: 'Confidential',
      references: 'Ticket INC-2207\nInsurer: claim LH-88213-1\nAuthority: file 2026-4471',
    },
  },
  {
    change: { severity: 'medium' },
    reason: '13 May 08:20: one workstation, and Defender says that the file is in quarantine.',
  },
  {
    change: { severity: 'high' },
    reason: '13 May 08:35: helpdesk2, an account that nobody knows, is a domain administrator.',
  },
  {
    change: { status: 'containment' },
    reason: '13 May 08:41: the first account is disabled.',
  },
  {
    change: { status: 'eradication-and-recovery' },
    reason: '13 May 09:31: the last way back that is known is closed.',
  },
  {
    change: { severity: 'critical' },
    reason: '13 May 11:20: twelve uploads of 200 MB left FS01 in the night.',
  },
  {
    change: {
      actions: ['malware', 'hacking', 'social'],
      assets: ['server', 'user-device', 'person'],
      attributes: ['confidentiality', 'integrity'],
      scope:
        'The domain lindholm.example with WS07, WS03, FS01 and DC1, the web server web1, and the backup bucket in the cloud. WS01, WS02, WS04 and WS05 were not collected. The firm’s mailboxes and telephones are not part of this case.',
      summary:
        'A macro in a false invoice gave an intruder WS07 on 12 May 2026. By the afternoon they held the domain. In the night to 13 May at least 2.5 GB of contracts left FS01, and backups of the web site were read with a stolen key. All known ways back were closed by 09:31 UTC on 13 May.',
    },
  },
  {
    change: { status: 'post-incident' },
    reason: '15 May 07:00: file services are open again; what is left is in the report.',
  },
];

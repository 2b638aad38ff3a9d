import type { RecordChange } from '#shared/records/record-schema.ts';

/** What was said of the incident as it became known, in order, when and why (UTC). */
export const INCIDENT_EDITS: readonly {
  readonly knownAt: string;
  readonly change: RecordChange<'incident'>;
  readonly reason?: string;
}[] = [
  {
    knownAt: '2026-05-13T08:20:10',
    change: {
      identifier: 'INC-2207',
      organisation: 'Lindholm',
      classification: 'Confidential',
      references: 'Ticket INC-2207\nInsurer: claim LH-88213-1\nAuthority: file 2026-4471',
    },
  },
  {
    knownAt: '2026-05-13T08:20:30',
    change: { severity: 'medium' },
    reason: 'One workstation, and Defender says that the file is in quarantine.',
  },
  {
    knownAt: '2026-05-13T08:35:00',
    change: { severity: 'high' },
    reason: 'An account that nobody knows, helpdesk2, is a domain administrator.',
  },
  {
    knownAt: '2026-05-13T08:42:00',
    change: { status: 'containment' },
    reason: 'The first account is disabled.',
  },
  {
    knownAt: '2026-05-13T09:32:00',
    change: { status: 'eradication-and-recovery' },
    reason: 'The last way back that is known is closed.',
  },
  {
    knownAt: '2026-05-13T11:21:00',
    change: { severity: 'critical' },
    reason: 'Twelve uploads of 200 MB left FS01 in the night.',
  },
  {
    knownAt: '2026-05-14T07:30:00',
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
    knownAt: '2026-05-15T07:02:00',
    change: { status: 'post-incident' },
    reason: 'File services are open again; what is left is in the report.',
  },
];

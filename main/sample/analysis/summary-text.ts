import type { ReportId } from '#shared/model/ids.ts';
import type { SampleText } from './report-sections.ts';

export const SUMMARY_ID = 'sample-executive-summary' as ReportId;

export const SUMMARY_HEADER = {
  title: 'The intrusion at Lindholm, for the board',
  subtitle: 'Meeting of 20 May 2026',
  classification: 'TLP:AMBER · Confidential',
  organisation: 'Lindholm (a firm of the sample case)',
  template: 'executive-summary',
} as const;

/** What the analyst wrote for the board, by section of the template, in the markup of prose.ts. */
export const SUMMARY_TEXT: SampleText = {
  'What happened': `On 12 May a colleague opened a forged invoice {documentOpened}. It put a remote-control program on her computer, and within five hours strangers held the highest rights in our network {adminFromVictim}. In the following night they sent **at least 2.5 GB of our contracts** to a server on the internet {firstUpload} and took fourteen backups of the web shop {backupRead}. Our virus scanner gave the alarm on 13 May at 08:05 UTC {detected}; at 09:31 UTC the last way in that we know of was closed {keyDisabled}. The evidence shows no sign of the intruder after that.`,

  'What it means': `Every contract on the file server must be taken as known to strangers, who may sell them or write false invoices to our customers. Nothing was encrypted, and the only thing destroyed was one log. Two things are not known: whether the backups of the shop hold personal data, and whether four workstations that nobody has examined were touched.`,

  'What was done': `Karin Nyberg’s team blocked the stolen accounts and the intruder’s server within eleven minutes. Sara Holm closed the file services for a day while they were examined. Two machines were installed anew, one was cleaned, and the keys of the network were changed twice. The data protection authority was notified in time; Havsvik Shipping was told 3 h 45 min later than our contract with them demands.`,

  'What we do so that it does not happen again': `Three things made it possible. Documents with macros reach everybody. One stolen password opens the VPN, and one kind of administrator opens all the rest. And nobody reads alarms: the first came a day before we noticed {sensorAlert}.`,

  'What management decides now': `Until the first is decided, one password is all that is needed to come in again; until the second is, the next alarm is read by nobody.

| Decision needed | By whom | By when
| Pay for a second factor for the VPN and for every administrator | Sara Holm | 29 May 2026
| Name who reads the alarms on every working day, and a deputy | Sara Holm | 29 May 2026
| Tell the customers named in the contracts now, or when it is known which were taken | Sara Holm, with counsel | 22 May 2026`,
};

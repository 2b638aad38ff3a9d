import { END, FIRST_DAY, activity, at } from './calendar.ts';
import { INTRUDER, KARIN, PEOPLE, type Person } from './company.ts';
import type { Random } from './random.ts';

const quote = (value: string): string =>
  /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

const SUBJECTS: readonly [string, ...string[]] = [
  'Weekly figures',
  'Re: delivery on Thursday',
  'Minutes, site meeting',
  'Lunch?',
  'Purchase order 88120',
  'Out of office',
  'Re: Re: contract, second draft',
  'Newsletter May',
];

interface Mail {
  readonly at: number;
  /** sender, recipient, subject, attachment, verdict, client address */
  readonly cells: readonly [string, string, string, string, string, string];
}

/** The mail gateway's export as CSV: delivered and refused messages, and the lure among them. */
export function mailLog(random: Random): string {
  const mails: Mail[] = [];
  for (let time = FIRST_DAY; time < END; time += random.between(60_000, 500_000)) {
    if (random.next() > activity(time)) continue;
    const to = random.pick<Person>([...PEOPLE, KARIN]);
    const spam = random.next() < 0.06;
    mails.push({
      at: time,
      cells: [
        spam
          ? `offer${random.between(1, 900)}@bulk.example`
          : `contact${random.between(1, 60)}@partner.example`,
        `${to.account}@lindholm.example`,
        spam ? 'You have won' : random.pick(SUBJECTS),
        random.next() < 0.2 ? random.pick(['plan.pdf', 'figures.xlsx', 'offer.docx']) : '',
        spam ? 'rejected' : 'clean',
        `198.51.100.${random.between(10, 60)}`,
      ],
    });
  }
  mails.push({
    at: at('2026-05-12T07:52:20'),
    cells: [
      'accounts@lindholm-invoices.example',
      'a.berg@lindholm.example',
      'Overdue invoice 4471, please review',
      'Invoice_4471.docm',
      'not scanned: macro',
      INTRUDER.scan,
    ],
  });
  mails.sort((a, b) => a.at - b.at);
  const rows = mails.map(({ at: time, cells }) =>
    [new Date(time).toISOString(), ...cells].map(quote).join(','),
  );
  return `timestamp,sender,recipient,subject,attachment,verdict,client_ip\n${rows.join('\n')}\n`;
}

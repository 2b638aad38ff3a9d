import { INTRUDER, PEOPLE } from './company.ts';
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

/** The mail gateway's export: delivered messages with verdicts, and the lure among them. */
export function mailGatewayCsv(random: Random, firstDay: number): string {
  const rows: [at: number, cells: readonly string[]][] = [];
  for (
    let at = firstDay + 5 * 3_600_000;
    at < firstDay + 3 * 86_400_000;
    at += random.between(60_000, 900_000)
  ) {
    const to = random.pick(PEOPLE);
    rows.push([
      at,
      [
        new Date(at).toISOString(),
        `contact${random.between(1, 60)}@partner.example`,
        `${to.account}@lindholm.example`,
        random.pick(SUBJECTS),
        '',
        'clean',
        `198.51.100.${random.between(10, 60)}`,
      ],
    ]);
  }
  const lure = Date.parse('2026-05-12T07:52:20.000Z');
  rows.push([
    lure,
    [
      new Date(lure).toISOString(),
      'accounts@lindholm-invoices.example',
      'a.berg@lindholm.example',
      'Overdue invoice 4471, please review',
      'Invoice_4471.docm',
      'unscanned (macro)',
      INTRUDER.scan,
    ],
  ]);
  rows.sort((a, b) => a[0] - b[0]);
  const header = 'timestamp,sender,recipient,subject,attachment,verdict,client_ip';
  return `${header}\n${rows.map(([, cells]) => cells.map(quote).join(',')).join('\n')}\n`;
}

/** The VPN concentrator's audit as JSON lines: who connected from where. */
export function vpnAuditJsonl(random: Random, firstDay: number): string {
  const rows: { at: number; row: object }[] = [];
  const add = (at: number, user: string, ip: string, outcome: string, country: string): void => {
    rows.push({
      at,
      row: {
        '@timestamp': new Date(at).toISOString(),
        event: { action: 'vpn-login', outcome, category: 'authentication' },
        user: { name: user },
        source: { ip, geo: { country } },
        host: { name: 'vpn1' },
      },
    });
  };
  for (let day = 0; day < 3; day++) {
    for (const person of PEOPLE) {
      if (random.next() < 0.5)
        add(
          firstDay +
            day * 86_400_000 +
            random.between(6, 21) * 3_600_000 +
            random.between(0, 3_599_999),
          person.account,
          `198.51.100.${random.between(150, 160)}`,
          'success',
          'SE',
        );
    }
  }
  add(Date.parse('2026-05-12T13:10:55.201Z'), 'adm.nyberg', INTRUDER.scan, 'failure', 'NL');
  add(Date.parse('2026-05-12T13:11:20.880Z'), 'adm.nyberg', INTRUDER.scan, 'failure', 'NL');
  add(Date.parse('2026-05-13T01:55:48.016Z'), 'helpdesk2', INTRUDER.scan, 'success', 'NL');
  rows.sort((a, b) => a.at - b.at);
  return `${rows.map(({ row }) => JSON.stringify(row)).join('\n')}\n`;
}

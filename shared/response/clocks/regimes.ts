import type { Deadline } from '../../records/kinds/deadline.ts';

/** One period that a law, a standard or a contract sets. */
export interface RegimeRule extends Pick<Deadline, 'from' | 'count' | 'unit'> {
  /** As stored in a deadline; never renamed. */
  readonly id: string;
  readonly title: string;
  /** Where it is written, in words. */
  readonly source: string;
  /** What it counts from and what else must be known to use it. */
  readonly note: string;
  readonly authority: string;
  /** The rule whose deadline must be met first, for `from: 'met'`. */
  readonly after?: string;
  /** The zone of its authority, where there is one for all. */
  readonly zone?: string;
}

export interface Regime {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly RegimeRule[];
}

/**
 * Periods for telling others of an incident. A help to the memory and no legal advice: whether a rule applies, and from
 * when it counts, is for counsel to say.
 */
export const REGIMES: readonly Regime[] = [
  {
    id: 'gdpr',
    title: 'GDPR: personal data, European Union',
    rules: [
      {
        id: 'gdpr-33',
        title: 'GDPR: notify the supervisory authority',
        from: 'aware',
        count: 72,
        unit: 'hours',
        authority: 'Supervisory authority (Article 55)',
        source:
          'Regulation (EU) 2016/679, Article 33(1): without undue delay and, where feasible, not later than 72 hours after having become aware of the breach.',
        note: 'Not needed where a risk to people is unlikely. A later notification gives reasons for the delay. What is not yet known may follow in phases (Article 33(4)).',
      },
    ],
  },
  {
    id: 'nis2',
    title: 'NIS2: essential and important entities, European Union',
    rules: [
      {
        id: 'nis2-23-4-a',
        title: 'NIS2: early warning',
        from: 'aware',
        count: 24,
        unit: 'hours',
        authority: 'CSIRT or competent authority',
        source:
          'Directive (EU) 2022/2555, Article 23(4)(a): without undue delay and in any event within 24 hours of becoming aware of the significant incident.',
        note: 'Applies as each member state has put it into its law.',
      },
      {
        id: 'nis2-23-4-b',
        title: 'NIS2: incident notification',
        from: 'aware',
        count: 72,
        unit: 'hours',
        authority: 'CSIRT or competent authority',
        source:
          'Directive (EU) 2022/2555, Article 23(4)(b): without undue delay and in any event within 72 hours of becoming aware of the significant incident.',
        note: 'Trust service providers have 24 hours, where their services are affected.',
      },
      {
        id: 'nis2-23-4-d',
        title: 'NIS2: final report',
        from: 'met',
        after: 'nis2-23-4-b',
        count: 1,
        unit: 'months',
        authority: 'CSIRT or competent authority',
        source:
          'Directive (EU) 2022/2555, Article 23(4)(d): not later than one month after the submission of the incident notification.',
        note: 'While the incident goes on, a progress report is due then, and the final report a month after it was handled (point (e)).',
      },
    ],
  },
  {
    id: 'hipaa',
    title: 'HIPAA: health information, United States',
    rules: [
      {
        id: 'hipaa-164-404',
        title: 'HIPAA: notify the individuals',
        from: 'aware',
        count: 60,
        unit: 'days',
        authority: 'Each individual affected',
        source:
          '45 CFR 164.404(b): without unreasonable delay and in no case later than 60 calendar days after discovery of the breach.',
        note: 'Discovered on the first day on which it is known, or would have been with reasonable diligence (164.404(a)(2)). From 500 individuals on, the Secretary is notified at the same time (164.408(b)).',
      },
    ],
  },
  {
    id: 'sec',
    title: 'SEC: registrants, United States',
    rules: [
      {
        id: 'sec-8k-1-05',
        title: 'SEC: Form 8-K, Item 1.05',
        from: 'own',
        count: 4,
        unit: 'business-days',
        zone: 'America/New_York',
        authority: 'U.S. Securities and Exchange Commission',
        source:
          'Form 8-K, Item 1.05 and General Instruction B.1: within four business days after the registrant determines that the incident is material.',
        note: 'Counts from that determination, which is made without unreasonable delay after discovery. Give the days on which the Commission is closed as holidays; EDGAR takes filings until 17:30 for the date of the day.',
      },
    ],
  },
  {
    id: 'pci',
    title: 'PCI DSS: payment cards',
    rules: [
      {
        id: 'pci-12-10',
        title: 'PCI DSS: tell the acquirer and the payment brands',
        from: 'aware',
        count: 24,
        unit: 'hours',
        authority: 'Acquirer and payment brands',
        source:
          'PCI DSS v4.0.1, requirement 12.10.1: the response plan includes notification of payment brands and acquirers. The standard names no number of hours.',
        note: 'At once, as the agreement with the acquirer says. The 24 hours are only a beginning: write the period of your contract in their place.',
      },
    ],
  },
];

const RULES: ReadonlyMap<string, RegimeRule> = new Map(
  REGIMES.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])),
);

/** The rule of a deadline; undefined for one of the analyst's own. */
export const ruleOf = (id: string): RegimeRule | undefined => RULES.get(id);

/** What every list of these says of itself. */
export const NO_ADVICE =
  'These rules are a help to the memory, not legal advice. Whether one applies, and from when it counts, is for counsel to say.';

/** What is and is not applied when periods are counted, for whoever checks a time by hand. */
export const HOW_COUNTED: readonly string[] = [
  'Hours run on from the exact time, over nights, weekends and changes of the clock.',
  'Days, months and business days are days of the calendar in the zone of the deadline. The day on which it begins is not counted; it ends with the end of its last day.',
  'A month after the 31st ends with the last day of a shorter month.',
  'Regulation (EEC, Euratom) No 1182/71 counts European periods like this, but leaves out the hour in which a period of hours begins, moves a last day that is no working day to the next one (not for hours), and gives every period of two days or more two working days. Fireline takes the earlier time: it moves a last day only where the deadline says so, and does nothing else of the three.',
  'Only the holidays that you give are holidays.',
];

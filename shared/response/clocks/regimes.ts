import { AMERICAN_REGIMES } from './american-regimes.ts';
import { EUROPEAN_REGIMES } from './european-regimes.ts';
import type { Regime, RegimeRule } from './regime.ts';

/**
 * Periods for telling others of an incident. A help to the memory and no legal advice: whether a rule applies, and from
 * when it counts, is for counsel to say.
 */
export const REGIMES: readonly Regime[] = [
  ...EUROPEAN_REGIMES,
  ...AMERICAN_REGIMES,
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
  'Days, months and business days are days of the calendar in the zone of the deadline. The day on which it begins is not counted; it ends with the end of its last day, or at the hour of that day at which who must be told closes.',
  'A month after the 31st ends with the last day of a shorter month.',
  'Regulation (EEC, Euratom) No 1182/71 counts European periods like this, but leaves out the hour in which a period of hours begins, moves a last day that is no working day to the next one (not for hours), and gives every period of two days or more two working days. Fireline takes the earlier time: it moves a last day only where the deadline says so, and does nothing else of the three.',
  'Only the holidays of its list are holidays of a deadline. The rule of the SEC brings those of the federal government along; all others are for you to give.',
];

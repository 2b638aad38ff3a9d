import type { Regime } from './regime.ts';

const HHS = 'Secretary of Health and Human Services';
const WITHOUT_DELAY =
  'without unreasonable delay and in no case later than 60 calendar days after discovery of the breach.';

/** Periods of the law of the United States. */
export const AMERICAN_REGIMES: readonly Regime[] = [
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
        source: `45 CFR 164.404(b): ${WITHOUT_DELAY}`,
        note: 'Discovered on the first day on which it is known, or would have been with reasonable diligence (164.404(a)(2)). Law enforcement may ask for a delay (164.412).',
      },
      {
        id: 'hipaa-164-406',
        title: 'HIPAA: notify the media',
        from: 'aware',
        count: 60,
        unit: 'days',
        authority: 'Prominent media outlets of the State',
        source: `45 CFR 164.406(b): ${WITHOUT_DELAY}`,
        note: 'For more than 500 residents of one State or jurisdiction.',
      },
      {
        id: 'hipaa-164-408-b',
        title: 'HIPAA: notify the Secretary, 500 or more',
        from: 'aware',
        count: 60,
        unit: 'days',
        authority: HHS,
        source:
          '45 CFR 164.408(b): for 500 or more individuals, at the same time as the notice to them, so no later than 60 calendar days after discovery.',
        note: 'In the manner given on the web site of the department.',
      },
      {
        id: 'hipaa-164-408-c',
        title: 'HIPAA: notify the Secretary, fewer than 500',
        from: 'own',
        count: 60,
        unit: 'days',
        authority: HHS,
        source:
          '45 CFR 164.408(c): for fewer than 500 individuals, not later than 60 days after the end of the calendar year of discovery.',
        note: 'Give 31 December of the year of discovery as its beginning.',
      },
      {
        id: 'hipaa-164-410',
        title: 'HIPAA: business associate tells the covered entity',
        from: 'aware',
        count: 60,
        unit: 'days',
        authority: 'Covered entity',
        source: `45 CFR 164.410(b): ${WITHOUT_DELAY}`,
        note: 'Contracts often set far less.',
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
        until: '17:30',
        holidays: 'us-federal',
        authority: 'U.S. Securities and Exchange Commission',
        source:
          'Form 8-K, Item 1.05 and General Instruction B.1: within four business days after the registrant determines that the incident is material. On a day on which the Commission is closed, the first business day after it is the first of the four. 17 CFR 232.13(a)(2): sent after 17:30 Eastern Time, it is filed on the next business day.',
        note: 'Counts from that determination, which is made without unreasonable delay after discovery. Federal holidays come with it: add other days on which the Commission is closed. The Attorney General may determine that disclosure would be a substantial risk, which delays it (Item 1.05(c)).',
      },
    ],
  },
  {
    id: 'us-finance',
    title: 'Banks and financial institutions, United States',
    rules: [
      {
        id: 'us-bank-36',
        title: 'US banks: notify the primary federal regulator',
        from: 'own',
        count: 36,
        unit: 'hours',
        authority: 'OCC, Federal Reserve or FDIC',
        source:
          '12 CFR 53.3, 225.302 and 304.23: as soon as possible and no later than 36 hours after determining that a notification incident has occurred.',
        note: 'Counts from that determination. A bank service provider tells its banks as soon as possible where a service is degraded for four hours or more.',
      },
      {
        id: 'nydfs-500-17-a',
        title: 'NYDFS: notice of a cybersecurity incident',
        from: 'own',
        count: 72,
        unit: 'hours',
        zone: 'America/New_York',
        authority: 'Superintendent of Financial Services, New York',
        source:
          '23 NYCRR 500.17(a)(1): as promptly as possible but no later than 72 hours after determining that a cybersecurity incident has occurred.',
        note: 'At the covered entity, its affiliates, or a third-party service provider. Counts from that determination.',
      },
      {
        id: 'nydfs-500-17-c-1',
        title: 'NYDFS: notice of an extortion payment',
        from: 'own',
        count: 24,
        unit: 'hours',
        zone: 'America/New_York',
        authority: 'Superintendent of Financial Services, New York',
        source: '23 NYCRR 500.17(c)(1): within 24 hours of the extortion payment.',
        note: 'Counts from the payment. A written description of why it was needed follows within 30 days (500.17(c)(2)).',
      },
      {
        id: 'nydfs-500-17-c-2',
        title: 'NYDFS: description of an extortion payment',
        from: 'own',
        count: 30,
        unit: 'days',
        zone: 'America/New_York',
        authority: 'Superintendent of Financial Services, New York',
        source: '23 NYCRR 500.17(c)(2): within 30 days of the extortion payment.',
        note: 'Why payment was needed, the alternatives considered, and the diligence done.',
      },
      {
        id: 'ftc-314-4-j',
        title: 'FTC Safeguards Rule: notify the Commission',
        from: 'aware',
        count: 30,
        unit: 'days',
        zone: 'America/New_York',
        authority: 'Federal Trade Commission',
        source:
          '16 CFR 314.4(j): as soon as possible and no later than 30 days after discovery of a notification event with the information of at least 500 consumers.',
        note: 'For financial institutions under the jurisdiction of the FTC, where unencrypted customer information was acquired without authorization.',
      },
    ],
  },
];

import type { Regime } from './regime.ts';

/** Periods of the law of the European Union, and of the United Kingdom where it is the same. */
export const EUROPEAN_REGIMES: readonly Regime[] = [
  {
    id: 'gdpr',
    title: 'GDPR: personal data, European Union and United Kingdom',
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
        note: 'Not needed where a risk to people is unlikely. A later notification gives reasons for the delay. What is not yet known may follow in phases (Article 33(4)). A processor tells its controller, and a controller tells people at high risk, without undue delay and without a number of hours (Articles 33(2) and 34).',
      },
      {
        id: 'uk-gdpr-33',
        title: 'UK GDPR: notify the Information Commissioner',
        from: 'aware',
        count: 72,
        unit: 'hours',
        authority: 'Information Commissioner',
        source:
          'UK GDPR, Article 33(1): without undue delay and, where feasible, not later than 72 hours after having become aware of the breach.',
        note: 'Not needed where a risk to people is unlikely. A later notification gives reasons for the delay.',
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
    id: 'dora',
    title: 'DORA: financial entities, European Union',
    rules: [
      {
        id: 'dora-19-4-a',
        title: 'DORA: initial notification, from classification',
        from: 'own',
        count: 4,
        unit: 'hours',
        authority: 'Competent authority (Article 46)',
        source:
          'Regulation (EU) 2022/2554, Article 19(4)(a); Delegated Regulation (EU) 2025/301, Article 5: within four hours from classifying the incident as major.',
        note: 'And no later than 24 hours after becoming aware, which is a deadline of its own. Where the incident is classified as major only later than that, these four hours alone count.',
      },
      {
        id: 'dora-19-4-a-aware',
        title: 'DORA: initial notification, at the latest',
        from: 'aware',
        count: 24,
        unit: 'hours',
        authority: 'Competent authority (Article 46)',
        source:
          'Regulation (EU) 2022/2554, Article 19(4)(a); Delegated Regulation (EU) 2025/301, Article 5: no later than 24 hours from becoming aware of the incident.',
        note: 'Waive it where the incident was not yet classified as major by then. Some entities have until noon of the next working day where a time limit ends on a weekend or bank holiday; Fireline takes the earlier time.',
      },
      {
        id: 'dora-19-4-b',
        title: 'DORA: intermediate report',
        from: 'met',
        after: 'dora-19-4-a',
        count: 72,
        unit: 'hours',
        authority: 'Competent authority (Article 46)',
        source:
          'Regulation (EU) 2022/2554, Article 19(4)(b); Delegated Regulation (EU) 2025/301, Article 5: within 72 hours from submitting the initial notification, even where nothing changed.',
        note: 'An updated one without undue delay, in any case when regular activities are recovered.',
      },
      {
        id: 'dora-19-4-c',
        title: 'DORA: final report',
        from: 'met',
        after: 'dora-19-4-b',
        count: 1,
        unit: 'months',
        authority: 'Competent authority (Article 46)',
        source:
          'Regulation (EU) 2022/2554, Article 19(4)(c); Delegated Regulation (EU) 2025/301, Article 5: no later than one month after the intermediate report.',
        note: 'After the latest updated intermediate report, where there is one: set when that was met.',
      },
    ],
  },
  {
    id: 'cra',
    title: 'Cyber Resilience Act: manufacturers of products with digital elements, European Union',
    rules: [
      {
        id: 'cra-14-a',
        title: 'CRA: early warning',
        from: 'aware',
        count: 24,
        unit: 'hours',
        authority: 'CSIRT designated as coordinator, and ENISA',
        source:
          'Regulation (EU) 2024/2847, Article 14(2)(a) and 14(4)(a): without undue delay and in any event within 24 hours of becoming aware.',
        note: 'Of an actively exploited vulnerability in the product, or of a severe incident with an impact on its security. Applies from 11 September 2026.',
      },
      {
        id: 'cra-14-b',
        title: 'CRA: notification',
        from: 'aware',
        count: 72,
        unit: 'hours',
        authority: 'CSIRT designated as coordinator, and ENISA',
        source:
          'Regulation (EU) 2024/2847, Article 14(2)(b) and 14(4)(b): without undue delay and in any event within 72 hours of becoming aware.',
        note: 'Unless the information was given already.',
      },
      {
        id: 'cra-14-2-c',
        title: 'CRA: final report on a vulnerability',
        from: 'own',
        count: 14,
        unit: 'days',
        authority: 'CSIRT designated as coordinator, and ENISA',
        source:
          'Regulation (EU) 2024/2847, Article 14(2)(c): no later than 14 days after a corrective or mitigating measure is available.',
        note: 'Counts from when that measure is available.',
      },
      {
        id: 'cra-14-4-c',
        title: 'CRA: final report on a severe incident',
        from: 'met',
        after: 'cra-14-b',
        count: 1,
        unit: 'months',
        authority: 'CSIRT designated as coordinator, and ENISA',
        source:
          'Regulation (EU) 2024/2847, Article 14(4)(c): within one month after the submission of the incident notification.',
        note: 'Users are informed too, once the manufacturer is aware (Article 14(8)).',
      },
    ],
  },
];

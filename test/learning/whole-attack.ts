/**
 * A bundle of the size and shape of MITRE's: as many objects of each kind as enterprise-attack 18.1 has (24,772, some
 * 50 MB), revoked techniques of which some were replaced by revoked ones, deprecated ones, relationships of every kind,
 * and objects of another domain among them.
 */
const COUNTS = {
  tactics: 14,
  techniques: 216,
  subTechniques: 475,
  revoked: 132,
  deprecated: 12,
  measures: 44,
  oldMeasures: 224,
  mitigates: 1_445,
  uses: 17_270,
  detects: 691,
  others: 3_620,
} as const;

const TEXT = 'Adversaries may do this in several ways, of which each is described at length here. ';

const common = (type: string, n: number, attackId: string) => ({
  type,
  id: `${type}--${n}`,
  spec_version: '2.1',
  created: '2017-05-31T21:30:21.315Z',
  modified: `2025-10-${String(10 + (n % 15))}T17:48:20.123Z`,
  created_by_ref: 'identity--1',
  object_marking_refs: ['marking-definition--1'],
  x_mitre_attack_spec_version: '3.3.0',
  x_mitre_domains: ['enterprise-attack'],
  x_mitre_version: '1.2',
  external_references: [
    { source_name: 'mitre-attack', url: 'https://attack.mitre.org/x', external_id: attackId },
    ...[1, 2, 3].map((m) => ({ source_name: `Report ${m}`, description: TEXT, url: 'https://x' })),
  ],
  description: TEXT.repeat(10),
});

const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const digits = (n: number, width: number): string => String(n).padStart(width, '0');

function pattern(n: number, id: string, name: string, more: object = {}) {
  const phases = [`tactic-${n % COUNTS.tactics}`, `tactic-${(n + 3) % COUNTS.tactics}`];
  return {
    ...common('attack-pattern', n, id),
    name,
    revoked: false,
    x_mitre_deprecated: false,
    x_mitre_is_subtechnique: id.includes('.'),
    x_mitre_platforms: ['Windows', 'Linux'],
    kill_chain_phases: phases.map((phase_name) => ({
      kill_chain_name: 'mitre-attack',
      phase_name,
    })),
    ...more,
  };
}

const link = (n: number, kind: string, from: string, to: string, more: object = {}) => ({
  ...common('relationship', n, ''),
  external_references: [],
  relationship_type: kind,
  source_ref: from,
  target_ref: to,
  ...more,
});

/** STIX ids: current techniques from 0 on, then sub-techniques, then revoked ones, then deprecated ones. */
const FIRST_REVOKED = COUNTS.techniques + COUNTS.subTechniques;

export function wholeAttack() {
  const current = FIRST_REVOKED;
  const tactics = times(COUNTS.tactics, (n) => ({
    ...common('x-mitre-tactic', n, `TA${digits(n, 4)}`),
    name: `Tactic ${n}`,
    x_mitre_shortname: `tactic-${n}`,
  }));
  const patterns = [
    ...times(COUNTS.techniques, (n) => pattern(n, `T${digits(1_000 + n, 4)}`, `Technique ${n}`)),
    ...times(COUNTS.subTechniques, (n) => {
      const parent = 1_000 + (n % COUNTS.techniques);
      const sub = 1 + Math.floor(n / COUNTS.techniques);
      return pattern(COUNTS.techniques + n, `T${parent}.${digits(sub, 3)}`, `Sub ${n}`);
    }),
    ...times(COUNTS.revoked, (n) =>
      pattern(FIRST_REVOKED + n, `T${3_000 + n}`, `Old ${n}`, { revoked: true }),
    ),
    ...times(COUNTS.deprecated, (n) =>
      pattern(FIRST_REVOKED + COUNTS.revoked + n, `T${4_000 + n}`, `Gone ${n}`, {
        x_mitre_deprecated: true,
      }),
    ),
  ];
  const ofMobile = times(5, (n) =>
    pattern(9_000 + n, `T${5_000 + n}`, `Mobile ${n}`, { x_mitre_domains: ['mobile-attack'] }),
  );
  const measure = (n: number) =>
    n < COUNTS.measures
      ? { ...common('course-of-action', n, `M${1_000 + n}`), name: `Measure ${n}` }
      : {
          ...common('course-of-action', n, `T${digits(n, 4)}`),
          name: `Old measure ${n}`,
          x_mitre_deprecated: true,
        };
  const technique = (n: number): string => `attack-pattern--${n % current}`;
  const links = [
    ...times(COUNTS.mitigates, (n) => {
      // Each pair once: the measure moves on with every round over the techniques.
      const from = (n + Math.floor(n / current)) % COUNTS.measures;
      return link(n, 'mitigates', `course-of-action--${from}`, technique(n));
    }),
    link(90_000, 'mitigates', 'course-of-action--1', technique(0), { x_mitre_deprecated: true }),
    // Every tenth was replaced by the revoked one before it.
    ...times(COUNTS.revoked, (n) =>
      link(
        20_000 + n,
        'revoked-by',
        `attack-pattern--${FIRST_REVOKED + n}`,
        n % 10 === 9 ? `attack-pattern--${FIRST_REVOKED + n - 1}` : technique(n),
      ),
    ),
    ...times(COUNTS.subTechniques, (n) =>
      link(30_000 + n, 'subtechnique-of', technique(COUNTS.techniques + n), technique(n)),
    ),
    ...times(COUNTS.uses, (n) => link(40_000 + n, 'uses', `malware--${n % 700}`, technique(n))),
    ...times(COUNTS.detects, (n) =>
      link(60_000 + n, 'detects', `x-mitre-detection-strategy--${n}`, technique(n)),
    ),
  ];
  return {
    type: 'bundle',
    id: 'bundle--1',
    objects: [
      {
        ...common('x-mitre-collection', 1, ''),
        name: 'Enterprise ATT&CK',
        x_mitre_version: '18.1',
        modified: '2025-11-13T14:00:00.188Z',
      },
      {
        ...common('x-mitre-matrix', 1, 'enterprise-attack'),
        name: 'Enterprise ATT&CK',
        tactic_refs: tactics.map(({ id }) => id).reverse(),
      },
      ...tactics,
      ...patterns,
      ...ofMobile,
      ...times(COUNTS.measures + COUNTS.oldMeasures, measure),
      ...times(COUNTS.others, (n) => ({ ...common('malware', n, `S${n}`), name: `Software ${n}` })),
      ...links,
    ],
  };
}

export { COUNTS };

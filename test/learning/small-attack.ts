/** A bundle in the shape in which MITRE publishes ATT&CK, with a handful of its objects. */
const reference = (id: string) => ({
  external_references: [{ source_name: 'mitre-attack', external_id: id, url: 'https://x' }],
  x_mitre_domains: ['enterprise-attack'],
});
const phases = (...names: readonly string[]) => ({
  kill_chain_phases: names.map((phase_name) => ({ kill_chain_name: 'mitre-attack', phase_name })),
});

export const SMALL_ATTACK = {
  type: 'bundle',
  id: 'bundle--1',
  objects: [
    {
      type: 'x-mitre-collection',
      id: 'x-mitre-collection--1',
      x_mitre_version: '19.1',
      modified: '2026-04-28T14:00:00.000Z',
    },
    {
      type: 'x-mitre-matrix',
      id: 'x-mitre-matrix--1',
      name: 'Enterprise ATT&CK',
      tactic_refs: ['x-mitre-tactic--2', 'x-mitre-tactic--1'],
      ...reference('enterprise-attack'),
    },
    {
      type: 'x-mitre-tactic',
      id: 'x-mitre-tactic--1',
      name: 'Stealth',
      x_mitre_shortname: 'stealth',
      ...reference('TA0005'),
    },
    {
      type: 'x-mitre-tactic',
      id: 'x-mitre-tactic--2',
      name: 'Execution',
      x_mitre_shortname: 'execution',
      ...reference('TA0002'),
    },
    {
      type: 'attack-pattern',
      id: 'attack-pattern--1',
      name: 'Command and Scripting Interpreter',
      ...reference('T1059'),
      ...phases('execution'),
    },
    {
      type: 'attack-pattern',
      id: 'attack-pattern--2',
      name: 'PowerShell',
      x_mitre_is_subtechnique: true,
      ...reference('T1059.001'),
      ...phases('execution', 'stealth'),
    },
    {
      type: 'attack-pattern',
      id: 'attack-pattern--3',
      name: 'Old Name',
      revoked: true,
      ...reference('T1562'),
    },
    {
      type: 'attack-pattern',
      id: 'attack-pattern--4',
      name: 'Gone Without Heir',
      x_mitre_deprecated: true,
      ...reference('T1999'),
    },
    {
      type: 'attack-pattern',
      id: 'attack-pattern--5',
      name: 'Of a Telephone',
      ...reference('T1400'),
      x_mitre_domains: ['mobile-attack'],
    },
    {
      type: 'course-of-action',
      id: 'course-of-action--1',
      name: 'Execution Prevention',
      ...reference('M1038'),
    },
    {
      type: 'relationship',
      id: 'relationship--1',
      relationship_type: 'mitigates',
      source_ref: 'course-of-action--1',
      target_ref: 'attack-pattern--2',
    },
    {
      type: 'relationship',
      id: 'relationship--2',
      relationship_type: 'revoked-by',
      source_ref: 'attack-pattern--3',
      target_ref: 'attack-pattern--1',
    },
    { type: 'malware', id: 'malware--1', name: 'Not looked at', labels: 7 },
  ],
};

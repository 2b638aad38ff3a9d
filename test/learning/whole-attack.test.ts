import { expect, it } from 'vitest';
import { attackMatrix } from '#shared/learning/attack-matrix.ts';
import { readStixBundle } from '#shared/learning/stix-bundle.ts';
import { COUNTS, wholeAttack } from './whole-attack.ts';

it('a bundle of the size of MITRE’s gives all that is current, and where each revoked id leads in the end', () => {
  const bundle = wholeAttack();
  expect(bundle.objects.length).toBeGreaterThan(24_000);
  const read = readStixBundle(bundle);
  if (!read.ok) throw new Error(read.failure.message);
  const { techniques, tactics, mitigationNames } = read.value;
  const current = techniques.filter(({ replacedBy }) => replacedBy === undefined);
  expect(current.filter(({ id }) => id.length === 5)).toHaveLength(COUNTS.techniques);
  expect(current.filter(({ id }) => id.length > 5)).toHaveLength(COUNTS.subTechniques);
  expect(techniques).toHaveLength(COUNTS.techniques + COUNTS.subTechniques + COUNTS.revoked);
  expect(techniques.some(({ id }) => id >= 'T4000')).toBe(false);
  expect(tactics.map(({ id }) => id)[0]).toBe('TA0013');
  expect(Object.keys(mitigationNames)).toHaveLength(COUNTS.measures);
  expect(techniques.reduce((sum, one) => sum + one.mitigations.length, 0)).toBe(COUNTS.mitigates);

  const ends = new Set(current.map(({ id }) => id));
  const replaced = techniques.filter(({ replacedBy }) => replacedBy !== undefined);
  expect(replaced).toHaveLength(COUNTS.revoked);
  expect(replaced.filter(({ replacedBy = '' }) => !ends.has(replacedBy))).toEqual([]);
  expect(techniques.find(({ id }) => id === 'T3009')?.replacedBy).toBe('T1008');

  const matrix = attackMatrix(read.value, new Map(), false);
  expect(matrix.map(({ tactic }) => tactic.name)[0]).toBe('Tactic 13');
  const cells = matrix.flatMap((column) => column.cells);
  expect(cells).toHaveLength(2 * COUNTS.techniques);
  expect(cells.reduce((sum, { subs }) => sum + subs.length, 0)).toBe(2 * COUNTS.subTechniques);
});

it('ids that were revoked in a circle end somewhere', () => {
  const bundle = wholeAttack();
  const [first, second] = bundle.objects.flatMap((one) =>
    'relationship_type' in one && one.relationship_type === 'revoked-by' ? [one] : [],
  );
  if (first === undefined || second === undefined) throw new Error('nothing is revoked');
  const circle = [
    { ...first, target_ref: second.source_ref },
    { ...second, target_ref: first.source_ref },
  ];
  const read = readStixBundle({
    ...bundle,
    objects: [...bundle.objects.filter((one) => one !== first && one !== second), ...circle],
  });
  expect(read.ok).toBe(true);
});

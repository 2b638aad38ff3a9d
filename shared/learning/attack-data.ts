import { z } from 'zod';
import { ATTACK_VERSION, TACTICS, TECHNIQUES } from '../model/attack.ts';
import { MITIGATION_NAMES } from './mitigations.ts';

const text = z.string().max(1_000);
const techniqueId = z.string().regex(/^T\d{4}(\.\d{3})?$/);

/** ATT&CK for Enterprise as far as Fireline uses it; also what is kept of a bundle that was carried in. */
export const attackData = z.strictObject({
  source: z.enum(['built-in', 'imported']),
  /** Empty where a bundle does not say. */
  version: z.string().max(40),
  /** When MITRE changed it last, ISO 8601; unknown for the built-in table. */
  modified: z.string().max(40).exactOptional(),
  /** When it was carried in, ISO 8601. */
  importedAt: z.string().max(40).exactOptional(),
  /** In the order of the matrix. */
  tactics: z
    .array(z.strictObject({ id: text, shortName: text, name: text }))
    .max(100)
    .readonly(),
  techniques: z
    .array(
      z.strictObject({
        id: techniqueId,
        /** Of a sub-technique with its parent's before it. */
        name: text,
        tactics: z.array(text).max(100).readonly(),
        replacedBy: techniqueId.exactOptional(),
        /** Ids of mitigations. */
        mitigations: z.array(text).max(200).readonly(),
      }),
    )
    .max(20_000)
    .readonly(),
  mitigationNames: z.record(text, text),
});

export type AttackData = z.infer<typeof attackData>;
export type AttackTechnique = AttackData['techniques'][number];
export type AttackTactic = AttackData['tactics'][number];

/** The table that Fireline brings along: never empty, and what is used until a bundle is carried in. */
export const BUILT_IN_ATTACK: AttackData = {
  source: 'built-in',
  version: ATTACK_VERSION,
  tactics: TACTICS.map(({ id, phase, name }) => ({ id, shortName: phase, name })),
  techniques: TECHNIQUES,
  mitigationNames: MITIGATION_NAMES,
};

import { z } from 'zod';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { byText } from '../work/by-text.ts';
import { counted } from '../work/number-text.ts';
import type { AttackData, AttackTactic } from './attack-data.ts';
import { attackData } from './attack-data.ts';

/**
 * ATT&CK for Enterprise as MITRE publishes it: a STIX 2.0 or 2.1 bundle with the properties of the ATT&CK data model
 * (https://github.com/mitre/cti/blob/master/USAGE.md). Of its objects only those below are read.
 */
const bundle = z.looseObject({
  type: z.literal('bundle'),
  objects: z.array(z.looseObject({ type: z.string(), id: z.string().optional() })).max(500_000),
});

const named = z.looseObject({
  id: z.string(),
  name: z.string(),
  revoked: z.boolean().optional(),
  x_mitre_deprecated: z.boolean().optional(),
  x_mitre_domains: z.array(z.string()).optional(),
  external_references: z
    .array(z.looseObject({ source_name: z.string(), external_id: z.string().optional() }))
    .optional(),
});

const pattern = named.extend({
  modified: z.string().optional(),
  kill_chain_phases: z
    .array(z.looseObject({ kill_chain_name: z.string(), phase_name: z.string() }))
    .optional(),
});
const tactic = named.extend({ x_mitre_shortname: z.string() });
const matrix = named.extend({ tactic_refs: z.array(z.string()) });
const collection = z.looseObject({
  x_mitre_version: z.string().optional(),
  modified: z.string().optional(),
});
const relationship = z.looseObject({
  relationship_type: z.string(),
  source_ref: z.string(),
  target_ref: z.string(),
  revoked: z.boolean().optional(),
  x_mitre_deprecated: z.boolean().optional(),
});

type Named = z.infer<typeof named>;

/** What Fireline keeps of a bundle, or in one sentence why it is none. */
export function readStixBundle(value: unknown): Result<AttackData> {
  const read = bundle.safeParse(value);
  if (!read.success) return refused('it is no STIX bundle');
  const all = <T>(type: string, shape: z.ZodType<T>): readonly T[] =>
    read.data.objects.flatMap((object) => {
      if (object.type !== type) return [];
      const parsed = shape.safeParse(object);
      return parsed.success ? [parsed.data] : [];
    });
  const techniques = all('attack-pattern', pattern);
  const listed = read.data.objects.filter(({ type }) => type === 'attack-pattern').length;
  if (techniques.length < listed) {
    return refused(`${counted(listed - techniques.length, 'technique')} of it cannot be read`);
  }
  const patterns = techniques.filter(isEnterprise);
  const tactics = tacticsOf(all('x-mitre-tactic', tactic), all('x-mitre-matrix', matrix));
  if (tactics.length === 0) return refused('no tactic is in it');
  if (patterns.length === 0) return refused('no technique of ATT&CK for Enterprise is in it');
  const measures = all('course-of-action', named).filter(isCurrent);
  const relations = all('relationship', relationship).filter(isCurrent);
  const links = linksOf(relations, patterns, measures);
  const [about] = all('x-mitre-collection', collection);
  const modified = about?.modified ?? newestOf(patterns);
  const data: AttackData = {
    source: 'imported',
    version: about?.x_mitre_version ?? '',
    ...(modified !== undefined && { modified }),
    tactics,
    techniques: techniquesOf(patterns, links),
    mitigationNames: Object.fromEntries(
      measures.flatMap((one) => {
        const id = attackId(one);
        return id === undefined || !/^M\d{4}$/.test(id) ? [] : [[id, one.name]];
      }),
    ),
  };
  const checked = attackData.safeParse(data);
  return checked.success ? ok(checked.data) : refused('its names or ids are not those of ATT&CK');
}

/** When the latest of them was changed: ISO 8601 times of one form, so text order is time order. */
const newestOf = (patterns: readonly z.infer<typeof pattern>[]): string | undefined =>
  patterns
    .flatMap(({ modified }) => modified ?? [])
    .sort()
    .at(-1);

const refused = (why: string): Result<never> =>
  fail(
    'invalid-argument',
    `This is not ATT&CK for Enterprise as MITRE publishes it: ${why}. Carry in the file enterprise-attack.json.`,
  );

const isCurrent = (one: {
  revoked?: boolean | undefined;
  x_mitre_deprecated?: boolean | undefined;
}) => one.revoked !== true && one.x_mitre_deprecated !== true;

/** Objects of older bundles, and some of newer ones, name no domain: what is in the bundle of a domain is of it. */
const isEnterprise = ({ x_mitre_domains: domains = [] }: Named): boolean =>
  domains.length === 0 || domains.includes('enterprise-attack');

const attackId = ({ external_references: references = [] }: Named): string | undefined =>
  references.find(({ source_name: source }) => source === 'mitre-attack')?.external_id;

function tacticsOf(
  tactics: readonly z.infer<typeof tactic>[],
  matrices: readonly z.infer<typeof matrix>[],
): readonly AttackTactic[] {
  const order = matrices.find(isEnterprise)?.tactic_refs ?? [];
  const place = (id: string): number => {
    const at = order.indexOf(id);
    return at < 0 ? order.length : at;
  };
  return [...tactics]
    .filter((one) => isCurrent(one) && isEnterprise(one))
    .sort((a, b) => place(a.id) - place(b.id) || byText(a.name, b.name))
    .flatMap((one) => {
      const id = attackId(one);
      return id === undefined ? [] : [{ id, shortName: one.x_mitre_shortname, name: one.name }];
    });
}

interface Links {
  /** By STIX id of the technique. */
  readonly mitigations: ReadonlyMap<string, readonly string[]>;
  readonly replacedBy: ReadonlyMap<string, string>;
}

function linksOf(
  relations: readonly z.infer<typeof relationship>[],
  patterns: readonly Named[],
  measures: readonly Named[],
): Links {
  const measureIds = new Map(measures.map((one) => [one.id, attackId(one)]));
  const patternIds = new Map(patterns.map((one) => [one.id, attackId(one)]));
  const mitigations = new Map<string, string[]>();
  const successors = new Map<string, string>();
  for (const { relationship_type: type, source_ref: from, target_ref: to } of relations) {
    if (type === 'mitigates') {
      const id = measureIds.get(from);
      if (id !== undefined && /^M\d{4}$/.test(id)) {
        mitigations.set(to, [...(mitigations.get(to) ?? []), id]);
      }
    } else if (type === 'revoked-by') {
      successors.set(from, to);
    }
  }
  const replacedBy = new Map<string, string>();
  for (const from of successors.keys()) {
    const id = patternIds.get(lastOf(successors, from));
    if (id !== undefined) replacedBy.set(from, id);
  }
  return { mitigations, replacedBy };
}

/** What took the place of an object in the end: its successor may have been revoked in its turn, never in a circle. */
function lastOf(successors: ReadonlyMap<string, string>, from: string): string {
  const seen = new Set([from]);
  let last = from;
  for (let next = successors.get(from); next !== undefined && !seen.has(next);) {
    seen.add(next);
    last = next;
    next = successors.get(next);
  }
  return last;
}

function techniquesOf(
  patterns: readonly z.infer<typeof pattern>[],
  { mitigations, replacedBy }: Links,
): AttackData['techniques'] {
  const names = new Map(
    patterns.filter(isCurrent).flatMap((one) => {
      const id = attackId(one);
      return id === undefined ? [] : [[id, one.name] as const];
    }),
  );
  return patterns
    .flatMap((one) => {
      const id = attackId(one);
      const replacement = replacedBy.get(one.id);
      if (id === undefined || (!isCurrent(one) && replacement === undefined)) return [];
      const parent = id.length > 5 ? names.get(id.slice(0, 5)) : undefined;
      return [
        {
          id,
          name: parent === undefined ? one.name : `${parent}: ${one.name}`,
          tactics: (one.kill_chain_phases ?? [])
            .filter(({ kill_chain_name: chain }) => chain === 'mitre-attack')
            .map(({ phase_name: phase }) => phase),
          mitigations: [...new Set(mitigations.get(one.id))].sort(),
          ...(replacement !== undefined && { replacedBy: replacement }),
        },
      ];
    })
    .sort((a, b) => byText(a.id, b.id));
}
